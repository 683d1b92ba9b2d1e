// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/mark_atlas.h"
#include "ui/map/occupancy.h"
#include "ui/map/sprite.h"

#include <QHash>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace ob::ui {

/// Callsigns and numbers beside their marks: eight places are tried, then eight between them, no mark is
/// covered. Where a line runs through all of them the text lies on a plate. Texts are painted once and kept.
class MarkLabels {
  public:
    enum class Weight : std::uint8_t { Plain, Strong };
    enum class FirstPlace : std::uint8_t { Beside, Below };
    struct Wish {
        QPoint at;  ///< device pixels
        QSize mark; ///< size of the mark there, device pixels
        QString text;
        std::optional<SymbolName> symbol; ///< drawn before the text
        int rank = 0;                     ///< higher is written first
        Weight weight = Weight::Plain;
        FirstPlace first = FirstPlace::Beside;
    };

    void clear() { m_wishes.clear(); }
    void wish(Wish wish) { m_wishes.push_back(std::move(wish)); }
    /// What is there already, device pixels.
    struct Surroundings {
        Occupancy& taken;
        Occupancy const& crossed; ///< by lines: a label stands there only when there is no other place
        std::vector<QRect> const& glass;
    };
    /// Places as many as find room, takes it, and appends them.
    void place(MarkAtlas::Look const& look, Surroundings const& around, std::vector<Stamp>& stamps);

  private:
    static constexpr qsizetype textLimit = 8000;
    enum class Ground : std::uint8_t { None, Plate };
    static constexpr std::size_t besideMark = 8; ///< of the places, the usual ones
    using Places = std::array<QPoint, 2 * besideMark>;
    std::vector<Wish> m_wishes;
    std::vector<std::uint32_t> m_order;
    QHash<QString, std::shared_ptr<Sprite const>> m_plain;
    QHash<QString, std::shared_ptr<Sprite const>> m_strong;
    SymbolLibrary m_symbols;
    MarkAtlas::Look m_look;

    Sprite painted(Wish const& wish, Ground ground);
    Sprite const& textOf(Wish const& wish, Ground ground);
    QSize guess(Wish const& wish) const;
    Places placesFor(Wish const& wish, QSize text) const;
};

} // namespace ob::ui
