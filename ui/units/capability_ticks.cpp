// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/capability_ticks.h"

#include "ui/console/tick_box.h"
#include "ui/panels/row_pen.h"

#include <QGridLayout>
#include <QToolButton>

#include <algorithm>
#include <set>

namespace ob::ui {
namespace {

/// What the kinds of units of this agency can do.
std::set<std::string> usualIn(core::Code const& agency, core::RuleBook const& rules) {
    std::set<std::string> usual;
    for (auto const& kind : rules.unitKinds().all())
        if (kind.agency == agency.text()) usual.insert(kind.capabilities.begin(), kind.capabilities.end());
    return usual;
}

} // namespace

CapabilityTicks::CapabilityTicks(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_grid(new QGridLayout(this)), m_more(new QToolButton(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(12));
    m_grid->setVerticalSpacing(scaled(3));
    for (auto const& entry : console.rules().lists().capabilities.all()) {
        auto const code = core::Code::of(entry.code);
        if (!code) continue;
        auto* const box = new TickBox(console, this);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as many columns as there is room for
        connect(box, &QCheckBox::clicked, this, &CapabilityTicks::changed);
        connect(&console, &Console::themeChanged, box, qOverload<>(&QWidget::update));
        m_ticks.push_back({*code, box});
    }
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    connect(m_more, &QToolButton::toggled, this, &CapabilityTicks::lay);
    translate();
}

void CapabilityTicks::offer(core::Unit const& unit, std::vector<core::Code> const& ticked) {
    auto const& agencies = m_console.agencyCodes();
    auto const usual = unit.agency.value < agencies.size()
                           ? usualIn(agencies[unit.agency.value], m_console.rules())
                           : std::set<std::string>();
    for (auto& tick : m_ticks) {
        bool const isTicked = std::ranges::find(ticked, tick.code) != ticked.end();
        tick.box->setChecked(isTicked);
        tick.isUsual = isTicked || usual.contains(tick.code.text())
                       || std::ranges::find(unit.capabilities, tick.code) != unit.capabilities.end();
    }
    lay();
}

std::vector<core::Code> CapabilityTicks::ticked() const {
    std::vector<core::Code> codes;
    for (auto const& tick : m_ticks)
        if (tick.box->isChecked()) codes.push_back(tick.code);
    std::ranges::sort(codes);
    return codes;
}

int CapabilityTicks::columnsIn(int width) const {
    int widest = 1;
    for (auto const& tick : m_ticks)
        if (tick.isUsual || m_more->isChecked()) widest = std::max(widest, tick.box->sizeHint().width());
    return std::clamp((width + m_grid->horizontalSpacing()) / (widest + m_grid->horizontalSpacing()), 1, 3);
}

void CapabilityTicks::resizeEvent(QResizeEvent*) {
    if (columnsIn(width()) != m_columns) lay();
}

void CapabilityTicks::lay() {
    m_columns = columnsIn(width());
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    int place = 0;
    for (auto const& tick : m_ticks) {
        bool const isShown = tick.isUsual || tick.box->isChecked() || m_more->isChecked();
        m_grid->removeWidget(tick.box);
        tick.box->setVisible(isShown);
        if (!isShown) continue;
        m_grid->addWidget(tick.box, place / m_columns, place % m_columns);
        ++place;
    }
    m_grid->removeWidget(m_more);
    m_grid->addWidget(m_more, place / m_columns, place % m_columns, Qt::AlignLeft);
}

void CapabilityTicks::translate() {
    for (auto const& tick : m_ticks) {
        tick.box->setFont(panelFont());
        tick.box->setText(codeName(m_console.rules().lists().capabilities, tick.code));
    }
    m_more->setFont(panelFont(13));
    m_more->setText(tr("All skills"));
    lay();
}

} // namespace ob::ui
