// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/channel_choice.h"

#include "core/states.h"
#include "ui/text/state_text.h"

#include <QPainter>

namespace ob::ui {

using core::Channel;

ChannelChoice::ChannelChoice(QWidget* parent) : QComboBox(parent) {
    setFrame(false);
    for (Channel const channel : {Channel::Phone, Channel::Walkin, Channel::Radio, Channel::Alarm,
                                  Channel::App, Channel::Agency, Channel::Other})
        addItem(wordOf(channel), static_cast<int>(channel));
}

void ChannelChoice::retranslate() {
    for (int index = 0; index < count(); ++index)
        setItemText(index, wordOf(static_cast<Channel>(itemData(index).toInt())));
}

void ChannelChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(2, 0, -16, 0), Qt::AlignLeft | Qt::AlignVCenter, currentText());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    QPoint const tip(width() - 8, height() / 2 + 2);
    painter.drawLine(tip + QPoint(-4, -4), tip);
    painter.drawLine(tip, tip + QPoint(4, -4));
}

} // namespace ob::ui
