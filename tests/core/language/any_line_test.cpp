// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/preview.h"

#include "tests/support/command_check.h"
#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;

/// A board on which a fair share of random lines means something.
DeskGivens busyDesk() {
    DeskGivens desk;
    desk.context.drill = true;
    desk.selected = desk.addIncident(1042, "滨江路221");
    auto const other = desk.addIncident(1057, "人民路9");
    auto const absorbed = desk.addIncident(1060, "江边");
    desk.mergeInto(absorbed, other);
    desk.addIncident(1061, "江边", IncidentState::Closed);
    desk.addIncident(1062, "江边", IncidentState::Resolved);
    auto const engine = desk.addUnit(DeskGivens::fire, "E07", {"FIRE-WATER"});
    desk.addUnit(DeskGivens::medical, "E07");
    desk.addUnit(DeskGivens::police, "P1");
    desk.assign(desk.addUnit(DeskGivens::police, "P2"), other, AssignmentState::OnScene);
    desk.assign(engine, desk.selected);
    return desk;
}

/// What fits the argument on the busy desk; nothing fits most often for those that are left out.
std::vector<std::string> fitting(Argument argument) {
    switch (argument) {
    case Argument::Type: return {"火警", "structure fire"};
    case Argument::Address: return {"江边", "滨江路 221", "p12"};
    case Argument::Priority: return {"p1", "2", "p9"};
    case Argument::PlusUnits: return {"+P1", "+ P1 , 消E07"};
    case Argument::Units:
    case Argument::Unit: return {"P1", "P2", "消E07", "P1,P2", "EM-E07", "E07"};
    case Argument::Incident:
    case Argument::Into: return {".", "042", "1057", "060", "061", "20261121-1062"};
    case Argument::Time: return {"@2145", "@2140"};
    case Argument::Phone: return {"13800001234"};
    case Argument::Text: return {"/有人被困", "/"};
    case Argument::Released: return {"误派"};
    case Argument::Disposition: return {"扑灭", "通过"};
    case Argument::Refused:
    case Argument::Unavailable: return {"故障"};
    case Argument::Voided: return {"误建"};
    case Argument::Target: return {"12345"};
    case Argument::Referred: return {"非紧急"};
    case Argument::Outside: return {"#A1"};
    case Argument::Sent: return {"就近"};
    case Argument::Checked: return {"通过"};
    case Argument::Reopened: return {"复燃"};
    case Argument::Length: return {"2h"};
    case Argument::Crew: return {"6人"};
    case Argument::PlusSkills: return {"+破拆", "+ 破拆 , HAZMAT"};
    case Argument::Vehicle: return {"#京A12345", "#"};
    case Argument::CrewNames: return {"/张、李", "/"};
    case Argument::NewCallsign: return {"E99", "E07", "E 1"};
    case Argument::UnitKind: return {"水罐消防车", "engine"};
    case Argument::Agency: return {"消防", "EM"};
    case Argument::Phase: return {"抢险"};
    case Argument::Answer: return {"无应答"};
    case Argument::End: return {"结束"};
    case Argument::Verb: return {"派"};
    case Argument::Alarm: return {"1", "2", ".", "消E07", "9"};
    case Argument::Minutes: return {"20", "1h"};
    case Argument::Words:
    case Argument::Reason:
    case Argument::Contact:
    case Argument::Query:
    case Argument::Thing: return {"周", "042", "消E07"};
    }
    return {};
}

std::vector<std::string> const& stray() {
    static std::vector<std::string> const words = [] {
        std::vector<std::string> all{"99", "@25", "p9",       "+",      ",", "、",
                                     "?",  "。",  "\xff\xfe", "\u3000", "/x"};
        for (VerbSpec const& spec : verbTable())
            for (std::string_view const spelling : spec.spellings())
                all.emplace_back(spelling);
        return all;
    }();
    return words;
}

/// One time in eight a word is left out, comes twice or is a stray one.
std::string anyLine() {
    VerbSpec const& spec = verbTable()[*rc::gen::inRange<std::size_t>(0, verbTable().size())];
    std::string line(*rc::gen::elementOf(spec.spellings()));
    for (ArgumentSpec const& each : spec.arguments) {
        int const chance = *rc::gen::inRange(0, 24);
        if (chance == 0 || (each.presence == Presence::Optional && chance < 12)) continue;
        line += ' ' + *rc::gen::elementOf(chance == 23 ? stray() : fitting(each.argument));
        if (chance == 22) line += ' ' + *rc::gen::elementOf(fitting(each.argument));
    }
    return line;
}

RC_GTEST_PROP(AnyLine, NeverNamesWhatIsNotOnTheBoard, ()) {
    static DeskGivens desk = busyDesk();
    std::string const line = *rc::gen::inRange(0, 8) == 0 ? *rc::gen::arbitrary<std::string>() : anyLine();
    Preview const preview = desk.preview(line);
    int const outcomes =
        int(preview.command.has_value()) + int(preview.query.has_value()) + int(preview.refusal.has_value());
    RC_ASSERT(outcomes == 1);
    RC_ASSERT(preview.candidates.size() <= maxCandidates);
    RC_ASSERT(meaningOf(desk.preview(line)) == meaningOf(preview));
    RC_CLASSIFY(preview.command.has_value(), "gave a command");
    if (preview.command) RC_ASSERT(test::namesOnlyKnownThings(*preview.command, desk.board));
}

} // namespace
} // namespace ob::core
