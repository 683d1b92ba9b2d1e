// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/timeline_delegate.h"

#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"

#include <QListView>

#include <algorithm>

namespace ob::ui {
namespace {

int timeWidth() {
    return QFontMetrics(panelFont(13)).horizontalAdvance(QStringLiteral("00:00:00")) + scaled(4);
}
int wordsLeft() { return scaled(16) + timeWidth(); }

/// A sheet with a folded corner: what has no picture.
void drawSheet(QPainter& painter, QRect where, QColor ink) {
    int const fold = where.width() / 3;
    painter.setPen(ink);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(
        QPolygon({where.topLeft(), where.topRight() - QPoint(fold, 0), where.topRight() + QPoint(0, fold),
                  where.bottomRight(), where.bottomLeft()}));
    painter.drawPolyline(QPolygon({where.topRight() - QPoint(fold, 0), where.topRight() + QPoint(-fold, fold),
                                   where.topRight() + QPoint(0, fold)}));
}

} // namespace

TimelineDelegate::TimelineDelegate(Console& console, TimelineModel const& model, AttachmentShelf const& shelf,
                                   QListView* view)
    : QStyledItemDelegate(view), m_console(console), m_model(model), m_shelf(shelf), m_view(view) {}

int TimelineDelegate::wordsWidth() const {
    return std::max(scaled(80), m_view->viewport()->width() - timeWidth() - scaled(24));
}

/// Of the picture that there is, in logical pixels.
QSize TimelineDelegate::pictureSize(core::Attachment const& of) const {
    QImage const image = m_shelf.thumbnail(of);
    QSize const most(scaled(96), scaled(64));
    return image.isNull() ? QSize() : image.size().scaled(most.boundedTo(image.size()), Qt::KeepAspectRatio);
}

QSize TimelineDelegate::sizeHint(QStyleOptionViewItem const&, QModelIndex const& index) const {
    auto const& row = m_model.row(index.row());
    int const width = m_view->viewport()->width();
    if (row.attachment)
        return {width, std::max(scaled(24), std::max(0, pictureSize(*row.attachment).height()) + scaled(8))};
    QRect const words =
        QFontMetrics(panelFont(13))
            .boundingRect(QRect(0, 0, wordsWidth(), 10'000), Qt::TextWordWrap | Qt::AlignLeft, row.text);
    return {width, std::max(scaled(22), words.height() + scaled(4))};
}

void TimelineDelegate::paint(QPainter* painter, QStyleOptionViewItem const& option,
                             QModelIndex const& index) const {
    auto const& row = m_model.row(index.row());
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(*painter, colours);
    QRect const where = option.rect;
    bool const hasKeys = option.state.testFlag(QStyle::State_HasFocus);
    if (hasKeys || option.state.testFlag(QStyle::State_MouseOver)) painter->fillRect(where, colours.raised);
    if (hasKeys)
        painter->fillRect(QRect(where.left(), where.top(), scaled(2), where.height()), colours.selectedEdge);
    if (row.attachment)
        return paintAttachment(*painter, where.adjusted(wordsLeft(), 0, -scaled(8), 0), *row.attachment);
    pen.text({where.left() + scaled(10), where.top() + scaled(2), timeWidth(), scaled(18)}, row.time,
             {.ink = colours.muted, .pixels = 13});
    painter->setFont(panelFont(13));
    painter->setPen(row.hasEffect ? colours.text : colours.muted);
    painter->drawText(
        QRect(where.left() + wordsLeft(), where.top() + scaled(2), wordsWidth(), where.height()),
        Qt::TextWordWrap | Qt::AlignLeft, row.text);
}

void TimelineDelegate::paintAttachment(QPainter& painter, QRect where,
                                       core::Attachment const& attachment) const {
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(painter, colours);
    QSize const picture = pictureSize(attachment);
    auto const known = m_shelf.standing(attachment);
    bool const isHere = known && known->state == AttachmentPort::Standing::State::Here;
    bool const isRefused = known && known->state == AttachmentPort::Standing::State::Refused;
    RowPen::Look const name{.ink = isHere ? colours.text : colours.muted, .pixels = 13};
    RowPen::Look const standing{.ink = isRefused ? colours.text : colours.muted, .pixels = 12};
    if (!picture.isEmpty()) {
        QRect const frame(QPoint(where.left(), where.top() + scaled(4)), picture);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(frame, m_shelf.thumbnail(attachment));
        painter.setPen(colours.line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.adjusted(0, 0, -1, -1));
        QRect const beside(frame.right() + scaled(10), frame.top(),
                           where.right() - frame.right() - scaled(10), scaled(18));
        pen.text(beside, textOf(attachment.name), name);
        return void(pen.text(beside.translated(0, scaled(18)), m_shelf.standingText(attachment), standing));
    }
    QRect const sheet(where.left() + scaled(2), where.center().y() - scaled(7), scaled(11), scaled(14));
    drawSheet(painter, sheet, colours.muted);
    where.setLeft(sheet.right() + scaled(8));
    QFontMetrics const metrics(panelFont(12));
    QString const words = m_shelf.standingText(attachment);
    int const taken = std::min(metrics.horizontalAdvance(words) + scaled(4), where.width() * 3 / 4);
    pen.text(where.adjusted(0, 0, -taken - scaled(8), 0), textOf(attachment.name), name);
    where.setLeft(where.right() - taken);
    pen.text(where, words,
             {.ink = standing.ink, .pixels = standing.pixels, .align = Qt::AlignRight | Qt::AlignVCenter});
}

} // namespace ob::ui
