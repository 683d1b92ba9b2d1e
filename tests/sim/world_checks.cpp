// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "core/journal/event_sections.h"
#include "core/policy/sharing.h"
#include "tests/sim/world.h"
#include "tests/support/board_builder.h"

#include <algorithm>
#include <set>

namespace ob::sim {
namespace {

/// Agencies that ever had a role on the incident, or more.
std::set<core::AgencyIndex> everInvolved(std::vector<core::Event> const& events,
                                         std::map<core::StreamId, core::AgencyIndex> const& units) {
    std::set<core::AgencyIndex> involved;
    auto const add = [&](core::UnitId unit) {
        if (auto const found = units.find(unit); found != units.end()) involved.insert(found->second);
    };
    for (auto const& event : events) {
        if (!event.isUnderstood()) continue;
        auto const& fact = event.body().fact;
        if (event.creates() || core::Sharing::changesRoles(event.header().kind))
            involved.insert(event.author());
        if (auto const* const offered = std::get_if<core::LeadOffered>(&fact))
            involved.insert(offered->agency);
        if (auto const* const sent = std::get_if<core::UnitDispatched>(&fact)) add(sent->unit);
        if (auto const* const planned = std::get_if<core::UnitPlanned>(&fact)) add(planned->unit);
    }
    return involved;
}

bool mayHold(core::EncodedSection const& section, core::AgencyIndex author, core::AgencyIndex reader,
             std::set<core::AgencyIndex> const& involved) {
    if (section.sectionClass == core::SectionClass::Open || author == reader) return true;
    if (section.sectionClass != core::SectionClass::Joint) return false;
    auto const audience = core::viewSection(section.bytes)->audience;
    if (audience.empty()) return involved.contains(reader);
    return std::find(audience.begin(), audience.end(), reader) != audience.end();
}

} // namespace

/// All that can talk to each other do.
bool World::isMeshed() {
    for (DeskNumber one = 0; one < size(); ++one)
        for (DeskNumber other = one + 1; other < size(); ++other)
            if (!isRevoked(one) && !isRevoked(other) && !isConnected(one, other)) return false;
    return true;
}

/// What it wrote and does not count any more.
std::set<core::EventId> World::voidedOf(DeskNumber author) {
    std::set<core::EventId> voided;
    for (DeskNumber other = 0; other < size(); ++other) {
        if (!isInGoodStanding(other)) continue;
        auto standing = m_desks[other]->standing();
        for (auto const& extent : m_desks[author]->journal().logs()) // it may know none of them
            standing.addLog(extent.record.id, {extent.record.deskKey}, extent.record.agency);
        for (auto const lane : {core::Lane::Live, core::Lane::Bulk})
            for (auto const& event : m_desks[author]->journal().eventsOf(desk(author).log(lane)))
                if (standing.admissionOf(event.log, event.sequence) == core::Admission::Voided)
                    voided.insert(event.leaf);
    }
    return voided;
}

std::string World::checkAcknowledged() {
    std::map<DeskNumber, std::set<core::EventId>> voided;
    for (DeskNumber const number : m_revoked)
        if (isVirtual(number)) voided[number] = voidedOf(number);
    for (DeskNumber holder = 0; holder < size(); ++holder) {
        if (!isInGoodStanding(holder)) continue;
        auto const held = m_desks[holder]->journal().leaves();
        for (DeskNumber author = 0; author < size(); ++author) {
            if (!isVirtual(author)) continue;
            for (auto const& event : desk(author).acknowledged())
                if (!held.contains(event) && !voided[author].contains(event))
                    return "desk " + std::to_string(holder) + " lacks " + event.hex()
                           + ", acknowledged by desk " + std::to_string(author);
        }
    }
    return {};
}

std::string World::checkRoots() {
    std::optional<std::map<core::LogId, std::pair<std::uint64_t, core::Hash>>> known;
    for (DeskNumber number = 0; number < size(); ++number) {
        if (!isInGoodStanding(number)) continue;
        std::map<core::LogId, std::pair<std::uint64_t, core::Hash>> logs;
        for (auto const& extent : m_desks[number]->journal().logs())
            if (!isOfLiar(extent.record.id)) logs[extent.record.id] = {extent.size, extent.newestHead->root};
        if (!known) known = logs;
        if (logs.size() != known->size())
            return "desk " + std::to_string(number) + " knows " + std::to_string(logs.size()) + " logs, not "
                   + std::to_string(known->size());
        for (auto const& [log, mine] : logs)
            if (auto const found = known->find(log); found == known->end() || found->second != mine)
                return "desk " + std::to_string(number) + " holds " + std::to_string(mine.first) + " of log "
                       + log.hex().substr(0, 8) + " and not what others hold";
    }
    return {};
}

Secrets::Numbers World::hiddenFrom(core::AgencyIndex agency) {
    std::map<core::StreamId, std::vector<core::Event>> streams;
    std::map<core::StreamId, core::AgencyIndex> units;
    for (auto const& node : m_desks)
        node->journal().visitStreams([&](core::StreamId stream, core::StreamKind, bool) {
            for (auto& event : core::eventsOf(node->journal(), stream)) {
                if (event.creates()) units.emplace(stream, event.author());
                streams[stream].push_back(std::move(event));
            }
        });
    Secrets::Numbers hidden;
    for (Secrets::Number number = 0; number < m_secrets.count(); ++number)
        if (auto const teller = m_tellers.find(number); teller == m_tellers.end() || teller->second != agency)
            hidden.insert(number);
    for (auto const& [stream, events] : streams) {
        auto const involved = everInvolved(events, units);
        for (auto const& node : m_desks)
            for (auto const& event : node->journal().stream(stream, {}))
                for (auto const& section : event.sections)
                    if (mayHold(section, node->journal().agencyOf(event.log), agency, involved))
                        for (auto const number : m_secrets.in(section.bytes))
                            hidden.erase(number);
    }
    return hidden;
}

std::string World::checkAudience() {
    auto const streams = everythingIn(heldByAll(By::Nothing));
    std::map<core::StreamId, core::AgencyIndex> units;
    for (auto const& [stream, events] : streams)
        for (auto const& event : events)
            if (event.creates()) units.emplace(stream, event.author());
    std::map<core::LogId, core::AgencyIndex> agencies;
    for (auto const& node : m_desks)
        for (auto const& extent : node->journal().logs())
            agencies.emplace(extent.record.id, extent.record.agency);
    for (auto const& [stream, events] : streams) {
        auto const involved = everInvolved(events, units);
        for (DeskNumber number = 0; number < size(); ++number)
            for (auto const& event : m_desks[number]->journal().stream(stream, {})) {
                auto const author = agencies.at(event.log);
                for (auto const& section : event.sections)
                    if (!mayHold(section, author, m_desks[number]->agency(), involved))
                        return "desk " + std::to_string(number) + " holds a section of class "
                               + std::to_string(static_cast<int>(section.sectionClass)) + " of agency "
                               + std::to_string(author.value);
            }
    }
    return {};
}

std::string World::checkBlobs() {
    for (DeskNumber number = 0; number < size(); ++number) {
        if (isLiar(number)) continue; // it forgets what it held, and with it what named its files
        auto& node = *m_desks[number];
        for (auto const& [hash, bytes] : node.blobs().whole())
            if (m_attached.contains(hash) && m_attached.at(hash) != number
                && node.journal().naming(hash).empty())
                return "desk " + std::to_string(number) + " holds an attachment that is not for it";
        // A revoked desk may have the only copy.
        if (isVirtual(number) && isMeshed() && m_revoked.empty() && node.replica().missingBlobs() > 0)
            return "desk " + std::to_string(number) + " lacks attachments";
    }
    return {};
}

std::set<DeskNumber> World::inContactWith(DeskNumber number, DeskNumber without) const {
    std::set<DeskNumber> found{number};
    std::deque<DeskNumber> open{number};
    while (!open.empty()) {
        DeskNumber const one = open.front();
        open.pop_front();
        for (DeskNumber other = 0; other < size(); ++other)
            if (other != without && isConnected(one, other) && found.insert(other).second)
                open.push_back(other);
    }
    return found;
}

bool World::isForkedAmong(std::set<DeskNumber> const& desks, core::LogId log) {
    std::vector<core::EncodedEvent> longest;
    for (DeskNumber const number : desks) {
        std::vector<core::EncodedEvent> held;
        for (auto const& extent : m_desks[number]->journal().logs())
            if (extent.record.id == log) held = m_desks[number]->journal().range(log, 0, extent.size);
        for (std::size_t index = 0; index < std::min(held.size(), longest.size()); ++index)
            if (held[index].leaf != longest[index].leaf) return true;
        if (held.size() > longest.size()) longest = std::move(held);
    }
    return false;
}

namespace {

std::string badNews(DeskNumber number, net::ReplicaNews const& news) {
    return "desk " + std::to_string(number) + " has bad news of log " + news.log.hex().substr(0, 8)
           + ", kind " + std::to_string(static_cast<int>(news.kind));
}

} // namespace

std::string World::checkForked(DeskNumber liar) {
    core::LogId const log = scripted(liar).log();
    for (DeskNumber number = 0; number < size(); ++number) {
        if (number == liar || isRevoked(number)) continue;
        bool isProven = false;
        for (auto const& news : m_desks[number]->news()) {
            using enum net::ReplicaNews::Kind;
            bool const isOfSettling = news.kind == SetAside && m_settledLogs.contains(log);
            if (news.log != log || (news.kind != Forked && !isOfSettling)) return badNews(number, news);
            isProven = isProven || news.kind == Forked;
        }
        // The desks hang up on the liar, and may then be apart.
        if (!isProven && isForkedAmong(inContactWith(number, liar), log))
            return "desk " + std::to_string(number) + " has no proof of the fork";
    }
    return {};
}

bool World::isReporter(DeskNumber number) const {
    for (DeskNumber earlier = 0; earlier < number; ++earlier)
        if (isVirtual(earlier) && m_desks[earlier]->agency() == m_desks[number]->agency()) return false;
    return isVirtual(number);
}

void World::reportAny(DeskNumber number) {
    if (!isReporter(number) || !m_desks[number]->isOn()) return;
    auto& reporter = desk(number);
    for (auto const& [id, unit] : reporter.desk().board().units())
        if (unit->agency == reporter.agency() && m_values.oneIn(2)) {
            auto const place = core::GeoPoint::ofE7(static_cast<std::int64_t>(m_values.below(900'000'000)),
                                                    static_cast<std::int64_t>(m_values.below(900'000'000)));
            reporter.replica().positions().report(id, {.place = *place,
                                                       .fixedAt = reporter.clock().now(),
                                                       .speedCentimetresPerSecond = {},
                                                       .headingCentidegrees = {}});
        }
}

std::string World::checkPositions() {
    for (DeskNumber number = 0; number < size(); ++number) {
        if (!isReporter(number) || isRevoked(number)) continue;
        auto const agency = desk(number).agency();
        auto const policy = desk(number).desk().board().policy(agency);
        // The only way may be through a desk that is not to know.
        if (policy && !policy->positions.empty() && !isMeshed()) continue;
        for (auto const& [id, unit] : desk(number).desk().board().units()) {
            auto const told = desk(number).replica().positions().newest(agency, net::tagOf(id));
            if (unit->agency != agency || !told) continue; // forgotten in a power cut; others may still know
            for (DeskNumber other = 0; other < size(); ++other) {
                if (isRevoked(other)) continue;
                auto const how =
                    policy ? policy->positionsFor(m_desks[other]->agency()) : core::PositionSharing{};
                if (how.isWithheld || how.delay > core::Duration{}) continue;
                auto const seen = m_desks[other]->replica().positions().newest(agency, net::tagOf(id));
                // One that it had before the policy may be finer.
                if (seen != told && seen != core::coarsened(*told, how.gridMetres))
                    return "desk " + std::to_string(other) + " does not know where unit "
                           + unit->callsign.text() + " is";
            }
        }
    }
    return {};
}

std::string World::checkQuietNews() {
    for (DeskNumber number = 0; number < size(); ++number)
        for (auto const& news : m_desks[number]->news())
            return badNews(number, news);
    return {};
}

} // namespace ob::sim
