// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/export_choice.h"

#include "app/ctl/json_text.h"
#include "ui/text/sentence.h"

namespace ob::app {

bool Choice::takes(core::Incident const& incident) const {
    return (!from || incident.openedAt >= *from) && (!to || incident.openedAt < *to)
           && (numbers.empty() || numbers.contains(incident.number));
}

std::optional<core::Instant> momentOf(Arguments const& arguments, QString const& name) {
    if (!arguments.has(name)) return std::nullopt;
    auto const at = core::Instant::ofIso8601(arguments.value(name).toStdString());
    if (!at) throw UsageError(QStringLiteral("--%1 is a moment in UTC: 2026-11-21T20:00:00Z").arg(name));
    return at;
}

Choice choiceOf(Arguments const& arguments) {
    Choice choice{.from = momentOf(arguments, QStringLiteral("from")),
                  .to = momentOf(arguments, QStringLiteral("to")),
                  .numbers = {}};
    if (choice.from && choice.to && *choice.from >= *choice.to)
        throw UsageError(QStringLiteral("--from must be before --to"));
    for (QString const& text : arguments.values(QStringLiteral("incident"))) {
        auto const number = core::IncidentNumber::parse(text.toStdString());
        if (!number)
            throw UsageError(QStringLiteral("--incident %1: give the whole number, 20261121-0042").arg(text));
        choice.numbers.insert(*number);
    }
    return choice;
}

void requireFound(std::set<core::IncidentNumber> const& wanted, std::set<core::IncidentNumber> const& found) {
    for (core::IncidentNumber const number : wanted)
        if (!found.contains(number))
            throw UsageError(
                QStringLiteral("there is no incident %1 among those chosen").arg(ui::textOf(number.text())));
}

OutputFile outputOf(Arguments const& arguments) {
    if (!arguments.has(QStringLiteral("out"))) return OutputFile::standardOutput();
    return {arguments.value(QStringLiteral("out")).toStdString(),
            arguments.has(QStringLiteral("force")) ? Overwrite::Allowed : Overwrite::Refused};
}

} // namespace ob::app
