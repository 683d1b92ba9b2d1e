// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise_book.h"
#include "ui/theme.h"

#include <QPainter>
#include <QString>

#include <vector>

namespace ob::ui {

/// A hazard in a frame: a shape for its grade and its name. What may kill is filled with red and has a filled
/// triangle, what wants care a hollow triangle, what concerns the way in a circle; so the colour says nothing
/// that the shape does not. What has expired is dashed and without red.
struct HazardChip {
    QString words;
    core::HazardGrade grade = core::HazardGrade::Care;
    bool isExpired = false;
    friend bool operator==(HazardChip const&, HazardChip const&) = default;
};

enum class ChipWords : std::uint8_t { NameAlone, WithDetail };
std::vector<HazardChip> chipsOf(core::PremiseFound const& found, core::HazardBook const& hazards,
                                ChipWords words);
/// Of several places, each hazard once: what may kill first, what has expired last.
std::vector<HazardChip> chipsOf(std::vector<core::PremiseFound> const& found,
                                core::HazardBook const& hazards);
/// For a screen reader: "danger to life: 气瓶".
QString spokenChips(std::vector<HazardChip> const& chips);

/// Draws chips, all in one font.
class ChipPen {
  public:
    ChipPen(QPainter& painter, QFont const& font, Tokens const& tokens)
        : m_painter(painter), m_font(font), m_tokens(tokens) {}

    static QSize sizeOf(HazardChip const& chip, QFont const& font);
    static int gap(QFont const& font);
    static int rowWidth(std::vector<HazardChip> const& chips, QFont const& font);
    /// At the left of `room`, in the middle of its height; words are cut with … where they are too long.
    void draw(QRect room, HazardChip const& chip);
    /// As many as there is room for, then how many more there are. Gives the width that they took.
    int drawRow(QRect room, std::vector<HazardChip> const& chips);

  private:
    void drawShape(QRect box, HazardChip const& chip, QColor ink, QColor ground);

    QPainter& m_painter;
    QFont const& m_font;
    Tokens const& m_tokens;
};

} // namespace ob::ui
