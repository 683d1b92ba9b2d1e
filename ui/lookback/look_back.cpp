// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/look_back.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

/// What came in the last second may still be on its way to the disk.
constexpr core::Duration untilShortlyBefore = core::Duration::ofSeconds(1);
/// Moving on from there is quicker than beginning anew.
constexpr core::Duration near = core::Duration::ofMinutes(12 * 60);
constexpr int turnMs = 200;

} // namespace

/// The desk behind the console of the past: tells what had come by its moment, and takes nothing.
class LookBack::Desk final : public DeskPort {
  public:
    Desk(std::unique_ptr<PastPort> port, core::ClockPort& clock) : m_port(std::move(port)), m_clock(clock) {}

    PastPort* port() { return m_port.get(); }

    void submit(core::Command, core::OperatorSession, Reply reply) override {
        reply(tl::unexpected(core::Refusal{core::RefusalCode::StorageReadOnly, {"the past"}}));
    }
    void readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) override {
        if (m_port) m_port->readEvents(stream, m_clock.now(), std::move(answer));
    }
    void readHoldings(core::StreamId, std::function<void(std::vector<Holding>)>) override {}
    void find(std::string, std::size_t, std::function<void(std::vector<core::SearchHit>)>) override {}
    std::unique_ptr<PastPort> lookBack() override { return nullptr; }
    void askContact(std::string, core::OperatorSession,
                    std::function<void(core::ContactAnswer)> answer) override {
        answer({core::ContactAnswer::State::NotRecorded, {}});
    }

  private:
    std::unique_ptr<PastPort> m_port;
    core::ClockPort& m_clock;
};

LookBack::LookBack(Console& live, core::Instant at, QObject* parent)
    : QObject(parent), m_live(live), m_desk(std::make_unique<Desk>(live.desk().lookBack(), m_clock)) {
    m_wanted = std::min(at, last());
    m_clock.time = m_wanted;
    m_console = std::make_unique<Console>(Console::Surroundings{.rules = live.rules(),
                                                                .clock = m_clock,
                                                                .zone = live.zone(),
                                                                .desk = *m_desk,
                                                                .realm = live.realm(),
                                                                .deskName = live.deskName(),
                                                                .isDrill = live.isDrill(),
                                                                .gazetteer = nullptr,
                                                                .isPast = true});
    m_console->use(live.theme());
    connect(&live, &Console::themeChanged, this, [this] { m_console->use(m_live.theme()); });
    BoardNews told;
    told.context = live.context();
    m_console->take(std::move(told));
    connect(&m_turn, &QTimer::timeout, this, &LookBack::playOn);
    m_turn.setInterval(turnMs);
    ask();
}

LookBack::~LookBack() = default;

core::Instant LookBack::last() const {
    return m_live.now() + core::Duration::ofMilliseconds(-untilShortlyBefore.milliseconds());
}

void LookBack::goTo(core::Instant at) {
    m_wanted = std::clamp(at, std::min(m_first, last()), last());
    m_sinceTurn.restart();
    // What is under way is told first, and is the way there; from far off it is not waited for.
    if (!m_asked || std::max(m_wanted - *m_asked, *m_asked - m_wanted) > near) ask();
    Q_EMIT changed();
}

void LookBack::ask() {
    if (m_desk->port() == nullptr) return;
    m_asked = m_wanted;
    m_desk->port()->goTo(m_wanted, [self = QPointer(this)](PastNews news) {
        if (self) self->take(std::move(news));
    });
}

void LookBack::take(PastNews news) {
    bool const isLast = m_asked == news.at;
    if (isLast) m_asked.reset();
    m_problem = news.problem;
    if (!news.problem.empty()) {
        play(0);
        Q_EMIT changed();
        return;
    }
    m_first = news.first;
    m_clock.time = news.at; // before the news: what is due is due at that moment
    m_console->take(std::move(news.news));
    if (!std::exchange(m_isShown, true)) m_console->selectIncident(m_live.selectedIncident());
    m_wanted = std::max(m_wanted, std::min(m_first, last())); // now that it is known
    if (isLast && m_wanted != news.at) ask();
    Q_EMIT changed();
}

void LookBack::play(int speed) {
    m_speed = speed;
    m_sinceTurn.restart();
    if (speed > 0)
        m_turn.start();
    else
        m_turn.stop();
    Q_EMIT changed();
}

/// As far as time has gone by, however long the last turn took.
void LookBack::playOn() {
    if (isWorking()) return;
    auto const gone = core::Duration::ofMilliseconds(m_sinceTurn.restart() * m_speed);
    if (m_wanted + gone >= last()) {
        goTo(last());
        return play(0);
    }
    goTo(m_wanted + gone);
}

} // namespace ob::ui
