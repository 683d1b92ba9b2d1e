// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/sprite.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace ob::ui {

/// Lengths in logical pixels.
struct TextStyle {
    int pixels = 12;
    QFont::Weight weight = QFont::Normal;
    QColor colour;
    QColor halo;
    double haloWidth = 1.6;
    double spacing = 0;
    int wrap = 0; ///< break lines beyond this; 0: never
    friend bool operator==(TextStyle const&, TextStyle const&) = default;
};

/// Text with a halo; the anchor is its middle. For any thread.
Sprite textSprite(QString const& text, TextStyle const& style, double pixelRatio);

/// Text on a small plate of the halo's colour with a rim of the text's.
Sprite plateSprite(QString const& text, TextStyle const& style, double pixelRatio);

/// Width of the text on one line, logical pixels.
double textWidth(QString const& text, TextStyle const& style);

/// Text set along a line, and the squares that its letters need (device pixels, from the anchor).
struct LineText {
    Sprite sprite;
    std::vector<QRect> boxes;
};

/// The point so far along the path; beyond its ends, the end.
QPointF pointAlong(std::vector<QPointF> const& path, double distance);

/// Sets the text along the path (device pixels), its middle `middle` pixels from the path's beginning,
/// upright whichever way the path runs; Chinese on steep lines reads downwards. The anchor is the path's
/// point there. Nothing when the path is too short or bends too sharply.
std::optional<LineText> textAlong(QString const& text, TextStyle const& style, double pixelRatio,
                                  std::vector<QPointF> const& path, double middle);

} // namespace ob::ui
