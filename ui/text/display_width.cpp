// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/display_width.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <iterator>

namespace ob::ui {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Wide and full-width blocks of EastAsianWidth.txt, Unicode 15, sorted. Unassigned characters of a block
/// count as wide too, as the standard wants for the ideographic planes.
constexpr Range wideRanges[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a},   {0x23e9, 0x23ec},   {0x25fd, 0x25fe},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26a1, 0x26a1},   {0x26d4, 0x26d4},   {0x2705, 0x2705},
    {0x274c, 0x274c},   {0x2753, 0x2757},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe10, 0xfe19},
    {0xfe30, 0xfe6f},   {0xff01, 0xff60},   {0xffe0, 0xffe6},   {0x16fe0, 0x18cff}, {0x1b000, 0x1b2ff},
    {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

int widthOf(char32_t character) {
    auto const category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format || category == QChar::Other_Control)
        return 0;
    auto const* const range =
        std::lower_bound(std::begin(wideRanges), std::end(wideRanges), character,
                         [](Range const& each, char32_t sought) { return each.last < sought; });
    return range != std::end(wideRanges) && range->first <= character ? 2 : 1;
}

} // namespace

int displayWidth(QString const& text) {
    int width = 0;
    for (uint const character : text.toUcs4())
        width += widthOf(character);
    return width;
}

QString fitted(QString const& text, int columns) {
    int const width = displayWidth(text);
    if (width <= columns) return text + QString(columns - width, QLatin1Char(' '));
    QString cut;
    int used = 0;
    for (uint const character : text.toUcs4()) {
        int const next = widthOf(character);
        if (used + next > columns - 1) break;
        char32_t const one = character;
        cut += QString::fromUcs4(&one, 1);
        used += next;
    }
    return cut + QChar(0x2026) + QString(std::max(0, columns - used - 1), QLatin1Char(' '));
}

QString tableRow(QStringList const& cells, std::span<int const> widths) {
    QString line;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        auto const index = static_cast<std::size_t>(column);
        line += index < widths.size() ? fitted(cells[column], widths[index]) + QStringLiteral("  ")
                                      : cells[column];
    }
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

} // namespace ob::ui
