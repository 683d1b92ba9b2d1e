// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/desk_use.h"
#include "app/ctl/input_lines.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "core/unit_called.h"
#include "ui/text/sentence.h"

#include <QJsonDocument>

#include <cmath>

namespace ob::app {
namespace {

/// What somebody says about one unit, not checked yet.
struct Said {
    QString callsign;
    double latitude = NAN;
    double longitude = NAN;
    std::optional<double> speed;   ///< metres a second
    std::optional<double> heading; ///< degrees from north
    QString time;
};

/// Wrong in itself; the text says how it should be.
struct Unclear {
    QString text;
};

core::Fix fixOf(Said const& said, core::Instant now) {
    auto const place = core::GeoPoint::ofDegrees(said.latitude, said.longitude);
    if (!place)
        throw Unclear{
            QStringLiteral("a place is latitude and longitude in degrees WGS 84, as 31.2304,121.4737")};
    core::Fix fix{
        .place = *place, .fixedAt = now, .speedCentimetresPerSecond = {}, .headingCentidegrees = {}};
    if (said.speed) {
        if (!(*said.speed >= 0 && *said.speed <= 655))
            throw Unclear{QStringLiteral("a speed is metres a second, 0 to 655")};
        fix.speedCentimetresPerSecond = static_cast<std::uint16_t>(std::lround(*said.speed * 100));
    }
    if (said.heading) {
        if (!(*said.heading >= 0 && *said.heading <= 360))
            throw Unclear{QStringLiteral("a heading is degrees from north, 0 to 360")};
        fix.headingCentidegrees = static_cast<std::uint16_t>(std::lround(*said.heading * 100) % 36'000);
    }
    if (said.time.isEmpty()) return fix;
    auto const at = core::Instant::ofIso8601(said.time.toStdString());
    if (!at) throw Unclear{QStringLiteral("a time is a moment in UTC: 2026-11-21T20:00:00Z")};
    fix.fixedAt = *at;
    return fix;
}

char const* codeOf(UnitPositions::Outcome outcome) {
    switch (outcome) {
    case UnitPositions::Outcome::Taken: return "taken";
    case UnitPositions::Outcome::Older: return "older";
    case UnitPositions::Outcome::UnknownUnit: return "unknownUnit";
    case UnitPositions::Outcome::OtherAgency: return "otherAgency";
    case UnitPositions::Outcome::OffDuty: return "offDuty";
    }
    return "";
}

QString textOf(UnitPositions::Outcome outcome) {
    switch (outcome) {
    case UnitPositions::Outcome::Taken: return QStringLiteral("taken");
    case UnitPositions::Outcome::Older: return QStringLiteral("a newer place is known: left as it is");
    case UnitPositions::Outcome::UnknownUnit:
        return QStringLiteral("this agency has no such unit: log it on first (UNIT)");
    case UnitPositions::Outcome::OtherAgency:
        return QStringLiteral("it belongs to another agency, whose own desk says where it is");
    case UnitPositions::Outcome::OffDuty:
        return QStringLiteral("it is off duty and is not followed: log it on first (ON)");
    }
    return {};
}

/// Reports places at one desk and says what was not taken.
class Reporter {
  public:
    Reporter(DeskHost& host, bool json) : m_host(host), m_json(json) {}

    bool report(Said const& said) {
        using Outcome = UnitPositions::Outcome;
        auto const callsign = core::Callsign::of(said.callsign.toStdString());
        auto const unit =
            callsign ? core::unitCalled(*callsign, m_host.desk().profile().agency, m_host.desk().board())
                     : nullptr;
        auto const fix = fixOf(said, m_host.clock().now());
        auto const outcome = unit ? m_host.positions().report(unit->id, fix) : Outcome::UnknownUnit;
        if (outcome == Outcome::Taken) {
            ++m_taken;
            return true;
        }
        refuse(said.callsign, codeOf(outcome), textOf(outcome));
        return outcome == Outcome::Older;
    }
    bool report(std::string const& line) {
        auto const object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        Said said{.callsign = object.value(QStringLiteral("callsign")).toString(),
                  .latitude = object.value(QStringLiteral("latitude")).toDouble(NAN),
                  .longitude = object.value(QStringLiteral("longitude")).toDouble(NAN),
                  .speed = {},
                  .heading = {},
                  .time = object.value(QStringLiteral("fixedAt")).toString()};
        if (auto const speed = object.value(QStringLiteral("speed")); speed.isDouble())
            said.speed = speed.toDouble();
        if (auto const heading = object.value(QStringLiteral("heading")); heading.isDouble())
            said.heading = heading.toDouble();
        try {
            return report(said);
        } catch (Unclear const& unclear) {
            refuse(said.callsign, "unclear", unclear.text);
            return false;
        }
    }
    int taken() const { return m_taken; }

  private:
    void refuse(QString const& callsign, char const* code, QString const& text) const {
        if (m_json)
            printJson({{QStringLiteral("callsign"), callsign},
                       {QStringLiteral("refusal"), QLatin1StringView(code)},
                       {QStringLiteral("text"), text}});
        else
            print(callsign + QStringLiteral(": ") + text);
    }

    DeskHost& m_host;
    bool m_json;
    int m_taken = 0;
};

Said saidBy(Arguments const& arguments) {
    auto const place = arguments.required(QStringLiteral("at")).split(QLatin1Char(','));
    auto const number = [](QString const& text) {
        bool isNumber = false;
        double const value = text.trimmed().toDouble(&isNumber);
        return isNumber ? value : NAN;
    };
    Said said{.callsign = arguments.rest().front(),
              .latitude = place.size() == 2 ? number(place[0]) : NAN,
              .longitude = place.size() == 2 ? number(place[1]) : NAN,
              .speed = {},
              .heading = {},
              .time = arguments.value(QStringLiteral("time"))};
    if (arguments.has(QStringLiteral("speed"))) said.speed = number(arguments.value(QStringLiteral("speed")));
    if (arguments.has(QStringLiteral("heading")))
        said.heading = number(arguments.value(QStringLiteral("heading")));
    return said;
}

} // namespace

int runPosition(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("position"),
        QStringLiteral(
            "Tells where a unit of this agency is, as a vehicle locating system does. With - each line of "
            "standard input is a JSON object with callsign, latitude, longitude and perhaps fixedAt, "
            "speed, heading."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("at"), QStringLiteral("LAT,LON"), QStringLiteral("Degrees, WGS 84."))
        .option(QStringLiteral("speed"), QStringLiteral("M/S"), QStringLiteral("Metres a second."))
        .option(QStringLiteral("heading"), QStringLiteral("DEG"), QStringLiteral("Degrees from north."))
        .option(QStringLiteral("time"), QStringLiteral("TIME"),
                QStringLiteral("When it was there, 2026-11-21T20:00:00Z; now when it is left out."))
        .positional(QStringLiteral("unit"), QStringLiteral("Callsign, or - for lines."));
    arguments.parse(rest);
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("position --data DIR UNIT --at LAT,LON, or position --data DIR -"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    Reporter reporter(use.host(), arguments.json());
    bool allTaken = true;
    if (arguments.rest().front() == QStringLiteral("-")) {
        eachInputLine([&](std::string const& line) { allTaken = reporter.report(line) && allTaken; });
    } else {
        try {
            allTaken = reporter.report(saidBy(arguments));
        } catch (Unclear const& unclear) {
            throw UsageError(unclear.text);
        }
    }
    if (arguments.json()) printJson({{QStringLiteral("taken"), reporter.taken()}});
    use.finish();
    return allTaken ? exitDone : exitProblem;
}

} // namespace ob::app
