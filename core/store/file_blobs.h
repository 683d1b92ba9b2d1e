// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

#include <tl/expected.hpp>

#include <chrono>
#include <filesystem>

namespace ob::store {

/// Attachments as files DATA/blobs/ab/cdef…, named by their SHA-256. A file appears under its name only when
/// it is complete, has this hash and is on the disk; until then what has come of it is in cdef….part. Several
/// objects, threads and programs may use a folder; only one may append.
class FileBlobs final : public core::BlobPort {
  public:
    /// So much of the disk is left to the journal.
    static constexpr std::uintmax_t roomForJournal = 256u << 20;

    explicit FileBlobs(std::filesystem::path folder);

    bool has(core::Hash const& hash) { return size(hash).has_value(); }
    std::optional<std::uint64_t> size(core::Hash const& hash) override;
    std::uint64_t begun(core::Hash const& hash) override;
    std::optional<core::Bytes> read(core::Hash const& hash, std::uint64_t from, std::size_t most) override;
    /// Done when it returns.
    void append(core::Hash const& hash, std::uint64_t from, core::Bytes bytes, bool isLast,
                std::function<void(Outcome)> done) override;

    /// Why a file cannot be an attachment.
    enum class Unfit : std::uint8_t { NotReadable, NotAFile, Empty, TooLarge };
    struct Kept {
        core::Hash hash{};
        std::uint64_t bytes = 0;
    };
    /// A copy of the file, durable when it returns. Throws core::StoreError when it cannot be written.
    tl::expected<Kept, Unfit> keep(std::filesystem::path const& file);
    /// Reads it all: whether the file still has its hash. Nothing when there is none.
    std::optional<bool> isSound(core::Hash const& hash) const;
    /// Those that are held whole, in no order.
    void visit(std::function<void(core::Hash const&)> const& visit) const;
    void drop(core::Hash const& hash);
    /// Takes away what `isWanted` does not want and nobody has touched for `age`.
    void sweep(std::function<bool(core::Hash const&)> const& isWanted, std::chrono::seconds age);

  private:
    std::filesystem::path pathOf(core::Hash const& hash) const;
    std::filesystem::path partOf(core::Hash const& hash) const;
    Outcome appended(core::Hash const& hash, std::uint64_t from, core::ByteView bytes, bool isLast);
    void place(std::filesystem::path const& from, core::Hash const& hash);

    std::filesystem::path m_folder;
};

} // namespace ob::store
