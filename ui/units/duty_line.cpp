// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/duty_line.h"

#include "ui/console/unit_steps.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"
#include "ui/units/shift_end.h"

namespace ob::ui {
namespace {

/// Its name where that is one word, for whoever reads the line learns it; else the code.
QString wordOf(core::CodeList const& list, core::Code const& code) {
    QString const name = codeName(list, code);
    return name.contains(QLatin1Char(' ')) ? textOf(code.text()) : name;
}

QString crewWord(std::uint32_t crew) {
    return QString::number(crew)
           + (currentLanguage() == Language::Chinese ? QStringLiteral("人") : QStringLiteral("c"));
}

} // namespace

QString callsignsOf(Units const& units, Console const& console) {
    QStringList words;
    for (auto const& unit : units)
        words << typedCallsign(*unit, console);
    return words.join(QLatin1Char(','));
}

QString onLine(QString const& callsigns, ShiftWords const& shift, core::RuleBook const& rules) {
    QStringList words{QStringLiteral("ON"), callsigns};
    if (shift.crew) words << crewWord(*shift.crew);
    if (shift.length) words << lengthWord(*shift.length);
    QStringList skills;
    for (auto const& capability : shift.capabilities)
        skills << wordOf(rules.lists().capabilities, capability);
    if (!skills.isEmpty()) words << QLatin1Char('+') + skills.join(QLatin1Char(','));
    if (!shift.vehicle.isEmpty()) words << QLatin1Char('#') + shift.vehicle;
    if (!shift.names.isEmpty()) words << QLatin1Char('/') + shift.names;
    return words.join(QLatin1Char(' '));
}

QString availableLine(QString const& callsigns) { return QStringLiteral("AV ") + callsigns; }

QString onRecallLine(QString const& callsigns, core::Duration recall) {
    return QStringLiteral("COND ") + callsigns + QLatin1Char(' ') + lengthWord(recall);
}

QString outOfServiceLine(QString const& callsigns, core::Code const& reason,
                         std::optional<core::Duration> length, core::RuleBook const& rules) {
    QStringList words{QStringLiteral("OOS"), callsigns, wordOf(rules.lists().unavailables, reason)};
    if (length) words << lengthWord(*length);
    return words.join(QLatin1Char(' '));
}

QString offLine(QString const& callsigns) { return QStringLiteral("OFF ") + callsigns; }

} // namespace ob::ui
