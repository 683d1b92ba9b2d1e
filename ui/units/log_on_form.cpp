// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/log_on_form.h"

#include "core/shift_change.h"
#include "ui/console/flat_button.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"
#include "ui/units/capability_ticks.h"
#include "ui/units/labelled_field.h"
#include "ui/units/shift_end.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

constexpr int labelWidth = 60;
constexpr int maxTyped = 60; ///< characters of a name field: below what a name may have in bytes
constexpr core::Duration quarter = core::Duration::ofMinutes(15);

/// A shift is planned in quarters of an hour; what was said a minute late is still that.
core::Duration rounded(core::Duration length) {
    std::int64_t const step = quarter.milliseconds();
    std::int64_t const quarters = std::max<std::int64_t>(1, (length.milliseconds() + step / 2) / step);
    return core::Duration::ofMilliseconds(quarters * step);
}

QValidator* matching(QString const& pattern, QObject* parent) {
    return new QRegularExpressionValidator(QRegularExpression(pattern), parent);
}

} // namespace

LogOnForm::LogOnForm(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_crew(new LabelledField(console)),
      m_end(new LabelledField(console)), m_vehicle(new LabelledField(console)),
      m_names(new LabelledField(console)), m_skillsLabel(new QLabel), m_skills(new CapabilityTicks(console)),
      m_button(new FlatButton(FlatButton::Weight::Main)), m_told(new QLabel) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(6));
    layout->setSpacing(scaled(4));
    auto* const first = new QHBoxLayout;
    first->setSpacing(scaled(12));
    m_crew->align(labelWidth);
    m_crew->limitWidth(48);
    first->addWidget(m_crew);
    first->addWidget(m_end, 1);
    layout->addLayout(first);
    for (auto* const field : {m_vehicle, m_names}) {
        field->align(labelWidth);
        field->line()->setMaxLength(maxTyped);
        layout->addWidget(field);
    }
    auto* const skills = new QHBoxLayout;
    skills->setSpacing(scaled(6));
    skills->addWidget(m_skillsLabel, 0, Qt::AlignTop);
    skills->addWidget(m_skills, 1);
    layout->addLayout(skills);
    auto* const last = new QHBoxLayout;
    last->addWidget(m_button);
    last->addWidget(m_told, 1);
    layout->addLayout(last);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    // A letter less than what the line would take for something else.
    m_crew->line()->setValidator(new QIntValidator(1, 99, this));
    m_vehicle->line()->setValidator(matching(QStringLiteral("[^\\s]*"), this));
    m_names->line()->setValidator(matching(QStringLiteral("[^@]*"), this));
    for (auto* const field : {m_crew, m_end, m_vehicle, m_names}) {
        connect(field->line(), &QLineEdit::textEdited, this, &LogOnForm::touch);
        connect(field->line(), &QLineEdit::returnPressed, this, &LogOnForm::send);
    }
    connect(m_skills, &CapabilityTicks::changed, this, &LogOnForm::touch);
    connect(m_button, &QAbstractButton::clicked, this, &LogOnForm::send);
    connect(&console, &Console::themeChanged, this, &LogOnForm::translate);
    translate();
}

LogOnForm::Typed LogOnForm::typed() const {
    return {m_crew->text(), m_end->text(), m_vehicle->text(), m_names->text(), m_skills->ticked()};
}

void LogOnForm::fill(Typed const& typed) {
    m_crew->line()->setText(typed.crew);
    m_end->line()->setText(typed.end);
    m_vehicle->line()->setText(typed.vehicle);
    m_names->line()->setText(typed.names);
    m_skills->offer(*m_unit, typed.skills);
}

LogOnForm::Typed LogOnForm::offered() const {
    Typed offered;
    if (m_unit->duty != core::DutyState::OffDuty) {
        if (m_unit->crew) offered.crew = QString::number(*m_unit->crew);
        if (m_unit->shiftEnd) offered.end = minuteText(*m_unit->shiftEnd, m_console.zone());
        offered.vehicle = textOf(m_unit->vehicle.value_or(""));
        offered.names = textOf(m_unit->crewNames.value_or(""));
        offered.skills = m_unit->capabilities;
        return offered;
    }
    // The next shift is like the last one, but for the people.
    offered.skills = m_unit->capabilities;
    if (!m_last) return offered;
    if (m_last->crew) offered.crew = QString::number(*m_last->crew);
    if (m_last->length) offered.end = lengthWord(rounded(*m_last->length));
    offered.vehicle = textOf(m_last->vehicle);
    if (!m_last->capabilities.empty()) offered.skills = m_last->capabilities;
    return offered;
}

void LogOnForm::keepTyped() {
    if (!m_unit) return;
    auto const now = typed();
    if (now == m_begun)
        m_kept.erase(m_unit->id);
    else if (m_kept.size() < mostKept || m_kept.contains(m_unit->id))
        m_kept.insert_or_assign(m_unit->id, now);
}

void LogOnForm::show(std::shared_ptr<core::Unit const> unit, std::optional<Shift> const& last) {
    if (m_unit && m_unit->id != unit->id) keepTyped();
    bool const isOther = !m_unit || m_unit->id != unit->id;
    bool const isTouched = !isOther && typed() != m_begun;
    m_unit = std::move(unit);
    m_last = last;
    auto const offer = offered();
    if (isOther || !isTouched) fill(offer);
    if (auto const kept = m_kept.find(m_unit->id); isOther && kept != m_kept.end()) fill(kept->second);
    m_begun = offer;
    translate();
}

void LogOnForm::focusFirst() { m_crew->line()->setFocus(Qt::ShortcutFocusReason); }

std::optional<ShiftWords> LogOnForm::words() const {
    if (!m_unit) return std::nullopt;
    bool const isOff = m_unit->duty == core::DutyState::OffDuty;
    ShiftWords words;
    // On duty only what changes is said; at its beginning everything.
    auto const isSaid = [isOff](auto const& now, auto const& begun) { return isOff || now != begun; };
    auto const now = typed();
    Typed const was = isOff ? Typed() : m_begun;
    if (!now.crew.isEmpty() && isSaid(now.crew, was.crew)) words.crew = now.crew.toUInt();
    if (!now.end.isEmpty() && isSaid(now.end, was.end)) {
        words.length = timeUntil(now.end, m_console.now(), m_console.zone());
        if (!words.length) return std::nullopt;
    }
    // What is emptied is said, or it would stay.
    QString const none = textOf(core::noneOfIt);
    if (isSaid(now.vehicle, was.vehicle))
        words.vehicle = now.vehicle.isEmpty() && !isOff ? none : now.vehicle;
    if (isSaid(now.names, was.names)) words.names = now.names.isEmpty() && !isOff ? none : now.names;
    if (lacksSkills()) return std::nullopt;
    auto skills = m_unit->capabilities;
    std::ranges::sort(skills);
    if (now.skills != skills) words.capabilities = now.skills;
    if (!isOff && now.skills.empty() && !m_unit->shiftCapabilities.empty())
        words.capabilities = {*core::Code::of(core::noneOfIt)};
    return words;
}

/// No unit can do nothing: without skills of the shift there are those of its registration.
bool LogOnForm::lacksSkills() const {
    return !m_unit->capabilities.empty() && m_unit->shiftCapabilities.empty() && m_skills->ticked().empty();
}

QString LogOnForm::line() const {
    auto const said = words();
    if (!said || (said->isEmpty() && m_unit->duty != core::DutyState::OffDuty)) return {};
    return onLine(callsignsOf({m_unit}, m_console), *said, m_console.rules());
}

void LogOnForm::touch() {
    keepTyped();
    tell();
}

/// The line that the button says, or what is in its way.
void LogOnForm::tell() {
    if (!m_unit) return;
    QString const line = this->line();
    m_button->setEnabled(!line.isEmpty());
    auto const end = m_end->text();
    if (!end.isEmpty() && !timeUntil(end, m_console.now(), m_console.zone()))
        m_told->setText(tr("The end of the shift is a time of day (08:00) or a length (12h)."));
    else if (lacksSkills())
        m_told->setText(tr("A unit can do something: tick a skill."));
    else
        m_told->setText(line.isEmpty()
                            ? tr("Nothing has changed. Size and end of a shift stay until the unit goes off.")
                            : line);
    m_button->setAccessibleDescription(m_told->text());
}

void LogOnForm::send() {
    QString const line = this->line();
    if (line.isEmpty()) return;
    m_kept.erase(m_unit->id);
    m_begun = typed(); // as the unit will be; what it is fills the form when it changes
    m_console.propose(line, true);
}

void LogOnForm::translate() {
    m_crew->name(tr("Crew"));
    m_end->name(tr("Until"), tr("08:00 or 12h"));
    m_vehicle->name(tr("Vehicle"), tr("plate or number"));
    QString const before = m_last ? textOf(m_last->crewNames) : QString();
    bool const isOff = m_unit && m_unit->duty == core::DutyState::OffDuty;
    m_names->name(tr("Names"),
                  isOff && !before.isEmpty() ? tr("last shift: %1").arg(before) : tr("who is on board"));
    m_skillsLabel->setText(tr("Skills"));
    m_skillsLabel->setFont(panelFont(13));
    m_skillsLabel->setFixedWidth(scaled(labelWidth));
    m_skills->translate();
    m_button->setFont(panelFont());
    m_told->setFont(panelFont(12));
    QPalette look = m_told->palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    m_told->setPalette(look);
    m_skillsLabel->setPalette(look);
    if (m_unit) {
        m_button->setText(isOff ? tr("Log on") : tr("Change the shift"));
        m_button->updateGeometry();
    }
    tell();
}

} // namespace ob::ui
