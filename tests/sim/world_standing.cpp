// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Revocations and settlements in a world, and what must follow from them.
#include "core/fold/stream_fold.h"
#include "core/journal/log_author.h"
#include "tests/sim/world.h"
#include "tests/support/identity_builders.h"

#include <algorithm>

namespace ob::sim {

bool World::isRefused(DeskNumber one, DeskNumber other) const {
    auto const refuses = [this](DeskNumber here, DeskNumber there) {
        auto const peer = m_desks[there]->asPeer();
        return m_desks[here]->isRevoked(peer.deskKey, peer.agency);
    };
    return refuses(one, other) || refuses(other, one);
}

/// As net/link_fsm.h does it.
void World::endRefusedLinks() {
    std::vector<std::uint64_t> refused;
    for (auto const& [id, link] : m_links)
        if (isRefused(link.ends[0], link.ends[1])) refused.push_back(id);
    for (auto const id : refused)
        endLink(id);
}

void World::give(DeskNumber at, core::StatementKind kind, core::Bytes statement) {
    auto& node = *m_desks[at];
    Acting const acting(node.reading());
    net::Statement const made =
        net::statementOf({.kind = kind, .statement = std::move(statement), .delegation = {}});
    if (node.takeStatement(made) != net::LocalDesk::Standing::Invalid) node.replica().publish(made);
    afterwards(at);
}

void World::revoke(DeskNumber at, DeskNumber whom, std::uint64_t atMost) {
    auto const desk = m_desks[whom]->asPeer();
    core::Revocation revocation{.realm = m_realm.id, .deskKey = desk.deskKey, .kept = {}};
    for (auto const& extent : m_desks[at]->journal().logs()) {
        if (extent.record.deskKey != desk.deskKey.bytes) continue;
        auto const& events = m_desks[at]->journal().eventsOf(extent.record.id);
        auto const kept = core::rangeOf(std::min(extent.size, atMost),
                                        [&](std::uint64_t index) { return events[index].leaf.hash(); });
        revocation.kept.push_back({.log = extent.record.id, .size = kept.size(), .root = kept.root()});
    }
    m_revoked.insert(whom);
    give(at, core::StatementKind::Revocation,
         core::encodeStatement(core::signStatement(revocation, core::agencyRootOf(desk.agency))));
}

core::LogPosition World::partOf(DeskNumber holder, core::LogId log, std::uint64_t size) {
    auto const held = m_desks[holder]->journal().range(log, 0, size);
    auto const part =
        core::rangeOf(held.size(), [&](std::uint64_t index) { return held[index].leaf.hash(); });
    return {.log = log, .size = part.size(), .root = part.root()};
}

core::LogPosition World::partHeldByAll(DeskNumber liar) {
    core::LogId const log = scripted(liar).log();
    std::optional<std::vector<core::EncodedEvent>> common;
    for (DeskNumber number = 0; number < size(); ++number) {
        if (number == liar || isRevoked(number)) continue;
        auto const held = m_desks[number]->journal().range(log, 0, ~std::uint64_t{0});
        if (!common) common = held;
        auto const differs = std::mismatch(common->begin(), common->end(), held.begin(), held.end(),
                                           [](auto const& a, auto const& b) { return a.leaf == b.leaf; });
        common->erase(differs.first, common->end());
    }
    auto const part =
        core::rangeOf(common->size(), [&](std::uint64_t index) { return common->at(index).leaf.hash(); });
    return {.log = log, .size = part.size(), .root = part.root()};
}

bool World::settleFork(DeskNumber liar, core::ValueSource& chance) {
    core::LogId const log = scripted(liar).log();
    std::vector<DeskNumber> honest;
    for (DeskNumber number = 0; number < size(); ++number)
        if (number != liar && !isRevoked(number) && m_desks[number]->isOn()) honest.push_back(number);
    if (honest.empty()) return false;
    DeskNumber const at = honest[chance.below(honest.size())];
    auto kept = partHeldByAll(liar);
    if (!chance.oneIn(3)) {
        auto const held = m_desks[at]->journal().range(log, 0, ~std::uint64_t{0}).size();
        kept = partOf(at, log, held == 0 || chance.oneIn(2) ? held : 1 + chance.below(held));
    }
    giveSettlement(at, scripted(liar).agency(), kept);
    return true;
}

std::string World::checkSettled(DeskNumber liar) {
    core::LogId const log = scripted(liar).log();
    auto const isHolder = [&](DeskNumber number) {
        auto const kept = m_desks[number]->standing().keptOf(log);
        return kept && partOf(number, log, kept->size) == *kept;
    };
    for (DeskNumber number = 0; number < size(); ++number) {
        if (number == liar || isRevoked(number) || isHolder(number)) continue;
        for (DeskNumber const other : inContactWith(number, liar))
            if (isHolder(other) && !isRevoked(other))
                return "desk " + std::to_string(number) + " does not hold the history that was settled, desk "
                       + std::to_string(other) + " does";
    }
    return {};
}

void World::giveSettlement(DeskNumber at, core::AgencyIndex by, core::LogPosition kept) {
    m_lyingLogs.erase(kept.log);
    m_settledLogs.insert(kept.log);
    for (DeskNumber number = 0; number < size(); ++number)
        if (!isVirtual(number) && scripted(number).log() == kept.log) m_settledLiars.insert(number);
    give(at, core::StatementKind::Settlement,
         core::encodeStatement(core::signStatement(core::Settlement{kept}, core::agencyRootOf(by))));
}

/// What this desk holds and does not count has no effect on what it shows.
std::string World::checkVoided(DeskNumber number) {
    auto& node = *m_desks[number];
    auto const standing = node.standing();
    std::set<core::StreamId> streams;
    std::set<core::EventId> voided;
    for (auto const& extent : node.journal().logs())
        for (auto const& event : node.journal().eventsOf(extent.record.id)) {
            bool const counts =
                standing.admissionOf(event.log, event.sequence) == core::Admission::Admissible;
            if (counts || event.isStub()) continue;
            voided.insert(event.leaf);
            streams.insert(event.stream);
            if (event.creates && isVirtual(number)
                && (desk(number).desk().board().incident(event.stream)
                    || desk(number).desk().board().unit(event.stream)))
                return " shows what a revoked desk opened after its end";
        }
    for (core::StreamId const stream : streams) {
        auto const fold = core::StreamFold::of(node.eventsOf(stream, standing));
        for (core::Taken const& taken : fold.order())
            if (voided.contains(taken.id) != (taken.verdict == core::Verdict::Voided))
                return " counts an event of stream " + stream.hex().substr(0, 8) + " in a wrong way";
    }
    return {};
}

std::string World::checkStanding() {
    std::set<core::Bytes> const* known = nullptr;
    for (DeskNumber number = 0; number < size(); ++number) {
        if (!isInGoodStanding(number)) continue;
        std::string const who = "desk " + std::to_string(number);
        auto const& files = m_desks[number]->statements().files();
        if (known == nullptr) known = &files;
        if (files != *known)
            return who + " keeps " + std::to_string(files.size()) + " statements, others "
                   + std::to_string(known->size());
        for (DeskNumber const out : m_revoked) {
            auto const peer = m_desks[out]->asPeer();
            if (!m_desks[number]->isRevoked(peer.deskKey, peer.agency) || isConnected(number, out))
                return who + " talks to desk " + std::to_string(out) + ", which was revoked";
        }
        if (auto what = checkVoided(number); !what.empty()) return who + what;
    }
    return {};
}

} // namespace ob::sim
