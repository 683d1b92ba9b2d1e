// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/enrolment_request.h"

#include "core/identity/identity_fields.h"
#include "core/identity/signed_document.h"

namespace ob::core {
namespace {

constexpr std::string_view requestDomain = "oneboard enrolment request v1";

bool isName(std::string_view name) { return !name.empty() && name.size() <= DeskCertificate::maxNameBytes; }

} // namespace

Bytes encodeRequest(EnrolmentRequest const& request, SecretKey const& deskKey) {
    OB_ENSURE(isName(request.name) && request.deskKey == deskKey.publicKey());
    return encodeDocuments(
        {.document = signDocument(requestDomain, encodeFields(request), deskKey), .authority = {}});
}

std::optional<EnrolmentRequest> decodeRequest(ByteView encoded) {
    if (encoded.size() > maxCertificateBytes) return std::nullopt;
    auto const chain = decodeDocuments(encoded);
    if (!chain || chain->authority) return std::nullopt;
    auto request = decodeFields<EnrolmentRequest>(chain->document.body);
    if (!request || !isName(request->name)
        || !verifyDocument(requestDomain, chain->document, request->deskKey))
        return std::nullopt;
    return request;
}

} // namespace ob::core
