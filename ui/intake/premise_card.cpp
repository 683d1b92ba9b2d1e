// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/premise_card.h"

#include "ui/console/console.h"
#include "ui/intake/heading.h"
#include "ui/intake/line_button.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {
namespace {

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
    showLines(m_shown);
}

void PremiseCard::showLines(std::size_t count) {
    m_shown = std::min(count, m_lines.size());
    setFixedHeight(m_heading->sizeHint().height() + 4 + static_cast<int>(m_shown) * LineButton::lineHeight);
    restate();
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
    auto const& entries = m_history.entries();
    QString const count = entries.size() > m_shown
                              ? filled(PremiseCardText::tr("%1 of %2"),
                                       {QString::number(m_shown), QString::number(entries.size())})
                              : QString();
    m_heading->say(PremiseCardText::tr("Earlier at this address"), count);
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        m_lines[index]->setVisible(index < entries.size() && index < m_shown);
        if (index >= entries.size()) continue;
        ListLine const line = lineOf(entries[index]);
        m_lines[index]->show(line);
        m_lines[index]->setToolTip(line.words);
    }
    m_words->setVisible(entries.empty());
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
