// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/incident_head.h"

#include "ui/panels/row_pen.h"
#include "ui/text/board_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"

#include <set>

namespace ob::ui {

IncidentHead::IncidentHead(Console& console, IncidentWatch const& watch, QWidget* parent)
    : QWidget(parent), m_console(console), m_watch(watch) {
    connect(&watch, &IncidentWatch::changed, this, [this] { show(m_incident); });
    connect(&console, &Console::themeChanged, this, [this] { update(); });
}

int IncidentHead::scaledWidth() { return scaled(240); }

void IncidentHead::show(std::shared_ptr<core::Incident const> incident) {
    m_incident = std::move(incident);
    if (m_incident) {
        QStringList words{typeName(m_incident->type, m_console.wording())};
        for (auto const& line : lines())
            words << line.name + QLatin1Char(' ') + line.value;
        setAccessibleName(words.join(QStringLiteral(", ")));
    }
    updateGeometry();
    update();
}

QString IncidentHead::callsText() const {
    auto const opened = clockText(m_incident->openedAt, m_console.now(), m_console.zone());
    if (m_incident->calls.empty()) return tr("%1 entered here").arg(opened);
    QString const told = opened + QLatin1Char(' ') + wordOf(m_incident->channel);
    return m_incident->calls.size() < 2 ? told : told + tr(" · %1 calls").arg(m_incident->calls.size());
}

std::vector<IncidentHead::Line> IncidentHead::lines() const {
    auto const wording = m_console.wording();
    std::vector<Line> told;
    auto const& incident = *m_incident;
    QString const first = agencyName(incident.firstReceiver, wording);
    bool const isLed = incident.lead.has_value();
    told.push_back({tr("First receiver"), isLed ? first : tr("%1 · answers for it now").arg(first),
                    tr("tracks until closed"), false});
    if (isLed)
        told.push_back({tr("Lead"), agencyName(*incident.lead, wording), {}, false});
    else if (!incident.leadOffers.empty())
        told.push_back({tr("Lead"),
                        tr("%1 (to be accepted)").arg(agencyName(incident.leadOffers.back().agency, wording)),
                        tr("waits"), true});
    else
        told.push_back({tr("Lead"), tr("nobody yet"), {}, false});
    // Who has or had a unit there.
    std::set<core::AgencyIndex> supporting;
    for (auto const& assignment : incident.assignments)
        if (auto const unit = m_console.board().unit(assignment.unit)) supporting.insert(unit->agency);
    supporting.erase(incident.lead.value_or(incident.firstReceiver));
    QStringList others;
    for (auto const agency : supporting)
        others << agencyName(agency, wording);
    if (!others.isEmpty()) told.push_back({tr("Supporting"), listed(others), {}, false});
    QString handler = tr("nobody took it");
    if (!incident.handler.text().empty()) {
        handler = textOf(incident.handler.text());
        if (incident.handlerAgency)
            handler += QLatin1Char(' ') + agencyName(*incident.handlerAgency, wording);
    }
    told.push_back({tr("Handled by"), handler, {}, false});
    // Who held it then is not known now.
    if (!m_console.isPast()) addHolders(told);
    if (!incident.seen.empty()) told.push_back(seenLine());
    return told;
}

void IncidentHead::addHolders(std::vector<Line>& told) const {
    QStringList holders;
    QStringList behind;
    for (auto const& holding : m_watch.holdings())
        (holding.lacking == 0 ? holders : behind) << agencyName(holding.agency, m_console.wording());
    told.push_back({tr("Saved"),
                    holders.isEmpty() ? tr("at this desk only") : tr("here and by %1").arg(listed(holders)),
                    {},
                    false});
    if (!behind.isEmpty()) told.push_back({tr("Not yet at"), {}, listed(behind), true});
}

IncidentHead::Line IncidentHead::seenLine() const {
    QStringList people;
    for (auto const& seen : m_incident->seen) {
        QStringList words{agencyName(seen.agency, m_console.wording())};
        if (!seen.position.isEmpty()) words << textOf(seen.position.text());
        people << words.join(QLatin1Char(' ')) + QLatin1Char(' ') + minuteText(seen.at, m_console.zone());
    }
    return {tr("Seen by"), listed(people), {}, false};
}

QSize IncidentHead::sizeHint() const {
    int const rows = m_incident ? static_cast<int>(lines().size()) : 0;
    return {scaled(340), scaled(52 + 30) + rows * scaled(22)};
}

void IncidentHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.panel);
    if (!m_incident) return;
    RowPen pen(painter, colours);
    int const left = scaled(10);
    int const width = this->width() - 2 * left;
    auto const& incident = *m_incident;
    QString const address = incident.address         ? textOf(*incident.address)
                            : incident.placeWithheld ? tr("place not shared with us")
                                                     : tr("place not known");
    pen.text({left, scaled(6), width, scaled(22)}, address,
             {.ink = colours.text, .weight = QFont::DemiBold, .pixels = 15});
    QStringList second{callsText()};
    if (incident.place)
        second.prepend(QStringLiteral("%1, %2")
                           .arg(incident.place->latitude(), 0, 'f', 5)
                           .arg(incident.place->longitude(), 0, 'f', 5));
    pen.text({left, scaled(27), width, scaled(19)}, second.join(QStringLiteral(" · ")),
             {.ink = colours.muted, .pixels = 13});
    int y = scaled(52);
    painter.fillRect(QRect(0, y, this->width(), 1), colours.line);
    pen.text({left, y + scaled(3), width, scaled(22)}, tr("Responsibility"),
             {.ink = colours.muted, .weight = QFont::DemiBold, .pixels = 13});
    y += scaled(26);
    for (auto const& line : lines()) {
        pen.text({left, y, scaled(84), scaled(22)}, line.name, {.ink = colours.muted, .pixels = 13});
        QRect rest(left + scaled(90), y, width - scaled(90), scaled(22));
        bool const isAlone = line.value.isEmpty();
        int const needed = QFontMetrics(panelFont()).horizontalAdvance(line.value)
                           + QFontMetrics(panelFont(13)).horizontalAdvance(line.remark) + scaled(8);
        // What is only a remark makes room; what somebody waits for does not.
        if (isAlone || line.isWaiting || needed <= rest.width()) {
            int const remark =
                pen.text(rest, line.remark,
                         {.ink = line.isWaiting ? colours.priority[1] : colours.muted,
                          .pixels = 13,
                          .align = (isAlone ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter});
            if (!line.remark.isEmpty()) rest.setWidth(rest.width() - remark - scaled(8));
        }
        pen.text(rest, line.value);
        y += scaled(22);
    }
}

} // namespace ob::ui
