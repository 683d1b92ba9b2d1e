// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/attachment_thread.h"
#include "app/desk_server.h"
#include "app/past_thread.h"
#include "ui/console/board_news.h"
#include "ui/console/desk_port.h"

#include <QSocketNotifier>
#include <QTimer>

#include <future>
#include <memory>
#include <thread>

namespace ob::app {

/// The only crossing between the GUI thread and the desk thread, which it starts and ends. Calls go over by
/// the loop of the desk; news and answers come back through a mailbox, at most 20 times a second.
class DeskLink final : public ui::DeskPort {
  public:
    /// `news` is called on the GUI thread, `ended` when the desk ends by a signal or a failure. Throws
    /// FileError, core::StoreError or std::runtime_error when the desk cannot be opened or cannot listen.
    DeskLink(core::RuleBook const& rules, DeskServer::Options options,
             std::function<void(ui::BoardNews)> news, std::function<void()> ended);
    /// Says farewell to peers, closes the journal, joins the thread.
    ~DeskLink() override;

    void submit(core::Command command, core::OperatorSession session, Reply reply) override;
    void readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) override;
    void readHoldings(core::StreamId stream, std::function<void(std::vector<Holding>)> answer) override;
    void find(std::string text, std::size_t limit,
              std::function<void(std::vector<core::SearchHit>)> answer) override;
    std::unique_ptr<ui::PastPort> lookBack() override;
    void askContact(std::string premise, core::OperatorSession session,
                    std::function<void(core::ContactAnswer)> answer) override;
    ui::AttachmentPort* attachments() override { return m_attachments.get(); }

  private:
    struct Mailbox;
    using Answer = std::function<void()>;
    using Question = std::function<Answer(DeskHost*)>;

    void runDesk(core::RuleBook const& rules, DeskServer::Options options, std::promise<void>& opened);
    void reach(DeskServer* server);
    /// Asked on the desk thread, answered on this one.
    void ask(Question question);
    void askForLinks();
    void wake();
    void empty();

    std::filesystem::path m_folder;
    std::function<void(ui::BoardNews)> m_news;
    std::function<void()> m_ended;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_pause; ///< until the mailbox is emptied again
    QTimer m_links;
    DeskServer* m_server = nullptr; ///< while it runs; behind the mailbox's lock
    std::thread m_thread;
    std::unique_ptr<PastThread> m_past; ///< made when somebody looks back first
    std::unique_ptr<AttachmentThread> m_attachments;
};

} // namespace ob::app
