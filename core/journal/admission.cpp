// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/admission.h"

#include <algorithm>

namespace ob::core {

void Admissions::addLog(LogId log, PublicKey const& deskKey, AgencyIndex agency) {
    m_deskOf.emplace(log, Desk{deskKey, agency});
}

std::vector<LogId> Admissions::add(Revocation const& revocation, AgencyIndex by) {
    if (revocation.realm != m_realm) return {};
    Desk const revoked{revocation.deskKey, by};
    std::map<LogId, std::optional<std::uint64_t>> before;
    for (auto const& [log, desk] : m_deskOf)
        if (desk == revoked) before.emplace(log, limitOf(log));

    Sizes listed;
    for (auto const& position : revocation.kept)
        listed.emplace(position.log, position.size);
    auto const [known, isFirst] = m_revoked.try_emplace(revoked, listed);
    if (!isFirst) {
        Sizes left; // what both keep
        for (auto const& [log, size] : known->second)
            if (auto const again = listed.find(log); again != listed.end())
                left.emplace(log, std::min(size, again->second));
        known->second = std::move(left);
    }

    std::vector<LogId> sunk;
    for (auto const& [log, limit] : before)
        if (limitOf(log) != limit) sunk.push_back(log);
    return sunk;
}

std::vector<LogId> Admissions::add(Settlement const& settlement, AgencyIndex by) {
    auto const log = settlement.kept.log;
    auto const before = limitOf(log);
    auto const [known, isFirst] = m_settled.try_emplace({log, by}, settlement.kept.size);
    if (!isFirst) known->second = std::min(known->second, settlement.kept.size);
    if (limitOf(log) == before || !m_deskOf.contains(log)) return {};
    return {log};
}

std::optional<std::uint64_t> Admissions::limitOf(LogId log) const {
    auto const desk = m_deskOf.find(log);
    if (desk == m_deskOf.end()) return std::nullopt;
    std::optional<std::uint64_t> limit;
    auto const settled = m_settled.find({log, desk->second.second});
    if (settled != m_settled.end()) limit = settled->second;
    auto const revoked = m_revoked.find(desk->second);
    if (revoked == m_revoked.end()) return limit;
    auto const left = revoked->second.find(log);
    std::uint64_t const size = left == revoked->second.end() ? 0 : left->second;
    return std::min(limit.value_or(size), size);
}

Admission Admissions::admissionOf(LogId log, std::uint64_t sequence) const {
    auto const limit = limitOf(log);
    return limit && sequence >= *limit ? Admission::Voided : Admission::Admissible;
}

} // namespace ob::core
