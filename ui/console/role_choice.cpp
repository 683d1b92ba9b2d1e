// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/role_choice.h"

#include "ui/console/tick_box.h"
#include "ui/text/argument_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace ob::ui {
namespace {

class RoleChoiceText {
    Q_DECLARE_TR_FUNCTIONS(RoleChoiceText)
};

/// By bit, as refusals name them.
constexpr std::array<char const*, 8> names{"callTaker", "dispatcher", "dutyOfficer", "supervisor",
                                           "arbiter",   "trainer",    "auditor",     "admin"};

bool hasBit(std::uint8_t roles, std::size_t bit) { return (roles >> bit & 1u) != 0; }

} // namespace

RoleChoice::RoleChoice(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_title(new QLabel(this)) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_title, 0, 0, 1, 2);
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit) {
        m_boxes[bit] = new TickBox(m_console, this);
        m_boxes[bit]->setObjectName(QLatin1StringView(names[bit]));
    }
    connect(&console, &Console::themeChanged, this, [this] { dress(); });
    offer(0);
    dress();
    translate();
}

void RoleChoice::offer(std::uint8_t roles) {
    m_offered = roles;
    auto* const grid = static_cast<QGridLayout*>(layout());
    int place = 0;
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit) {
        bool const isOffered = hasBit(roles, bit);
        grid->removeWidget(m_boxes[bit]);
        m_boxes[bit]->setVisible(isOffered);
        m_boxes[bit]->setChecked(isOffered);
        if (!isOffered) continue;
        grid->addWidget(m_boxes[bit], 1 + place / 2, place % 2);
        ++place;
    }
    m_title->setVisible(roles != 0);
}

std::uint8_t RoleChoice::chosen() const {
    unsigned roles = 0;
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit)
        if (m_boxes[bit]->isChecked()) roles |= 1u << bit;
    return static_cast<std::uint8_t>(roles & m_offered);
}

void RoleChoice::translate() {
    m_title->setText(RoleChoiceText::tr("Roles that are taken up now"));
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit)
        m_boxes[bit]->setText(roleWord(names[bit]));
}

void RoleChoice::dress() {
    Tokens const& colours = tokens(m_console.theme());
    QPalette look = ob::ui::palette(m_console.theme());
    look.setColor(QPalette::Base, colours.raised);
    for (auto* const box : m_boxes)
        box->setPalette(look);
    look.setColor(QPalette::WindowText, colours.muted);
    m_title->setPalette(look);
}

void RoleChoice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
