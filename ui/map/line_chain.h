// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace ob::ui {

using Polyline = std::vector<QPointF>;

/// The parts of the line inside the rectangle, in order.
std::vector<Polyline> clipped(Polyline const& line, QRectF const& rect);

/// Puts lines together whose ends are no further apart than this and that go on in about the same direction.
std::vector<Polyline> joined(std::vector<Polyline> pieces, double reach);

} // namespace ob::ui
