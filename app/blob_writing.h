// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/file_blobs.h"
#include "core/store/writer_thread.h"
#include "net/event_loop.h"

#include <deque>
#include <memory>

namespace ob::app {

/// Attachments of a running desk: what comes of them is written and looked at in a thread of its own, so that
/// live work never waits for it.
class BlobWriting final : public core::BlobPort {
  public:
    /// Both must outlive it. `done` of `append` comes in the loop, and not at all once this is gone.
    BlobWriting(store::FileBlobs& files, net::EventLoop& loop);

    std::optional<std::uint64_t> size(core::Hash const& hash) override { return m_files.size(hash); }
    std::uint64_t begun(core::Hash const& hash) override;
    std::optional<core::Bytes> read(core::Hash const& hash, std::uint64_t from, std::size_t most) override {
        return m_files.read(hash, from, most);
    }
    void append(core::Hash const& hash, std::uint64_t from, core::Bytes bytes, bool isLast,
                std::function<void(Outcome)> done) override;

  private:
    struct Piece {
        core::Hash hash{};
        std::uint64_t from = 0;
        std::uint64_t end = 0;
        core::Bytes bytes;
        bool isLast = false;
        std::function<void(Outcome)> done;
    };
    void writeNext();
    void settle();

    store::FileBlobs& m_files;
    std::deque<Piece> m_waiting;
    std::optional<Piece> m_piece; ///< being written
    Outcome m_outcome{};
    std::shared_ptr<BlobWriting*> m_self; ///< posted calls find nothing when it is gone
    store::WriterThread m_thread;         ///< last: it uses the rest
};

} // namespace ob::app
