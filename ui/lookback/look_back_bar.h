// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/action_registry.h"
#include "ui/lookback/look_back.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace ob::ui {

struct LookBackKey;

/// The way through time of a look back: the moment, to be typed over; earlier and later; playing; a slider
/// over all that this desk knows; and what it is doing just now.
class LookBackBar : public QWidget {
    Q_OBJECT
  public:
    /// Adds what it can do to `actions`, which outlive it as `look` does.
    LookBackBar(LookBack& look, ActionRegistry& actions, QWidget* parent = nullptr);

    /// To type another moment.
    void focusTime();
    QString state() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Button {
        char const* id = nullptr; ///< of its action
        QToolButton* button = nullptr;
        QAction* action = nullptr;
        int minutes = 0; ///< to move by
        int speed = 0;   ///< else to play at
    };
    void build();
    void addButton(LookBackKey const& key);
    void translate();
    void dress();
    void follow();
    void tellState();
    void takeTyped();
    void slideTo(int seconds);

    LookBack& m_look;
    ActionRegistry& m_actions;
    QLineEdit* m_time;
    std::vector<Button> m_buttons;
    QLabel* m_state;
    QLabel* m_first;
    QSlider* m_slider;
    QLabel* m_last;
    QTimer m_slow; ///< work that takes no time is not spoken of
    bool m_isMistyped = false;
};

} // namespace ob::ui
