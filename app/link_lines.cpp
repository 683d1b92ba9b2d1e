// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/link_lines.h"

#include "ui/text/sentence.h"

namespace ob::app {

QString agencyCode(core::RealmFile const& realm, core::AgencyIndex agency) {
    auto const* const entry = realm.agency(agency);
    return entry ? ui::textOf(entry->code.text()) : QString();
}

ui::LinkLine linkLineOf(net::LinkStatus const& link, core::RealmFile const& realm) {
    ui::LinkLine line;
    line.desk = ui::textOf(link.desk);
    if (link.agency) line.agency = agencyCode(realm, *link.agency);
    line.endpoint = ui::textOf(link.endpoint.text());
    switch (link.state) {
    case net::LinkStatus::State::Calling: line.state = ui::LinkLine::State::Calling; break;
    case net::LinkStatus::State::Greeting: line.state = ui::LinkLine::State::Greeting; break;
    case net::LinkStatus::State::Connected: line.state = ui::LinkLine::State::Connected; break;
    }
    line.weLack = link.lag.weLack;
    line.theyLack = link.lag.theyLack;
    line.behind = link.lagTime;
    line.clockOffset = link.clockOffset;
    line.lastError = ui::textOf(link.lastError);
    return line;
}

} // namespace ob::app
