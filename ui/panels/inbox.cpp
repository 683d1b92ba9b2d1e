// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inbox.h"

#include "ui/panels/inbox_row.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/text/refusal_text.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {

Inbox::Inbox(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_header(new PanelHeader(console)), m_scroll(new QScrollArea),
      m_empty(new QLabel) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_scroll);
    auto* const inside = new QWidget;
    m_rows = new QVBoxLayout(inside);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_empty);
    m_rows->addStretch(1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(scaled(16));
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Inbox::refresh);
    connect(&console, &Console::boardChanged, this, &Inbox::refreshSoon);
    connect(&console, &Console::ticked, this, &Inbox::refreshSoon);
    connect(&console, &Console::themeChanged, this, &Inbox::lay);
    refresh();
    lay();
}

QSize Inbox::sizeHint() const { return {scaled(470), scaled(236)}; }

/// Thousands of incidents are looked through a few times a second, some hundred at once.
void Inbox::refreshSoon() {
    constexpr std::size_t many = 1000;
    constexpr int soonMs = 250;
    if (m_console.queue().size() < many) return refresh();
    if (!m_soon.isActive()) m_soon.start(soonMs);
}

void Inbox::refresh() {
    auto items = workItemsOf(m_console);
    bool const isSame = std::ranges::equal(items, m_items, {}, &WorkItem::key, &WorkItem::key);
    auto const before = m_items.size();
    if (m_isHeld && !isSame) return m_header->tell(tr("%1 · more has come").arg(items.size()));
    m_items = std::move(items);
    if (!isSame) return lay();
    for (std::size_t at = 0; at < m_shown.size(); ++at)
        m_shown[at]->update(m_items[at]);
    if (before != m_items.size()) Q_EMIT countChanged(count());
}

void Inbox::lay() {
    for (auto* const row : m_shown) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_shown.clear();
    for (auto const& item : m_items) {
        if (m_shown.size() == mostShown) break;
        auto* const row = new InboxRow(m_console, item, [this](core::ConflictId id) { settle(id); });
        m_rows->insertWidget(static_cast<int>(m_shown.size()), row);
        m_shown.push_back(row);
    }
    m_header->name(tr("To do"));
    m_empty->setText(tr("Nothing waits for this desk."));
    m_empty->setVisible(m_items.empty());
    m_empty->setFont(panelFont(13));
    QPalette look = palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    look.setColor(QPalette::Window, tokens(m_console.theme()).panel);
    m_empty->setPalette(look);
    m_scroll->setPalette(look);
    m_header->tell(m_items.empty() ? QString()
                   : m_items.size() > mostShown
                       ? tr("%1 · the first %2 are shown").arg(m_items.size()).arg(mostShown)
                       : tr("%1 · Ctrl+Space opens the next").arg(m_items.size()));
    Q_EMIT countChanged(count());
}

void Inbox::openNext() {
    if (m_shown.empty()) return;
    auto const at = std::ranges::find(m_shown, m_opened, [](InboxRow* row) { return row->item().key; });
    auto* const next = at == m_shown.end() || at + 1 == m_shown.end() ? m_shown.front() : *(at + 1);
    m_opened = next->item().key;
    m_scroll->ensureWidgetVisible(next);
    next->open();
}

void Inbox::settle(core::ConflictId conflict) {
    core::Command command{
        .intent = core::SettleConflict{conflict}, .occurredAt = {}, .source = core::Source::Operator};
    m_console.submit(std::move(command), [box = QPointer(this)](auto const& told) {
        if (!box) return;
        auto const wording = box->m_console.wording();
        if (told)
            box->m_console.say(Console::Tone::Done, tr("The conflict is settled."));
        else
            box->m_console.say(Console::Tone::Refused, refusalText(told.error(), &wording));
    });
}

void Inbox::enterEvent(QEnterEvent*) { m_isHeld = true; }

void Inbox::leaveEvent(QEvent*) {
    m_isHeld = false;
    refresh();
}

void Inbox::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel); }

void Inbox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_items = workItemsOf(m_console);
        lay();
    }
    QWidget::changeEvent(event);
}

} // namespace ob::ui
