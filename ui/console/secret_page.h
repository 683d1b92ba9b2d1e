// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/console/operator_port.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace ob::ui {

/// A page with a card where somebody proves who it is: what was said of the last try, and the wait after too
/// many wrong ones.
class SecretPage : public QWidget {
    Q_OBJECT
  protected:
    SecretPage(Console& console, OperatorPort& operators, QWidget* parent);

    /// Puts the card on the page; its layout is the derived class's.
    void place();
    /// The parts that both pages have, for the text size and the theme. Gives the palette of the page.
    QPalette dressCard();
    /// Of the text, by which everything on the page is measured.
    int pixels() const;
    void say(QString const& words);
    /// Nobody is heard before the wait is over: then it is said again and true is given.
    bool isWaiting();
    void waitAfter(SignInAnswer const& answer);
    /// Forgets the try that is under way: its answer is not heard any more.
    void startRound();

    void paintEvent(QPaintEvent* event) override;

    Console& m_console;
    OperatorPort& m_operators;
    unsigned m_round = 0;
    bool m_isBusy = false;
    QWidget* m_card;
    QLabel* m_title;
    QLabel* m_message;

  private:
    void tick();

    std::optional<core::Instant> m_waitUntil;
};

} // namespace ob::ui
