// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/alarm_desk.h"
#include "ui/console/console.h"

#include <QWidget>

class QToolButton;

namespace ob::ui {

/// The line on top of every window: menu, which realm, whether the peers are there, whether this is now, the
/// time, who sits here, alarms, and one lamp per agency. Alarms, lamps and time are always those of now.
class TopBar : public QWidget {
    Q_OBJECT
  public:
    TopBar(Console& console, AlarmDesk const& alarms, QWidget* parent = nullptr);

    QToolButton* menuButton() { return m_menu; }
    QToolButton* callButton() { return m_call; }
    /// Above a look back: what is shown instead of now. Nothing can be begun from there.
    void lookBack(QString const& view);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// What the link indicator says: all, some or none of the peers.
    enum class Standing : std::uint8_t { Joined, Partly, Alone };
    static Standing standingOf(std::vector<LinkLine> const& links);

  Q_SIGNALS:
    void alarmsWanted();
    void callWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    struct Lamp {
        QString agency; ///< code
        QString words;
        QString details;
        bool isUp = false;
    };
    void translate();
    void refresh();
    std::vector<Lamp> lamps() const;
    int paintChip(QPainter& painter, int x, QString const& words, QColor ink, QColor edge) const;
    /// Filled with the colour of this priority, counted from 0.
    int paintPlate(QPainter& painter, int x, QString const& words, std::size_t priority) const;
    QString failure() const;
    struct Chip {
        QString words;
        bool isFilled = false;
    };
    std::vector<Chip> chips() const;
    static int widthOf(Chip const& chip);
    void paintRight(QPainter& painter, int from);

    Console& m_console;
    AlarmDesk const& m_alarms;
    QToolButton* m_menu;
    QToolButton* m_call;
    QRect m_alarmPlate; ///< where the alarms are counted
    QString m_past;     ///< empty: it shows now
};

} // namespace ob::ui
