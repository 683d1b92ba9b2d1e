// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

class QPainter;

namespace ob::ui {

/// A part of a wall: painted, follows the board, takes no focus. Its measures are shares of the wall and not
/// pixels, so that whoever stands five metres away reads the same on every screen.
class WallPanel : public QWidget {
    Q_OBJECT
  public:
    WallPanel(Console& console, QWidget* parent);

    /// Pixels that one of a wall of 1920 × 1080 is.
    void measure(double unit);
    /// The size at which each of these has its width, at most this one: a number is never cut.
    int sizeFor(QStringList const& numbers, int width, int size, QFont::Weight weight) const;

  protected:
    struct Look {
        int size = 0; ///< of a wall of 1920 × 1080
        QColor ink{};
        QFont::Weight weight = QFont::Normal;
        Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    };
    int px(int size) const;
    /// In one line, cut with … where it is too long. Gives the width that it took.
    int write(QPainter& painter, QRect where, QString const& words, Look const& look) const;
    int widthOf(QString const& words, int size, QFont::Weight weight = QFont::Normal) const;
    /// Filled, at the left of `where`. Gives the width that it took.
    int plate(QPainter& painter, QRect where, QString const& words, QColor ground, Look const& look) const;
    Tokens const& colours() const { return tokens(m_console.theme()); }
    Console& console() const { return m_console; }
    /// For a screen reader: what it shows, in a sentence.
    virtual QString spoken() const = 0;

    void changeEvent(QEvent* event) override;

  private:
    void refresh();

    Console& m_console;
    double m_unit = 1;
};

} // namespace ob::ui
