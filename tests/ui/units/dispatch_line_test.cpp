// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Units are sent by Ctrl+D and completion alone.
#include "tests/ui/units/units_givens.h"

namespace ob::ui {
namespace {

struct DispatchLine : test::UnitsWindow {
    core::StreamId fire = desk.done(core::fireAt("Main Street 5"));
    DispatchLine() { console().selectIncident(fire); }
    QLineEdit* field() { return window.commandBar().findChild<QLineEdit*>(); }
    QString number() { return QString::fromStdString(console().board().incident(fire)->number.text()); }
};

TEST_F(DispatchLine, IsFilledBeforeTheIncident) {
    trigger("incident.dispatch");
    EXPECT_EQ(line(), QStringLiteral("D  ") + number());
    EXPECT_EQ(field()->cursorPosition(), 2);
    QTest::keyClick(field(), Qt::Key_Tab);
    EXPECT_EQ(line(), QStringLiteral("D PD-E07 ") + number());
    QTest::keyClicks(field(), QStringLiteral(","));
    QTest::keyClick(field(), Qt::Key_Tab);
    EXPECT_EQ(line(), QStringLiteral("D PD-E07,PD-E08 ") + number());
    enter();
    EXPECT_TRUE(line().isEmpty());
    EXPECT_EQ(console().board().incident(fire)->assignments.size(), 2U);
}

TEST_F(DispatchLine, IsBareWhereNothingIsSelected) {
    console().selectIncident({});
    trigger("incident.dispatch");
    EXPECT_EQ(line(), QStringLiteral("D "));
    EXPECT_EQ(field()->cursorPosition(), 2);
}

} // namespace
} // namespace ob::ui
