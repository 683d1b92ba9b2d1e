// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/roster_delegate.h"

#include "ui/panels/row_pen.h"
#include "ui/text/time_text.h"

#include <QAbstractItemView>

namespace ob::ui {

RosterDelegate::RosterDelegate(Console& console, RosterModel const& model, QObject* parent)
    : QStyledItemDelegate(parent), m_console(console), m_model(model) {}

QSize RosterDelegate::sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const {
    return {scaled(60), scaled(24)};
}

void RosterDelegate::paint(QPainter* painter, QStyleOptionViewItem const& option,
                           QModelIndex const& index) const {
    auto const& row = m_model.row(index.row());
    auto const column = static_cast<RosterColumn>(index.column());
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(*painter, colours);
    QRect const where = option.rect;
    auto const* const view = qobject_cast<QAbstractItemView const*>(option.widget);
    if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(where, colours.selectedGround);
    if (view != nullptr && view->currentIndex().row() == index.row()) {
        painter->fillRect(QRect(where.left(), where.top(), where.width(), 2), colours.selectedEdge);
        painter->fillRect(QRect(where.left(), where.bottom() - 1, where.width(), 2), colours.selectedEdge);
    } else {
        painter->fillRect(QRect(where.left(), where.bottom(), where.width(), 1), colours.line);
    }
    QRect words = where.adjusted(scaled(8), 0, -scaled(8), 0);
    bool const isLate = row.unit->distress || row.standing.overdue;
    QString const text = index.data().toString();
    if (column == RosterColumn::ShiftEnd && row.isShiftOver) {
        pen.chip(words, text, colours.priority[0], colours.numeral[0]);
        return;
    }
    if (column == RosterColumn::State) {
        QRect const glyph(words.left(), words.top(), scaled(16), words.height());
        bool const isNowhere =
            row.unit->duty == core::DutyState::OffDuty && row.standing.assignment == nullptr;
        if (!isNowhere || row.unit->distress)
            pen.glyph(glyph, {.state = row.standing.state,
                              .isUndelivered = row.standing.isUndelivered,
                              .isDistress = row.unit->distress.has_value()});
        words.setLeft(glyph.right() + scaled(6));
        if (row.isBackOverdue && row.unit->dutyUntil)
            words.setRight(words.right() - scaled(6)
                           - pen.chip(words, limitText(*row.unit->dutyUntil, m_console.now()),
                                      colours.priority[0], colours.numeral[0]));
    }
    bool const isMain = column == RosterColumn::Callsign;
    bool const isOfState = column == RosterColumn::State || column == RosterColumn::Since;
    bool const isOff = row.unit->duty == core::DutyState::OffDuty && !isMain;
    QColor ink = isMain || column == RosterColumn::State ? colours.text : colours.muted;
    if (isOff) ink = colours.muted;
    if (isLate && isOfState) ink = colours.priority[0];
    pen.text(words, text,
             {.ink = ink,
              .pixels = isMain ? 14 : 13,
              .align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt())});
}

} // namespace ob::ui
