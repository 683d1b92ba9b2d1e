// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/coverage.h"

#include <span>
#include <vector>

namespace ob::ui {

enum class LineEnd : std::uint8_t { Round, Flat };

/// Adds a line of this width (pixels): a rectangle for each piece, corners filled up.
void addStroke(Coverage& coverage, std::span<QPointF const> line, double width, LineEnd end);

/// Cuts the line into dashes: drawn and left out by turns, pixels. What lies outside of [0, size] is left
/// out.
void addDashes(Coverage& coverage, std::span<QPointF const> line, double width,
               std::span<double const> pattern, double size);

} // namespace ob::ui
