// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/spot.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ob::core {

/// What a line of the plan is: roads from great to small, then what only parts the ground.
enum class Border : std::uint8_t {
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Minor,
    Lane,
    Service,
    Rail,
    Bank,
    Shore
};

/// A road at street level, which others meet.
inline bool isStreet(Border border) { return border >= Border::Trunk && border <= Border::Lane; }
/// From the middle of the line to the first wall.
double clearMetres(Border border);

/// A piece of ground: its outline counter-clockwise, and what runs along each side (from point i to i + 1).
struct Ring {
    SpotLine points;
    std::vector<Border> borders;
    friend bool operator==(Ring const&, Ring const&) = default;
};

/// Positive when it runs counter-clockwise.
double areaOf(std::span<Spot const> points);
bool holds(std::span<Spot const> points, Spot spot);
Spot middleOf(std::span<Spot const> points);
/// A place inside, as far from the outline as a few tries find.
Spot insideOf(Ring const& ring);
struct SpotBox {
    Spot low{1e9, 1e9};
    Spot high{-1e9, -1e9};
    void add(Spot spot);
    bool meets(SpotBox const& other) const;
};
SpotBox boxOf(std::span<Spot const> points);

/// Whether the shape lies in the ring, away from each side by what that side asks for and `more`.
bool fits(Ring const& ring, std::span<Spot const> shape, double more);

/// Where the line through `at` along `direction` crosses a ring, nearest on either side of `at`.
struct Chord {
    Spot from;
    Spot to;
    std::size_t fromSide = 0;
    std::size_t toSide = 0;
};
std::optional<Chord> chordOf(Ring const& ring, Spot at, Spot direction);
/// The two parts, the one left of the chord first; `as` runs between them.
std::pair<Ring, Ring> partedBy(Ring const& ring, Chord const& chord, Border as);

} // namespace ob::core
