// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include "ui/map/map_style.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

class EachTheme : public testing::TestWithParam<Theme> {
  protected:
    Tokens const& t = tokens(GetParam());

    void expectReadable(QColor ink, QColor ground) const {
        EXPECT_GE(contrast(ink, ground), 4.5)
            << ink.name().toStdString() << " on " << ground.name().toStdString();
    }
};
INSTANTIATE_TEST_SUITE_P(Themes, EachTheme, testing::Values(Theme::Night, Theme::Day),
                         [](auto const& value) { return value.param == Theme::Night ? "Night" : "Day"; });

TEST_P(EachTheme, textIsReadableOnEverySurface) {
    for (QColor const& ground : {t.window, t.panel, t.raised, t.selectedGround}) {
        expectReadable(t.text, ground);
        expectReadable(t.muted, ground);
        expectReadable(t.good, ground);
    }
    expectReadable(t.drill, t.panel);
}

TEST_P(EachTheme, numeralsAreReadableOnTheirPriority) {
    for (std::size_t i = 0; i < t.priority.size(); ++i)
        expectReadable(t.numeral[i], t.priority[i]);
}

TEST_P(EachTheme, namesOnTheMapAreReadableOnTheirHaloAndOnEveryGround) {
    expectReadable(t.label, t.halo);
    MapStyle const style(GetParam());
    expectReadable(t.label, style.land());
    for (core::MapClass const area : {core::MapClass::Water, core::MapClass::Park, core::MapClass::Wood,
                                      core::MapClass::Building, core::MapClass::Residential})
        expectReadable(t.label, style.area(area, 15)->fill);
}

TEST_P(EachTheme, paletteSpeaksWithTheTokens) {
    QPalette const p = palette(GetParam());
    EXPECT_EQ(p.color(QPalette::Window), t.window);
    EXPECT_EQ(p.color(QPalette::Disabled, QPalette::Text), t.muted);
    EXPECT_GE(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)), 4.5);
}

TEST(Theme, contrastIsThatOfWcag) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 0.01);
    EXPECT_NEAR(contrast(QColor(0x777777), Qt::white), 4.48, 0.01);
}

TEST(Theme, chineseIsSetInItsSimplifiedForms) {
    EXPECT_EQ(uiFont(14).families().value(1), QStringLiteral("Noto Sans CJK SC"));
}

} // namespace
} // namespace ob::ui
