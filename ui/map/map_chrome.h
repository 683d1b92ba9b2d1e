// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"
#include "ui/map/mark_layer.h"
#include "ui/theme.h"

#include <QFont>
#include <QPainter>

#include <optional>
#include <vector>

namespace ob::ui {

/// In which system the place under the cursor is told.
enum class CoordinateStyle : std::uint8_t { Wgs84, Gcj02, Mgrs };

/// What is written on the glass: how many are shown, where the cursor is, how long a metre is, whose map it
/// is.
struct MapChrome {
    Theme theme = Theme::Night;
    MarkCounts counts;
    std::optional<WorldPoint> cursor;
    CoordinateStyle coordinates = CoordinateStyle::Wgs84;
    QString attribution;
    QString hint; ///< what the tool in hand expects; empty: none
    bool hasMap = false;

    /// Logical pixels.
    void paint(QPainter& painter, Camera const& camera) const;
    /// What it covers.
    std::vector<QRectF> plates(Camera const& camera) const;
    /// Where the coordinates stand, with room for the longest.
    static QRectF coordinatePlate(QSizeF view);

  private:
    struct Plate {
        QRectF rect;
        QString text;
        QFont font;
        QColor ink;
    };
    std::vector<Plate> written(Camera const& camera) const;
    double scaleBottom(Camera const& camera) const;
};

/// The longest round length that fits so many pixels.
struct ScaleBar {
    double metres = 0;
    double pixels = 0;
};
ScaleBar scaleBar(double metresPerPixel, double mostPixels);

} // namespace ob::ui
