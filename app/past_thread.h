// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/event_loop.h"
#include "ui/console/past_port.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <thread>

namespace ob::app {

/// Looks into the past of a desk on a thread of its own, so that neither the screen nor the desk waits for
/// it: a cursor for each, all by reading connections. Belongs to the GUI thread.
class PastThread {
  public:
    /// Has a thing done on the GUI thread, later; called on the other one.
    using Tell = std::function<void(std::function<void()>)>;
    PastThread(std::filesystem::path folder, Tell tell);
    /// Ends what is under way and joins.
    ~PastThread();

    /// May outlive this, and is answered no more then.
    std::unique_ptr<ui::PastPort> look();
    /// The file is opened anew for what is asked next.
    void reopen();

  private:
    struct Reader; ///< the other end of a look; its cursor lives and dies on the thread
    class Look;
    struct Shared {
        net::EventLoop loop;
        std::filesystem::path folder;
        Tell tell;
        std::set<std::shared_ptr<Reader>> readers; ///< of the thread alone
    };

    std::shared_ptr<Shared> m_shared;
    std::set<std::weak_ptr<Reader>, std::owner_less<>> m_readers; ///< to be stopped at the end
    std::thread m_thread;
};

} // namespace ob::app
