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

std::string anyLine() {
    static std::vector<std::string> const words = [] {
        std::vector<std::string> all{
            "消E07",  "急E07", "E07",   "P1",   "P2,P1",    "警P2",        ".",
            "042",    "1057",  "060",   "061",  "062",      "99",          "20261121-1042",
            "@2140",  "@25",   "/text", "/",    "p1",       "p9",          "+P1",
            "+",      ",",     "、",    "2h",   "6人",      "火警",        "江边",
            "误派",   "扑灭",  "故障",  "误建", "复燃",     "通过",        "12345",
            "FD",     "抢险",  "?",     "。",   "\xff\xfe", "13800001234", "#A1",
            "无应答", "结束",  "\u3000"};
        for (VerbSpec const& spec : verbTable())
            for (std::string_view const spelling : spec.spellings())
                all.emplace_back(spelling);
        return all;
    }();
    std::size_t const verbs = verbTable().size();
    std::string line(verbTable()[*rc::gen::inRange<std::size_t>(0, verbs)].zh);
    for (auto const index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, words.size())))
        line += ' ' + words[index];
    return line;
}

RC_GTEST_PROP(AnyLine, NeverNamesWhatIsNotOnTheBoard, ()) {
    static DeskGivens desk = busyDesk();
    std::string const line = *rc::gen::inRange(0, 5) == 0 ? *rc::gen::arbitrary<std::string>() : anyLine();
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
