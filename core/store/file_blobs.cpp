// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_blobs.h"

#include "core/attachment.h"
#include "core/crypto/sha256.h"
#include "core/journal/journal_port.h"
#include "core/store/file_sync.h"
#include "core/store/open_file.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace ob::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t stepBytes = 1u << 20;
/// What has come is on the disk at least so often: it spreads the writing, too.
constexpr std::uint64_t syncedBytes = 4u << 20;

[[noreturn]] void fail(fs::path const& path, int error) {
    throw core::StoreError(path.string() + ": " + std::strerror(error));
}

/// Nothing when it cannot be read to its end.
std::optional<core::Hash> hashOf(fs::path const& path) {
    OpenFile const file(path, O_RDONLY);
    if (!file.isOpen()) return std::nullopt;
    core::Sha256 hash;
    core::Bytes step(stepBytes);
    for (std::uint64_t at = 0;;) {
        auto const count = file.read(at, step);
        if (!count) return std::nullopt;
        hash.add(core::ByteView(step).first(*count));
        at += *count;
        if (*count < step.size()) return hash.finish();
    }
}

/// Nothing for a name that is none of ours.
std::optional<core::Hash> namedBy(fs::path const& path) {
    std::string const name = path.parent_path().filename().string() + path.stem().string();
    auto const bytes = core::fromHex(name);
    core::Hash hash{};
    if (!bytes || bytes->size() != hash.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    return hash;
}

} // namespace

FileBlobs::FileBlobs(fs::path folder) : m_folder(std::move(folder)) {}

fs::path FileBlobs::pathOf(core::Hash const& hash) const {
    std::string const name = core::toHex(hash);
    return m_folder / name.substr(0, 2) / name.substr(2);
}

fs::path FileBlobs::partOf(core::Hash const& hash) const { return pathOf(hash).concat(".part"); }

std::optional<std::uint64_t> FileBlobs::size(core::Hash const& hash) {
    return OpenFile(pathOf(hash), O_RDONLY).size();
}

std::uint64_t FileBlobs::begun(core::Hash const& hash) {
    return OpenFile(partOf(hash), O_RDONLY).size().value_or(0);
}

std::optional<core::Bytes> FileBlobs::read(core::Hash const& hash, std::uint64_t from, std::size_t most) {
    OpenFile const file(pathOf(hash), O_RDONLY);
    auto const size = file.size();
    if (!size || from > *size) return std::nullopt;
    core::Bytes bytes(static_cast<std::size_t>(std::min<std::uint64_t>(most, *size - from)));
    if (file.read(from, bytes) != bytes.size()) return std::nullopt;
    return bytes;
}

void FileBlobs::append(core::Hash const& hash, std::uint64_t from, core::Bytes bytes, bool isLast,
                       std::function<void(Outcome)> done) {
    done(appended(hash, from, bytes, isLast));
}

core::BlobPort::Outcome FileBlobs::appended(core::Hash const& hash, std::uint64_t from, core::ByteView bytes,
                                            bool isLast) {
    auto const part = partOf(hash);
    std::error_code error;
    fs::create_directories(part.parent_path(), error);
    auto const room = fs::space(part.parent_path(), error);
    if (error) return Outcome::Failed;
    if (room.available < roomForJournal + bytes.size()) return Outcome::NoRoom;
    {
        OpenFile const file(part, O_WRONLY | O_CREAT);
        auto const held = file.size();
        if (!held) return Outcome::Failed;
        if (*held != from) { // somebody else was at it
            fs::remove(part, error);
            return Outcome::Wrong;
        }
        if (int const failure = file.write(from, bytes))
            return failure == ENOSPC || failure == EDQUOT ? Outcome::NoRoom : Outcome::Failed;
        std::uint64_t const end = from + bytes.size();
        bool const isDue = from / syncedBytes != end / syncedBytes;
        if ((isLast || isDue) && file.sync() != 0) return Outcome::Failed;
    }
    if (!isLast) return Outcome::Stored;
    if (hashOf(part) != hash) {
        fs::remove(part, error);
        return Outcome::Wrong;
    }
    try {
        place(part, hash);
    } catch (core::StoreError const&) {
        return Outcome::Failed;
    }
    return Outcome::Whole;
}

void FileBlobs::place(fs::path const& from, core::Hash const& hash) {
    auto const path = pathOf(hash);
    try {
        bool const isNewFolder = fs::create_directories(path.parent_path());
        fs::rename(from, path);
        syncFile(path.parent_path());
        if (isNewFolder) syncFile(m_folder);
    } catch (fs::filesystem_error const& error) {
        throw core::StoreError(error.what());
    }
}

tl::expected<FileBlobs::Kept, FileBlobs::Unfit> FileBlobs::keep(fs::path const& file) {
    OpenFile const source(file, O_RDONLY);
    if (!source.isOpen()) return tl::unexpected(Unfit::NotReadable);
    auto const size = source.size();
    if (!size) return tl::unexpected(Unfit::NotAFile);
    if (*size == 0) return tl::unexpected(Unfit::Empty);
    if (*size > core::Attachment::maxBytes) return tl::unexpected(Unfit::TooLarge);
    static std::atomic<unsigned> count = 0;
    auto const scratch = m_folder / (std::to_string(::getpid()) + '.' + std::to_string(++count) + ".new");
    std::error_code error;
    fs::create_directories(m_folder, error);
    OpenFile const copy(scratch, O_WRONLY | O_CREAT | O_TRUNC);
    if (!copy.isOpen()) fail(scratch, errno);
    struct Scratch {
        fs::path const& path;
        ~Scratch() {
            std::error_code ignored;
            fs::remove(path, ignored);
        }
    } const cleaner{scratch};
    core::Sha256 hash;
    Kept kept;
    core::Bytes step(stepBytes);
    for (;;) {
        auto const read = source.read(kept.bytes, step);
        if (!read) return tl::unexpected(Unfit::NotReadable);
        core::ByteView const bytes = core::ByteView(step).first(*read);
        if (int const failure = copy.write(kept.bytes, bytes)) fail(scratch, failure);
        hash.add(bytes);
        kept.bytes += *read;
        // It may grow while it is read.
        if (kept.bytes > core::Attachment::maxBytes) return tl::unexpected(Unfit::TooLarge);
        if (*read < step.size()) break;
    }
    if (kept.bytes == 0) return tl::unexpected(Unfit::Empty);
    if (int const failure = copy.sync()) fail(scratch, failure);
    kept.hash = hash.finish();
    place(scratch, kept.hash);
    return kept;
}

std::optional<bool> FileBlobs::isSound(core::Hash const& hash) const {
    std::error_code error;
    if (!fs::exists(pathOf(hash), error)) return std::nullopt;
    return hashOf(pathOf(hash)) == hash;
}

void FileBlobs::visit(std::function<void(core::Hash const&)> const& visit) const {
    std::error_code error;
    for (auto at = fs::recursive_directory_iterator(m_folder, error); !error && at != end(at);
         at.increment(error)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored) || at->path().has_extension()) continue;
        if (auto const hash = namedBy(at->path())) visit(*hash);
    }
}

void FileBlobs::drop(core::Hash const& hash) {
    std::error_code ignored;
    fs::remove(pathOf(hash), ignored);
    fs::remove(partOf(hash), ignored);
}

void FileBlobs::sweep(std::function<bool(core::Hash const&)> const& isWanted, std::chrono::seconds age) {
    std::error_code error;
    auto const oldest = fs::file_time_type::clock::now() - age;
    std::vector<fs::path> dropped;
    for (auto at = fs::recursive_directory_iterator(m_folder, error); !error && at != end(at);
         at.increment(error)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored) || at->last_write_time(ignored) > oldest) continue;
        auto const hash = namedBy(at->path());
        if (hash ? !isWanted(*hash) : at->path().extension() == ".new") dropped.push_back(at->path());
    }
    for (auto const& path : dropped)
        fs::remove(path, error);
}

} // namespace ob::store
