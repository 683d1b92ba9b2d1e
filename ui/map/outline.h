// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QPen>

#include <vector>

namespace ob::ui {

/// What the painter can paint upon, in its own coordinates, with a margin for broad pens.
QRectF paintedArea(QPainter const& painter);

/// Strokes the line as drawPolyline does, but only what of it can be seen: dashes are laid one by one, and a
/// line that was drawn over a city has a hundred million of them when one looks at a door. They lie still on
/// the line while the view moves.
void strokeSeen(QPainter& painter, std::vector<QPointF> const& line, QPen const& pen);

} // namespace ob::ui
