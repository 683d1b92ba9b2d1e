// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_link.h"

#include "app/desk_folder.h"
#include "app/desk_host.h"
#include "app/link_lines.h"
#include "app/still_desk.h"
#include "core/store/sqlite_search.h"
#include "net/mesh.h"

#include <memory>
#include <mutex>
#include <sys/eventfd.h>
#include <type_traits>
#include <unistd.h>

namespace ob::app {
namespace {

constexpr int emptyEveryMs = 50;
constexpr int linksEveryMs = 1000;

core::Context contextOf(DeskHost& host) { return host.desk().context({}); }

/// Everything, for a screen that knows nothing yet.
ui::BoardNews wholeOf(DeskHost& host) {
    ui::BoardNews news;
    news.whole = host.desk().board();
    for (auto const& [id, unit] : host.desk().board().units())
        if (auto const fix = host.positions().newest(id)) news.changes.fixes.push_back({id, *fix});
    news.conflicts = host.desk().board().conflicts();
    news.context = contextOf(host);
    news.premises = host.premises().book();
    news.health = ui::DeskHealth{.state = ui::DeskHealth::State::Running, .reason = {}};
    return news;
}

std::vector<ui::LinkLine> linksOf(DeskHost& host) {
    std::vector<ui::LinkLine> lines;
    if (host.mesh() == nullptr) return lines;
    for (auto const& link : host.mesh()->links())
        lines.push_back(linkLineOf(link, host.realm()));
    return lines;
}

ui::BoardNews healthNews(ui::DeskHealth::State state, std::string const& why) {
    ui::BoardNews news;
    news.health = ui::DeskHealth{.state = state, .reason = QString::fromStdString(why)};
    return news;
}

} // namespace

/// Written by the desk thread, emptied by the GUI thread.
struct DeskLink::Mailbox {
    Mailbox() : descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        if (descriptor < 0) throw std::runtime_error("no eventfd: too many open files");
    }
    ~Mailbox() { ::close(descriptor); }
    Mailbox(Mailbox const&) = delete;
    Mailbox& operator=(Mailbox const&) = delete;

    void put(ui::BoardNews later, Answer answer = {}) {
        std::lock_guard const lock(mutex);
        news.add(std::move(later));
        if (answer) answers.push_back(std::move(answer));
        if (std::exchange(isRung, true)) return;
        std::uint64_t const one = 1;
        [[maybe_unused]] auto const written = ::write(descriptor, &one, sizeof one);
    }

    /// What the file says while there is no desk; nothing while it starts again.
    template<class Read>
    auto held(Read read) -> std::invoke_result_t<Read, StillDesk&> {
        try {
            if (still) return read(*still);
        } catch (core::StoreError const&) { // the plate says that the disk fails
        }
        return {};
    }

    int const descriptor;
    std::mutex mutex;
    ui::BoardNews news;
    std::vector<Answer> answers;
    bool isRung = false;
    // Of the desk thread alone:
    std::string whyNot = "starting again"; ///< no command is taken
    std::unique_ptr<StillDesk> still;      ///< answers while there is no desk
};

DeskLink::DeskLink(core::RuleBook const& rules, DeskServer::Options options,
                   std::function<void(ui::BoardNews)> news, std::function<void()> ended)
    : m_folder(options.folder), m_news(std::move(news)), m_ended(std::move(ended)),
      m_mailbox(std::make_shared<Mailbox>()) {
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] { wake(); });
    QObject::connect(&m_links, &QTimer::timeout, &m_links, [this] { askForLinks(); });
    // What looks back has perhaps opened the file without its write-ahead log.
    options.began = [this, box = m_mailbox](DeskHost& host) {
        box->still.reset();
        box->put(wholeOf(host), [this] {
            if (m_past) m_past->reopen();
        });
    };
    options.changed = [box = m_mailbox](DeskHost& host, core::ChangeSet const& changes) {
        ui::BoardNews told;
        told.changes = changes;
        if (changes.conflictsChanged) told.conflicts = host.desk().board().conflicts();
        // Positions alone change nothing that a command is made with.
        if (!changes.incidents.empty()) told.context = contextOf(host);
        box->put(std::move(told));
    };
    options.premisesChanged = [box = m_mailbox](DeskHost& host) {
        ui::BoardNews told;
        told.premises = host.premises().book();
        box->put(std::move(told));
    };
    options.interrupted = [box = m_mailbox](DeskServer::Options::Pause pause, std::string const& why) {
        bool const isStorage = pause == DeskServer::Options::Pause::NoStorage;
        box->whyNot = isStorage ? why : "starting again";
        box->put(
            healthNews(isStorage ? ui::DeskHealth::State::ReadOnly : ui::DeskHealth::State::Restarting, why));
    };
    options.waitsForRoom = true;
    std::promise<void> opened;
    auto start = opened.get_future();
    m_thread = std::thread([this, &rules, &opened, own = std::move(options)]() mutable {
        runDesk(rules, std::move(own), opened);
    });
    try {
        start.get();
    } catch (...) {
        m_thread.join();
        throw;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_mailbox->descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_pause, [this] { wake(); });
    m_links.start(linksEveryMs);
    m_attachments = std::make_unique<AttachmentThread>(
        DeskFolder(m_folder).blobs(),
        AttachmentThread::Ends{
            .tell = [box = m_mailbox](std::function<void()> answer) { box->put({}, std::move(answer)); },
            .damaged =
                [this](core::Attachment const& which) {
                    ask([hash = which.hash, bytes = which.bytes](DeskHost* host) {
                        if (host != nullptr) host->dropBlob(hash, bytes);
                        return Answer{};
                    });
                }});
}

DeskLink::~DeskLink() {
    m_notifier.reset();
    m_past.reset();
    m_attachments.reset();
    {
        std::lock_guard const lock(m_mailbox->mutex);
        if (m_server != nullptr) m_server->askToStop();
    }
    m_thread.join();
}

/// `opened` lives until it is set.
void DeskLink::runDesk(core::RuleBook const& rules, DeskServer::Options options, std::promise<void>& opened) {
    std::unique_ptr<DeskServer> server;
    try {
        server = std::make_unique<DeskServer>(rules, std::move(options));
        if (!server->hasBegun()) {
            m_mailbox->still = std::make_unique<StillDesk>(m_folder, rules);
            m_mailbox->put(m_mailbox->still->board());
        }
    } catch (...) {
        return opened.set_exception(std::current_exception());
    }
    reach(server.get());
    opened.set_value();
    try {
        server->run();
    } catch (std::exception const& error) {
        m_mailbox->put(healthNews(ui::DeskHealth::State::Ended, error.what()));
    }
    reach(nullptr);
    m_mailbox->put({}, [this] { m_ended(); });
}

void DeskLink::reach(DeskServer* server) {
    std::lock_guard const lock(m_mailbox->mutex);
    m_server = server;
}

void DeskLink::ask(Question question) {
    std::lock_guard const lock(m_mailbox->mutex);
    if (m_server == nullptr) return;
    m_server->post([box = m_mailbox, question = std::move(question)](DeskHost* host) {
        if (auto answer = question(host)) box->put({}, std::move(answer));
    });
}

void DeskLink::askForLinks() {
    ask([box = m_mailbox](DeskHost* host) {
        if (host != nullptr) {
            ui::BoardNews told;
            told.links = linksOf(*host);
            if (host->desk().isReadOnly())
                told.health = ui::DeskHealth{.state = ui::DeskHealth::State::ReadOnly,
                                             .reason = QString::fromStdString(host->desk().readOnlyReason())};
            box->put(std::move(told));
        }
        return Answer{};
    });
}

/// At once when nothing came for a while, else when the pause is over.
void DeskLink::wake() {
    m_notifier->setEnabled(false); // or it would ring without end until the mailbox is emptied
    if (m_pause.isActive()) return;
    m_pause.start(emptyEveryMs);
    m_notifier->setEnabled(true);
    empty();
}

void DeskLink::empty() {
    ui::BoardNews news;
    std::vector<Answer> answers;
    {
        std::lock_guard const lock(m_mailbox->mutex);
        if (!std::exchange(m_mailbox->isRung, false)) return m_pause.stop();
        std::uint64_t count = 0;
        [[maybe_unused]] auto const read = ::read(m_mailbox->descriptor, &count, sizeof count);
        news = std::exchange(m_mailbox->news, {});
        answers = std::exchange(m_mailbox->answers, {});
    }
    // What an answer is about is on the board before it.
    if (!news.isEmpty()) m_news(std::move(news));
    for (auto const& answer : answers)
        answer();
}

void DeskLink::submit(core::Command command, core::OperatorSession session, Reply reply) {
    ask([box = m_mailbox, command = std::move(command), session = std::move(session),
         reply = std::move(reply)](DeskHost* host) -> Answer {
        if (host == nullptr)
            return [reply, why = box->whyNot] {
                reply(tl::unexpected(core::Refusal{core::RefusalCode::StorageReadOnly, {why}}));
            };
        host->desk().submit(command, session, [box, reply](core::Result<core::Receipt> const& told) {
            box->put({}, [reply, told] { reply(told); });
        });
        return {};
    });
}

void DeskLink::readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) {
    ask([box = m_mailbox, stream, answer = std::move(answer)](DeskHost* host) -> Answer {
        auto events = host == nullptr ? box->held([&](StillDesk& desk) { return desk.events(stream); })
                                      : host->desk().events(stream);
        return [answer, events = std::move(events)] { answer(events); };
    });
}

void DeskLink::readHoldings(core::StreamId stream, std::function<void(std::vector<Holding>)> answer) {
    ask([stream, answer = std::move(answer)](DeskHost* host) -> Answer {
        std::vector<Holding> holdings;
        if (host != nullptr && host->mesh() != nullptr)
            for (auto const& each : host->mesh()->replica().holdingsOf(stream))
                holdings.push_back({.agency = each.agency, .lacking = each.lacking});
        return [answer, holdings = std::move(holdings)] { answer(holdings); };
    });
}

void DeskLink::find(std::string text, std::size_t limit,
                    std::function<void(std::vector<core::SearchHit>)> answer) {
    ask([box = m_mailbox, text = std::move(text), limit,
         answer = std::move(answer)](DeskHost* host) -> Answer {
        auto hits = host == nullptr ? box->held([&](StillDesk& desk) { return desk.find(text, limit); })
                                    : host->search().find(text, limit);
        return [answer, hits = std::move(hits)] { answer(hits); };
    });
}

/// It asks the file and not the desk, which goes on with its work.
std::unique_ptr<ui::PastPort> DeskLink::lookBack() {
    if (!m_past)
        m_past = std::make_unique<PastThread>(
            m_folder, [box = m_mailbox](std::function<void()> answer) { box->put({}, std::move(answer)); });
    return m_past->look();
}

void DeskLink::askContact(std::string premise, core::OperatorSession session,
                          std::function<void(core::ContactAnswer)> answer) {
    ask([premise = std::move(premise), session = std::move(session),
         answer = std::move(answer)](DeskHost* host) -> Answer {
        auto told = host == nullptr ? core::ContactAnswer{core::ContactAnswer::State::NotRecorded, {}}
                                    : host->premises().contact(premise, session, host->clock().now());
        return [answer, told = std::move(told)] { answer(told); };
    });
}

} // namespace ob::app
