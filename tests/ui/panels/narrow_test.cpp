// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/console_desk.h"
#include "ui/panels/row_panel.h"
#include "ui/panels/wrap_layout.h"

#include <QPushButton>

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

struct Buttons : testing::Test {
    QWidget bar;
    WrapLayout* row = new WrapLayout(&bar);
    std::vector<QWidget*> buttons;

    Buttons() {
        row->setContentsMargins(4, 2, 4, 2);
        row->setSpacing(4);
        for (int index = 0; index < 6; ++index) {
            auto* const button = new QWidget;
            button->setFixedSize(80, 24);
            buttons.push_back(button);
            row->insertWidget(static_cast<std::size_t>(index), button);
        }
    }
    void layAt(int width) { row->setGeometry({0, 0, width, row->heightForWidth(width)}); }
};

TEST_F(Buttons, AreBesideEachOtherWhereThereIsRoom) {
    EXPECT_EQ(row->heightForWidth(row->sizeHint().width()), row->sizeHint().height());
}

TEST_F(Buttons, WrapInsteadOfBeingCut) {
    layAt(260);
    EXPECT_EQ(row->heightForWidth(260), 2 + 24 + 4 + 24 + 2);
    for (auto const* const button : buttons)
        EXPECT_LE(button->geometry().right(), 260);
    EXPECT_EQ(buttons[3]->y(), 2 + 24 + 4) << "three fit";
}

TEST_F(Buttons, HiddenOnesTakeNoRoom) {
    buttons[0]->hide();
    layAt(600);
    EXPECT_EQ(buttons[1]->x(), 4);
}

struct Rows final : RowPanel {
    using RowPanel::lay;
    using RowPanel::RowPanel;
};

/// With 20,000 incidents the list is laid anew at every turn.
TEST(ARowPanel, ShowsItsRowsAtOnce) {
    test::ConsoleDesk desk;
    Rows panel(desk.console(), 300);
    panel.resize(300, 200);
    panel.show();
    desk.settle();
    std::vector<QWidget*> rows;
    for (int index = 0; index < 50; ++index) {
        rows.push_back(new QWidget);
        rows.back()->setFixedHeight(50);
    }
    panel.lay(rows, {});
    for (std::size_t index = 0; index < rows.size(); ++index) {
        EXPECT_TRUE(rows[index]->isVisible());
        EXPECT_EQ(rows[index]->geometry().y(), static_cast<int>(index) * 50);
    }
}

} // namespace
} // namespace ob::ui
