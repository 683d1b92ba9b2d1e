// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/row_panel.h"

#include "ui/panels/panel_header.h"
#include "ui/panels/panel_scroll.h"
#include "ui/panels/row_pen.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace ob::ui {

RowPanel::RowPanel(Console& console, int width, QWidget* parent)
    : QWidget(parent), m_console(console), m_width(width), m_header(new PanelHeader(console)),
      m_scroll(new QScrollArea), m_layout(new QVBoxLayout), m_empty(new QLabel) {
    placeScrolled(*this, *m_header, *m_scroll, *m_layout);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(scaled(16));
}

QSize RowPanel::sizeHint() const { return {scaled(m_width), scaled(236)}; }

void RowPanel::lay(std::vector<QWidget*> rows, QString const& whenEmpty) {
    for (auto* const row : m_rows) {
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows = std::move(rows);
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        m_layout->insertWidget(static_cast<int>(at), m_rows[at]);
    for (auto* const row : m_rows)
        row->show();
    m_empty->setText(whenEmpty);
    m_empty->setFont(panelFont(13));
    m_empty->setVisible(m_rows.empty());
    QPalette look = palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    look.setColor(QPalette::Window, tokens(m_console.theme()).panel);
    m_empty->setPalette(look);
    m_scroll->setPalette(look);
    // At once: where much happens the next rows would come before these were ever seen.
    m_layout->activate();
    QEvent wider(QEvent::LayoutRequest);
    QApplication::sendEvent(m_scroll, &wider);
}

void RowPanel::bringIntoView(QWidget* row) { m_scroll->ensureWidgetVisible(row); }

void RowPanel::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel); }

} // namespace ob::ui
