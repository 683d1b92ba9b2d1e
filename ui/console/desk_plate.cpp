// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/desk_plate.h"

#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace ob::ui {
namespace {

class DeskPlateText {
    Q_DECLARE_TR_FUNCTIONS(DeskPlateText)
};

} // namespace

DeskPlate::DeskPlate(Console& console, QWidget* parent) : QWidget(parent), m_console(console) {
    connect(&console, &Console::themeChanged, this, [this] { update(); });
    connect(&console, &Console::ticked, this, [this] { update(); });
    tell();
}

QSize DeskPlate::sizeHint() const {
    QFontMetrics const metrics(font());
    return {metrics.averageCharWidth() * 36, metrics.height() * 10};
}

void DeskPlate::tell() {
    setAccessibleName(listed({m_console.realm(),
                              m_console.isDrill() ? DeskPlateText::tr("DRILL") : DeskPlateText::tr("LIVE"),
                              m_console.deskName()}));
    update();
}

void DeskPlate::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) tell();
    if (event->type() == QEvent::FontChange) updateGeometry();
    QWidget::changeEvent(event);
}

void DeskPlate::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    int const pixels = font().pixelSize() > 0 ? font().pixelSize() : 14;
    int top = 0;
    auto const line = [&](QString const& words, int size, QFont::Weight weight, QColor ink) {
        QFont const face = uiFont(size, weight);
        QFontMetrics const metrics(face);
        painter.setFont(face);
        painter.setPen(ink);
        painter.drawText(QRect(0, top, width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(words, Qt::ElideRight, width()));
        top += metrics.height();
    };
    line(DeskPlateText::tr("OneBoard"), pixels * 26 / 14, QFont::DemiBold, colours.text);
    line(m_console.realm(), pixels * 16 / 14, QFont::Normal, colours.text);
    top += pixels / 2;
    QFont const small = uiFont(pixels, QFont::DemiBold);
    QString const kind = m_console.isDrill() ? DeskPlateText::tr("DRILL") : DeskPlateText::tr("LIVE");
    QRect const chip(0, top, QFontMetrics(small).horizontalAdvance(kind) + pixels, pixels * 12 / 7);
    QColor const ink = m_console.isDrill() ? colours.drill : colours.text;
    painter.setFont(small);
    painter.setPen(m_console.isDrill() ? colours.drill : colours.muted);
    painter.drawRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(ink);
    painter.drawText(chip, Qt::AlignCenter, kind);
    painter.setFont(uiFont(pixels));
    painter.setPen(colours.muted);
    painter.drawText(QRect(chip.right() + pixels, top, width() - chip.width() - pixels, chip.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, m_console.deskName());
    top = height() - pixels * 4;
    QString const local = textOf(m_console.zone().localText(m_console.now()));
    line(local.mid(11), pixels * 24 / 14, QFont::Normal, colours.text);
    line(local.left(10), pixels, QFont::Normal, colours.muted);
}

} // namespace ob::ui
