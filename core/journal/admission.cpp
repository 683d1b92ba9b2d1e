// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/admission.h"

#include "core/journal/merkle.h"

#include <tuple>

namespace ob::core {
namespace {

LogPosition const& smaller(LogPosition const& one, LogPosition const& other) {
    return std::tie(other.size, other.root) < std::tie(one.size, one.root) ? other : one;
}

} // namespace

void Admissions::addLog(LogId log, PublicKey const& deskKey, AgencyIndex agency) {
    m_deskOf.emplace(log, Desk{deskKey, agency});
}

std::vector<LogId> Admissions::add(Revocation const& revocation, AgencyIndex by) {
    if (revocation.realm != m_realm) return {};
    Desk const revoked{revocation.deskKey, by};
    std::map<LogId, std::optional<LogPosition>> before;
    for (auto const& [log, desk] : m_deskOf)
        if (desk == revoked) before.emplace(log, keptOf(log));

    Positions listed;
    for (auto const& position : revocation.kept)
        listed.emplace(position.log, position);
    auto const [known, isFirst] = m_revoked.try_emplace(revoked, listed);
    if (!isFirst) {
        Positions left; // what both keep
        for (auto const& [log, position] : known->second)
            if (auto const again = listed.find(log); again != listed.end())
                left.emplace(log, smaller(position, again->second));
        known->second = std::move(left);
    }

    std::vector<LogId> sunk;
    for (auto const& [log, kept] : before)
        if (keptOf(log) != kept) sunk.push_back(log);
    return sunk;
}

std::vector<LogId> Admissions::add(Settlement const& settlement, AgencyIndex by) {
    auto const log = settlement.kept.log;
    auto const before = keptOf(log);
    auto const [known, isFirst] = m_settled.try_emplace({log, by}, settlement.kept);
    if (!isFirst) known->second = smaller(known->second, settlement.kept);
    if (keptOf(log) == before || !m_deskOf.contains(log)) return {};
    return {log};
}

std::optional<LogPosition> Admissions::keptOf(LogId log) const {
    auto const desk = m_deskOf.find(log);
    return desk == m_deskOf.end() ? std::nullopt : keptOf(log, desk->second.first, desk->second.second);
}

std::optional<LogPosition> Admissions::keptOf(LogId log, PublicKey const& deskKey, AgencyIndex agency) const {
    std::optional<LogPosition> kept;
    auto const settled = m_settled.find({log, agency});
    if (settled != m_settled.end()) kept = settled->second;
    auto const revoked = m_revoked.find({deskKey, agency});
    if (revoked == m_revoked.end()) return kept;
    auto const left = revoked->second.find(log);
    LogPosition const position = left == revoked->second.end()
                                     ? LogPosition{.log = log, .size = 0, .root = emptyRoot()}
                                     : left->second;
    return kept ? smaller(*kept, position) : position;
}

Admission Admissions::admissionOf(LogId log, std::uint64_t sequence) const {
    auto const limit = limitOf(log);
    return limit && sequence >= *limit ? Admission::Voided : Admission::Admissible;
}

} // namespace ob::core
