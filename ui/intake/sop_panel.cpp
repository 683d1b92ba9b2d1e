// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/sop_panel.h"

#include "ui/console/console.h"
#include "ui/intake/heading.h"
#include "ui/intake/tick_line.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <utility>

namespace ob::ui {
namespace {

class SopPanelText {
    Q_DECLARE_TR_FUNCTIONS(SopPanelText)
};

} // namespace

SopPanel::SopPanel(Console& console, core::SopBook const& cards, QWidget* parent)
    : QWidget(parent), m_console(console), m_cards(cards) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void SopPanel::show(core::IncidentType const* type, QStringList const& ticked) {
    auto const* const card = type ? m_cards.cardFor(*type) : nullptr;
    bool const isSame = std::exchange(m_card, card) == card && m_ticked == ticked;
    m_ticked = ticked;
    if (!isSame) retranslate();
}

void SopPanel::retranslate() {
    delete std::exchange(m_content, nullptr);
    if (m_card) build(*m_card);
}

void SopPanel::build(core::SopCard const& card) {
    m_content = new QWidget(this);
    m_lines = new QVBoxLayout(m_content);
    m_lines->setContentsMargins(0, 0, 0, 8);
    m_lines->setSpacing(0);
    auto* const heading = new Heading(m_content);
    auto const* const type = m_console.rules().type(card.subject);
    auto const* const category = m_console.rules().lists().categories.byCode(card.subject);
    QString const subject = type ? nameIn(type->name) : category ? nameIn(category->name) : QString();
    heading->say(filled(SopPanelText::tr("Card: %1"), {subject}),
                 m_cards.isReviewed() ? QString() : SopPanelText::tr("template, not reviewed"));
    m_lines->addWidget(heading);
    addList(SopPanelText::tr("Ask"), card.questions);
    addList(SopPanelText::tr("Tell the caller"), card.instructions);
    addList(SopPanelText::tr("Send"), card.sending);
    Wording const wording = m_console.wording();
    QStringList agencies;
    for (std::string const& code : card.agencies)
        agencies.push_back(agencyName(core::Code::of(code).value_or(core::Code{}), wording));
    auto* const informed = new MutedLabel(m_content);
    informed->setWordWrap(true);
    informed->setContentsMargins(8, 4, 8, 0);
    informed->setText(filled(SopPanelText::tr("Inform: %1"), {listed(agencies)}));
    m_lines->addWidget(informed);
    layout()->addWidget(m_content);
    m_content->show();
}

void SopPanel::addList(QString const& title, std::vector<core::Names> const& lines) {
    auto* const label = new MutedLabel(m_content);
    label->setText(title);
    label->setContentsMargins(8, 6, 8, 0);
    m_lines->addWidget(label);
    for (core::Names const& names : lines) {
        auto* const line = new TickLine(nameIn(names), m_content);
        QString const key = textOf(names.en);
        line->setChecked(m_ticked.contains(key));
        connect(line, &QAbstractButton::toggled, this, [this, key](bool isTicked) {
            m_ticked.removeAll(key);
            if (isTicked) m_ticked.push_back(key);
            Q_EMIT ticked(key, isTicked);
        });
        m_lines->addWidget(line);
    }
}

} // namespace ob::ui
