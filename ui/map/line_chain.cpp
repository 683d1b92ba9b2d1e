// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/line_chain.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace ob::ui {
namespace {

/// Beyond this many pieces of one name joining costs more than it brings.
constexpr std::size_t mostPieces = 400;

struct Cut {
    double enter = 0;
    double leave = 1;
};

/// Liang–Barsky: the part of a to b within the rectangle.
std::optional<Cut> cut(QPointF a, QPointF b, QRectF const& rect) {
    Cut part;
    QPointF const step = b - a;
    double const slopes[] = {-step.x(), step.x(), -step.y(), step.y()};
    double const rooms[] = {a.x() - rect.left(), rect.right() - a.x(), a.y() - rect.top(),
                            rect.bottom() - a.y()};
    for (int i = 0; i < 4; ++i) {
        if (slopes[i] == 0) {
            if (rooms[i] < 0) return std::nullopt;
            continue;
        }
        double const t = rooms[i] / slopes[i];
        if (slopes[i] < 0)
            part.enter = std::max(part.enter, t);
        else
            part.leave = std::min(part.leave, t);
    }
    if (part.enter > part.leave) return std::nullopt;
    return part;
}

double turn(QPointF a, QPointF b) {
    double const cosine = QPointF::dotProduct(a, b);
    return std::abs(std::atan2(a.x() * b.y() - a.y() * b.x(), cosine));
}

/// How the second line could be hung to the end of the first; nothing: it does not go on there.
std::optional<double> bend(Polyline const& first, Polyline const& second, double reach) {
    QPointF const gap = second.front() - first.back();
    if (std::hypot(gap.x(), gap.y()) > reach) return std::nullopt;
    double const angle = turn(first.back() - first[first.size() - 2], second[1] - second.front());
    if (angle > 1.0) return std::nullopt; // about 57°
    return angle;
}

void append(Polyline& line, Polyline const& more) { line.insert(line.end(), more.begin() + 1, more.end()); }

/// Hangs the best fitting piece to the end of the line; false: none fits.
bool extend(Polyline& line, std::vector<Polyline>& pieces, double reach) {
    double best = 10;
    std::size_t which = 0;
    bool isReversed = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].empty()) continue;
        if (auto const angle = bend(line, pieces[i], reach); angle && *angle < best)
            best = *angle, which = i, isReversed = false;
        QPointF const end = pieces[i].back() - line.back();
        if (std::hypot(end.x(), end.y()) > reach) continue;
        Polyline const reversed(pieces[i].rbegin(), pieces[i].rend());
        if (auto const angle = bend(line, reversed, reach); angle && *angle < best)
            best = *angle, which = i, isReversed = true;
    }
    if (best > 9) return false;
    Polyline piece = std::exchange(pieces[which], {});
    if (isReversed) std::reverse(piece.begin(), piece.end());
    append(line, piece);
    return true;
}

} // namespace

std::vector<Polyline> clipped(Polyline const& line, QRectF const& rect) {
    std::vector<Polyline> parts;
    bool isOpen = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const part = cut(line[i - 1], line[i], rect);
        if (!part) {
            isOpen = false;
            continue;
        }
        QPointF const step = line[i] - line[i - 1];
        if (!isOpen) parts.push_back({line[i - 1] + step * part->enter});
        parts.back().push_back(line[i - 1] + step * part->leave);
        isOpen = part->leave >= 1;
    }
    std::erase_if(parts, [](Polyline const& part) { return part.size() < 2; });
    return parts;
}

std::vector<Polyline> joined(std::vector<Polyline> pieces, double reach) {
    std::erase_if(pieces, [](Polyline const& piece) { return piece.size() < 2; });
    if (pieces.size() > mostPieces) return pieces;
    std::vector<Polyline> lines;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].empty()) continue;
        Polyline line = std::exchange(pieces[i], {});
        while (extend(line, pieces, reach)) {
        }
        std::reverse(line.begin(), line.end());
        while (extend(line, pieces, reach)) {
        }
        std::reverse(line.begin(), line.end());
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace ob::ui
