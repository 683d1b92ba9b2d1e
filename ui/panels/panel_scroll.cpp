// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/panel_scroll.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace ob::ui {

void placeScrolled(QWidget& panel, QWidget& header, QScrollArea& scroll, QBoxLayout& contents) {
    auto* const layout = new QVBoxLayout(&panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&header);
    layout->addWidget(&scroll);
    auto* const inside = new QWidget;
    inside->setLayout(&contents);
    contents.setContentsMargins(0, 0, 0, 0);
    contents.setSpacing(0);
    scroll.setWidget(inside);
    scroll.setWidgetResizable(true);
    scroll.setFrameShape(QFrame::NoFrame);
    scroll.setFocusPolicy(Qt::NoFocus);
}

} // namespace ob::ui
