// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/drill_frame.h"

#include <QEvent>
#include <QPainter>

namespace ob::ui {
namespace {

constexpr int frameWidth = 3;

} // namespace

void DrillFrame::putOn(QWidget& window, Console& console) {
    if (console.isDrill()) new DrillFrame(window, console); // belongs to the window
}

DrillFrame::DrillFrame(QWidget& window, Console& console) : QWidget(&window), m_console(console) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window.installEventFilter(this);
    connect(&console, &Console::themeChanged, this, [this] { update(); });
    follow();
}

void DrillFrame::follow() {
    QWidget const* const window = parentWidget();
    setGeometry(window->rect());
    setVisible(window->isWindow());
    raise();
}

bool DrillFrame::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::ParentChange: // docked or floating
    case QEvent::ChildAdded: follow(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void DrillFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(QPen(tokens(m_console.theme()).drill, 2 * frameWidth));
    painter.drawRect(rect());
}

} // namespace ob::ui
