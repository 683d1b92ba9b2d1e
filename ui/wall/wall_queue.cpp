// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_queue.h"

#include "ui/console/unit_standing.h"
#include "ui/text/board_text.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/wall/wall_place.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr std::size_t mostPlaces = 256;
constexpr int rowHeight = 88;
constexpr int headHeight = 56;
constexpr int footHeight = 48;
constexpr std::size_t mostSpoken = 10;

} // namespace

WallQueue::WallQueue(Console& console, QWidget* parent) : WallPanel(console, parent) {}

WallQueue::Words WallQueue::wordsOf(core::QueueEntry const& entry) const {
    auto const& incident = *entry.incident;
    if (m_places.size() > mostPlaces) m_places.clear();
    auto& place = m_places[incident.id];
    if (place.of != entry.incident) place = {entry.incident, wallPlaceOf(incident, console())};
    return {.number = spokenNumber(incident.number),
            .type = typeName(incident.type, console().wording()),
            .place = place.words,
            .progress = entry.hasDistress ? tr("DISTRESS") : standingOf(incident),
            .limit = entry.next ? limitText(entry.next->clock, entry.next->due, console().now()) : QString()};
}

QString WallQueue::spoken() const {
    auto const& counts = console().counts();
    QStringList words{tr("Open incidents: %1, overdue %2").arg(counts.open).arg(counts.overdue)};
    for (auto const& entry : console().queue()) {
        if (!entry.incident->isOpen() || static_cast<std::size_t>(words.size()) > mostSpoken) break;
        auto const each = wordsOf(entry);
        QStringList row{each.number, wordOf(entry.incident->priority), each.type, each.place, each.progress,
                        each.limit};
        row.removeAll(QString());
        words << row.join(QLatin1Char(' '));
    }
    return words.join(QStringLiteral(", "));
}

void WallQueue::paintRow(QPainter& painter, QRect row, core::QueueEntry const& entry) const {
    Tokens const& c = colours();
    auto const words = wordsOf(entry);
    auto const rank = static_cast<std::size_t>(entry.incident->priority) - 1;
    int const top = row.center().y() - px(rowHeight) / 2;
    QRect const sign(row.left() + px(16), top + px(12), px(64), px(rowHeight) - px(24));
    painter.fillRect(sign, c.priority[rank]);
    write(painter, sign, wordOf(entry.incident->priority),
          {.size = 32, .ink = c.numeral[rank], .weight = QFont::Bold, .align = Qt::AlignCenter});
    int const left = sign.right() + px(16);
    int const right = row.right() - px(16);
    QRect upper(left, top + px(6), right - left, px(42));
    QRect lower(left, top + px(47), right - left, px(38));
    if (!words.limit.isEmpty()) {
        int const wide = widthOf(words.limit, 30, QFont::DemiBold) + px(20);
        QRect const box(right - wide, upper.top(), wide, upper.height());
        if (entry.isOverdue)
            plate(painter, box, words.limit, c.priority[0],
                  {.size = 30, .ink = c.numeral[0], .weight = QFont::DemiBold});
        else
            write(painter, box, words.limit,
                  {.size = 30, .ink = c.text, .align = Qt::AlignRight | Qt::AlignVCenter});
        upper.setRight(box.left() - px(12));
    }
    int const taken =
        write(painter, upper, words.number, {.size = 32, .ink = c.muted, .weight = QFont::DemiBold});
    write(painter, upper.adjusted(taken + px(14), 0, 0, 0), words.type,
          {.size = 34, .ink = c.text, .weight = QFont::DemiBold});
    int const standing = widthOf(words.progress, 28) + px(4);
    write(painter, {right - standing, lower.top(), standing, lower.height()}, words.progress,
          {.size = 28,
           .ink = entry.hasDistress ? c.priority[0] : c.muted,
           .align = Qt::AlignRight | Qt::AlignVCenter});
    lower.setRight(right - standing - px(12));
    write(painter, lower, words.place, {.size = 28, .ink = c.muted});
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), std::max(1, px(1))), c.line);
}

void WallQueue::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& c = colours();
    painter.fillRect(rect(), c.panel);
    auto const& queue = console().queue();
    auto const open = static_cast<int>(
        std::ranges::count_if(queue, [](auto const& entry) { return entry.incident->isOpen(); }));
    write(painter, {px(16), 0, width() - px(32), px(headHeight)}, tr("Open incidents by need"),
          {.size = 28, .ink = c.muted, .weight = QFont::DemiBold});
    painter.fillRect(QRect(0, px(headHeight), width(), std::max(1, px(1))), c.line);
    if (open == 0) {
        write(painter, rect(), tr("No incident is open"),
              {.size = 34, .ink = c.muted, .align = Qt::AlignCenter});
        return;
    }
    int const room = height() - px(headHeight);
    int fits = room / px(rowHeight);
    if (fits < open) fits = std::max(0, (room - px(footHeight)) / px(rowHeight));
    // What is left over is shared among the rows.
    int const each = fits > 0 && fits < open ? (room - px(footHeight)) / fits : px(rowHeight);
    int shown = 0;
    for (auto const& entry : queue) {
        if (shown == fits || shown == open) break;
        if (!entry.incident->isOpen()) continue;
        paintRow(painter, {0, px(headHeight) + shown * each, width(), each}, entry);
        ++shown;
    }
    if (shown < open)
        write(painter, {px(16), height() - px(footHeight), width() - px(32), px(footHeight)},
              tr("and %1 more").arg(open - shown), {.size = 28, .ink = c.muted});
}

void WallQueue::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) m_places.clear();
    WallPanel::changeEvent(event);
}

} // namespace ob::ui
