// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/premise_output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/files.h"
#include "app/premise_file.h"
#include "app/shipped_rules.h"
#include "core/geo/typed_point.h"
#include "core/text.h"
#include "ui/text/premise_text.h"
#include "ui/text/sentence.h"

namespace ob::app {
namespace {

/// As far as `--near` looks.
constexpr double nearMetres = 1'000;
constexpr std::size_t askingsShown = 1'000;

/// `premise WHAT --data DIR …`.
class PremiseArguments : public Arguments {
  public:
    PremiseArguments(QString const& what, QString const& description)
        : Arguments(QStringLiteral("premise ") + what, description) {
        option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."));
    }
};

core::CalendarDay todayAt(DeskHost& host) {
    auto const today = core::CalendarDay::ofNumber(host.zone().localDay(host.clock().now()));
    if (!today) throw FileError("the clock of this machine shows no date");
    return *today;
}

core::Datum datumOf(QString const& name) {
    if (name.isEmpty() || name == u"wgs84") return core::Datum::Wgs84;
    if (name == u"gcj02") return core::Datum::Gcj02;
    if (name == u"bd09") return core::Datum::Bd09;
    throw UsageError(QStringLiteral("--datum: wgs84, gcj02 or bd09"));
}

int importFile(QStringList const& rest) {
    PremiseArguments arguments(
        QStringLiteral("import"),
        QStringLiteral("Takes records of places out of a CSV or GeoJSON file: all of them or, when a row is "
                       "wrong, none. A record that is there with the same id (without ids: the same name, "
                       "address and place) is replaced as a whole. Columns, in Chinese or English: id, name, "
                       "address, latitude, longitude, radius, hazards, notes, contact, phone, valid until, "
                       "source, checked."));
    arguments
        .flag(QStringLiteral("replace"), QStringLiteral("Everything that is not in the file is removed."))
        .option(QStringLiteral("encoding"), QStringLiteral("NAME"),
                QStringLiteral("Of a table, such as gb18030; else by its mark, or UTF-8."))
        .option(QStringLiteral("datum"), QStringLiteral("NAME"),
                QStringLiteral("Of the coordinates: wgs84, gcj02 (Chinese maps) or bd09; else wgs84."))
        .positional(QStringLiteral("file"), QStringLiteral("The file; - reads standard input."));
    arguments.parse(rest);
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("premise import --data DIR FILE [--replace]"));
    auto const datum = datumOf(arguments.value(QStringLiteral("datum")));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    auto const text = premiseFileText(arguments.rest().front().toStdString());
    auto const reading =
        readPremises(text, sharedHazardBook(),
                     {.today = todayAt(use.host()),
                      .datum = datum,
                      .encoding = arguments.value(QStringLiteral("encoding")).toStdString()});
    auto const others = arguments.has(QStringLiteral("replace")) ? PremiseRecords::Others::Removed
                                                                 : PremiseRecords::Others::Kept;
    auto const taken = reading.isGood() ? use.host().premises().take(reading.records, others) : std::nullopt;
    use.finish();
    printPremiseReport(reading, taken, arguments.json());
    return taken ? exitDone : exitProblem;
}

int list(QStringList const& rest) {
    PremiseArguments arguments(QStringLiteral("list"),
                               QStringLiteral("The records of places, without their contacts."));
    arguments.option(QStringLiteral("near"), QStringLiteral("PLACE"),
                     QStringLiteral("Only those that a call from there would show, and with LAT,LON also "
                                    "others within 1000 m, nearest first; or an address."));
    arguments.parse(rest);
    expectNoMore(arguments);
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    auto const book = use.host().premises().book();
    auto const today = todayAt(use.host());
    std::vector<core::PremiseFound> found;
    if (arguments.has(QStringLiteral("near"))) {
        auto const place = arguments.value(QStringLiteral("near")).toStdString();
        if (auto const point = core::typedPoint(place))
            found = book->near(*point, nearMetres, today);
        else
            found = book->at({.address = core::normalise(place), .place = {}}, today);
    } else {
        for (auto const& premise : book->all())
            found.push_back({.premise = premise, .metres = {}, .standing = standingOf(*premise, today)});
    }
    for (auto const& each : found)
        printPremise(each, book->hazards(), arguments.json());
    for (auto const& key : use.host().premises().unreadable())
        printError("the record %s is damaged: import it again, or remove it\n", key.c_str());
    use.finish();
    return exitDone;
}

int remove(QStringList const& rest) {
    PremiseArguments arguments(
        QStringLiteral("remove"),
        QStringLiteral("Removes records of places, by the ids that list shows: all that "
                       "are named or, when one is not there, none."));
    arguments.flag(QStringLiteral("all"), QStringLiteral("Every record."))
        .positional(QStringLiteral("id"), QStringLiteral("Of the records."));
    arguments.parse(rest);
    bool const isAll = arguments.has(QStringLiteral("all"));
    if (arguments.rest().isEmpty() != isAll)
        throw UsageError(QStringLiteral("premise remove --data DIR ID…, or --all"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    auto& premises = use.host().premises();
    std::vector<std::string> keys;
    for (QString const& key : arguments.rest())
        keys.push_back(core::normalise(key.toStdString()));
    if (isAll) {
        keys = premises.unreadable();
        for (auto const& premise : premises.book()->all())
            keys.push_back(premise->key);
    }
    auto const missing = premises.remove(keys);
    use.finish();
    if (missing) {
        printError("oneboardctl: there is no record %s: nothing was removed\n", missing->c_str());
        return exitProblem;
    }
    if (arguments.json()) printJson({{QStringLiteral("removed"), static_cast<qint64>(keys.size())}});
    return exitDone;
}

int contact(QStringList const& rest) {
    PremiseArguments arguments(
        QStringLiteral("contact"),
        QStringLiteral("Whom to call at a place, by the id that list shows. Who asked, and "
                       "when, is kept first: see premise asked."));
    addOperatorOptions(arguments);
    arguments.positional(QStringLiteral("id"), QStringLiteral("Of the record."));
    arguments.parse(rest);
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("premise contact --data DIR --operator NAME ID"));
    auto const session = operatorOf(arguments);
    if (session.operatorName.empty()) throw UsageError(QStringLiteral("--operator: who asks is kept"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    auto const answer = use.host().premises().contact(core::normalise(arguments.rest().front().toStdString()),
                                                      session, use.host().clock().now());
    use.finish();
    if (answer.state != core::ContactAnswer::State::Told) {
        printError("oneboardctl: %s\n", qPrintable(ui::contactText(answer.state)));
        return exitProblem;
    }
    if (arguments.json())
        printJson({{QStringLiteral("contact"), ui::textOf(answer.contact)}});
    else
        print(ui::textOf(answer.contact));
    return exitDone;
}

int asked(QStringList const& rest) {
    PremiseArguments arguments(QStringLiteral("asked"),
                               QStringLiteral("Who asked for contacts, newest first."));
    arguments.parse(rest);
    expectNoMore(arguments);
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    for (auto const& asking : use.host().premises().askings(askingsShown))
        printAsking(asking, use.host().zone(), arguments.json());
    use.finish();
    return exitDone;
}

int hazards(QStringList const& rest) {
    Arguments arguments(QStringLiteral("premise hazards"),
                        QStringLiteral("The list of hazards: every word of a line means the same."));
    arguments.parse(rest);
    expectNoMore(arguments);
    for (auto const& kind : sharedHazardBook().kinds().all())
        printHazard(kind, arguments.json());
    return exitDone;
}

} // namespace

int runPremise(QStringList const& arguments) {
    QString const what = arguments.isEmpty() ? QString() : arguments[0];
    if (what == u"import") return importFile(arguments.mid(1));
    if (what == u"list") return list(arguments.mid(1));
    if (what == u"remove") return remove(arguments.mid(1));
    if (what == u"contact") return contact(arguments.mid(1));
    if (what == u"asked") return asked(arguments.mid(1));
    if (what == u"hazards") return hazards(arguments.mid(1));
    throwOrShowUsage(arguments,
                     QStringLiteral("premise import|list|remove|contact|asked|hazards; each has --help"));
    return exitDone;
}

} // namespace ob::app
