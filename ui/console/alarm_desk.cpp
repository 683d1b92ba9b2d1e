// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/alarm_desk.h"

#include "ui/text/sentence.h"

#include <algorithm>

namespace ob::ui {
namespace {

constexpr core::Duration pause = core::Duration::ofSeconds(1);

} // namespace

AlarmDesk::AlarmDesk(Console& console, SoundPort& sound, QObject* parent)
    : QObject(parent), m_console(console), m_sound(sound) {
    connect(&console, &Console::boardChanged, this, &AlarmDesk::recomputeSoon);
    connect(&console, &Console::linksChanged, this, [this] {
        noteLinks();
        recomputeSoon();
    });
    connect(&console, &Console::healthChanged, this, [this] {
        noteHealth();
        recomputeSoon();
    });
    connect(&console, &Console::sessionChanged, this, &AlarmDesk::recompute);
    connect(&console, &Console::ticked, this, &AlarmDesk::recompute);
    noteLinks();
    noteHealth();
    recompute();
}

/// A peer is lost while no link to it is up: two desks that call each other have two lines.
void AlarmDesk::noteLinks() {
    std::set<QString> up, known;
    m_reachedAgencies.clear();
    auto const nameOf = [this](LinkLine const& link) {
        if (!link.desk.isEmpty()) m_deskAt[link.endpoint] = link.desk;
        auto const found = m_deskAt.find(link.endpoint);
        return found == m_deskAt.end() ? link.endpoint : found->second;
    };
    for (auto const& link : m_console.links()) {
        known.insert(nameOf(link));
        if (link.state != LinkLine::State::Connected) continue;
        up.insert(nameOf(link));
        m_reachedAgencies.insert(link.agency);
    }
    std::erase_if(m_lost,
                  [&](auto const& lost) { return up.contains(lost.first) || !known.contains(lost.first); });
    for (auto const& link : m_console.links()) {
        QString const name = nameOf(link);
        if (up.contains(name)) continue;
        auto& lost = m_lost.try_emplace(name, LostPeer{.agency = {}, .since = m_console.now()}).first->second;
        if (!link.agency.isEmpty()) lost.agency = link.agency;
    }
}

void AlarmDesk::noteHealth() {
    bool const isReadOnly = m_console.health().state == DeskHealth::State::ReadOnly;
    if (!isReadOnly)
        m_readOnlySince.reset();
    else if (!m_readOnlySince)
        m_readOnlySince = m_console.now();
}

std::vector<core::AlarmSources::LostPeer> AlarmDesk::lostPeers() const {
    auto const& codes = m_console.agencyCodes();
    std::vector<core::AlarmSources::LostPeer> peers;
    for (auto const& [name, lost] : m_lost) {
        core::AlarmSources::LostPeer peer{.name = name.toStdString(),
                                          .agency = {},
                                          .since = lost.since,
                                          .isAgencyReached = m_reachedAgencies.contains(lost.agency)};
        auto const found = std::ranges::find(codes, lost.agency.toStdString(), &core::Code::text);
        if (found != codes.end())
            peer.agency = core::AgencyIndex{static_cast<std::uint16_t>(found - codes.begin())};
        peers.push_back(std::move(peer));
    }
    return peers;
}

/// Not for each of a thousand changes: what comes within the same second waits for its end.
void AlarmDesk::recomputeSoon() {
    if (!m_computedAt || m_console.now() - *m_computedAt >= pause) recompute();
}

void AlarmDesk::recompute() {
    auto const now = m_console.now();
    m_computedAt = now;
    auto alarms = core::alarmsOf({.board = m_console.board(),
                                  .rules = m_console.rules(),
                                  .queue = m_console.queue(),
                                  .own = m_console.agency(),
                                  .lostPeers = lostPeers(),
                                  .readOnlySince = m_readOnlySince},
                                 now);
    endShelves(now);
    auto const over = forget(alarms);
    lay(alarms);
    for (auto const& alarm : over)
        Q_EMIT cleared(alarm);
    tell(alarms);
}

/// What comes off a shelf is told as if it were new.
void AlarmDesk::endShelves(core::Instant now) {
    for (auto& kept : m_deeds)
        std::erase_if(kept.second.shelved, [&](auto const& shelved) {
            if (shelved.second.until > now) return false;
            kept.second.acknowledged.erase(shelved.first);
            m_told.erase(shelved.first);
            return true;
        });
}

/// What is over is forgotten, so that the same trouble is heard when it comes back.
std::vector<core::Alarm> AlarmDesk::forget(std::vector<core::Alarm> const& alarms) {
    std::set<core::AlarmId> standing; // there may be thousands
    for (auto const& alarm : alarms)
        standing.insert(alarm.id);
    auto const isOver = [&](auto const& kept) { return !standing.contains(kept.first); };
    std::vector<core::Alarm> over;
    for (auto const& entry : m_entries)
        if (!standing.contains(entry.alarm.id)) over.push_back(entry.alarm);
    std::erase_if(m_told, isOver);
    for (auto& [position, deeds] : m_deeds) {
        std::erase_if(deeds.acknowledged, isOver);
        std::erase_if(deeds.shelved, isOver);
    }
    return over;
}

void AlarmDesk::tell(std::vector<core::Alarm> const& alarms) {
    bool isDistress = false, isHigh = false, isAny = false;
    for (auto const& alarm : alarms) {
        auto const told = m_told.find(alarm.id);
        if (told != m_told.end() && told->second >= alarm.stage) continue;
        m_told.insert_or_assign(alarm.id, alarm.stage);
        // A shelf keeps a later stage silent, but never distress.
        if (deeds().shelved.contains(alarm.id) && !alarm.isDistress()) continue;
        isAny = true;
        isHigh = isHigh || alarm.priority == core::AlarmPriority::High;
        isDistress = isDistress || alarm.isDistress();
        Q_EMIT raised(alarm);
    }
    if (isDistress)
        m_sound.distress();
    else if (isHigh)
        m_sound.alarm();
    else if (isAny)
        m_sound.attention();
}

void AlarmDesk::lay(std::vector<core::Alarm> const& alarms) {
    auto const& mine = deeds();
    std::vector<Entry> entries;
    for (auto const& alarm : alarms) {
        Entry entry{.alarm = alarm};
        auto const acknowledged = mine.acknowledged.find(entry.alarm.id);
        entry.isAcknowledged =
            acknowledged != mine.acknowledged.end() && acknowledged->second >= entry.alarm.stage;
        auto const shelved = mine.shelved.find(entry.alarm.id);
        if (shelved != mine.shelved.end() && !entry.alarm.isDistress()) entry.shelf = shelved->second;
        entries.push_back(std::move(entry));
    }
    std::ranges::stable_partition(entries, [](Entry const& entry) { return !entry.shelf; });
    auto const isSame = std::ranges::equal(entries, m_entries, [](Entry const& a, Entry const& b) {
        return a.alarm == b.alarm && a.isAcknowledged == b.isAcknowledged
               && a.shelf.has_value() == b.shelf.has_value();
    });
    m_entries = std::move(entries);
    m_places.clear();
    auto const before = std::exchange(m_counts, counts());
    if (!isSame || before != m_counts) Q_EMIT changed();
}

AlarmDesk::Counts AlarmDesk::counts() const {
    Counts counts{.overdue = m_console.counts().overdue};
    for (auto const& entry : m_entries) {
        if (entry.shelf)
            ++counts.shelved;
        else if (!entry.isAcknowledged)
            ++counts.unacknowledged;
    }
    return counts;
}

std::vector<core::StandingAlarm> AlarmDesk::standing() const {
    std::vector<core::StandingAlarm> alarms;
    for (auto const& entry : m_entries)
        alarms.push_back({.alarm = entry.alarm,
                          .isAcknowledged = entry.isAcknowledged,
                          .isShelved = entry.shelf.has_value()});
    return alarms;
}

AlarmDesk::Entry const* AlarmDesk::find(core::AlarmId const& alarm) const {
    if (m_places.empty())
        for (std::size_t place = 0; place < m_entries.size(); ++place)
            m_places.emplace(m_entries[place].alarm.id, place);
    auto const found = m_places.find(alarm);
    return found == m_places.end() ? nullptr : &m_entries[found->second];
}

bool AlarmDesk::acknowledge(core::AlarmId const& alarm) {
    auto const* const entry = find(alarm);
    if (entry == nullptr || !isSignedIn()) return false;
    deeds().acknowledged.insert_or_assign(alarm, entry->alarm.stage);
    recompute();
    return true;
}

bool AlarmDesk::acknowledge(std::vector<core::Alarm> const& alarms) {
    if (!isSignedIn()) return false;
    bool isAny = false;
    for (auto const& alarm : alarms) {
        auto const* const entry = find(alarm.id);
        if (entry == nullptr) continue;
        deeds().acknowledged.insert_or_assign(alarm.id, entry->alarm.stage);
        isAny = true;
    }
    if (isAny) recompute();
    return isAny;
}

AlarmDesk::ShelvingResult AlarmDesk::mayShelve(core::AlarmId const& alarm, core::Duration length,
                                               QString const& reason) const {
    auto const* const entry = find(alarm);
    if (entry == nullptr) return ShelvingResult::Gone;
    if (!isSignedIn()) return ShelvingResult::NobodySignedIn;
    if (entry->alarm.isDistress()) return ShelvingResult::IsDistress;
    if (reason.trimmed().isEmpty()) return ShelvingResult::ReasonRequired;
    if (length <= core::Duration() || length > longestShelf) return ShelvingResult::TooLong;
    auto const incident = m_console.board().incident(entry->alarm.incident);
    bool const isForSupervisor = entry->alarm.priority == core::AlarmPriority::High
                                 || (incident && incident->priority == core::Priority::P1);
    if (isForSupervisor && !m_console.context().has(core::Role::Supervisor))
        return ShelvingResult::NotSupervisor;
    return ShelvingResult::Shelved;
}

AlarmDesk::ShelvingResult AlarmDesk::shelve(core::AlarmId const& alarm, core::Duration length,
                                            QString const& reason) {
    auto const result = mayShelve(alarm, length, reason);
    if (result != ShelvingResult::Shelved) return result;
    deeds().shelved.insert_or_assign(alarm, Shelf{.until = m_console.now() + length,
                                                  .reason = reason.trimmed(),
                                                  .by = textOf(m_console.session().operatorName)});
    recompute();
    return result;
}

void AlarmDesk::unshelve(core::AlarmId const& alarm) {
    auto const found = deeds().shelved.find(alarm);
    if (found == deeds().shelved.end()) return;
    found->second.until = m_console.now();
    recompute();
}

void AlarmDesk::endShelves() {
    for (auto& [alarm, shelf] : deeds().shelved)
        shelf.until = m_console.now();
    recompute();
}

} // namespace ob::ui
