// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/replay_output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/file_replay.h"
#include "app/mappings.h"
#include "app/operator_file.h"
#include "app/shipped_rules.h"

#include <cmath>

namespace ob::app {
namespace {

constexpr double fastest = 1'000'000;

/// Nothing for `max`.
std::optional<double> speedOf(Arguments const& arguments, bool follows) {
    if (!arguments.has(QStringLiteral("speed"))) return follows ? std::optional<double>(1) : std::nullopt;
    QString const text = arguments.value(QStringLiteral("speed"));
    if (text == QStringLiteral("max")) {
        if (follows) throw UsageError(QStringLiteral("--follow needs a speed: --speed N, N times real time"));
        return std::nullopt;
    }
    bool isNumber = false;
    double const speed = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(speed) || speed <= 0 || speed > fastest)
        throw UsageError(
            QStringLiteral("--speed %1: max, or N times real time, over 0 and up to 1000000").arg(text));
    return speed;
}

std::optional<core::Instant> momentOf(Arguments const& arguments, QString const& name) {
    if (!arguments.has(name)) return std::nullopt;
    QString const text = arguments.value(name);
    auto const moment = core::Instant::ofIso8601(text.toStdString());
    if (!moment)
        throw UsageError(QStringLiteral("--%1 %2 is no time; UTC, as 2017-01-01T18:00:00Z").arg(name, text));
    return moment;
}

FileReplay::Pace paceOf(Arguments const& arguments) {
    bool const follows = arguments.has(QStringLiteral("follow"));
    FileReplay::Pace pace{.speed = speedOf(arguments, follows),
                          .follows = follows,
                          .cut = {.from = momentOf(arguments, QStringLiteral("from")),
                                  .until = momentOf(arguments, QStringLiteral("until"))}};
    if (pace.cut.from && pace.cut.until && *pace.cut.from >= *pace.cut.until)
        throw UsageError(QStringLiteral("--from comes before --until"));
    return pace;
}

/// Another person, for what nobody may check himself. Where people sign in nobody is made up: that stays
/// open.
core::OperatorSession verifierBeside(core::OperatorSession who, DeskHost const& host) {
    if (hasOperators(host.folder())) return who;
    if (!who.operatorName.empty()) who.operatorName += " 2";
    who.position = *core::Code::of(who.position == *core::Code::of("VERIFY") ? "VERIFY-2" : "VERIFY");
    return who;
}

} // namespace

int runReplay(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("replay"),
        QStringLiteral("Enters a recorded time once more, by the commands that an operator has. Calls that "
                       "the desk has already are passed over."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("format"), QStringLiteral("NAME"),
                QStringLiteral("Kind of file: ") + shippedMappingNames().join(QStringLiteral(", ")))
        .option(QStringLiteral("map"), QStringLiteral("FILE"), QStringLiteral("A mapping file of one's own."))
        .option(QStringLiteral("speed"), QStringLiteral("N|max"),
                QStringLiteral("N times real time, or without waiting. Default max, with --follow 1."))
        .option(QStringLiteral("from"), QStringLiteral("TIME"),
                QStringLiteral("Only calls from this moment on (UTC, ISO 8601)."))
        .option(QStringLiteral("until"), QStringLiteral("TIME"),
                QStringLiteral("Ends before this moment; what is running then stays so."))
        .flag(QStringLiteral("follow"),
              QStringLiteral("It happens now: commands and the moving units' positions, a line each."))
        .positional(QStringLiteral("file"), QStringLiteral("The CSV file; - reads standard input."));
    addOperatorOptions(arguments);
    arguments.parse(rest);
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("replay --data DIR --format NAME --speed N|max FILE: one file"));
    auto const pace = paceOf(arguments);
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const& rules = sharedRuleBook();
    auto const mapping =
        mappingOf(arguments.value(QStringLiteral("format")), arguments.value(QStringLiteral("map")), rules);
    auto const who = operatorOf(arguments);
    DeskUse use(arguments);
    DeskHost& host = use.host();
    caller().claimLongWork();
    caller().heedStop();
    QString const file = arguments.rest().front();
    ReplayOutput output(host, file, {.json = arguments.json(), .follows = pace.follows});
    FileReplay replay(host, mapping, who, verifierBeside(who, host));
    auto const report = replay.run(file.toStdString(), pace, output.listener([] {
        caller().breathe();
        return !caller().isStopAsked();
    }));
    output.end(report);
    if (!report.failure.empty()) return exitStorage;
    use.finish();
    return report.refusals == 0 && report.missingNeeded.empty() ? exitDone : exitProblem;
}

} // namespace ob::app
