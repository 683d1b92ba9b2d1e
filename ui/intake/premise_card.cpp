// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/premise_card.h"

#include "ui/console/console.h"
#include "ui/intake/heading.h"
#include "ui/intake/line_button.h"
#include "ui/intake/premise_line.h"
#include "ui/text/premise_text.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {
namespace {

/// Of which there is a line; with more there would be no room for any history.
constexpr std::size_t mostPlaces = 3;

class PremiseCardText {
    Q_DECLARE_TR_FUNCTIONS(PremiseCardText)
};

} // namespace

PremiseCard::PremiseCard(Console& console, PremiseHistory const& history, QWidget* parent)
    : QWidget(parent), m_console(console), m_history(history), m_heading(new Heading(this)),
      m_words(new MutedLabel(this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    for (std::size_t index = 0; index < mostPlaces; ++index) {
        auto* const line = new PremiseLine(this);
        line->setFocusPolicy(Qt::ClickFocus);
        connect(line, &QAbstractButton::clicked, this, &PremiseCard::hazardsWanted);
        layout->addWidget(line);
        m_places.push_back(line);
    }
    layout->addWidget(m_words);
    m_words->setContentsMargins(8, 4, 8, 4);
    for (std::size_t index = 0; index < PremiseHistory::limit; ++index) {
        auto* const line = new LineButton(this);
        line->setFocusPolicy(Qt::ClickFocus);
        connect(line, &QAbstractButton::clicked, this, [this, index] {
            if (index >= m_history.entries().size()) return;
            auto const& entry = m_history.entries()[index];
            Q_EMIT chosen(entry.incident, textOf(entry.number));
        });
        layout->addWidget(line);
        m_lines.push_back(line);
    }
    layout->addStretch();
    showLines(m_room);
}

void PremiseCard::showLines(std::size_t count) {
    m_room = std::min(count, m_lines.size());
    setFixedHeight(m_heading->sizeHint().height() + 4 + static_cast<int>(m_room) * LineButton::lineHeight());
    restate();
}

void PremiseCard::show(std::vector<core::PremiseFound> found) {
    m_found = std::move(found);
    restate();
}

/// Hazards come first, but one line of the history stays as long as one place with hazards does.
void PremiseCard::share() {
    int room = static_cast<int>(m_room) * LineButton::lineHeight();
    bool const hasHistory = !m_history.entries().empty();
    m_placesShown = 0;
    while (m_placesShown < std::min(m_found.size(), mostPlaces)) {
        int const kept = hasHistory && m_placesShown > 0 ? LineButton::lineHeight() : 0;
        if (room - PremiseLine::lineHeight() < kept) break;
        room -= PremiseLine::lineHeight();
        ++m_placesShown;
    }
    m_hasWords = !hasHistory && room >= LineButton::lineHeight();
    m_linesShown =
        std::min(m_history.entries().size(), static_cast<std::size_t>(room / LineButton::lineHeight()));
}

/// The number begins with the date. A warning stands before the type, which may be cut.
ListLine PremiseCard::lineOf(PremiseEntry const& entry) const {
    Wording const wording = m_console.wording();
    QStringList words;
    if (!entry.type.isEmpty()) words.push_back(typeName(entry.type, wording));
    if (!entry.hazard.isEmpty())
        words.push_front(entry.hazard);
    else if (!entry.noted.isEmpty())
        words.push_back(entry.noted);
    return {.title = textOf(entry.number),
            .words = words.join(QStringLiteral(" · ")),
            .aside = {},
            .second = {},
            .bar = {},
            .warns = entry.warns()};
}

void PremiseCard::restate() {
    share();
    auto const count = m_history.entries().size();
    QString const lines =
        count > m_linesShown
            ? filled(PremiseCardText::tr("%1 of %2"), {QString::number(m_linesShown), QString::number(count)})
            : QString();
    if (m_found.empty()) {
        m_heading->say(PremiseCardText::tr("Earlier at this address"), lines);
    } else {
        QStringList aside;
        if (m_found.size() > m_placesShown)
            aside << filled(PremiseCardText::tr("+%1 places"),
                            {QString::number(m_found.size() - m_placesShown)});
        if (count > m_linesShown)
            aside << filled(PremiseCardText::tr("+%1 earlier"), {QString::number(count - m_linesShown)});
        aside << QStringLiteral("Alt+H");
        m_heading->say(PremiseCardText::tr("Hazards at this place"), aside.join(QStringLiteral(" · ")));
    }
    restateHazards();
    restateHistory();
}

void PremiseCard::restateHazards() {
    auto const& hazards = m_console.premises().hazards();
    for (std::size_t index = 0; index < m_places.size(); ++index) {
        m_places[index]->setVisible(index < m_placesShown);
        if (index >= m_placesShown) continue;
        core::PremiseFound const& found = m_found[index];
        m_places[index]->show(
            {.chips = chipsOf(found, hazards, ChipWords::WithDetail),
             .shortChips = chipsOf(found, hazards, ChipWords::NameAlone),
             .note = textOf(found.premise->text).replace(QLatin1Char('\n'), QLatin1Char(' ')),
             .name = textOf(found.premise->name),
             .away = awayText(found),
             .standing = standingText(found)},
            m_console.theme());
    }
}

void PremiseCard::restateHistory() {
    auto const& entries = m_history.entries();
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        m_lines[index]->setVisible(index < m_linesShown);
        if (index >= m_linesShown) continue;
        ListLine const line = lineOf(entries[index]);
        m_lines[index]->show(line);
        m_lines[index]->setToolTip(line.words);
    }
    m_words->setVisible(m_hasWords);
    switch (m_history.state()) {
    case PremiseHistory::State::NoAddress:
        m_words->setText(PremiseCardText::tr("Shown as soon as there is an address."));
        break;
    case PremiseHistory::State::Asking: m_words->setText(PremiseCardText::tr("Looking …")); break;
    case PremiseHistory::State::Known:
        m_words->setText(PremiseCardText::tr("Nothing is known from before."));
        break;
    case PremiseHistory::State::Unreachable:
        m_words->setText(PremiseCardText::tr("The history cannot be reached at the moment."));
        break;
    }
}

} // namespace ob::ui
