// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "tests/sim/world.h"
#include "tests/support/board_builder.h"
#include "tests/support/intent_generator.h"

#include <algorithm>

namespace ob::sim {

std::string World::canaryOf(core::AgencyIndex agency) {
    return "CANARY" + std::to_string(agency.value) + "!";
}

core::OperatorSession World::operatorOf(core::AgencyIndex agency) {
    return {.operatorName = canaryOf(agency), .position = core::code("D1"), .roles = 0xff};
}

core::OperatorSession World::operatorAt(DeskNumber number) const {
    auto session = operatorOf(m_desks[number]->agency());
    session.operatorName = m_operators.at(m_desks[number]->agency().value);
    return session;
}

/// Every free text of it, and a place where there may be one; in notes for the own agency words that must not
/// get out.
core::Intent World::withSecrets(core::Intent intent, DeskNumber number) {
    auto const first = m_secrets.count();
    auto const canary = canaryOf(m_desks[number]->agency());
    auto const tell = [this](std::string& text) {
        if (!text.empty()) text += m_secrets.word();
    };
    auto const name = [&](core::Caller& caller) {
        if (!caller.name) caller.name = canary;
        tell(*caller.name);
        caller.phone = m_secrets.word();
    };
    std::visit(
        [&](auto& asked) {
            if constexpr (requires { asked.ownAgencyOnly; })
                if (asked.ownAgencyOnly) asked.text += canary;
            if constexpr (requires { tell(asked.text); }) tell(asked.text);
            if constexpr (requires { tell(asked.address); }) tell(asked.address);
            if constexpr (requires { tell(asked.contact); }) tell(asked.contact);
            if constexpr (requires { name(asked.caller); }) name(asked.caller);
            if constexpr (requires { tell(asked.note); }) tell(asked.note);
            if constexpr (requires { tell(asked.incident->address); })
                if (asked.incident) {
                    tell(asked.incident->address);
                    tell(asked.incident->text);
                }
            if constexpr (requires { asked.place; })
                if (!asked.address.empty()) asked.place = m_secrets.place();
        },
        intent);
    noteTold(first, number);
    return intent;
}

/// Secrets from this one on were told at that desk.
void World::noteTold(Secrets::Number first, DeskNumber number) {
    for (; first < m_secrets.count(); ++first)
        m_tellers.emplace(first, m_desks[number]->agency());
}

core::StreamId World::openIncident(DeskNumber number) {
    auto asked = core::fireAt("滨江路" + std::to_string(m_values.below(900)));
    asked.caller.name = canaryOf(m_desks[number]->agency());
    auto& here = desk(number);
    Acting const acting(here.reading());
    std::size_t const before = here.desk().board().incidents().size();
    here.submit(withSecrets(std::move(asked), number), operatorAt(number));
    for (auto const& [id, incident] : here.desk().board().incidents())
        if (here.desk().board().incidents().size() > before
            && std::find(m_incidents.begin(), m_incidents.end(), id) == m_incidents.end())
            m_incidents.push_back(id);
    afterwards(number);
    return m_incidents.empty() ? core::StreamId() : m_incidents.back();
}

void World::anyCommand(DeskNumber number) {
    auto& here = desk(number);
    Acting const acting(here.reading());
    if (m_incidents.size() < 4 || m_values.oneIn(12)) {
        openIncident(number);
        return;
    }
    if (m_units.size() < 4 || m_values.oneIn(20)) {
        auto asked = core::engine("E" + std::to_string(10 + m_units.size()));
        here.submit(asked, operatorAt(number));
        for (auto const& [id, unit] : here.desk().board().units())
            if (std::find(m_units.begin(), m_units.end(), id) == m_units.end()) m_units.push_back(id);
        return afterwards(number);
    }
    if (m_values.oneIn(8)) {
        auto const stream = m_incidents[m_values.below(m_incidents.size())];
        core::AgencyIndex const agency{static_cast<std::uint16_t>(m_values.below(3))};
        core::Intent asked = core::GrantMember{stream, agency, m_values.oneIn(2)};
        if (m_values.oneIn(4)) asked = core::LeaveStream{stream, agency};
        here.submit(asked, operatorAt(number));
        return afterwards(number);
    }
    core::IntentGround const ground{here.desk().board(), m_incidents, m_units};
    auto asked = core::intentFrom(ground, m_values);
    if (auto* const note = std::get_if<core::AddNote>(&asked); note && !note->attachments.empty())
        note->attachments = {anyAttachment(number, note->ownAgencyOnly)};
    here.submit(withSecrets(std::move(asked), number), operatorAt(number),
                m_values.oneIn(6) ? core::Lane::Bulk : core::Lane::Live);
    afterwards(number);
}

core::Attachment World::anyAttachment(DeskNumber number, bool ownAgencyOnly) {
    auto& here = desk(number);
    std::string content = ownAgencyOnly ? canaryOf(here.agency()) : std::string("OPEN");
    content += std::to_string(m_values.next());
    auto const size = content.size() + m_values.below(m_values.oneIn(4) ? 3 * net::blobChunkBytes : 3000);
    auto const first = m_secrets.count();
    auto const made = here.blobs().keep(m_secrets.file(content, size), "plan.pdf");
    noteTold(first, number);
    m_attached.emplace(made.hash, number);
    return made;
}

void World::anyWriting(DeskNumber number) {
    auto& here = scripted(number);
    auto const agency = [&] { return core::AgencyIndex{static_cast<std::uint16_t>(m_values.below(3))}; };
    std::vector<core::StreamId> known;
    for (auto const stream : m_closed)
        if (core::StreamFold::of(here.held(stream)).incident()) known.push_back(stream);
    auto const choice = m_values.below(8);
    if (known.empty() || choice == 0) {
        std::vector<core::AgencyIndex> members{here.agency()};
        if (auto const other = agency(); other != here.agency()) members.push_back(other);
        std::sort(members.begin(), members.end());
        auto const opened = here.openIncident(std::move(members), std::to_string(5000 + m_closed.size()));
        m_closed.push_back(opened);
        return;
    }
    auto const stream = known[m_values.below(known.size())];
    core::RestrictedParts hidden;
    hidden.own = core::OwnPart{.operatorName = operatorAt(number).operatorName, .text = {}};
    hidden.personal = core::PersonalPart{.callerName = canaryOf(here.agency()) + m_secrets.word(),
                                         .callerPhone = {},
                                         .contactName = {},
                                         .text = {}};
    hidden.sealed = core::SealedPart{.text = canaryOf(here.agency()) + m_secrets.word()};
    hidden.joint = core::JointPart{
        .address = {}, .place = m_secrets.place(), .text = "说明" + m_secrets.word(), .audience = {}};
    if (m_values.oneIn(2)) hidden.joint->audience = {here.agency()}; // not for all who have a role
    switch (choice) {
    case 1:
    case 2: here.write(stream, core::MemberGranted{agency(), m_values.oneIn(2)}); break;
    case 3: here.write(stream, core::MemberLeft{agency()}); break;
    case 4: {
        auto const members = core::StreamFold::of(here.held(stream)).incident()->members;
        here.write(stream, core::LeadOffered{members[m_values.below(members.size())], {}, {}});
        break;
    }
    default: here.write(stream, core::NoteAdded{}, std::move(hidden));
    }
}

} // namespace ob::sim
