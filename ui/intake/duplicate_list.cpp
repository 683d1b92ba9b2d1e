// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/duplicate_list.h"

#include "ui/console/console.h"
#include "ui/intake/heading.h"
#include "ui/intake/line_button.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ob::ui {
namespace {

class DuplicateListText {
    Q_DECLARE_TR_FUNCTIONS(DuplicateListText)
};

} // namespace

DuplicateList::DuplicateList(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_heading(new Heading(this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    for (std::size_t index = 0; index < core::maxDuplicates; ++index) {
        auto* const line = new LineButton(this);
        line->setFocusPolicy(Qt::StrongFocus);
        connect(line, &QAbstractButton::clicked, this, [this, index] {
            if (index < m_found.size()) Q_EMIT chosen(m_found[index].incident->id);
        });
        layout->addWidget(line);
        m_lines.push_back(line);
    }
    hide();
}

void DuplicateList::show(std::vector<core::DuplicateFound> found, core::IncidentId joined) {
    m_found = std::move(found);
    m_joined = joined;
    setVisible(!m_found.empty());
    restate();
}

void DuplicateList::restate() {
    m_heading->say(DuplicateListText::tr("Possibly the same"),
                   DuplicateListText::tr("Alt+D: a further call of the first"));
    Wording const wording = m_console.wording();
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        LineButton& line = *m_lines[index];
        line.setVisible(index < m_found.size());
        if (index >= m_found.size()) continue;
        auto const& [incident, ageThen, metres] = m_found[index];
        QString aside = ageText(m_console.now() - incident->openedAt);
        if (metres)
            aside += QStringLiteral(" · ")
                     + filled(DuplicateListText::tr("%1 m"), {QString::number(std::llround(*metres))});
        auto const priority = static_cast<std::size_t>(incident->priority) - 1;
        QString words = typeName(incident->type, wording);
        if (incident->address) words += QStringLiteral(" · ") + textOf(*incident->address);
        line.show({.title = textOf(incident->number.text()).mid(9),
                   .words = words,
                   .aside = aside,
                   .second = {},
                   .bar = tokens(m_console.theme()).priority.at(priority)});
        line.mark(incident->id == m_joined);
    }
}

} // namespace ob::ui
