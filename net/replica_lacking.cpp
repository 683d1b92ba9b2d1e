// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What of net/replica.h looks for what is held without all that this desk may have of it: asks for it, and
// gives the desks of its own agency what they cannot know to ask for.
#include "net/replica.h"

#include "core/journal/event_codec.h"

#include <algorithm>

namespace ob::net {

void Replica::askForBodies(PeerId from, ReplicaLog const& log) {
    if (log.whole == log.size || log.isWriting) return;
    WantBodies wanted{.log = log.record.id, .ranges = {}};
    for (auto const& run : m_state.desk.journal.stubs(log.record.id)) {
        std::uint64_t const end = run.begin + (std::uint64_t{1} << run.level);
        if (!wanted.ranges.empty() && wanted.ranges.back().end == run.begin) {
            wanted.ranges.back().end = end;
            continue;
        }
        if (wanted.ranges.size() == maxRangesAsked) break; // the rest another time
        wanted.ranges.push_back({run.begin, end});
    }
    m_state.out.send(from, FrameType::WantBodies, encode(wanted), Priority::Control);
}

bool Replica::isDue(Asking& asking) const {
    if (m_state.ticks < asking.next) return false;
    asking.pause = std::min(core::Duration::ofMilliseconds(2 * asking.pause.milliseconds()), longestPause);
    asking.next = m_state.ticks + asking.pause;
    return true;
}

/// Of peers that may hold with its body what is a hash here: when they were asked first, it may have been
/// hidden from them whose it is. They may lack what comes earlier in the log.
void Replica::askAgainForBodies() {
    for (auto const& [logId, log] : m_state.logs) {
        if (log.whole == log.size || log.isWriting) continue;
        for (auto const& [id, peer] : m_state.peers) {
            auto const have = peer.have.find(logId);
            if (have == peer.have.end() || have->second.size <= log.whole) continue;
            auto const [found, isNew] = m_bodies.try_emplace({id, logId}, BodyAsking{log.whole, asking()});
            if (found->second.whole != log.whole) found->second = {log.whole, asking()};
            if (isDue(found->second.asking)) askForBodies(id, log);
        }
    }
}

bool Replica::hasRole(core::StreamId stream) const {
    auto const incident = m_state.desk.incident(stream);
    return incident && m_state.sharing.rolesOn(*incident).contains(m_state.desk.agency);
}

bool Replica::mayLack(core::EncodedEvent const& event, core::EventHeader const& header,
                      core::AgencyIndex author) const {
    if (header.commitments.size() == event.sections.size()) return false;
    std::size_t next = 0;
    bool lacksJoint = false;
    for (std::uint8_t index = 0; index < header.commitments.size(); ++index) {
        if (next < event.sections.size() && event.sections[next].index == index) {
            ++next;
            continue;
        }
        auto const sectionClass = header.commitments[index].sectionClass;
        if (!m_state.desk.clearance.admits(sectionClass)) continue;
        if (author == m_state.desk.agency) return true;
        lacksJoint = lacksJoint || sectionClass == core::SectionClass::Joint;
    }
    return lacksJoint && hasRole(event.stream);
}

bool Replica::isWithoutRole(core::StreamId stream) const {
    auto const incident = m_state.desk.incident(stream);
    return incident && !m_state.sharing.rolesOn(*incident).contains(m_state.desk.agency);
}

bool Replica::holdsJoint(core::EncodedEvent const& event) const {
    ReplicaLog const& log = m_state.logs.at(event.log);
    return log.record.agency != m_state.desk.agency
           && std::ranges::any_of(event.sections, [](core::EncodedSection const& section) {
                  return section.sectionClass == core::SectionClass::Joint;
              });
}

void Replica::noteJoint(core::EncodedEvent const& event) {
    if (holdsJoint(event)) m_withJoint.insert(event.stream);
    if (!m_state.desk.isSettled(event.stream))
        m_unsettled[event.stream];
    else if (m_withJoint.contains(event.stream) && isWithoutRole(event.stream))
        shareInAgency(event.stream);
}

void Replica::noteSettled(core::StreamId stream, bool mayLack) {
    if (m_state.desk.hasWaiting(stream)) m_waiting.insert_or_assign(stream, asking());
    if (mayLack && hasRole(stream)) m_lacking.insert_or_assign(stream, asking());
}

/// What was asked of the board when it did not show these streams as they are.
void Replica::noteSettled() {
    std::erase_if(m_unsettled, [this](auto const& each) {
        auto const& [stream, mayLack] = each;
        if (!m_state.desk.isSettled(stream)) return false;
        noteSettled(stream, mayLack);
        if (m_withJoint.contains(stream) && isWithoutRole(stream)) shareInAgency(stream);
        return true;
    });
}

void Replica::shareInAgency(core::StreamId stream) {
    for (auto& [id, peer] : m_state.peers)
        if (peer.desk.agency == m_state.desk.agency && peer.upgrades.size() < maxUpgradeWork)
            peer.upgrades.emplace_back(stream);
}

/// A little at a time: there may be many.
void Replica::shareWithNewcomers() {
    constexpr int atOnce = 256;
    for (auto newcomer = m_newcomers.begin(); newcomer != m_newcomers.end();) {
        Peer& peer = m_state.peers.at(newcomer->first);
        auto next = m_withJoint.upper_bound(newcomer->second);
        for (int count = 0; count < atOnce && next != m_withJoint.end(); ++count, ++next) {
            if (peer.upgrades.size() >= maxUpgradeWork) break;
            if (isWithoutRole(*next)) peer.upgrades.emplace_back(*next);
            newcomer->second = *next;
        }
        newcomer = next == m_withJoint.end() ? m_newcomers.erase(newcomer) : std::next(newcomer);
    }
}

bool Replica::lacksSections(core::StreamId stream) {
    return lacksSections(m_state.desk.journal.stream(stream, {}));
}

bool Replica::lacksSections(std::vector<core::EncodedEvent> const& events) {
    return std::any_of(events.begin(), events.end(), [&](core::EncodedEvent const& event) {
        ReplicaLog const* const log = m_state.log(event.log);
        auto const header = core::decodeHeader(event.header);
        return log != nullptr && header && mayLack(event, *header, log->record.agency);
    });
}

/// What was lacking when the desk was stopped, a little at a time.
void Replica::lookForLacking() {
    constexpr std::size_t atOnce = 256;
    if (m_unsearched.empty()) return;
    for (std::size_t count = 0; count < atOnce && !m_unsearched.empty(); ++count) {
        auto const events = m_state.desk.journal.stream(m_unsearched.back(), {});
        if (m_state.desk.hasWaiting(m_unsearched.back())) m_waiting.emplace(m_unsearched.back(), asking());
        if (!isSure(m_unsearched.back()))
            for (auto const& event : events)
                m_state.unsure.note(event.stream, event.log, event.sequence);
        if (lacksSections(events)) m_lacking.emplace(m_unsearched.back(), asking());
        if (auto const joint =
                std::ranges::find_if(events, [this](auto const& event) { return holdsJoint(event); });
            joint != events.end())
            noteJoint(*joint);
        m_unsearched.pop_back();
    }
    m_state.isLookedThrough = m_unsearched.empty();
    if (!m_state.isLookedThrough) return;
    std::vector<core::LogId> all;
    for (auto const& [id, log] : m_state.logs)
        all.push_back(id);
    for (auto const& [id, peer] : m_state.peers)
        sendHave(id, all); // which said nothing of what is complete until now
}

/// Ancestors and sections that did not come by themselves.
void Replica::askForStreams() {
    if (!m_intake.isNearlyDone()) return;
    std::vector<core::StreamId> due;
    std::erase_if(m_waiting, [&](auto const& each) { return !m_state.desk.hasWaiting(each.first); });
    for (auto& [stream, known] : m_waiting)
        if (due.size() < maxStreamsAsked && isDue(known)) due.push_back(stream);
    std::vector<core::StreamId> over;
    for (auto& [stream, known] : m_lacking)
        if (due.size() < maxStreamsAsked && isDue(known))
            (lacksSections(stream) ? due : over).push_back(stream);
    for (core::StreamId const stream : over)
        m_lacking.erase(stream);
    if (due.empty()) return;
    for (auto const& [id, peer] : m_state.peers)
        m_state.out.send(id, FrameType::WantStreams, encodeWantStreams(due), Priority::Control);
}

} // namespace ob::net
