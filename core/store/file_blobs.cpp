// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_blobs.h"

#include "core/crypto/sha256.h"
#include "core/ensure.h"
#include "core/journal/journal_port.h"
#include "core/store/file_sync.h"

#include <fstream>

namespace ob::store {

FileBlobs::FileBlobs(std::filesystem::path folder) : m_folder(std::move(folder)) {}

std::filesystem::path FileBlobs::pathOf(core::Hash const& hash) const {
    std::string const name = core::toHex(hash);
    return m_folder / name.substr(0, 2) / name.substr(2);
}

bool FileBlobs::has(core::Hash const& hash) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(pathOf(hash), ignored);
}

std::optional<core::Bytes> FileBlobs::read(core::Hash const& hash) {
    std::error_code error;
    auto const size = std::filesystem::file_size(pathOf(hash), error);
    if (error || size > maxBytes) return std::nullopt;
    core::Bytes bytes(size);
    std::ifstream file(pathOf(hash), std::ios::binary);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!file || core::sha256(bytes) != hash) return std::nullopt;
    return bytes;
}

void FileBlobs::write(core::Hash const& hash, core::ByteView bytes) {
    OB_ENSURE(bytes.size() <= maxBytes && core::sha256(bytes) == hash);
    if (read(hash)) return;
    auto const path = pathOf(hash);
    auto const scratch = std::filesystem::path(path).concat(".new");
    try {
        bool const isNewFolder = std::filesystem::create_directories(path.parent_path());
        {
            std::ofstream file(scratch, std::ios::binary | std::ios::trunc);
            file.write(reinterpret_cast<char const*>(bytes.data()),
                       static_cast<std::streamsize>(bytes.size()));
            file.close();
            if (!file) throw core::StoreError(scratch.string() + ": cannot be written");
        }
        syncFile(scratch);
        std::filesystem::rename(scratch, path);
        syncFile(path.parent_path());
        if (isNewFolder) syncFile(m_folder);
    } catch (std::filesystem::filesystem_error const& error) {
        throw core::StoreError(error.what());
    }
}

} // namespace ob::store
