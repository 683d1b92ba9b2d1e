// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/unit_step_bar.h"

#include "ui/console/unit_standing.h"
#include "ui/console/unit_steps.h"
#include "ui/panels/row_pen.h"
#include "ui/panels/wrap_layout.h"

#include <QToolButton>

#include <utility>

namespace ob::ui {
namespace {

/// The next ones of the way; the others are in the menu of the unit.
constexpr int mostMilestones = 2;

} // namespace

UnitStepBar::UnitStepBar(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_row(new WrapLayout(this)) {
    m_row->setContentsMargins(scaled(8), scaled(2), scaled(8), scaled(4));
    m_row->setSpacing(scaled(4));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the panel does not grow for it
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void UnitStepBar::refresh() {
    std::vector<UnitStep> steps;
    auto const unit = m_console.board().unit(m_console.selectedUnit());
    if (unit) {
        auto const standing = standingOf(*unit, m_console.board(), m_console.rules(), m_console.now());
        if (standing.incident && standing.incident->id == m_console.selectedIncident()) {
            int milestones = 0;
            for (auto& step : stepsOf(*unit, m_console)) {
                bool const isMilestone = step.kind == UnitStep::Kind::Milestone;
                if (isMilestone && ++milestones > mostMilestones) continue;
                if (isMilestone || step.kind == UnitStep::Kind::End) steps.push_back(std::move(step));
            }
        }
    }
    QStringList lines;
    for (auto const& step : steps)
        lines << step.words + step.line;
    if (lines == m_shown) return;
    m_shown = lines;
    for (auto* const button : findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        button->hide();
        button->deleteLater();
    }
    for (std::size_t at = 0; at < steps.size(); ++at) {
        auto* const button = new QToolButton(this);
        button->setText(steps[at].words);
        button->setFont(panelFont(13));
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(steps[at].line);
        button->setAccessibleName(steps[at].words);
        connect(button, &QToolButton::clicked, this,
                [this, step = steps[at]] { m_console.propose(step.line, step.isSent); });
        m_row->insertWidget(at, button);
    }
    setVisible(!steps.empty());
}

} // namespace ob::ui
