// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_chrome.h"

#include "core/geo/china_datum.h"
#include "core/geo/grid_reference.h"
#include "ui/map/draw_tool.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace ob::ui {
namespace {

constexpr double edge = 10;
constexpr double plateHeight = 24;

class ChromeText {
    Q_DECLARE_TR_FUNCTIONS(ChromeText)
  public:
    static QString shown(MarkCounts const& counts) {
        return tr("%1 of %2 units · %3 of %4 incidents")
            .arg(counts.unitsInView)
            .arg(counts.units)
            .arg(counts.incidentsInView)
            .arg(counts.incidents);
    }
    static QString noMap() { return tr("No base map"); }
    static QString place(WorldPoint point, CoordinateStyle style) {
        auto const place = placeOf(point);
        core::Degrees const china = core::degreesIn(core::Datum::Gcj02, place);
        switch (style) {
        case CoordinateStyle::Wgs84:
            return tr("%1, %2 WGS 84").arg(place.latitude(), 0, 'f', 5).arg(place.longitude(), 0, 'f', 5);
        case CoordinateStyle::Gcj02:
            return tr("%1, %2 GCJ-02").arg(china.latitude, 0, 'f', 5).arg(china.longitude, 0, 'f', 5);
        case CoordinateStyle::Mgrs:
            return tr("%1 MGRS").arg(QString::fromStdString(core::mgrsOf(place, core::GridPrecision::Metre)));
        }
        return {};
    }
};

QRectF paintPlate(QPainter& painter, QRectF const& plate, QString const& text, QColor ink, Tokens const& t) {
    QColor ground = t.panel;
    ground.setAlpha(225);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(ink);
    painter.drawText(plate, Qt::AlignCenter, text);
    return plate;
}

double widthOf(QString const& text, QFont const& font) {
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 16;
}

void paintScale(QPainter& painter, Camera const& camera, Tokens const& t, double bottom) {
    ScaleBar const bar = scaleBar(camera.metresPerPixel(), 130);
    double const right = camera.size().width() - edge - 4;
    QString const text = lengthText(bar.metres).replace(QStringLiteral(".00"), QString());
    painter.setRenderHint(QPainter::Antialiasing, false);
    double const left = std::round(right - bar.pixels);
    for (auto const& [pen, colour] : {std::pair(4.0, t.halo), std::pair(2.0, t.text)}) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({QPointF(left, bottom - 6), QPointF(left, bottom),
                                        QPointF(right, bottom), QPointF(right, bottom - 6)}));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(uiFont(12, QFont::Medium));
    double const width = widthOf(text, painter.font()) - 6;
    paintPlate(painter, QRectF((left + right - width) / 2, bottom - 26, width, 18), text, t.text, t);
}

} // namespace

ScaleBar scaleBar(double metresPerPixel, double mostPixels) {
    double const most = metresPerPixel * mostPixels;
    double const decade = std::pow(10, std::floor(std::log10(most)));
    double metres = decade;
    for (double const step : {2.0, 5.0})
        if (decade * step <= most) metres = decade * step;
    return {metres, metres / metresPerPixel};
}

QRectF MapChrome::coordinatePlate(QSizeF view) {
    return {edge, view.height() - edge - plateHeight, 230, plateHeight};
}

void MapChrome::paint(QPainter& painter, Camera const& camera) const {
    Tokens const& t = tokens(theme);
    QSizeF const size = camera.size();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont const font = uiFont(13);
    painter.setFont(font);
    if (counts.units + counts.incidents > 0) {
        QString const text = ChromeText::shown(counts);
        double const width = widthOf(text, font);
        paintPlate(painter, QRectF(size.width() - edge - width, edge, width, plateHeight), text, t.text, t);
    }
    if (!hint.isEmpty()) {
        double const width = widthOf(hint, font);
        paintPlate(painter, QRectF((size.width() - width) / 2, edge, width, plateHeight), hint, t.text, t);
    }
    double const bottom = size.height() - edge;
    if (cursor) {
        QString const text = ChromeText::place(*cursor, coordinates);
        paintPlate(painter, QRectF(edge, bottom - plateHeight, widthOf(text, font), plateHeight), text,
                   t.text, t);
    }
    QString const owner = hasMap ? attribution : ChromeText::noMap();
    double scaleBottom = bottom - 4;
    if (!owner.isEmpty()) {
        QFont const small = uiFont(12);
        painter.setFont(small);
        QString const text = QFontMetricsF(small).elidedText(owner, Qt::ElideRight, size.width() / 2);
        double const width = widthOf(text, small);
        paintPlate(painter, QRectF(size.width() - width - 4, size.height() - 22, width, 18), text, t.muted,
                   t);
        scaleBottom = size.height() - 34;
    }
    paintScale(painter, camera, t, scaleBottom);
}

} // namespace ob::ui
