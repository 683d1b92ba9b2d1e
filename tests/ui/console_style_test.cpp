// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console_style.h"

#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

struct StyleOf : testing::TestWithParam<Theme> {
    ConsoleStyle style;

    QImage painted(QWidget& widget) {
        widget.setStyle(&style);
        widget.setPalette(palette(GetParam()));
        widget.resize(120, 28);
        widget.ensurePolished();
        return widget.grab().toImage();
    }
    /// One ground from top to bottom, and one pixel of line around it.
    void expectFlat(QImage const& image) const {
        QColor const line = tokens(GetParam()).line;
        for (int y = 2; y < image.height() - 2; ++y)
            EXPECT_EQ(image.pixelColor(2, y), image.pixelColor(2, 2)) << y;
        for (int y = 0; y < image.height(); ++y)
            EXPECT_EQ(image.pixelColor(0, y), line) << y;
    }
};
INSTANTIATE_TEST_SUITE_P(Themes, StyleOf, testing::Values(Theme::Night, Theme::Day),
                         [](auto const& value) { return value.param == Theme::Night ? "Night" : "Day"; });

TEST_P(StyleOf, aButtonIsFlat) {
    QToolButton button;
    button.setText(QStringLiteral("Roll-call"));
    expectFlat(painted(button));
}

TEST_P(StyleOf, aChoiceIsFlat) {
    QComboBox choice;
    choice.addItem(QStringLiteral("All"));
    expectFlat(painted(choice));
}

TEST_P(StyleOf, aScrollBarHasNoArrowsAndAHandleThatAHandCanTake) {
    QStyleOptionSlider bar;
    bar.rect = QRect(0, 0, 10, 200);
    bar.orientation = Qt::Vertical;
    bar.maximum = 100'000;
    bar.pageStep = 10;
    for (int const at : {0, 50'000, 100'000}) {
        bar.sliderPosition = at;
        auto const part = [&](QStyle::SubControl which) {
            return style.subControlRect(QStyle::CC_ScrollBar, &bar, which, nullptr);
        };
        EXPECT_TRUE(part(QStyle::SC_ScrollBarAddLine).isEmpty());
        EXPECT_TRUE(part(QStyle::SC_ScrollBarSubLine).isEmpty());
        QRect const handle = part(QStyle::SC_ScrollBarSlider);
        EXPECT_GE(handle.height(), 24);
        EXPECT_TRUE(bar.rect.contains(handle)) << at;
    }
}

} // namespace
} // namespace ob::ui
