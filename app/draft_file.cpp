// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/draft_file.h"

#include "app/files.h"
#include "core/crypto/random.h"

#include <system_error>

namespace ob::app {
namespace {

constexpr char fileName[] = "draft.sealed";
/// So that no other thing sealed with the key is taken for a draft.
constexpr std::string_view purpose = "oneboard draft 1";

core::ByteView viewOf(QByteArray const& bytes) {
    return {reinterpret_cast<std::uint8_t const*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

} // namespace

DraftFile::DraftFile(std::filesystem::path const& dataFolder, core::SealingKey const& restKey)
    : m_file(dataFolder / fileName), m_key(restKey.view()) {}

bool DraftFile::save(QByteArray const& content) {
    std::error_code fault;
    if (content.isEmpty()) {
        std::filesystem::remove(m_file, fault);
        return !fault;
    }
    core::SealingNonce const nonce = core::randomBytes<std::tuple_size_v<core::SealingNonce>>();
    core::Bytes const sealed = core::seal(m_key, nonce, viewOf(content), core::viewOf(purpose));
    if (sealed.size() > maxBytes) return false;
    try {
        if (std::filesystem::exists(m_file, fault))
            overwriteFile(m_file, sealed);
        else
            writeFile(m_file, sealed, Secrecy::Secret);
    } catch (FileError const&) {
        return false;
    }
    return true;
}

ui::DraftPort::Kept DraftFile::load() {
    try {
        auto const sealed = readFileIfThere(m_file);
        if (!sealed) return {};
        auto const content =
            sealed->size() > maxBytes ? std::nullopt : core::open(m_key, *sealed, core::viewOf(purpose));
        if (!content) return {.content = {}, .isUnreadable = true};
        return {.content = QByteArray(reinterpret_cast<char const*>(content->data()),
                                      static_cast<qsizetype>(content->size())),
                .isUnreadable = false};
    } catch (FileError const&) {
        return {.content = {}, .isUnreadable = true};
    }
}

} // namespace ob::app
