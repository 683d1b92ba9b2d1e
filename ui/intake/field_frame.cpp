// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/field_frame.h"

#include "ui/panels/row_pen.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ob::ui {

FieldFrame::FieldFrame(QWidget* editor, int lines, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_lines(lines) {
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->addWidget(editor);
    // Only this role: all others go on following the theme.
    QPalette clear;
    clear.setColor(QPalette::Base, Qt::transparent);
    editor->setPalette(clear);
    editor->installEventFilter(this);
    setFocusProxy(editor);
    refit();
}

void FieldFrame::refit() { setFixedHeight(scaled(28) * m_lines); }

bool FieldFrame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    return QWidget::eventFilter(watched, event);
}

void FieldFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    bool const isTypedInto = m_editor->hasFocus();
    painter.setPen(palette().color(isTypedInto ? QPalette::Link : QPalette::Midlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (isTypedInto) painter.drawRect(rect().adjusted(1, 1, -2, -2));
}

Rule::Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

void Rule::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), palette().color(QPalette::Midlight)); }

} // namespace ob::ui
