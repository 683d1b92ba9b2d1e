// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_head.h"

#include "ui/panels/top_bar.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QPainter>

#include <algorithm>
#include <set>

namespace ob::ui {

WallHead::WallHead(Console& console, QWidget* parent) : WallPanel(console, parent) {}

std::vector<WallHead::Count> WallHead::counts() const {
    auto const& all = console().counts();
    return {{tr("open"), all.open},
            {tr("overdue"), all.overdue, true},
            {tr("distress"), all.distress, true},
            {tr("to check"), all.toCheck},
            {tr("engaged"), all.units.engaged},
            {tr("available"), all.units.available}};
}

QString WallHead::linkWord() const {
    switch (TopBar::standingOf(console().links())) {
    case TopBar::Standing::Joined: return tr("Joined");
    case TopBar::Standing::Partly: return tr("Partly cut");
    case TopBar::Standing::Alone: return tr("Offline");
    }
    return {};
}

/// The desk itself comes first: without it nothing here is of now.
QString WallHead::trouble() const {
    switch (console().health().state) {
    case DeskHealth::State::Running: break;
    case DeskHealth::State::Restarting: return tr("The desk is starting again: this is not of now");
    case DeskHealth::State::ReadOnly: return tr("The desk takes nothing: its storage has failed");
    case DeskHealth::State::Ended: return tr("The desk has ended: this is not of now");
    }
    std::set<QString> up;
    std::set<QString> cut;
    auto const wording = console().wording();
    for (auto const& link : console().links()) {
        auto const code = core::Code::of(link.agency.toStdString());
        QString const name = code && !link.agency.isEmpty() ? agencyName(*code, wording) : link.endpoint;
        (link.state == LinkLine::State::Connected ? up : cut).insert(name);
    }
    QStringList lost;
    for (auto const& name : cut)
        if (!up.contains(name)) lost << name;
    return lost.isEmpty() ? QString() : tr("cut: %1").arg(listed(lost));
}

QString WallHead::spoken() const {
    QStringList words{console().isDrill() ? tr("DRILL") : tr("LIVE"), console().realm(), linkWord()};
    if (QString const wrong = trouble(); !wrong.isEmpty()) words << wrong;
    for (auto const& count : counts())
        words << count.name + QLatin1Char(' ') + QString::number(count.value);
    return words.join(QStringLiteral(", "));
}

int WallHead::paintRealm(QPainter& painter) const {
    Tokens const& c = colours();
    QColor const kind = console().isDrill() ? c.drill : c.text;
    bool const isJoined = TopBar::standingOf(console().links()) == TopBar::Standing::Joined;
    int const left = px(24);
    int const widest = width() * 27 / 100;
    QRect const upper(left, px(14), widest, px(54));
    int x = left;
    auto const chip = [&](QString const& words, QColor ink) {
        int const wide = std::min(left + widest - x, widthOf(words, 30, QFont::DemiBold) + px(24));
        QRect const box(x, upper.top(), wide, upper.height());
        painter.setPen(QPen(ink, px(2)));
        painter.drawRect(box);
        write(painter, box, words,
              {.size = 30, .ink = ink, .weight = QFont::DemiBold, .align = Qt::AlignCenter});
        x += wide + px(14);
    };
    chip(console().isDrill() ? tr("DRILL") : tr("LIVE"), kind);
    chip(linkWord(), isJoined ? c.text : c.priority[1]);
    QString const wrong = trouble();
    QRect const lower(left, upper.bottom() + px(10), widest, px(38));
    if (wrong.isEmpty())
        write(painter, lower, console().realm(), {.size = 28, .ink = c.text});
    else
        write(painter, lower, wrong, {.size = 28, .ink = c.priority[1], .weight = QFont::DemiBold});
    return left + widest;
}

int WallHead::paintClock(QPainter& painter) const {
    QString const local = textOf(console().zone().localText(console().now()));
    int const wide = widthOf(QStringLiteral("00:00:00"), 60, QFont::DemiBold) + px(24);
    int const from = width() - wide - px(24);
    write(painter, {from, px(10), wide, px(70)}, local.mid(11),
          {.size = 60,
           .ink = colours().text,
           .weight = QFont::DemiBold,
           .align = Qt::AlignRight | Qt::AlignVCenter});
    write(painter, {from, px(82), wide, px(38)}, local.left(10),
          {.size = 28, .ink = colours().muted, .align = Qt::AlignRight | Qt::AlignVCenter});
    return from;
}

void WallHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& c = colours();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - px(2), width(), px(2)), c.line);
    int const from = paintRealm(painter) + px(12);
    int const until = paintClock(painter) - px(12);
    auto const all = counts();
    int const each = (until - from) / static_cast<int>(all.size());
    QStringList values;
    for (auto const& count : all)
        values << QString::number(count.value);
    int const size = sizeFor(values, each - px(24), 64, QFont::DemiBold);
    for (std::size_t at = 0; at < all.size(); ++at) {
        bool const isRed = all[at].isTrouble && all[at].value > 0;
        QRect const cell(from + static_cast<int>(at) * each, 0, each, height());
        QRect const number(cell.left() + px(6), px(6), each - px(12), px(78));
        if (isRed) painter.fillRect(number, c.priority[0]);
        write(painter, number, values[static_cast<qsizetype>(at)],
              {.size = size,
               .ink = isRed ? c.numeral[0] : c.text,
               .weight = QFont::DemiBold,
               .align = Qt::AlignCenter});
        write(painter, {cell.left(), px(84), each, px(38)}, all[at].name,
              {.size = 26, .ink = c.muted, .align = Qt::AlignCenter});
    }
}

} // namespace ob::ui
