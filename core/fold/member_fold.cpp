// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/member_fold.h"

namespace ob::core {

void MemberFold::create(AgencyIndex creator, std::vector<AgencyIndex> const& members,
                        Placing const& placing) {
    m_creator = creator;
    for (AgencyIndex const member : members)
        m_standing[member].write({.member = true, .mayGrant = false}, placing);
    m_standing[creator].write({.member = true, .mayGrant = true}, placing);
}

MemberFold::Standing MemberFold::standing(AgencyIndex agency) const {
    if (agency == m_creator) return {.member = true, .mayGrant = true};
    auto const found = m_standing.find(agency);
    if (found == m_standing.end()) return {};
    // Only a grant that knew of the leave lifts it: between concurrent ones the leave wins.
    return found->second.winner([](Standing each) { return each.member ? 0 : 1; })->value;
}

bool MemberFold::isMember(AgencyIndex agency) const { return standing(agency).member; }
bool MemberFold::mayGrant(AgencyIndex agency) const { return standing(agency).mayGrant; }

std::vector<AgencyIndex> MemberFold::members() const {
    std::vector<AgencyIndex> members;
    for (auto const& [agency, standings] : m_standing)
        if (isMember(agency)) members.push_back(agency);
    return members;
}

std::optional<RefusalCode> MemberFold::judge(MemberGranted const&, AgencyIndex author) const {
    return mayGrant(author) ? std::nullopt : std::optional(RefusalCode::NotMember);
}

std::optional<RefusalCode> MemberFold::judge(MemberLeft const& fact, AgencyIndex author) const {
    if (fact.agency == m_creator) return RefusalCode::NotOwnAgency;
    return fact.agency == author || mayGrant(author) ? std::nullopt : std::optional(RefusalCode::NotMember);
}

void MemberFold::apply(MemberGranted const& fact, Placing const& placing) {
    m_standing[fact.agency].write({.member = true, .mayGrant = fact.mayGrant}, placing);
}

void MemberFold::apply(MemberLeft const& fact, Placing const& placing) {
    m_standing[fact.agency].write({.member = false, .mayGrant = false}, placing);
}

} // namespace ob::core
