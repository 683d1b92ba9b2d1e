// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>

namespace ob::ui {

/// The mask's shapes (its alpha) in the colour, and behind them a halo that reaches `radius` pixels further.
/// The mask needs that much room at its edges.
QImage withHalo(QImage const& mask, QColor colour, QColor halo, double radius);

} // namespace ob::ui
