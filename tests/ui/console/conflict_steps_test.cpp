// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/conflict_steps.h"

#include "tests/support/spoken_language.h"
#include "tests/ui/console/console_givens.h"

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

using namespace core;
using testing::ElementsAre;

/// An engine that was sent to two incidents.
struct ConflictSteps : testing::Test {
    tests::GivenConsole given;

    void showDouble() {
        Board const board = aBoard()
                                .with(aUnit("E07").of(fire))
                                .with(anIncident("20261121-0042").withUnit("E07", AssignmentState::Delivered))
                                .with(anIncident("20261121-1057").withUnit("E07", AssignmentState::EnRoute))
                                .made();
        BoardNews news;
        news.context = given.console.context();
        news.context->allAgencies = {police, fire};
        news.whole = board;
        news.conflicts = board.conflicts();
        given.console.take(std::move(news));
    }
    WorkItem only() const {
        auto items = workItemsOf(given.console);
        std::erase_if(items, [](WorkItem const& item) { return !item.conflict; });
        EXPECT_EQ(items.size(), 1U);
        return items.empty() ? WorkItem{} : items.front();
    }
    static QStringList linesOf(WorkItem const& item) {
        QStringList lines;
        for (auto const& step : item.answers)
            lines << step.line;
        return lines;
    }
};

TEST_F(ConflictSteps, NameTheUnitAndBothIncidentsAndReleaseItFromEither) {
    test::SpokenLanguage const spoken("en");
    showDouble();
    auto const item = only();
    EXPECT_EQ(item.title, QStringLiteral("Conflict FD-E07, 0042, 1057: One unit, two incidents"));
    EXPECT_THAT(linesOf(item), ElementsAre(QStringLiteral("REL FD-E07 20261121-0042 "),
                                           QStringLiteral("REL FD-E07 20261121-1057 ")));
    EXPECT_EQ(item.unit, unitId("E07"));
    for (auto const& step : item.answers)
        EXPECT_FALSE(step.isSent) << "the reason is missing";
}

TEST_F(ConflictSteps, SpeakTheLanguageOfTheScreen) {
    showDouble();
    test::SpokenLanguage const spoken("zh_CN");
    auto const item = only();
    EXPECT_EQ(item.title, QString::fromUtf8("冲突 消E07、0042、1057：一车两派"));
    EXPECT_EQ(linesOf(item).front(), QString::fromUtf8("REL 消E07 20261121-0042 "));
}

} // namespace
} // namespace ob::ui
