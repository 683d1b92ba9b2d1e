// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What desks show, and what they hold of streams.
#include "core/fold/membership.h"
#include "core/fold/stream_fold.h"
#include "tests/sim/world.h"

#include <algorithm>

namespace ob::sim {
namespace {

/// What is the same on every desk that may see the stream: all but joint, own and personal words.
core::Incident openPart(core::Incident incident) {
    incident.address.reset();
    incident.place.reset();
    incident.placeWithheld = false;
    incident.narrative.clear();
    incident.attachments.clear();
    incident.resolvedByOperator.reset();
    return incident;
}

} // namespace

/// What the desk must show, as far as its version knows: all that it has on the board, folded from its events
/// alone.
core::Board World::boardOf(DeskNumber number) {
    auto& node = *m_desks[number];
    Reading const version{.unknownKinds = node.reading().unknownKinds};
    Acting const acting(version);
    auto const standing = node.standing();
    core::Board board;
    core::ChangeSet changes;
    node.journal().visitStreams([&](core::StreamId id, core::StreamKind kind, bool onBoard) {
        if (!onBoard || kind == core::StreamKind::Desk) return;
        auto const fold = core::StreamFold::of(node.eventsOf(id, standing));
        board.settle(id, fold.settled(), changes);
        if (auto incident = fold.incident()) board.put(std::move(incident), changes);
        if (auto unit = fold.unit()) board.put(std::move(unit), changes);
        if (auto policy = fold.policy()) board.put(std::move(policy), changes);
    });
    return board;
}

std::vector<World::Streams> World::heldByAll(By statements) {
    std::vector<Streams> held(size());
    for (DeskNumber number = 0; number < size(); ++number) {
        // Whoever is out now could let others in before.
        if (isOut(number) && statements == By::Standing) continue;
        auto& node = *m_desks[number];
        auto const standing = statements == By::Standing ? node.standing() : core::Admissions(m_realm.id);
        node.journal().visitStreams([&](core::StreamId stream, core::StreamKind, bool) {
            held[number].emplace(stream,
                                 node.eventsOf(stream, standing,
                                               statements == By::Standing ? core::Admission::Voided
                                                                          : core::Admission::Admissible));
        });
    }
    return held;
}

World::Streams World::everythingIn(std::vector<Streams> const& held) const {
    std::map<core::StreamId, std::map<core::EventId, core::Event const*>> found;
    std::set<core::StreamId> lies;
    for (auto const& streams : held)
        for (auto const& [stream, events] : streams)
            for (auto const& event : events) {
                if (m_lyingLogs.contains(event.header().log)) lies.insert(stream);
                found[stream].emplace(event.id(), &event);
            }
    Streams everything;
    for (auto const& [stream, events] : found)
        if (!lies.contains(stream))
            for (auto const& [id, event] : events)
                everything[stream].push_back(*event);
    return everything;
}

/// What a desk sees of a stream is judged as those do who see more of it (R9); who sees all of it sees the
/// same.
std::string World::checkStream(core::StreamId stream, Events const& everything,
                               std::vector<Streams> const& held, Events const& beforeStatements) {
    auto const all = core::StreamFold::of(everything);
    auto const membership = core::Membership::of(everything, all);
    std::optional<core::Membership> before;
    if (&beforeStatements != &everything) before = core::Membership::of(beforeStatements);
    // Who is not a member passes nothing on: words come from somebody who is, and to everybody.
    bool const isPassedOn = isForAll(membership, everything);
    auto const canHave = [&](DeskNumber number, core::EventId id) {
        auto const near = inContactWith(number, size());
        return isMeshed() || (isPassedOn && std::any_of(near.begin(), near.end(), [&](DeskNumber other) {
                                  auto const there = held[other].find(stream);
                                  return there != held[other].end()
                                         && std::ranges::find(there->second, id, &core::Event::id)
                                                != there->second.end();
                              }));
    };
    std::string const shown = " stream " + stream.hex().substr(0, 8);
    for (DeskNumber number = 0; number < size(); ++number) {
        if (isOut(number)) continue;
        std::string const who = "desk " + std::to_string(number);
        auto const found = held[number].find(stream);
        Events const mine = found == held[number].end() ? Events() : found->second;
        auto const fold = core::StreamFold::of(mine);
        std::set<core::EventId> visible;
        for (auto const& event : mine)
            visible.insert(event.id());
        auto expected = all.order();
        // Where there is no way to the ancestors but through desks that may not pass them on, an event waits.
        auto const waiting = isMeshed() ? std::vector<core::EventId>() : fold.waiting();
        std::erase_if(expected, [&](core::Taken const& taken) {
            return !visible.contains(taken.id) || std::ranges::find(waiting, taken.id) != waiting.end();
        });
        if (fold.order() != expected)
            return who + " judges" + shown + " differently: " + std::to_string(fold.order().size())
                   + " events and " + std::to_string(fold.waiting().size()) + " waiting, not "
                   + std::to_string(expected.size());
        if (mine.size() == everything.size() && fold.incident()
            && openPart(*fold.incident()) != openPart(*all.incident()))
            return who + " sees" + shown + " differently";
        auto const agency = m_desks[number]->agency();
        for (auto const& event : everything) {
            // What is not of the settled history comes to who needs it only.
            if (event.admission() == core::Admission::Voided && m_settledLogs.contains(event.header().log))
                continue;
            bool const mayHold = membership.mayHold(agency, event.id());
            bool const isHeld = visible.contains(event.id());
            if (mayHold && !isHeld && canHave(number, event.id()))
                return who + " lacks an event of" + shown + " that it may hold";
            bool const mightOnce = before && before->mayHold(agency, event.id());
            if (!mayHold && isHeld && event.author() != agency && !mightOnce)
                return who + " holds an event of" + shown + " that it may not";
        }
    }
    return {};
}

bool World::isForAll(core::Membership const& membership, Events const& events) const {
    for (std::uint16_t agency = 0; agency < m_realm.roster.size(); ++agency)
        for (auto const& event : events)
            if (!membership.mayHold({agency}, event.id())) return false;
    return true;
}

std::string World::checkBoards() {
    auto const held = heldByAll(By::Standing);
    auto const everything = everythingIn(held);
    bool const isAnyVoided = !m_revoked.empty() || !m_settledLogs.empty();
    auto const before = isAnyVoided ? everythingIn(heldByAll(By::Nothing)) : Streams();
    bool const isAllEqual = isMeshed() && m_lyingLogs.empty(); // own words do not go through other agencies
    auto const isComparable = [&](DeskNumber number) {
        return isVirtual(number) && !isRevoked(number) && m_desks[number]->reading().unknownKinds.empty();
    };
    for (DeskNumber number = 0; number < size(); ++number) {
        if (!isVirtual(number) || isRevoked(number)) continue;
        auto& here = desk(number);
        std::string const who = "desk " + std::to_string(number);
        if (auto const same = core::areEqual(here.desk().board(), boardOf(number)); !same)
            return who + " shows something else than its journal says: " + same.message();
        for (DeskNumber other = 0; other < number; ++other)
            if (isAllEqual && isComparable(number) && isComparable(other)
                && desk(other).agency() == here.agency())
                if (auto const same = core::areEqual(here.desk().board(), desk(other).desk().board()); !same)
                    return who + " and desk " + std::to_string(other) + " of one agency: " + same.message();
    }
    for (auto const& [stream, events] : everything) {
        auto const earlier = before.find(stream);
        auto what = checkStream(stream, events, held, earlier == before.end() ? events : earlier->second);
        if (!what.empty()) return what;
    }
    return {};
}

} // namespace ob::sim
