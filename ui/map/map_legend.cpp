// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_legend.h"

#include "ui/map/mark_painter.h"
#include "ui/map/mark_text.h"
#include "ui/map/symbol_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ob::ui {
namespace {

constexpr int edge = 10; ///< of the map
constexpr int padding = 8;
constexpr int columnWidth = 208;
constexpr int titleHeight = 28;
constexpr int markHeight = 29;
constexpr int symbolHeight = 23;
constexpr int symbolPixels = 18;

class LegendText {
    Q_DECLARE_TR_FUNCTIONS(LegendText)
  public:
    static QString legend() { return tr("Legend"); }
    static QString units() { return tr("Units"); }
    static QString incidents() { return tr("Incidents"); }
    static QString incidentKinds() { return tr("Kinds of incident"); }
    static QString agencies() { return tr("Agencies"); }
    static QString unitKinds() { return tr("Kinds of unit"); }
    static QString facilities() { return tr("Places"); }
    static QString stale() { return tr("position is old"); }
    static QString incident(int level) { return tr("incident P%1").arg(level); }
    static QString major() { return tr("major incident"); }
    static QString drill() { return tr("drill"); }
};

struct LegendRow {
    QString text;
    Sprite mark;
    int height = markHeight;
    bool isTitle = false;
};
using Rows = std::vector<LegendRow>;

void addTitle(Rows& rows, QString const& text) { rows.push_back({text, {}, titleHeight, true}); }

void addMarks(Rows& rows, MarkAtlas::Look const& look) {
    addTitle(rows, LegendText::units());
    for (MarkState const state : {MarkState::Available, MarkState::Dispatched, MarkState::EnRoute,
                                  MarkState::OnScene, MarkState::Transporting, MarkState::OutOfService})
        rows.push_back({stateText(state), paintUnit(look, MarkAgency::Fire, state, false)});
    rows.push_back({LegendText::stale(), paintUnit(look, MarkAgency::Fire, MarkState::Available, true)});
    addTitle(rows, LegendText::agencies());
    for (SymbolName const name : allSymbols()) {
        if (name > SymbolName::Emergency) continue; // the joint command has no units
        auto const agency = static_cast<MarkAgency>(name);
        rows.push_back({agencyText(agency), paintUnit(look, agency, MarkState::Available, false)});
    }
    addTitle(rows, LegendText::incidents());
    for (int level = 1; level <= 4; ++level)
        rows.push_back({LegendText::incident(level),
                        paintIncident(look, static_cast<core::Priority>(level), false, false)});
    rows.push_back({LegendText::major(), paintIncident(look, core::Priority::P1, true, false)});
    rows.push_back({LegendText::drill(), paintIncident(look, core::Priority::P2, false, true)});
}

void addSymbols(Rows& rows, MarkAtlas::Look const& look, SymbolName first, SymbolName last) {
    int const pixels = static_cast<int>(std::lround(symbolPixels * look.pixelRatio));
    for (SymbolName const name : allSymbols()) {
        if (name < first || name > last) continue;
        QImage const drawing = symbolImage(name, pixels, tokens(look.theme).text);
        rows.push_back({symbolText(name), {drawing, QPoint(pixels, pixels) / 2}, symbolHeight});
    }
}

Rows rowsOf(MarkAtlas::Look const& look) {
    Rows rows;
    addMarks(rows, look);
    addTitle(rows, LegendText::incidentKinds());
    addSymbols(rows, look, SymbolName::IncidentFire, SymbolName::IncidentJoint);
    addTitle(rows, LegendText::unitKinds());
    addSymbols(rows, look, SymbolName::Car, SymbolName::Radio);
    addTitle(rows, LegendText::facilities());
    addSymbols(rows, look, SymbolName::Hospital, SymbolName::Camera);
    return rows;
}

/// The upper left corners of the rows, column by column; a title is not left alone at a column's foot.
struct Flow {
    std::vector<QPoint> places;
    QSize size;
};

Flow within(Rows const& rows, int most) {
    Flow flow;
    QPoint at(padding, padding);
    int lowest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bool const isFollowed = rows[i].isTitle && i + 1 < rows.size();
        int const needed = rows[i].height + (isFollowed ? rows[i + 1].height : 0);
        if (at.y() > padding && at.y() + needed > most - padding) at = {at.x() + columnWidth, padding};
        flow.places.push_back(at);
        at.ry() += rows[i].height;
        lowest = std::max(lowest, at.y());
    }
    flow.size = {at.x() + columnWidth + padding, lowest + padding};
    return flow;
}

/// No more columns than must be, and these of about one length.
Flow flowOf(Rows const& rows, int most) {
    Flow best = within(rows, most);
    for (int height = most - symbolHeight; height > 0; height -= symbolHeight) {
        Flow flow = within(rows, height);
        if (flow.size.width() > best.size.width()) break;
        best = std::move(flow);
    }
    return best;
}

int roomFor(QWidget const* map) { return map->height() - 2 * edge; }

} // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    move(edge, edge);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(LegendText::legend());
    parent->installEventFilter(this);
    resize(sizeHint());
}

QSize MapLegend::sizeHint() const {
    return flowOf(rowsOf({m_theme, currentLanguage(), 1}), roomFor(parentWidget())).size;
}

void MapLegend::use(Theme theme) {
    m_theme = theme;
    update();
}

void MapLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setAccessibleName(LegendText::legend());
    QWidget::changeEvent(event);
}

bool MapLegend::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) resize(sizeHint());
    return QWidget::eventFilter(watched, event);
}

void MapLegend::paintEvent(QPaintEvent*) {
    MarkAtlas::Look const look{m_theme, currentLanguage(), devicePixelRatioF()};
    Tokens const& t = tokens(m_theme);
    Rows const rows = rowsOf(look);
    Flow const flow = flowOf(rows, roomFor(parentWidget()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        LegendRow const& row = rows[i];
        QRect const place(flow.places[i], QSize(columnWidth, row.height));
        painter.setFont(uiFont(row.isTitle ? 14 : 13, row.isTitle ? QFont::DemiBold : QFont::Normal));
        painter.setPen(t.text);
        painter.drawText(place.adjusted(row.isTitle ? 6 : 44, 0, -4, 0), Qt::AlignVCenter, row.text);
        if (row.isTitle) continue;
        QImage mark = row.mark.image;
        mark.setDevicePixelRatio(look.pixelRatio);
        QPointF const middle(place.left() + 20, place.top() + row.height / 2.0);
        painter.drawImage(middle - QPointF(row.mark.anchor) / look.pixelRatio, mark);
    }
}

} // namespace ob::ui
