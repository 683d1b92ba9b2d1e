// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inbox.h"

#include "ui/panels/inbox_row.h"
#include "ui/panels/panel_header.h"
#include "ui/text/refusal_text.h"

#include <QEvent>
#include <QPointer>

#include <algorithm>

namespace ob::ui {

Inbox::Inbox(Console& console, QWidget* parent)
    : RowPanel(console, 470, parent), m_pace([this] { refresh(); }) {
    auto const soon = [this] { m_pace.ask(this->console().queue().size()); };
    connect(&console, &Console::boardChanged, this, soon);
    connect(&console, &Console::ticked, this, soon);
    connect(&console, &Console::themeChanged, this, &Inbox::layRows);
    refresh();
    layRows();
}

void Inbox::refresh() {
    auto items = workItemsOf(console());
    bool const isSame = std::ranges::equal(items, m_items, {}, &WorkItem::key, &WorkItem::key);
    if (m_isHeld && !isSame) return header()->tell(tr("%1 · more has come").arg(items.size()));
    m_items = std::move(items);
    if (!isSame) return layRows();
    for (std::size_t at = 0; at < m_shown.size(); ++at)
        m_shown[at]->renew(m_items[at]);
}

void Inbox::layRows() {
    m_shown.clear();
    for (auto const& item : m_items) {
        if (m_shown.size() == mostShown) break;
        m_shown.push_back(new InboxRow(console(), item, [this](core::ConflictId id) { settle(id); }));
    }
    lay({m_shown.begin(), m_shown.end()}, tr("Nothing waits for this desk."));
    header()->name(tr("To do"));
    header()->tell(m_items.empty() ? QString()
                   : m_items.size() > mostShown
                       ? tr("%1 · the first %2 are shown").arg(m_items.size()).arg(mostShown)
                       : tr("%1 · Ctrl+Space opens the next").arg(m_items.size()));
}

void Inbox::openNext() {
    if (m_shown.empty()) return;
    auto const at = std::ranges::find(m_shown, m_opened, [](InboxRow* row) { return row->item().key; });
    auto* const next = at == m_shown.end() || at + 1 == m_shown.end() ? m_shown.front() : *(at + 1);
    m_opened = next->item().key;
    bringIntoView(next);
    next->open();
}

void Inbox::settle(core::ConflictId conflict) {
    core::Command command{
        .intent = core::SettleConflict{conflict}, .occurredAt = {}, .source = core::Source::Operator};
    console().submit(std::move(command), [box = QPointer(this)](auto const& told) {
        if (!box) return;
        auto const wording = box->console().wording();
        if (told)
            box->console().say(Console::Tone::Done, tr("The conflict is settled."));
        else
            box->console().say(Console::Tone::Refused, refusalText(told.error(), &wording));
    });
}

void Inbox::enterEvent(QEnterEvent*) { m_isHeld = true; }

void Inbox::leaveEvent(QEvent*) {
    m_isHeld = false;
    refresh();
}

void Inbox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_items = workItemsOf(console());
        layRows();
    }
    QWidget::changeEvent(event);
}

} // namespace ob::ui
