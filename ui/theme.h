// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>
#include <cstdint>

namespace ob::ui {

enum class Theme : std::uint8_t { Night, Day };

/// Every colour that is not the base map's. Colour is spent on priority, overdue and selection; everything
/// else is said by shape, letter, weight and place.
struct Tokens {
    QColor window;
    QColor panel;
    QColor raised;
    QColor line; ///< borders of one pixel
    QColor text;
    QColor muted;
    QColor selectedGround;
    QColor selectedEdge;
    QColor selectionRing; ///< on the map
    std::array<QColor, 4> priority;
    std::array<QColor, 4> numeral; ///< upon the priority's colour
    QColor good;
    QColor drill;
    QColor label; ///< names on the map
    QColor halo;  ///< around them
};

Tokens const& tokens(Theme theme);
QPalette palette(Theme theme);

/// Noto Sans, then Simplified Chinese: without the second family Chinese appears in its Japanese forms.
/// Sizes in logical pixels; nothing is set below 12.
QFont uiFont(int pixels, QFont::Weight weight = QFont::Normal);

/// Contrast of WCAG 2.1, 1…21. Both colours opaque.
double contrast(QColor a, QColor b);

} // namespace ob::ui
