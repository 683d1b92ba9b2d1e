// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_book.h"

#include "ui/console/console.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

class CallBookText {
    Q_DECLARE_TR_FUNCTIONS(CallBookText)
};

} // namespace

CallBook::CallBook(Console& console, DraftPort& drafts, QObject* parent)
    : QObject(parent), m_console(console), m_keeper(drafts, [this] { return notes(); }) {
    m_entries.push_back(blank());
    auto const kept = drafts.load();
    auto found = kept.content.isEmpty() ? std::nullopt : notesOf(kept.content);
    bool const isUnreadable = kept.isUnreadable || (!kept.content.isEmpty() && !found);
    if (found) {
        // Somebody waits for these, so nobody is asked.
        m_ringBacks = std::exchange(found->ringBacks, {});
        if (!found->calls.empty()) m_offer = std::move(found);
    }
    connect(&m_keeper, &DraftKeeper::failed, this, [this] {
        m_console.say(
            Console::Tone::Refused,
            CallBookText::tr("Drafts cannot be kept: what is half filled would not survive a crash."));
    });
    connect(&m_console, &Console::boardChanged, this, [this] {
        announce();
        dropFinishedRingBacks();
    });
    if (isUnreadable)
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_console.say(Console::Tone::Refused,
                              CallBookText::tr("The draft of the last run cannot be read and is left out."));
            },
            Qt::QueuedConnection);
}

CallBook::~CallBook() { m_keeper.flush(); }

CallBook::Entry CallBook::blank() {
    Entry entry;
    entry.key = ++m_lastKey;
    return entry;
}

CallReading CallBook::reading() const {
    Entry const& entry = current();
    return entry.tried == Saving::Dropped ? droppedReadingOf(entry.call, m_console)
                                          : readingOf(entry.call, m_console);
}

void CallBook::write(CallDraft call) {
    Entry& entry = m_entries.at(m_index);
    entry.call = std::move(call);
    entry.refusal.clear();
    if (entry.call.isEmpty()) entry.tried.reset();
    m_keeper.touch();
    Q_EMIT restated();
}

void CallBook::begin() {
    auto const empty = std::ranges::find_if(m_entries, [](Entry const& each) { return each.call.isEmpty(); });
    if (empty == m_entries.end() && m_entries.size() >= IntakeNotes::maxCalls) return;
    m_index = static_cast<std::size_t>(empty - m_entries.begin());
    if (empty == m_entries.end()) m_entries.push_back(blank());
    Q_EMIT turned();
}

void CallBook::turnTo(std::size_t index) {
    if (index >= m_entries.size() || index == m_index) return;
    // An empty call that nobody wrote anything into is no call.
    bool const wasEmpty = current().call.isEmpty();
    std::size_t const left = std::exchange(m_index, index);
    if (wasEmpty) {
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(left));
        if (left < m_index) --m_index;
    }
    Q_EMIT turned();
}

bool CallBook::save(Saving saving) {
    Entry& entry = m_entries.at(m_index);
    if (entry.isSaving) return true;
    entry.tried = saving;
    entry.refusal.clear();
    CallReading const meaning = reading();
    if (!meaning.isComplete()) {
        Q_EMIT restated();
        return false;
    }
    entry.isSaving = true;
    bool const isDropped = saving == Saving::Dropped;
    Sent sent{.key = entry.key,
              .command =
                  commandOf(isDropped ? droppedOf(entry.call, m_console) : entry.call, meaning, m_console),
              .ringBack = {}};
    if (isDropped)
        sent.ringBack = RingBack{.incident = {}, .phone = entry.call.phone, .since = m_console.now()};
    Q_EMIT restated();
    core::Command command = sent.command;
    m_console.submit(std::move(command), [self = QPointer(this), sent = std::move(sent)](auto const& told) {
        if (self) self->hear(sent, told);
    });
    return true;
}

void CallBook::hear(Sent const& sent, core::Result<core::Receipt> const& told) {
    auto const entry = std::ranges::find(m_entries, sent.key, &Entry::key);
    if (!told) {
        Wording const wording = m_console.wording();
        QString const why = refusalText(told.error(), &wording);
        m_console.say(Console::Tone::Refused, why);
        if (entry == m_entries.end()) return;
        entry->isSaving = false;
        entry->refusal = why;
        Q_EMIT restated();
        return;
    }
    auto const* const joined = std::get_if<core::AddCall>(&sent.command.intent);
    core::IncidentId const incident = joined                  ? joined->incident
                                      : told->streams.empty() ? core::IncidentId{}
                                                              : told->streams.front();
    m_announcements.push_back({.incident = incident, .isNew = joined == nullptr});
    if (sent.ringBack && m_ringBacks.size() < IntakeNotes::maxRingBacks) {
        m_ringBacks.push_back(*sent.ringBack);
        m_ringBacks.back().incident = incident;
        Q_EMIT ringBacksChanged();
    }
    remove(sent.key);
    announce();
}

void CallBook::remove(std::uint64_t key) {
    auto const entry = std::ranges::find(m_entries, key, &Entry::key);
    if (entry == m_entries.end()) return;
    auto const place = static_cast<std::size_t>(entry - m_entries.begin());
    bool const wasCurrent = place == m_index;
    m_entries.erase(entry);
    if (m_entries.empty()) m_entries.push_back(blank());
    if (place < m_index || m_index >= m_entries.size()) --m_index;
    m_keeper.touch();
    if (wasCurrent)
        Q_EMIT turned();
    else
        Q_EMIT restated();
}

/// With its number, which the board tells; usually it knows already.
void CallBook::announce() {
    for (auto const& each : std::exchange(m_announcements, {})) {
        auto const incident = m_console.board().incident(each.incident);
        if (!incident) {
            m_announcements.push_back(each);
            continue;
        }
        Wording const wording = m_console.wording();
        QString const number = incidentName(each.incident, wording);
        m_console.selectIncident(each.incident);
        m_console.say(Console::Tone::Done,
                      each.isNew ? filled(CallBookText::tr("%1 opened: %2 %3"),
                                          {number, typeName(incident->type, wording),
                                           incident->address ? textOf(*incident->address) : QString()})
                                 : filled(CallBookText::tr("Call added to %1"), {number}));
    }
}

void CallBook::rangBack(std::size_t index, Outcome outcome) {
    if (index >= m_ringBacks.size()) return;
    RingBack& ringBack = m_ringBacks[index];
    bool const isReached = outcome == Outcome::Reached;
    // Without the number: a note is read by more people than may know who called.
    QString const note =
        isReached ? CallBookText::tr("Rung back: reached.") : CallBookText::tr("Rung back: not reached.");
    core::AddNote const adding{.incident = m_console.board().survivorOf(ringBack.incident),
                               .text = note.toStdString()};
    m_console.submit({.intent = adding, .occurredAt = {}}, [self = QPointer(this), note](auto const& told) {
        if (!self) return;
        Wording const wording = self->m_console.wording();
        self->m_console.say(told ? Console::Tone::Done : Console::Tone::Refused,
                            told ? note : refusalText(told.error(), &wording));
    });
    if (isReached)
        m_ringBacks.erase(m_ringBacks.begin() + static_cast<std::ptrdiff_t>(index));
    else
        ++ringBack.attempts;
    m_keeper.touch();
    Q_EMIT ringBacksChanged();
}

void CallBook::dropFinishedRingBacks() {
    auto const isFinished = [&](RingBack const& each) {
        auto const incident = m_console.board().incident(m_console.board().survivorOf(each.incident));
        return incident && !incident->isOpen();
    };
    if (std::erase_if(m_ringBacks, isFinished) == 0) return;
    m_keeper.touch();
    Q_EMIT ringBacksChanged();
}

void CallBook::restore() {
    auto const offer = std::exchange(m_offer, {});
    if (!offer) return;
    std::erase_if(m_entries, [](Entry const& each) { return each.call.isEmpty(); });
    for (CallDraft const& call : offer->calls) {
        Entry entry = blank();
        entry.call = call;
        m_entries.push_back(std::move(entry));
    }
    m_index = m_entries.size() - offer->calls.size();
    m_keeper.touch();
    Q_EMIT offerChanged();
    Q_EMIT turned();
}

void CallBook::discard() {
    if (!std::exchange(m_offer, {})) return;
    m_keeper.touch();
    Q_EMIT offerChanged();
}

IntakeNotes CallBook::notes() const {
    IntakeNotes all;
    // What nobody has answered for yet is not overwritten by what comes now.
    if (m_offer) all.calls = m_offer->calls;
    for (Entry const& entry : m_entries)
        if (!entry.call.isEmpty()) all.calls.push_back(entry.call);
    all.ringBacks = m_ringBacks;
    all.keptAt = m_console.now();
    return all;
}

} // namespace ob::ui
