// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/position_lane.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace ob::net {
namespace {

/// Of one unit, while they wait to be old enough.
constexpr core::Duration minHeldApart = core::Duration::ofSeconds(5);

} // namespace

std::optional<core::LogId> PositionLane::ownLog() const {
    if (m_state.desk.key == nullptr) return std::nullopt;
    for (core::LogId const log : m_state.desk.writing)
        if (auto const found = m_state.logs.find(log);
            found != m_state.logs.end() && found->second.record.lane == core::Lane::Live)
            return log;
    return std::nullopt;
}

bool PositionLane::report(core::UnitId unit, core::Fix const& fix) {
    if (!ownLog()) return false;
    auto const tag = tagOf(unit);
    auto const known = m_own.find(tag);
    if (known != m_own.end() && fix.fixedAt < known->second.fixedAt) return false;
    if (known == m_own.end() && m_own.size() >= maxUnitsOfAuthor) return false;
    m_own.insert_or_assign(tag, fix);
    if (m_groups.empty()) regroup();
    for (auto& group : m_groups)
        hand(group, tag, fix);
    return true;
}

/// Who may know what. What was signed for others than now is not given to anybody any more.
void PositionLane::regroup() {
    auto const log = ownLog();
    if (!log) return;
    std::vector<Group> groups;
    for (std::uint16_t index = 0; index < m_state.desk.realm.roster.size(); ++index) {
        core::AgencyIndex const agency{index};
        auto const how = m_state.desk.positionSharing && agency != m_state.desk.agency
                             ? m_state.desk.positionSharing(agency)
                             : core::PositionSharing{};
        if (how.isWithheld) continue;
        auto group = std::ranges::find(groups, how, &Group::how);
        if (group == groups.end())
            group = groups.insert(group, {.how = how, .audience = {}, .ready = {}, .held = {}});
        group->audience.push_back(agency);
    }
    // Its own desks may know everything: so they can pass on what is meant for others.
    for (auto& group : groups)
        if (std::ranges::find(group.audience, m_state.desk.agency) == group.audience.end())
            group.audience.insert(std::ranges::lower_bound(group.audience, m_state.desk.agency),
                                  m_state.desk.agency);
    if (groups.size() == 1 && groups.front().audience.size() == m_state.desk.realm.roster.size())
        groups.front().audience.clear();
    auto const isSame = [](Group const& a, Group const& b) {
        return a.how == b.how && a.audience == b.audience;
    };
    if (std::ranges::equal(groups, m_groups, isSame)) return;
    m_groups = std::move(groups);
    std::erase_if(m_books, [&](auto const& each) {
        if (each.first.log != *log || groupOf(each.first) != nullptr) return false;
        m_units -= each.second.newest.size();
        return true;
    });
    for (auto& group : m_groups)
        for (auto const& [unit, fix] : m_own)
            hand(group, unit, fix);
}

PositionLane::Group* PositionLane::groupOf(Book const& book) {
    auto const found = std::ranges::find(m_groups, book.audience, &Group::audience);
    return found == m_groups.end() ? nullptr : &*found;
}

void PositionLane::hand(Group& group, UnitTag const& unit, core::Fix const& fix) {
    auto const shown = core::coarsened(fix, group.how.gridMetres);
    if (group.how.delay == core::Duration{}) {
        group.ready.insert_or_assign(unit, shown);
        return;
    }
    // As many as the delay is long, but not too many.
    auto const apart =
        std::max<std::int64_t>(minHeldApart.milliseconds(), group.how.delay.milliseconds() / 60);
    auto& held = group.held[unit];
    if (held.empty() || (shown.fixedAt - held.back().fixedAt).milliseconds() >= apart) held.push_back(shown);
}

void PositionLane::release(Group& group) {
    auto const now = m_state.desk.now();
    for (auto& [unit, held] : group.held)
        for (; !held.empty() && now - held.front().fixedAt >= group.how.delay; held.pop_front())
            group.ready.insert_or_assign(unit, held.front());
}

std::size_t PositionLane::waiting() const {
    std::size_t most = 0;
    for (auto const& group : m_groups)
        most = std::max(most, group.ready.size());
    return most;
}

void PositionLane::flush() {
    auto const log = ownLog();
    if (!log) return;
    for (auto& group : m_groups) {
        release(group);
        sign(*log, group);
    }
    pumpAll();
}

void PositionLane::sign(core::LogId log, Group& group) {
    if (m_stamp.epoch == 0) m_stamp.epoch = static_cast<std::uint64_t>(m_state.desk.now().milliseconds());
    while (!group.ready.empty()) {
        PositionFrame frame{.log = log,
                            .stamp = {},
                            .audience = group.audience,
                            .gridMetres = group.how.gridMetres,
                            .fixes = {}};
        while (!group.ready.empty() && frame.fixes.size() < maxPositionFixes) {
            auto const next = group.ready.extract(group.ready.begin());
            frame.fixes.push_back({next.key(), next.mapped()});
        }
        ++m_stamp.sequence;
        frame.stamp = m_stamp;
        take(frame, encodePositions(frame, *m_state.desk.key));
    }
}

std::vector<TaggedFix> PositionLane::take(PositionFrame const& frame, core::Bytes payload) {
    std::vector<TaggedFix> news;
    Positions& positions = m_books[{frame.log, frame.audience}];
    std::uint64_t const number = ++m_lastFrame;
    Sent sent{.stamp = frame.stamp, .payload = std::move(payload), .units = {}, .live = 0};
    for (auto const& each : frame.fixes) {
        auto const known = positions.newest.find(each.unit);
        if (known == positions.newest.end()) {
            if (positions.newest.size() >= maxUnitsOfAuthor || m_units >= maxUnitsTracked) continue;
            ++m_units;
        } else if (frame.stamp <= known->second.stamp) {
            continue;
        } else {
            overtake(positions, known->second.frame);
        }
        positions.newest.insert_or_assign(each.unit,
                                          Newest{.stamp = frame.stamp, .frame = number, .fix = each.fix});
        sent.units.push_back(each.unit);
        ++sent.live;
        news.push_back(each);
    }
    if (sent.live > 0) positions.frames.emplace(number, std::move(sent));
    return news;
}

void PositionLane::overtake(Positions& positions, std::uint64_t frame) {
    auto const found = positions.frames.find(frame);
    if (found != positions.frames.end() && --found->second.live == 0) positions.frames.erase(found);
}

/// A run of this desk before this one had signed it, and its clock was ahead of ours: who saw that takes
/// nothing below it any more.
void PositionLane::learnOwnStamp(PositionStamp stamp) {
    if (stamp <= m_stamp) return;
    m_stamp = {.epoch = std::min(stamp.epoch, std::numeric_limits<std::uint64_t>::max() - 1) + 1,
               .sequence = 0};
    for (auto const& [book, positions] : m_books)
        if (auto* const group = book.log == ownLog() ? groupOf(book) : nullptr)
            for (auto const& [unit, newest] : positions.newest)
                group->ready.try_emplace(unit, newest.fix);
}

/// Its author signs below what it signed in an earlier run, when its clock was ahead: it has to know.
void PositionLane::remind(PeerId to, core::LogId log) {
    Sent const* newest = nullptr;
    for (auto const& [book, positions] : m_books)
        for (auto const& [number, sent] : positions.frames)
            if (book.log == log && isFor(book, to) && (newest == nullptr || newest->stamp < sent.stamp))
                newest = &sent;
    if (newest != nullptr) m_state.out.send(to, FrameType::Positions, newest->payload, Priority::Positions);
}

bool PositionLane::receive(PeerId from, core::ByteView payload) {
    m_state.out.send(from, FrameType::PositionsTaken, encodePositionsTaken(payload.size()),
                     Priority::Control);
    auto const positions = decodePositions(payload);
    if (!positions || !positions->frame.isFor(m_state.desk.agency)) return false;
    auto const& frame = positions->frame;
    ReplicaLog const* const log = m_state.log(frame.log);
    if (log == nullptr || !log->isKnown()) return true; // it comes again with the next fix
    core::PublicKey const author{log->record.deskKey};
    if (log->record.lane != core::Lane::Live || !verifyPositions(*positions, author)) return false;
    if (m_state.desk.isRevoked && m_state.desk.isRevoked(author, log->record.agency)) return true;
    if (log->record.own) {
        if (frame.log == ownLog()) learnOwnStamp(frame.stamp);
        return true;
    }
    auto const agency = log->record.agency;
    auto const news = take(frame, {payload.begin(), payload.end()});
    if (auto& epoch = m_epochs[frame.log]; epoch > frame.stamp.epoch)
        remind(from, frame.log);
    else
        epoch = frame.stamp.epoch;
    if (news.empty()) return true;
    // Against the stream: a reminder, which is for the author.
    if (log->source != from && log->source != 0)
        m_state.out.send(log->source, FrameType::Positions, {payload.begin(), payload.end()},
                         Priority::Positions);
    if (m_state.out.fixes) {
        auto told = news;
        for (auto& each : told)
            each.fix = *newest(agency, each.unit);
        m_state.out.fixes(agency, told);
    }
    pumpAll();
    return true;
}

void PositionLane::taken(PeerId id, std::uint64_t bytes) {
    Peer* const peer = m_state.peer(id);
    if (peer == nullptr) return;
    peer->positionsOnTheWay -=
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes, peer->positionsOnTheWay));
    pump(id);
}

void PositionLane::pumpAll() {
    for (auto const& [id, peer] : m_state.peers)
        pump(id);
}

void PositionLane::pump(PeerId id) {
    for (;;) {
        Peer* const peer = m_state.peer(id);
        if (peer == nullptr || peer->positionsOnTheWay >= positionsOnTheWay || !sendNext(id, *peer)) return;
    }
}

bool PositionLane::isFor(Book const& book, PeerId id) const {
    auto const agency = m_state.peers.at(id).reader.agency;
    return book.audience.empty() || std::ranges::binary_search(book.audience, agency);
}

/// The oldest that it lacks: units take turns, whoever drives faster.
bool PositionLane::sendNext(PeerId id, Peer& peer) {
    std::uint64_t best = 0;
    Sent const* frame = nullptr;
    Peer::Serving* from = nullptr;
    for (auto const& [book, positions] : m_books) {
        auto const serving = peer.serving.find(book.log);
        if (serving == peer.serving.end() || !isFor(book, id)) continue;
        auto const have = peer.have.find(book.log);
        if (have == peer.have.end() || have->second.size == 0) continue;
        auto const next = positions.frames.upper_bound(serving->second.positions);
        if (next == positions.frames.end() || (frame != nullptr && next->first > best)) continue;
        best = next->first;
        frame = &next->second;
        from = &serving->second;
    }
    if (frame == nullptr) return false;
    from->positions = best;
    peer.positionsOnTheWay += frame->payload.size();
    m_state.out.send(id, FrameType::Positions, frame->payload, Priority::Positions);
    return true;
}

void PositionLane::tidy() {
    auto const log = ownLog();
    if (!log || m_own.empty()) return;
    regroup();
    for (auto const& [book, positions] : m_books) {
        auto* const group = book.log == *log ? groupOf(book) : nullptr;
        if (group == nullptr) continue;
        for (auto const& [number, sent] : positions.frames) {
            if (2 * sent.live >= sent.units.size()) continue;
            for (auto const& unit : sent.units)
                if (auto const& newest = positions.newest.at(unit); newest.frame == number)
                    group->ready.try_emplace(unit, newest.fix);
        }
    }
}

std::optional<core::Fix> PositionLane::newest(core::AgencyIndex agency, UnitTag const& unit) const {
    // Of one log the last run counts, of desks of one agency the later fix.
    std::map<core::LogId, Newest const*> ofLogs;
    for (auto const& [book, positions] : m_books) {
        auto const log = m_state.logs.find(book.log);
        if (log == m_state.logs.end() || log->second.record.agency != agency) continue;
        auto const found = positions.newest.find(unit);
        if (found == positions.newest.end()) continue;
        auto& best = ofLogs[book.log];
        auto const isBefore = [](Newest const& a, Newest const& b) {
            return std::tuple(a.stamp.epoch, a.fix.fixedAt, b.fix.gridMetres)
                   < std::tuple(b.stamp.epoch, b.fix.fixedAt, a.fix.gridMetres);
        };
        if (best == nullptr || isBefore(*best, found->second)) best = &found->second;
    }
    std::optional<core::Fix> newest;
    for (auto const& [log, best] : ofLogs)
        if (!newest || newest->fixedAt < best->fix.fixedAt) newest = best->fix;
    return newest;
}

} // namespace ob::net
