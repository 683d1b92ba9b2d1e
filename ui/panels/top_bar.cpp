// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/top_bar.h"

#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <map>

namespace ob::ui {

TopBar::TopBar(Console& console, AlarmDesk const& alarms, QWidget* parent)
    : QWidget(parent), m_console(console), m_alarms(alarms), m_menu(new QToolButton(this)),
      m_call(new QToolButton(this)) {
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAutoRaise(true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_call->setFocusPolicy(Qt::TabFocus);
    connect(m_call, &QToolButton::clicked, this, &TopBar::callWanted);
    for (auto const signal : {&Console::boardChanged, &Console::linksChanged, &Console::ticked,
                              &Console::sessionChanged, &Console::themeChanged, &Console::healthChanged})
        connect(&console, signal, this, &TopBar::refresh);
    connect(&alarms, &AlarmDesk::changed, this, &TopBar::refresh);
    translate();
    refresh();
}

void TopBar::refresh() {
    QStringList said;
    for (auto const& lamp : lamps())
        said << lamp.words;
    for (auto const& chip : chips())
        said << chip.words;
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

QSize TopBar::sizeHint() const { return {scaled(800), scaled(40)}; }

void TopBar::translate() {
    m_menu->setText(QStringLiteral("☰ ") + tr("OneBoard"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setFont(panelFont(15, QFont::Bold));
    m_menu->setFixedHeight(scaled(30));
    m_menu->adjustSize();
    m_menu->move(scaled(6), (sizeHint().height() - m_menu->height()) / 2);
    m_call->setText(tr("+ Call"));
    m_call->setAccessibleName(tr("Take a call"));
    m_call->setFont(panelFont(14, QFont::DemiBold));
    m_call->setFixedHeight(scaled(28));
    m_call->adjustSize();
    m_call->move(m_menu->geometry().right() + scaled(6), (sizeHint().height() - m_call->height()) / 2);
    update();
}

void TopBar::resizeEvent(QResizeEvent*) { translate(); }

void TopBar::lookBack(QString const& view) {
    m_past = view;
    m_menu->hide();
    m_call->hide();
    setAccessibleName(view);
    update();
}

TopBar::Standing TopBar::standingOf(std::vector<LinkLine> const& links) {
    auto const up = std::ranges::count(links, LinkLine::State::Connected, &LinkLine::state);
    if (up == 0) return Standing::Alone;
    return static_cast<std::size_t>(up) == links.size() ? Standing::Joined : Standing::Partly;
}

std::vector<TopBar::Lamp> TopBar::lamps() const {
    std::map<QString, LinkLine> best; // by agency, else by where it is called
    for (auto const& link : m_console.links()) {
        QString const key = link.agency.isEmpty() ? link.endpoint : link.agency;
        auto const [at, isNew] = best.emplace(key, link);
        if (!isNew && at->second.state != LinkLine::State::Connected) at->second = link;
    }
    std::vector<Lamp> lamps;
    auto const wording = m_console.wording();
    for (auto const& [key, link] : best) {
        Lamp lamp{
            .agency = key, .words = key, .details = {}, .isUp = link.state == LinkLine::State::Connected};
        if (auto const code = core::Code::of(key.toStdString()); code && !link.agency.isEmpty())
            lamp.words = agencyName(*code, wording);
        lamp.details = lamp.words + QStringLiteral("\n") + linkLine(link);
        if (lamp.isUp && link.behind.milliseconds() >= 1000)
            lamp.words += QLatin1Char(' ') + lengthText(link.behind);
        if (!lamp.isUp) lamp.words += QLatin1Char(' ') + tr("cut");
        lamps.push_back(std::move(lamp));
    }
    std::ranges::stable_sort(lamps, {}, &Lamp::isUp);
    return lamps;
}

int TopBar::paintChip(QPainter& painter, int x, QString const& words, QColor ink, QColor edge) const {
    QFont const font = panelFont(13, QFont::DemiBold);
    int const wide = QFontMetrics(font).horizontalAdvance(words) + scaled(16);
    QRect const plate(x, (height() - scaled(24)) / 2, wide, scaled(24));
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plate.adjusted(0, 0, -1, -1));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(plate, Qt::AlignCenter, words);
    return x + wide + scaled(8);
}

int TopBar::paintPlate(QPainter& painter, int x, QString const& words, std::size_t priority) const {
    Tokens const& colours = tokens(m_console.theme());
    int const wide = QFontMetrics(panelFont(14, QFont::DemiBold)).horizontalAdvance(words) + scaled(16);
    QRect const plate(x, (height() - scaled(24)) / 2, wide, scaled(24));
    painter.fillRect(plate, colours.priority[priority]);
    RowPen(painter, colours)
        .text(plate, words,
              {.ink = colours.numeral[priority], .weight = QFont::DemiBold, .align = Qt::AlignCenter});
    return x + wide + scaled(8);
}

/// Why this is not the board of now, or takes nothing; empty when all is well.
QString TopBar::failure() const {
    auto const& health = m_console.health();
    switch (health.state) {
    case DeskHealth::State::Running: return {};
    case DeskHealth::State::ReadOnly: return tr("Read only: cannot save");
    case DeskHealth::State::Restarting: return health.reason.isEmpty() ? QString() : tr("Starting again");
    case DeskHealth::State::Ended: return tr("The desk has ended");
    }
    return {};
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
    int x = m_past.isEmpty() ? m_call->geometry().right() + scaled(10) : scaled(10);
    x = m_console.isDrill() ? paintChip(painter, x, tr("DRILL"), colours.drill, colours.drill)
                            : paintChip(painter, x, tr("LIVE"), colours.text, colours.line);
    switch (standingOf(m_console.links())) {
    case Standing::Joined: x = paintChip(painter, x, tr("Joined"), colours.text, colours.line); break;
    case Standing::Partly:
        x = paintChip(painter, x, tr("Partly cut"), colours.priority[1], colours.priority[1]);
        break;
    case Standing::Alone:
        x = paintChip(painter, x, tr("Offline"), colours.priority[1], colours.priority[1]);
        break;
    }
    RowPen pen(painter, colours);
    if (!m_past.isEmpty())
        x = paintPlate(painter, x, m_past, 1);
    else if (QString const failing = failure(); !failing.isEmpty())
        x = paintPlate(painter, x, failing, 0);
    else
        x = paintChip(painter, x, tr("Now"), colours.text, colours.line);
    x += scaled(4);
    QString const time = clockText(m_console.now(), m_console.zone());
    x += pen.text({x, 0, scaled(140), height()}, m_past.isEmpty() ? time : tr("now %1").arg(time),
                  {.ink = m_past.isEmpty() ? colours.text : colours.muted,
                   .weight = m_past.isEmpty() ? QFont::DemiBold : QFont::Normal,
                   .pixels = 15})
         + scaled(14);
    QStringList who{m_console.realm(), m_console.deskName()};
    auto const& session = m_console.session();
    if (!session.operatorName.empty())
        who << textOf(session.operatorName) + QLatin1Char(' ') + textOf(session.position.text());
    x += pen.text({x, 0, std::max(0, width() / 2 - x), height()}, who.join(QStringLiteral(" · ")),
                  {.ink = colours.muted, .pixels = 13});
    paintRight(painter, x + scaled(16));
}

/// From the right.
std::vector<TopBar::Chip> TopBar::chips() const {
    auto const counts = m_alarms.counts();
    bool const isLit = m_console.now().milliseconds() / 1000 % 2 == 0;
    auto const distress = m_console.counts().distress;
    std::vector<Chip> all;
    if (counts.shelved > 0) all.push_back({tr("%1 shelved").arg(counts.shelved), false});
    if (counts.overdue > 0) all.push_back({tr("%1 overdue").arg(counts.overdue), true});
    // Only what nobody has acknowledged blinks.
    if (counts.unacknowledged > 0)
        all.push_back({QStringLiteral("▲ ") + tr("%1 to acknowledge").arg(counts.unacknowledged), isLit});
    if (distress > 0) all.push_back({tr("%1 distress").arg(distress), true});
    return all;
}

int TopBar::widthOf(Chip const& chip) {
    return QFontMetrics(panelFont(14, QFont::DemiBold)).horizontalAdvance(chip.words) + scaled(12);
}

void TopBar::paintRight(QPainter& painter, int from) {
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(painter, colours);
    int x = width() - scaled(10);
    auto const all = lamps();
    QFont const font = panelFont(13);
    QFontMetrics const metrics(font);
    auto const chips = this->chips();
    int forChips = scaled(40); // and for how many lamps there are besides
    for (auto const& chip : chips)
        forChips += widthOf(chip) + scaled(8);
    // The lamps, from the right; what is cut comes first and is never left out.
    for (auto lamp = all.rbegin(); lamp != all.rend(); ++lamp) {
        int const wide = metrics.horizontalAdvance(lamp->words) + scaled(26);
        if (x - wide < from + forChips) {
            x -= pen.text({from, 0, x - from - scaled(8), height()}, tr("+%1").arg(all.rend() - lamp),
                          {.ink = colours.muted, .pixels = 13, .align = Qt::AlignRight | Qt::AlignVCenter})
                 + scaled(8);
            break;
        }
        x -= wide;
        QRectF const dot(x, height() / 2.0 - scaled(4), scaled(8), scaled(8));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(lamp->isUp ? QPen(Qt::NoPen) : QPen(colours.priority[1], 2));
        painter.setBrush(lamp->isUp ? QBrush(colours.good) : QBrush(Qt::NoBrush));
        painter.drawEllipse(dot);
        painter.setRenderHint(QPainter::Antialiasing, false);
        pen.text({x + scaled(13), 0, wide, height()}, lamp->words,
                 {.ink = lamp->isUp ? colours.muted : colours.text, .pixels = 13});
    }
    int const end = x;
    for (auto const& chip : chips) {
        int const wide = widthOf(chip);
        QRect const plate(x - wide - scaled(8), 0, wide, height());
        if (chip.isFilled)
            pen.chip(plate, chip.words, colours.priority[0], colours.numeral[0]);
        else
            pen.text(plate, chip.words, {.ink = colours.muted, .align = Qt::AlignCenter});
        x -= wide + scaled(8);
    }
    m_alarmPlate = QRect(x, 0, end - x, height());
}

void TopBar::mousePressEvent(QMouseEvent* event) {
    if (m_alarmPlate.contains(event->position().toPoint())) Q_EMIT alarmsWanted();
}

bool TopBar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    QStringList all;
    for (auto const& lamp : lamps())
        all << lamp.details;
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                       all.isEmpty() ? tr("This desk calls no peer.") : all.join(QStringLiteral("\n")), this);
    return true;
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
