// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inbox_row.h"

#include "ui/text/time_text.h"

#include <QToolButton>

#include <utility>

namespace ob::ui {

InboxRow::InboxRow(Console& console, WorkItem item, std::function<void(core::ConflictId)> settle,
                   QWidget* parent)
    : WordRow(console, item.title, parent, item.conflict ? Height::Three : Height::Two),
      m_item(std::move(item)) {
    for (auto const& answer : m_item.answers)
        addButton(answer.word, [this, answer] {
            select();
            this->console().propose(answer.line, answer.isSent);
        });
    if (m_item.conflict)
        addButton(tr("Settled"), [settle = std::move(settle), id = *m_item.conflict] { settle(id); });
    QStringList words{m_item.title, m_item.meaning, m_item.detail};
    words.removeAll(QString());
    setToolTip(words.join(QLatin1Char('\n')));
}

void InboxRow::renew(WorkItem item) {
    m_item = std::move(item);
    update();
}

void InboxRow::open() {
    select();
    if (firstButton() != nullptr) firstButton()->setFocus(Qt::ShortcutFocusReason);
}

void InboxRow::select() {
    if (!m_item.incident.isNil()) console().selectIncident(m_item.incident);
    if (!m_item.unit.isNil()) console().selectUnit(m_item.unit);
}

WordRow::Words InboxRow::words() const {
    bool const isUrgent = m_item.kind == WorkItem::Kind::Distress;
    QColor const red = colours().priority[0];
    Words words{.title = m_item.title,
                .detail = m_item.detail,
                .titleInk = isUrgent ? red : colours().text,
                .asideInk = colours().text,
                .edge = isUrgent ? red : QColor()};
    if (m_item.limit) {
        words.aside = limitText(m_item.limit->clock, m_item.limit->due, console().now());
        words.isAsideFilled = m_item.limit->due < console().now();
    }
    return words;
}

} // namespace ob::ui
