// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include <algorithm>

namespace ob::core {
namespace {

bool mayOffer(Incident const& incident, Occasion const& occasion) {
    AgencyIndex const agency = occasion.context.agency;
    return incident.responsible() == agency || incident.firstReceiver == agency || isSupervisor(occasion);
}

} // namespace

Result<Drafts> draftsOf(OfferLead const& asked, Occasion const& occasion) {
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    std::string const number = (*incident)->number.text();
    std::string const agency = shownAgency(asked.agency, occasion.context);
    if (!mayOffer(**incident, occasion)) return refuse(RefusalCode::NotLead, {number});
    auto const& members = (*incident)->members;
    if (std::find(members.begin(), members.end(), asked.agency) == members.end())
        return refuse(RefusalCode::UnknownAgency, {agency});
    if ((*incident)->lead == asked.agency) return refuse(RefusalCode::AlreadyInState, {number, agency});
    if (auto unknown = unknownCode(occasion.context.rules->lists().phases, asked.phase))
        return refuse(unknown);
    return Drafts{makeDraft(occasion, asked.incident, LeadOffered{asked.agency, asked.phase, asked.rule})};
}

Result<Drafts> draftsOf(AcceptLead const& asked, Occasion const& occasion) {
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    auto const& offers = (*incident)->leadOffers;
    auto const offer = std::find_if(offers.rbegin(), offers.rend(),
                                    [&](auto const& each) { return each.agency == occasion.context.agency; });
    if (offer == offers.rend()) return refuse(RefusalCode::NotOffered, {(*incident)->number.text()});
    return Drafts{makeDraft(occasion, asked.incident, LeadAccepted{offer->id})};
}

Result<Drafts> draftsOf(ReleaseLead const& asked, Occasion const& occasion) {
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    if ((*incident)->lead != occasion.context.agency)
        return refuse(RefusalCode::NotLead, {(*incident)->number.text()});
    if (auto unknown = unknownCode(occasion.context.rules->lists().leadReleases, asked.reason))
        return refuse(unknown);
    return Drafts{makeDraft(occasion, asked.incident, LeadReleased{asked.reason})};
}

} // namespace ob::core
