// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/hazard_chip.h"

#include "ui/text/premise_text.h"

#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <set>

namespace ob::ui {
namespace {

int shapeSide(QFont const& font) { return QFontMetrics(font).ascent(); }
int inset(QFont const& font) { return QFontMetrics(font).ascent() / 3; }

HazardChip chipOf(core::PremiseHazard const& hazard, core::PremiseFound const& found,
                  core::HazardBook const& hazards, ChipWords words) {
    return {.words = words == ChipWords::NameAlone ? hazardName(hazard.code, hazards)
                                                   : hazardText(hazard, hazards),
            .grade = hazards.gradeOf(hazard.code.text()),
            .isExpired = found.standing == core::PremiseStanding::Expired};
}

} // namespace

std::vector<HazardChip> chipsOf(core::PremiseFound const& found, core::HazardBook const& hazards,
                                ChipWords words) {
    std::vector<HazardChip> chips;
    for (auto const& hazard : found.premise->hazards)
        chips.push_back(chipOf(hazard, found, hazards, words));
    return chips;
}

std::vector<HazardChip> chipsOf(std::vector<core::PremiseFound> const& found,
                                core::HazardBook const& hazards) {
    std::vector<HazardChip> chips;
    std::set<QString> known;
    for (bool const isExpired : {false, true})
        for (auto const& each : found)
            for (auto const& hazard : each.premise->hazards) {
                auto chip = chipOf(hazard, each, hazards, ChipWords::NameAlone);
                if (chip.isExpired == isExpired && known.insert(chip.words).second)
                    chips.push_back(std::move(chip));
            }
    std::ranges::stable_sort(chips, {}, [](HazardChip const& chip) {
        return std::pair(chip.isExpired, static_cast<int>(chip.grade));
    });
    return chips;
}

QString spokenChips(std::vector<HazardChip> const& chips) {
    QStringList words;
    for (auto const& chip : chips)
        words << gradeText(chip.grade) + QStringLiteral(": ") + chip.words;
    return words.join(QStringLiteral(", "));
}

QSize ChipPen::sizeOf(HazardChip const& chip, QFont const& font) {
    QFontMetrics const metrics(font);
    return {metrics.horizontalAdvance(chip.words) + shapeSide(font) + 3 * inset(font),
            metrics.height() + inset(font) / 2};
}

int ChipPen::gap(QFont const& font) { return inset(font); }

int ChipPen::rowWidth(std::vector<HazardChip> const& chips, QFont const& font) {
    int width = 0;
    for (auto const& chip : chips)
        width += sizeOf(chip, font).width() + gap(font);
    return width;
}

void ChipPen::drawShape(QRect box, HazardChip const& chip, QColor ink, QColor ground) {
    QRectF const within = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter.setPen(QPen(ink, 1.2));
    m_painter.setBrush(Qt::NoBrush);
    QColor mark = ink;
    QRectF place = within;
    if (chip.grade == core::HazardGrade::Access) {
        m_painter.drawEllipse(within);
    } else {
        bool const isFilled = chip.grade == core::HazardGrade::Life && !chip.isExpired;
        if (isFilled) m_painter.setBrush(ink);
        if (isFilled) mark = ground;
        m_painter.drawPolygon(QPolygonF({{within.center().x(), within.top()},
                                         {within.right(), within.bottom()},
                                         {within.left(), within.bottom()}}));
        place.setTop(within.top() + within.height() / 4);
    }
    // Drawn, not written: it must be in the middle of a shape of ten pixels.
    double const x = place.center().x();
    double const height = place.height();
    m_painter.setPen(QPen(mark, 1.4));
    bool const isWay = chip.grade == core::HazardGrade::Access;
    double const dot = isWay ? place.top() + height * 0.25 : place.bottom() - height * 0.2;
    double const from = isWay ? place.top() + height * 0.45 : place.top() + height * 0.12;
    double const to = isWay ? place.bottom() - height * 0.2 : place.bottom() - height * 0.42;
    m_painter.drawLine(QPointF(x, from), QPointF(x, to));
    m_painter.drawLine(QPointF(x, dot), QPointF(x, dot + 0.5));
}

void ChipPen::draw(QRect room, HazardChip const& chip) {
    QSize const size = sizeOf(chip, m_font).boundedTo({room.width(), room.height()});
    QRect const plate(room.left(), room.center().y() - (size.height() - 1) / 2, size.width(), size.height());
    bool const isRed = chip.grade == core::HazardGrade::Life && !chip.isExpired;
    QColor const ground = isRed ? m_tokens.priority[0] : m_tokens.raised;
    QColor const ink = isRed ? m_tokens.numeral[0] : chip.isExpired ? m_tokens.muted : m_tokens.text;
    m_painter.save();
    m_painter.fillRect(plate, ground);
    if (!isRed) {
        QPen edge(chip.isExpired ? m_tokens.muted : m_tokens.line, 1);
        if (chip.isExpired) edge.setDashPattern({3, 2});
        m_painter.setPen(edge);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    int const side = shapeSide(m_font);
    int const edge = inset(m_font);
    m_painter.setRenderHint(QPainter::Antialiasing);
    drawShape({plate.left() + edge, plate.center().y() - side / 2, side, side}, chip, ink, ground);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    QRect const words = plate.adjusted(side + 2 * edge, 0, -edge, 0);
    m_painter.setFont(m_font);
    m_painter.setPen(ink);
    m_painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                       QFontMetrics(m_font).elidedText(chip.words, Qt::ElideRight, words.width() + 1));
    m_painter.restore();
}

int ChipPen::drawRow(QRect room, std::vector<HazardChip> const& chips) {
    int const between = gap(m_font);
    int const most = QFontMetrics(m_font).horizontalAdvance(QStringLiteral("+99"));
    int x = room.left();
    for (std::size_t index = 0; index < chips.size(); ++index) {
        int const width = sizeOf(chips[index], m_font).width();
        bool const isLast = index + 1 == chips.size();
        int const left = room.right() + 1 - x - (isLast ? 0 : between + most);
        // The first one is there in any case.
        if (width > left && index > 0) {
            m_painter.setFont(m_font);
            m_painter.setPen(m_tokens.text);
            QString const more = QLatin1Char('+') + QString::number(chips.size() - index);
            m_painter.drawText(QRect(x, room.top(), room.right() + 1 - x, room.height()),
                               Qt::AlignLeft | Qt::AlignVCenter, more);
            return x + QFontMetrics(m_font).horizontalAdvance(more) - room.left();
        }
        draw({x, room.top(), std::min(width, left), room.height()}, chips[index]);
        x += std::min(width, left) + between;
    }
    return std::max(0, x - between - room.left());
}

} // namespace ob::ui
