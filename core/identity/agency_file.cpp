// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/agency_file.h"

#include "core/identity/identity_fields.h"
#include "core/identity/signed_document.h"

namespace ob::core {
namespace {

constexpr std::string_view agencyDomain = "oneboard agency v1";

bool isName(std::string_view name) { return !name.empty() && name.size() <= AgencyFile::maxNameBytes; }

bool isSound(AgencyFile const& file) {
    return !file.code.isEmpty() && isName(file.nameZh) && isName(file.nameEn);
}

} // namespace

// Permanent field numbers, as in identity_fields.h.
template<class Archive>
void describe(Archive& a, AgencyFile& f) {
    a.required(1, f.code);
    a.required(2, f.nameZh);
    a.required(3, f.nameEn);
    a.required(4, f.rootKey);
}

Bytes encodeAgencyFile(AgencyFile const& file, SecretKey const& root) {
    OB_ENSURE(isSound(file) && file.rootKey == root.publicKey());
    return encodeDocuments(
        {.document = signDocument(agencyDomain, encodeFields(file), root), .authority = {}});
}

std::optional<AgencyFile> decodeAgencyFile(ByteView encoded) {
    if (encoded.size() > maxAgencyFileBytes) return std::nullopt;
    auto const chain = decodeDocuments(encoded);
    if (!chain || chain->authority) return std::nullopt;
    auto file = decodeFields<AgencyFile>(chain->document.body);
    if (!file || !isSound(*file) || !verifyDocument(agencyDomain, chain->document, file->rootKey))
        return std::nullopt;
    return file;
}

} // namespace ob::core
