// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/note_line.h"

#include "ui/panels/row_pen.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace ob::ui {

NoteLine::NoteLine(QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_usual(new QToolButton(this)) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4));
    row->setSpacing(scaled(4));
    row->addWidget(m_line, 1);
    row->addWidget(m_usual);
    m_line->setMaxLength(2000);
    m_usual->setPopupMode(QToolButton::InstantPopup);
    m_usual->setFocusPolicy(Qt::TabFocus);
    m_usual->setMenu(new QMenu(m_usual));
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { enter(m_line->text()); });
    translate();
}

void NoteLine::enter(QString const& words) {
    QString const plain = words.trimmed();
    if (!plain.isEmpty()) Q_EMIT entered(plain);
}

void NoteLine::translate() {
    m_line->setPlaceholderText(tr("Add a note, Enter saves it"));
    m_line->setAccessibleName(tr("Add a note"));
    m_line->setFont(panelFont(13));
    m_usual->setText(tr("Usual"));
    m_usual->setAccessibleName(tr("Usual notes"));
    m_usual->setFont(panelFont(13));
    m_usual->menu()->clear();
    for (QString const& words :
         {tr("Caller rang again"), tr("Caller cannot be reached"), tr("More persons involved than reported"),
          tr("Hazardous substances present"), tr("Access blocked"), tr("Persons brought to safety"),
          tr("Situation under control"), tr("Nothing found at the place"), tr("Press at the place")})
        m_usual->menu()->addAction(words, this, [this, words] { enter(words); });
}

} // namespace ob::ui
