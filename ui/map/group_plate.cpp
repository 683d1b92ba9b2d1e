// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/group_plate.h"

#include <algorithm>
#include <array>

namespace ob::ui {

static constexpr std::size_t namedInGroup = 2;

GroupPlate plateOf(UnitGroup const& group, MarkAtlas const& atlas) {
    std::array<std::size_t, 10> order{};
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return group.byAgency[a] > group.byAgency[b]; });
    std::vector<Sprite const*> parts;
    std::vector<int> gaps;
    double const ratio = atlas.look().pixelRatio;
    int width = 0;
    auto const add = [&](Sprite const& sprite, double gap) {
        gaps.push_back(static_cast<int>(gap * ratio));
        parts.push_back(&sprite);
        width += gaps.back() + sprite.image.width();
    };
    for (std::size_t i = 0; i < namedInGroup && group.byAgency[order[i]] > 0; ++i) {
        add(atlas.letter(static_cast<MarkAgency>(order[i])), parts.empty() ? 0 : 6);
        bool isFirst = true;
        for (QChar const digit : QString::number(group.byAgency[order[i]])) {
            add(atlas.digit(digit.digitValue()), isFirst ? 2.5 : 1);
            isFirst = false;
        }
    }
    int rest = group.count;
    for (std::size_t i = 0; i < namedInGroup; ++i)
        rest -= group.byAgency[order[i]];
    Sprite const& ground = atlas.plate(static_cast<int>(width / ratio) + (rest > 0 ? 24 : 16));
    GroupPlate plate{{{&ground, -ground.anchor}}, ground.image.size()};
    int x = -width / 2 - (rest > 0 ? static_cast<int>(4 * ratio) : 0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        x += gaps[i];
        plate.parts.push_back({parts[i], QPoint(x, -parts[i]->anchor.y())});
        x += parts[i]->image.width();
    }
    if (rest > 0) {
        Sprite const& dot = atlas.dot();
        plate.parts.push_back({&dot, QPoint(x + static_cast<int>(4 * ratio), -dot.anchor.y())});
    }
    return plate;
}

GroupPlate plateOf(int count, MarkAtlas const& atlas) {
    double const ratio = atlas.look().pixelRatio;
    std::vector<Sprite const*> digits;
    int width = 0;
    int const gap = static_cast<int>(ratio);
    for (QChar const digit : QString::number(count)) {
        digits.push_back(&atlas.digit(digit.digitValue()));
        width += digits.back()->image.width() + gap;
    }
    Sprite const& ground = atlas.plate(static_cast<int>(width / ratio) + 10);
    GroupPlate plate{{{&ground, -ground.anchor}}, ground.image.size()};
    int x = -(width - gap) / 2;
    for (Sprite const* const digit : digits) {
        plate.parts.push_back({digit, QPoint(x, -digit->anchor.y())});
        x += digit->image.width() + gap;
    }
    return plate;
}

} // namespace ob::ui
