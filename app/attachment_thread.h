// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/file_blobs.h"
#include "net/event_loop.h"
#include "ui/console/attachment_port.h"

#include <memory>
#include <thread>

namespace ob::app {

/// Attachments of a desk for its screen, on a thread of its own: large files keep neither the screen nor the
/// desk. Belongs to the GUI thread.
class AttachmentThread final : public ui::AttachmentPort {
  public:
    struct Ends {
        /// Has a thing done on the GUI thread, later; called on the other one.
        std::function<void(std::function<void()>)> tell;
        /// It was damaged: it is to be thrown away and asked for again. Called on the other thread.
        std::function<void(core::Attachment const&)> damaged;
    };
    AttachmentThread(std::filesystem::path blobs, Ends ends);
    /// Ends what is under way and joins.
    ~AttachmentThread();

    void readStandings(std::vector<core::Attachment> of,
                       std::function<void(std::vector<Standing>)> answer) override;
    void read(core::Attachment which, std::function<void(Result, core::Bytes)> answer) override;
    void save(core::Attachment which, std::filesystem::path file,
              std::function<void(Result)> answer) override;
    void keep(std::vector<std::filesystem::path> files, std::function<void(Kept)> answer) override;

  private:
    /// Every piece of it, in order; what `take` throws comes through.
    Result walk(core::Attachment const& which, std::function<void(core::ByteView)> const& take);
    Standing standingOf(core::Attachment const& which);
    Kept kept(std::vector<std::filesystem::path> const& files);

    store::FileBlobs m_blobs; ///< of the thread alone
    Ends m_ends;
    net::EventLoop m_loop;
    std::thread m_thread;
};

} // namespace ob::app
