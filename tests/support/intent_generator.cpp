// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/intent_generator.h"

#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"
#include "tests/support/desk_world.h"
#include "tests/support/event_generators.h"

#include <string>

namespace ob::core {
namespace {

/// One choice after another out of the same source.
struct Chooser {
    IntentGround const& ground;
    ValueSource& values;

    template<class T>
    T oneOf(std::initializer_list<T> choices) {
        return *(choices.begin() + values.below(choices.size()));
    }
    StreamId among(std::vector<StreamId> const& ids) {
        if (values.oneIn(25)) return StreamId(values.hash());
        return ids.empty() ? StreamId() : ids[values.below(ids.size())];
    }
    IncidentId incident() { return among(ground.incidents); }
    IncidentId incidentOrNil() { return values.oneIn(2) ? IncidentId() : incident(); }
    UnitId unit() { return among(ground.units); }
    std::vector<UnitId> units() {
        std::vector<UnitId> some;
        for (auto left = values.oneIn(10) ? 0 : 1 + values.below(2); left > 0; --left)
            some.push_back(unit());
        return some;
    }
    AgencyIndex agency() { return AgencyIndex{static_cast<std::uint16_t>(values.below(4))}; }
    Code word(std::initializer_list<char const*> codes) {
        return values.oneIn(20) ? Code() : code(oneOf(codes));
    }
    std::string text() { return values.oneIn(8) ? std::string() : "说明"; }
    bool flag() { return values.oneIn(2); }
    std::vector<Attachment> attachments() {
        if (!values.oneIn(4)) return {};
        return {{.hash = values.hash(), .bytes = values.below(5), .name = "plan.pdf", .mediaType = {}}};
    }
    template<class Enum>
    Enum upTo(Enum last) {
        return static_cast<Enum>(values.below(static_cast<std::uint64_t>(last) + 1));
    }
    std::optional<IncidentNumber> someNumber() {
        if (!values.oneIn(8)) return {};
        return IncidentNumber::of(20270116, static_cast<std::uint32_t>(values.below(3)));
    }
    ConflictId conflict() {
        auto const open = ground.board.conflicts();
        return open.empty() ? ConflictId(values.hash()) : open[values.below(open.size())].id;
    }
    StreamId stream() { return flag() ? incident() : unit(); }
    Code type() { return word({"FIRE-STRUCT", "HAZ-LEAK", "NONSENSE", "MED-STROKE"}); }
    Code disposition() { return word({"HANDLED", "FALSE-ALARM", "PASSED"}); }
};

Intent openingFrom(Chooser& choose) {
    OpenIncident asked;
    asked.type = choose.type();
    asked.address = choose.text();
    asked.text = choose.text();
    if (choose.flag()) asked.units = choose.units();
    asked.number = choose.someNumber();
    return asked;
}

Intent registrationFrom(Chooser& choose) {
    RegisterUnit asked;
    asked.callsign = *Callsign::of("E" + std::to_string(choose.values.below(12)));
    asked.kind = choose.word({"ENGINE", "ROCKET", "PATROL-CAR"});
    asked.duty = choose.upTo(DutyState::Unavailable);
    return asked;
}

Instant recordedTime(Chooser& choose) {
    return *Instant::ofMilliseconds(1'700'000'000'000
                                    + static_cast<std::int64_t>(choose.values.below(100)) * 60'000);
}

Intent recordFrom(Chooser& choose) {
    KeepRecord asked;
    if (choose.flag()) asked.known = choose.incident();
    asked.number = *IncidentNumber::of(20270116, IncidentNumber::firstImported
                                                     + static_cast<std::uint32_t>(choose.values.below(1000)));
    if (asked.known.isNil() || choose.flag()) {
        asked.incident.emplace();
        asked.incident->type = choose.type();
        asked.incident->address = choose.text();
        asked.incident->text = choose.text();
        asked.incident->openedAt = recordedTime(choose);
        if (choose.flag()) asked.incident->receivedAt = recordedTime(choose);
        if (choose.flag()) asked.incident->routedTo = choose.agency();
    }
    if (!choose.values.oneIn(4)) {
        asked.unit.emplace();
        asked.unit->callsign = *Callsign::of("E" + std::to_string(choose.values.below(12)));
        asked.unit->kind = choose.word({"ENGINE", "ROCKET"});
        asked.unit->describes = choose.flag();
    }
    if (!choose.values.oneIn(4)) {
        asked.run.emplace();
        auto& times = asked.run->reachedAt;
        times[static_cast<std::size_t>(AssignmentState::Dispatched)] = recordedTime(choose);
        for (auto each = AssignmentState::Acknowledged; each <= AssignmentState::Cleared;
             each = static_cast<AssignmentState>(static_cast<int>(each) + 1))
            if (choose.flag()) times[static_cast<std::size_t>(each)] = recordedTime(choose);
        asked.run->disposition = choose.disposition();
        asked.knownRun = choose.flag();
    }
    asked.note = choose.flag() ? choose.text() : std::string();
    return asked;
}

using Make = Intent (*)(Chooser&);

// clang-format off
constexpr Make makers[] = {
    openingFrom,
    [](Chooser& c) -> Intent { return AddCall{c.incident(), {}, Channel::Phone, c.text()}; },
    [](Chooser& c) -> Intent { return TakeIncident{c.incident()}; },
    [](Chooser& c) -> Intent { return SetPriority{c.incident(), c.oneOf({Priority::P1, Priority::P4})}; },
    [](Chooser& c) -> Intent { return SetType{c.incident(), c.type()}; },
    [](Chooser& c) -> Intent { return SetPlace{c.incident(), c.text(), {}, {}}; },
    [](Chooser& c) -> Intent { return AddNote{c.incident(), c.text(), c.flag(), c.attachments()}; },
    [](Chooser& c) -> Intent { return DispatchUnits{c.units(), c.incident(), {}}; },
    [](Chooser& c) -> Intent { return PlanUnits{c.units(), c.incident()}; },
    [](Chooser& c) -> Intent { return DivertUnit{c.unit(), c.incidentOrNil(), c.incident(), {}}; },
    [](Chooser& c) -> Intent { return ReleaseUnits{c.units(), c.incidentOrNil(), c.word({"ENOUGH", "MAGIC"})}; },
    [](Chooser& c) -> Intent {
        return ReachMilestone{c.units(), c.incidentOrNil(), c.upTo(AssignmentState::Refused), c.flag()};
    },
    [](Chooser& c) -> Intent { return ClearUnits{c.units(), c.incidentOrNil(), c.disposition()}; },
    [](Chooser& c) -> Intent { return RefuseAssignment{c.unit(), c.incidentOrNil(), c.word({"NO-CREW"})}; },
    [](Chooser& c) -> Intent {
        return RecordDelivery{c.unit(), c.incidentOrNil(), c.upTo(DeliveryMeans::InPerson), c.text()};
    },
    registrationFrom,
    [](Chooser& c) -> Intent {
        return SetDuty{c.units(), c.upTo(DutyState::Unavailable), c.word({"MEAL", "MAGIC"}), {}, {}, {}};
    },
    [](Chooser& c) -> Intent { return RaiseDistress{c.unit(), c.text()}; },
    [](Chooser& c) -> Intent { return EndDistress{c.unit(), {}, c.text()}; },
    [](Chooser& c) -> Intent { return CheckWelfare{c.incident(), c.units(), c.flag()}; },
    [](Chooser& c) -> Intent {
        return LinkIncidents{c.incident(), c.incident(), c.upTo(LinkRelation::Part), c.text()};
    },
    [](Chooser& c) -> Intent { return UnlinkIncidents{c.incident(), c.incident()}; },
    [](Chooser& c) -> Intent { return MergeIncident{c.incident(), c.incident(), c.text()}; },
    [](Chooser& c) -> Intent { return SplitIncident{c.incident(), c.text()}; },
    [](Chooser& c) -> Intent { return CloseIncident{c.incident(), c.disposition(), c.text()}; },
    [](Chooser& c) -> Intent { return ReopenIncident{c.incident(), c.word({"RECURRED", "MAGIC"}), c.text()}; },
    [](Chooser& c) -> Intent { return VoidIncident{c.incident(), c.word({"MISTAKE", "MAGIC"})}; },
    [](Chooser& c) -> Intent { return ReferIncident{c.incident(), c.word({"12345", "MARS"}), {}, {}}; },
    [](Chooser& c) -> Intent { return OfferLead{c.incident(), c.agency(), {}, {}}; },
    [](Chooser& c) -> Intent { return AcceptLead{c.incident()}; },
    [](Chooser& c) -> Intent { return ReleaseLead{c.incident(), {}}; },
    [](Chooser& c) -> Intent { return GrantMember{c.stream(), c.agency(), c.flag()}; },
    [](Chooser& c) -> Intent {
        if (!c.values.oneIn(8)) return GrantMember{c.stream(), c.agency(), false};
        return LeaveStream{c.stream(), c.agency()};
    },
    [](Chooser& c) -> Intent {
        return SetPositionSharing{c.agency(), {.isWithheld = false, .gridMetres = 500, .delay = {}}};
    },
    [](Chooser& c) -> Intent { return SetDispatchGrant{{}, c.agency(), c.upTo(DispatchGrant::Request)}; },
    [](Chooser& c) -> Intent { return SettleConflict{c.conflict()}; },
    [](Chooser& c) -> Intent { return DeclareNoDuff{!c.values.oneIn(20)}; },
    [](Chooser& c) -> Intent {
        return ForgetSection{c.stream(), EventId(c.stream().hash()), c.agency(), c.upTo(SectionClass::Sealed), 1};
    },
    recordFrom,
    [](Chooser& c) -> Intent { return NoteSeen{c.incident()}; },
};
// clang-format on
static_assert(std::size(makers) == std::variant_size_v<Intent>);

/// Things to be done that a run of arbitrary commands seldom gets to: sent, arrived, done, closed.
Intent workFrom(Chooser& choose) {
    std::vector<UnitId> const one{choose.unit()};
    switch (choose.values.below(6)) {
    case 0:
    case 1: return DispatchUnits{one, choose.incident(), {}};
    case 2: return ReachMilestone{one, {}, AssignmentState::OnScene};
    case 3: return ClearUnits{one, {}, code("HANDLED")};
    case 4: return SetDuty{one, DutyState::Available, {}, {}, {}, {}};
    default: return CloseIncident{choose.incident(), code("HANDLED"), {}};
    }
}

} // namespace

void furnish(DeskWorld& world) {
    for (AgencyIndex const agency : {police, fire, medical}) {
        Context const desk = drillDeskOf(agency, {Role::Supervisor});
        for (char const* callsign : {"E20", "E21"}) {
            RegisterUnit asked;
            asked.callsign = *Callsign::of(callsign);
            asked.kind = code("ENGINE");
            (void)world.run(desk, asked);
        }
        OpenIncident asked;
        asked.type = code(agency == police ? "HAZ-LEAK" : "FIRE-STRUCT");
        asked.address = "滨江路221";
        (void)world.run(desk, asked);
        for (AgencyIndex const other : {police, fire, medical})
            (void)world.run(desk, SetDispatchGrant{{}, other, DispatchGrant::Direct});
    }
}

Intent intentFrom(DeskWorld const& world, ValueSource& values) {
    return intentFrom(IntentGround{world.board(), world.incidents(), world.units()}, values);
}

Intent intentFrom(IntentGround const& ground, ValueSource& values) {
    Chooser choose{ground, values};
    if (values.oneIn(3)) return workFrom(choose);
    return makers[values.below(std::size(makers))](choose);
}

Context operatorFrom(ValueSource& values) {
    Context desk = drillDeskOf(AgencyIndex{static_cast<std::uint16_t>(values.below(3))}, {});
    bool const manyRoles = !values.oneIn(4);
    desk.roles = static_cast<std::uint8_t>(manyRoles ? 0xff : values.below(256));
    desk.operatorName = values.oneIn(4) ? "" : values.oneIn(2) ? "Li" : "Wu";
    desk.position = values.oneIn(8) ? Code() : code(values.oneIn(2) ? "D1" : "D2");
    return desk;
}

} // namespace ob::core
