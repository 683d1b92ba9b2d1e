// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/duty_bar.h"

#include "ui/console/flat_button.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/units/duty_line.h"
#include "ui/units/labelled_field.h"
#include "ui/units/shift_end.h"

#include <QComboBox>
#include <QGridLayout>
#include <QIntValidator>

namespace ob::ui {
namespace {

constexpr int maxRecallMinutes = 24 * 60;

} // namespace

DutyBar::DutyBar(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_available(new FlatButton(FlatButton::Weight::Other)),
      m_off(new FlatButton(FlatButton::Weight::Other)), m_onRecall(new FlatButton(FlatButton::Weight::Other)),
      m_recall(new LabelledField(console)), m_outOfService(new FlatButton(FlatButton::Weight::Other)),
      m_reason(new QComboBox), m_back(new LabelledField(console)) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(6));
    grid->setHorizontalSpacing(scaled(8));
    grid->setVerticalSpacing(scaled(4));
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_available, 0, 0);
    grid->addWidget(m_onRecall, 1, 0);
    grid->addWidget(m_recall, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_outOfService, 2, 0);
    grid->addWidget(m_reason, 2, 1);
    grid->addWidget(m_back, 3, 1);
    grid->addWidget(m_off, 4, 0);
    m_recall->limitWidth(56);
    m_recall->line()->setValidator(new QIntValidator(1, maxRecallMinutes, this));
    m_recall->line()->setText(QStringLiteral("15"));
    for (auto const& entry : console.rules().lists().unavailables.all())
        m_reason->addItem(QString(), textOf(entry.code));
    m_reason->setCurrentIndex(-1);
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(8);
    m_reason->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_available, &QAbstractButton::clicked, this, &DutyBar::makeAvailable);
    connect(m_onRecall, &QAbstractButton::clicked, this, &DutyBar::putOnRecall);
    connect(m_outOfService, &QAbstractButton::clicked, this, &DutyBar::takeOutOfService);
    connect(m_off, &QAbstractButton::clicked, this, &DutyBar::logOff);
    connect(m_recall->line(), &QLineEdit::returnPressed, this, &DutyBar::putOnRecall);
    connect(m_back->line(), &QLineEdit::returnPressed, this, &DutyBar::takeOutOfService);
    translate();
}

void DutyBar::show(std::shared_ptr<core::Unit const> unit) {
    bool const isOther = !m_unit || m_unit->id != unit->id;
    m_unit = std::move(unit);
    m_available->setEnabled(m_unit->duty != core::DutyState::Available);
    if (!isOther) return;
    m_reason->setCurrentIndex(-1);
    m_back->line()->clear();
}

QString DutyBar::callsign() const { return callsignsOf({m_unit}, m_console); }

void DutyBar::refuse(QString const& words) { m_console.say(Console::Tone::Refused, words); }

void DutyBar::makeAvailable() {
    if (m_unit) m_console.propose(availableLine(callsign()), true);
}

void DutyBar::putOnRecall() {
    int const minutes = m_recall->text().toInt();
    if (!m_unit) return;
    if (minutes < 1 || minutes > maxRecallMinutes)
        return refuse(tr("In how many minutes can it be called in? 1 to %1.").arg(maxRecallMinutes));
    m_console.propose(onRecallLine(callsign(), core::Duration::ofMinutes(minutes)), true);
}

void DutyBar::takeOutOfService() {
    if (!m_unit) return;
    auto const reason = core::Code::of(m_reason->currentData().toString().toStdString());
    if (m_reason->currentIndex() < 0 || !reason) {
        m_reason->setFocus(Qt::OtherFocusReason);
        return m_reason->showPopup(); // the answer to what is missing
    }
    std::optional<core::Duration> length;
    if (!m_back->text().isEmpty()) {
        length = timeUntil(m_back->text(), m_console.now(), m_console.zone());
        if (!length)
            return refuse(tr("It is expected back at a time of day (23:50) or after a length (2h)."));
    }
    m_console.propose(outOfServiceLine(callsign(), *reason, length, m_console.rules()), true);
}

void DutyBar::logOff() {
    if (m_unit) m_console.propose(offLine(callsign()), true);
}

void DutyBar::translate() {
    m_available->setText(wordOf(core::DutyState::Available));
    m_onRecall->setText(wordOf(core::DutyState::Conditional));
    m_outOfService->setText(wordOf(core::DutyState::Unavailable));
    m_off->setText(wordOf(core::DutyState::OffDuty));
    int width = 0;
    for (auto* const button : {m_available, m_onRecall, m_outOfService, m_off}) {
        button->setFont(panelFont());
        button->updateGeometry();
        width = std::max(width, button->sizeHint().width());
    }
    for (auto* const button : {m_available, m_onRecall, m_outOfService, m_off})
        button->setFixedWidth(width);
    m_recall->name(tr("within minutes"));
    m_back->name(tr("back"), tr("23:50 or 2h"));
    m_reason->setFont(panelFont());
    m_reason->setAccessibleName(tr("Reason of being out of service"));
    m_reason->setPlaceholderText(tr("Reason"));
    auto const& reasons = m_console.rules().lists().unavailables.all();
    for (int at = 0; at < m_reason->count(); ++at)
        m_reason->setItemText(at, nameIn(reasons[static_cast<std::size_t>(at)].name));
}

} // namespace ob::ui
