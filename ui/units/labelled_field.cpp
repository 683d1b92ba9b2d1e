// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/labelled_field.h"

#include "ui/intake/field_frame.h"
#include "ui/panels/row_pen.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ob::ui {

LabelledField::LabelledField(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_label(new QLabel), m_line(new QLineEdit) {
    m_line->setFrame(false);
    m_frame = new FieldFrame(m_line);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    layout->addWidget(m_label);
    layout->addWidget(m_frame, 1);
    m_label->setBuddy(m_line);
    setFocusProxy(m_line);
    connect(&console, &Console::themeChanged, this, &LabelledField::dress);
    dress();
}

void LabelledField::name(QString const& label, QString const& example) {
    m_label->setText(label);
    m_line->setAccessibleName(label);
    m_line->setPlaceholderText(example);
    m_label->setFont(panelFont(13));
    m_line->setFont(panelFont());
    if (m_labelWidth > 0) m_label->setFixedWidth(scaled(m_labelWidth));
    if (m_lineWidth > 0) m_frame->setFixedWidth(scaled(m_lineWidth));
    dress();
}

void LabelledField::align(int labelWidth) { m_labelWidth = labelWidth; }
void LabelledField::limitWidth(int width) { m_lineWidth = width; }

void LabelledField::dress() {
    QPalette look = m_label->palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    m_label->setPalette(look);
}

} // namespace ob::ui
