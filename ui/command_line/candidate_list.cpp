// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/command_line/candidate_list.h"

#include "ui/panels/row_pen.h"

#include <QScrollBar>

#include <algorithm>

namespace ob::ui {

CandidateList::CandidateList(QWidget* window) : QListWidget(window) {
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setMouseTracking(true);
    hide();
}

void CandidateList::offer(QStringList const& texts, QPoint bottomLeft) {
    clear();
    if (texts.isEmpty()) return hide();
    setFont(panelFont());
    QFontMetrics const metrics(font());
    int widest = 0;
    for (QString const& text : texts) {
        addItem(text);
        widest = std::max(widest, metrics.horizontalAdvance(text));
    }
    constexpr int mostRows = 12;
    int const rows = std::min<int>(mostRows, static_cast<int>(texts.size()));
    int const height = rows * std::max(sizeHintForRow(0), metrics.height()) + 2 * frameWidth();
    int const width = std::min(widest + scaled(28) + verticalScrollBar()->sizeHint().width(),
                               parentWidget()->width() - bottomLeft.x());
    setGeometry(bottomLeft.x(), bottomLeft.y() - height, width, height);
    raise();
    show();
}

void CandidateList::step(int rows) {
    if (!isVisible()) return;
    int const wanted = std::clamp(currentRow() + rows, 0, count() - 1);
    setCurrentRow(wanted);
}

} // namespace ob::ui
