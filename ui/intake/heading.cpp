// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/heading.h"

#include "ui/panels/row_pen.h"
#include "ui/theme.h"

#include <QHBoxLayout>

namespace ob::ui {

MutedLabel::MutedLabel(QWidget* parent) : QLabel(parent) {
    refont();
    setForegroundRole(QPalette::PlaceholderText);
    setTextFormat(Qt::PlainText);
}

void MutedLabel::refont() { setFont(panelFont(12)); }

Heading::Heading(QWidget* parent, Level level)
    : QWidget(parent), m_level(level), m_title(new QLabel(this)), m_aside(new MutedLabel(this)) {
    bool const isPanel = level == Level::Panel;
    refont();
    m_title->setForegroundRole(isPanel ? QPalette::Text : QPalette::PlaceholderText);
    m_title->setTextFormat(Qt::PlainText);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, isPanel ? 0 : 4, 8, 0);
    layout->addWidget(m_title);
    if (!isPanel) layout->addStretch();
    layout->addWidget(m_aside);
    if (isPanel) layout->addStretch();
}

void Heading::refont() {
    m_title->setFont(panelFont(m_level == Level::Panel ? 15 : 12, QFont::DemiBold));
    m_aside->refont();
}

void Heading::say(QString const& title, QString const& aside) {
    m_title->setText(title);
    m_aside->setText(aside);
}

} // namespace ob::ui
