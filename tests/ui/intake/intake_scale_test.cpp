// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/intake/intake_hands.h"
#include "ui/console/flat_button.h"
#include "ui/intake/field_frame.h"
#include "ui/panels/row_pen.h"

namespace ob::ui {
namespace {

class IntakeScale : public test::IntakeHands {
  protected:
    ~IntakeScale() override { setTextScale(1); }
    /// As the window does it.
    void enlarge(double scale) {
        setTextScale(scale);
        QApplication::setFont(panelFont());
        QEvent changed(QEvent::LanguageChange);
        for (auto* const widget : QApplication::topLevelWidgets())
            QApplication::sendEvent(widget, &changed);
        window->resize(window->size() + QSize(200, 200));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    /// Of everything that is seen and has words.
    int smallestFont() const {
        int smallest = 1000;
        for (auto const* const part : panel->findChildren<QWidget*>())
            if (part->isVisible()) smallest = std::min(smallest, part->font().pixelSize());
        return smallest;
    }
};

TEST_F(IntakeScale, FollowsTheScaleOfTextWhileItIsOpen) {
    press(Qt::Key_F, Qt::NoModifier);
    type(QStringLiteral("ire"));
    press(Qt::Key_Tab);
    EXPECT_EQ(smallestFont(), 12);
    auto const heightsOf = [this](auto* part) {
        std::vector<int> heights;
        for (auto const* const each : panel->findChildren<decltype(part)>())
            if (each->isVisible()) heights.push_back(each->height());
        return heights;
    };
    auto const frames = heightsOf(static_cast<FieldFrame*>(nullptr));
    auto const buttons = heightsOf(static_cast<FlatButton*>(nullptr));
    ASSERT_GE(frames.size(), 8U);
    ASSERT_GE(buttons.size(), 3U);
    enlarge(1.5);
    EXPECT_EQ(smallestFont(), 18);
    auto const larger = heightsOf(static_cast<FieldFrame*>(nullptr));
    ASSERT_EQ(larger.size(), frames.size());
    for (std::size_t at = 0; at < frames.size(); ++at)
        EXPECT_EQ(larger[at], frames[at] * 3 / 2);
    auto const largerButtons = heightsOf(static_cast<FlatButton*>(nullptr));
    ASSERT_EQ(largerButtons.size(), buttons.size());
    for (std::size_t at = 0; at < buttons.size(); ++at)
        EXPECT_EQ(largerButtons[at], buttons[at] * 3 / 2);
    enlarge(1);
    EXPECT_EQ(smallestFont(), 12);
    EXPECT_EQ(heightsOf(static_cast<FieldFrame*>(nullptr)), frames);
}

TEST_F(IntakeScale, WordsOfAFieldFitItsFrameAtEveryScale) {
    for (double const scale : {1.0, 1.25, 1.5, 2.0}) {
        enlarge(scale);
        for (auto const* const edit : panel->findChildren<QLineEdit*>()) {
            if (!edit->isVisible()) continue;
            EXPECT_GE(edit->height(), QFontMetrics(edit->font()).height() - 2)
                << edit->accessibleName().toStdString() << " at " << scale;
        }
    }
}

} // namespace
} // namespace ob::ui
