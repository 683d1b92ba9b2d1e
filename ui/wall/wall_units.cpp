// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_units.h"

#include "ui/text/wording.h"

#include <QPainter>

#include <algorithm>

namespace ob::ui {

WallUnits::WallUnits(Console& console, QWidget* parent) : WallPanel(console, parent) {}

std::vector<WallUnits::Column> WallUnits::columns() const {
    std::vector<Column> columns;
    auto const wording = console().wording();
    auto const& counts = console().counts().byAgency;
    for (std::size_t agency = 0; agency < counts.size(); ++agency)
        if (counts[agency].onDuty > 0)
            columns.push_back(
                {agencyName(core::AgencyIndex{static_cast<std::uint16_t>(agency)}, wording), counts[agency]});
    return columns;
}

QString WallUnits::spoken() const {
    QStringList words;
    for (auto const& column : columns())
        words << tr("%1: engaged %2, available %3, out of service %4")
                     .arg(column.name)
                     .arg(column.units.engaged)
                     .arg(column.units.available)
                     .arg(column.units.outOfService);
    return words.isEmpty() ? tr("No unit is on duty") : words.join(QStringLiteral("; "));
}

void WallUnits::paintColumn(QPainter& painter, QRect where, Column const& column) const {
    Tokens const& c = colours();
    write(painter, {where.left() + px(14), where.top() + px(8), where.width() - px(28), px(42)}, column.name,
          {.size = 30, .ink = c.text, .weight = QFont::DemiBold});
    struct Cell {
        QString name;
        std::size_t value;
        QColor ink;
    };
    Cell const cells[] = {{tr("at work"), column.units.engaged, c.text},
                          {tr("free"), column.units.available, c.text},
                          {tr("out"), column.units.outOfService, c.muted}};
    int const wide = (where.width() - px(16)) / 3;
    for (int at = 0; at < 3; ++at) {
        int const x = where.left() + px(8) + at * wide;
        QString const value = QString::number(cells[at].value);
        write(painter, {x, where.top() + px(52), wide, px(58)}, value,
              {.size = sizeFor({value}, wide - px(8), 46, QFont::DemiBold),
               .ink = cells[at].ink,
               .weight = QFont::DemiBold,
               .align = Qt::AlignCenter});
        write(painter, {x, where.top() + px(112), wide, px(34)}, cells[at].name,
              {.size = 24, .ink = c.muted, .align = Qt::AlignCenter});
    }
}

void WallUnits::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& c = colours();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, 0, width(), px(2)), c.line);
    auto const all = columns();
    if (all.empty()) {
        write(painter, rect(), tr("No unit is on duty"),
              {.size = 30, .ink = c.muted, .align = Qt::AlignCenter});
        return;
    }
    int const each = width() / static_cast<int>(all.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        QRect const where(static_cast<int>(at) * each, 0, each, height());
        paintColumn(painter, where, all[at]);
        if (at > 0)
            painter.fillRect(QRect(where.left(), px(14), std::max(1, px(1)), height() - px(28)), c.line);
    }
}

} // namespace ob::ui
