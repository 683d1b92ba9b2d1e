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

void paintPlate(QPainter& painter, QRectF const& plate, QString const& text, QColor ink, Tokens const& t) {
    QColor ground = t.panel;
    ground.setAlpha(225);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(ink);
    painter.drawText(plate, Qt::AlignCenter, text);
}

double widthOf(QString const& text, QFont const& font) {
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 16;
}

struct Scale {
    QString text;
    double left = 0;
    double right = 0;
    double bottom = 0;
    QRectF plate;
};

Scale scaleOf(Camera const& camera, double bottom) {
    ScaleBar const bar = scaleBar(camera.metresPerPixel(), 130);
    double const right = camera.size().width() - edge - 4;
    double const left = std::round(right - bar.pixels);
    QString const text = lengthText(bar.metres).replace(QStringLiteral(".00"), QString());
    double const width = widthOf(text, uiFont(12, QFont::Medium)) - 6;
    return {text, left, right, bottom, QRectF((left + right - width) / 2, bottom - 26, width, 18)};
}

void paintScale(QPainter& painter, Scale const& scale, Tokens const& t) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (auto const& [pen, colour] : {std::pair(4.0, t.halo), std::pair(2.0, t.text)}) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(
            QPolygonF({QPointF(scale.left, scale.bottom - 6), QPointF(scale.left, scale.bottom),
                       QPointF(scale.right, scale.bottom), QPointF(scale.right, scale.bottom - 6)}));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(uiFont(12, QFont::Medium));
    paintPlate(painter, scale.plate, scale.text, t.text, t);
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

std::vector<MapChrome::Plate> MapChrome::written(Camera const& camera) const {
    Tokens const& t = tokens(theme);
    QSizeF const size = camera.size();
    QFont const font = uiFont(13);
    QFont const small = uiFont(12);
    std::vector<Plate> all;
    if (counts.units + counts.incidents > 0) {
        QString const whole = ChromeText::shown(counts);
        bool const isTooLong = widthOf(whole, font) > size.width() - 2 * edge;
        double top = edge;
        for (QString const& text : isTooLong ? whole.split(QStringLiteral(" · ")) : QStringList{whole}) {
            double const width = widthOf(text, font);
            all.push_back({QRectF(size.width() - edge - width, top, width, plateHeight), text, font, t.text});
            top += plateHeight + 2;
        }
    }
    if (!hint.isEmpty()) {
        double const width = widthOf(hint, font);
        all.push_back({QRectF((size.width() - width) / 2, edge, width, plateHeight), hint, font, t.text});
    }
    if (cursor) {
        QString const text = ChromeText::place(*cursor, coordinates);
        double const top = size.height() - edge - plateHeight;
        all.push_back({QRectF(edge, top, widthOf(text, font), plateHeight), text, font, t.text});
    }
    if (QString const owner = hasMap ? attribution : ChromeText::noMap(); !owner.isEmpty()) {
        QString const text = QFontMetricsF(small).elidedText(owner, Qt::ElideRight, size.width() / 2);
        double const width = widthOf(text, small);
        all.push_back(
            {QRectF(size.width() - width - 4, size.height() - 22, width, 18), text, small, t.muted});
    }
    return all;
}

double MapChrome::scaleBottom(Camera const& camera) const {
    bool const hasOwner = !hasMap || !attribution.isEmpty();
    return camera.size().height() - (hasOwner ? 34 : edge + 4);
}

std::vector<QRectF> MapChrome::plates(Camera const& camera) const {
    std::vector<QRectF> covered;
    for (Plate const& plate : written(camera))
        covered.push_back(plate.rect);
    Scale const scale = scaleOf(camera, scaleBottom(camera));
    covered.push_back(scale.plate.united(
        QRectF(QPointF(scale.left, scale.bottom - 6), QPointF(scale.right, scale.bottom + 2))));
    return covered;
}

void MapChrome::paint(QPainter& painter, Camera const& camera) const {
    Tokens const& t = tokens(theme);
    painter.setRenderHint(QPainter::Antialiasing);
    for (Plate const& plate : written(camera)) {
        painter.setFont(plate.font);
        paintPlate(painter, plate.rect, plate.text, plate.ink, t);
    }
    paintScale(painter, scaleOf(camera, scaleBottom(camera)), t);
}

} // namespace ob::ui
