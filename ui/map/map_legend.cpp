// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_legend.h"

#include "ui/map/mark_painter.h"
#include "ui/map/mark_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

#include <vector>

namespace ob::ui {
namespace {

constexpr int rowHeight = 30;
constexpr int legendWidth = 220;
constexpr int headerHeight = 30;

class LegendText {
    Q_DECLARE_TR_FUNCTIONS(LegendText)
  public:
    static QString title() { return tr("Legend"); }
    static QString stale() { return tr("position is old"); }
    static QString incident(int level) { return tr("incident P%1").arg(level); }
    static QString major() { return tr("major incident"); }
    static QString drill() { return tr("drill"); }
};

struct LegendRow {
    Sprite mark;
    QString text;
};

std::vector<LegendRow> unitRows(MarkAtlas::Look const& look) {
    std::vector<LegendRow> rows;
    for (MarkState const state : {MarkState::Available, MarkState::Dispatched, MarkState::EnRoute,
                                  MarkState::OnScene, MarkState::Transporting, MarkState::OutOfService})
        rows.push_back({paintUnit(look, MarkAgency::Fire, state, false), stateText(state)});
    return rows;
}

} // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    move(10, 10);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(LegendText::title());
    resize(sizeHint());
}

QSize MapLegend::sizeHint() const { return {legendWidth, headerHeight + 22 * rowHeight + 8}; }

void MapLegend::use(Theme theme) {
    m_theme = theme;
    update();
}

void MapLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setAccessibleName(LegendText::title());
    QWidget::changeEvent(event);
}

void MapLegend::paintEvent(QPaintEvent*) {
    MarkAtlas::Look const look{m_theme, currentLanguage(), devicePixelRatioF()};
    Tokens const& t = tokens(m_theme);
    std::vector<LegendRow> rows = unitRows(look);
    rows.push_back({paintUnit(look, MarkAgency::Fire, MarkState::Available, true), LegendText::stale()});
    for (int level = 1; level <= 4; ++level)
        rows.push_back({paintIncident(look, static_cast<core::Priority>(level), false, false),
                        LegendText::incident(level)});
    rows.push_back({paintIncident(look, core::Priority::P1, true, false), LegendText::major()});
    rows.push_back({paintIncident(look, core::Priority::P2, false, true), LegendText::drill()});
    for (int i = 0; i < 9; ++i) {
        auto const agency = static_cast<MarkAgency>(i);
        rows.push_back({paintUnit(look, agency, MarkState::Available, false), agencyText(agency)});
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(uiFont(14, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRect(12, 0, width() - 24, headerHeight), Qt::AlignVCenter, LegendText::title());
    painter.setFont(uiFont(13));
    int y = headerHeight;
    for (LegendRow const& row : rows) {
        QImage mark = row.mark.image;
        mark.setDevicePixelRatio(look.pixelRatio);
        QPointF const anchor = QPointF(row.mark.anchor) / look.pixelRatio;
        painter.drawImage(QPointF(28, y + rowHeight / 2.0) - anchor, mark);
        painter.drawText(QRect(54, y, width() - 60, rowHeight), Qt::AlignVCenter, row.text);
        y += rowHeight;
    }
}

} // namespace ob::ui
