// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/sop_json.h"
#include "core/text.h"
#include "tests/support/console_desk.h"
#include "tests/support/shipped_rules.h"
#include "ui/intake/intake_panel.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QVBoxLayout>

namespace ob::test {

class FakeDrafts final : public ui::DraftPort {
  public:
    bool save(QByteArray const& content) override {
        ++saves;
        if (!isWritable) return false;
        kept.content = content;
        return true;
    }
    Kept load() override { return kept; }

    Kept kept;
    int saves = 0;
    bool isWritable = true;
};

/// Two streets and a square; finds what has the text in its name.
class FakeGazetteer final : public core::GazetteerReader {
  public:
    std::vector<core::GazetteerPlace> find(std::string_view text, std::size_t limit) override {
        if (isBroken) throw std::runtime_error("broken");
        std::vector<core::GazetteerPlace> found;
        for (auto const& [name, district, latitude] : {std::tuple{"滨江路", "江北区", 30.1},
                                                       {"滨江路", "南岸区", 30.3},
                                                       {"Town Square", "Old Town", 30.2}})
            if (core::foldCase(name).find(core::foldCase(text)) != std::string::npos && found.size() < limit)
                found.push_back({.kind = core::PlaceKind::Road,
                                 .point = *core::GeoPoint::ofDegrees(latitude, 160.5),
                                 .name = {.local = name, .chinese = {}, .english = {}, .reference = {}},
                                 .context = district});
        return found;
    }
    bool isBroken = false;
};

/// A call-taker with a keyboard: the panel in a window beside something else that can be typed into.
class IntakeHands : public testing::Test {
  protected:
    IntakeHands() { open(); }
    void open() {
        window = std::make_unique<QWidget>();
        auto* const layout = new QVBoxLayout(window.get());
        elsewhere = new QLineEdit(window.get());
        panel = new ui::IntakePanel(console, cards, drafts, window.get());
        layout->addWidget(elsewhere);
        layout->addWidget(panel);
        window->resize(420, 900);
        window->show();
        window->activateWindow();
        QApplication::setActiveWindow(window.get());
        elsewhere->setFocus();
        panel->start();
        std::ignore = QTest::qWaitForWindowActive(window.get());
    }
    /// As after a crash: the widgets are gone, what was kept is there.
    void openAgain() {
        window.reset();
        open();
    }

    void type(QString const& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// As an input method gives it: first composed, then at once.
    void compose(QString const& pinyin, QString const& text) {
        QInputMethodEvent composing(pinyin, {});
        QApplication::sendEvent(QApplication::focusWidget(), &composing);
        QInputMethodEvent done;
        done.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &done);
    }
    void save() {
        press(Qt::Key_Return, Qt::ControlModifier);
        desk.settle();
    }
    /// Looking things up waits for a pause of the hands.
    void pause() {
        QTest::qWait(300);
        desk.settle();
        desk.settle();
    }

    QString here() const {
        return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString();
    }
    QWidget* named(char const* name) const {
        for (auto* const each : panel->findChildren<QWidget*>())
            if (each->accessibleName() == QLatin1String(name)) return each;
        return nullptr;
    }
    QString textOf(char const* name) const {
        auto* const widget = named(name);
        if (auto* const edit = qobject_cast<QLineEdit*>(widget)) return edit->text();
        if (auto* const edit = qobject_cast<QPlainTextEdit*>(widget)) return edit->toPlainText();
        return {};
    }
    /// Everything that can be read on the panel.
    QString seen() const {
        QStringList words;
        for (auto* const each : panel->findChildren<QWidget*>()) {
            if (!each->isVisibleTo(panel)) continue;
            if (auto* const label = qobject_cast<QLabel*>(each)) words << label->text();
            if (qobject_cast<QAbstractButton*>(each)) words << each->accessibleName();
        }
        return words.join(QLatin1Char('\n'));
    }
    bool says(char const* words) const { return seen().contains(QString::fromUtf8(words)); }
    std::shared_ptr<core::Incident const> onlyIncident() const {
        auto const& all = desk.console().board().incidents();
        return all.size() == 1 ? all.begin()->second : nullptr;
    }

    std::shared_ptr<FakeGazetteer> gazetteer = std::make_shared<FakeGazetteer>();
    mutable ConsoleDesk desk{gazetteer};
    ui::Console& console = desk.console();
    core::SopBook cards = *core::loadSopBook(shippedSopText(), shippedRules());
    FakeDrafts drafts;
    std::unique_ptr<QWidget> window;
    QLineEdit* elsewhere = nullptr;
    ui::IntakePanel* panel = nullptr;
};

} // namespace ob::test
