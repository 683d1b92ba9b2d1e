// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/subcommand.h"
#include "app/demo/demo_premises.h"
#include "app/demo/demo_traffic.h"
#include "app/demo_map.h"
#include "app/desk_host.h"
#include "app/drill_folder.h"
#include "app/files.h"
#include "app/operator_file.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <QJsonArray>
#include <QProcess>

#include <algorithm>
#include <chrono>

#include <poll.h>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

/// Until something has happened that is worth a picture.
constexpr std::chrono::seconds shotAfter(30);

/// What somebody wants to see.
struct DemoWish {
    fs::path folder;
    std::uint64_t seed = 1;
    QStringList agencies;
    DemoTraffic::Pace pace;
    std::optional<double> minutes; ///< of the demo; else until it is stopped
    std::optional<int> hour;       ///< local, at which it begins; else now
    QString shot;                  ///< picture that the console writes; empty: it stays open
    QString console;               ///< program that shows the joint centre's desk; empty: none
    bool json = false;
};

double numberOf(Arguments const& arguments, QString const& name, double otherwise, double least,
                double most) {
    if (!arguments.has(name)) return otherwise;
    bool isNumber = false;
    double const value = arguments.value(name).toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most))
        throw UsageError(QStringLiteral("--%1 is a number from %2 to %3").arg(name).arg(least).arg(most));
    return value;
}

DemoWish wishOf(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("demo run"),
        QStringLiteral(
            "Lets desks of several agencies run side by side in the demo city: people call, "
            "dispatchers send, vehicles drive along roads. Makes what is not there yet: DIR/city.obmap "
            "and DIR/desks. Until it is stopped."));
    arguments.option(QStringLiteral("dir"), QStringLiteral("DIR"), QStringLiteral("Folder of the demo."))
        .option(QStringLiteral("seed"), QStringLiteral("N"), QStringLiteral("Which city; else 1."))
        .option(QStringLiteral("agencies"), QStringLiteral("CODE,…"),
                QStringLiteral("Whose desks run; else PD,FD,EM,TP,UM,EP. Desks of all agencies are made."))
        .option(QStringLiteral("speed"), QStringLiteral("N"),
                QStringLiteral("So many seconds of the demo go by in one, 0.1 to 60; else 1."))
        .option(QStringLiteral("load"), QStringLiteral("N"),
                QStringLiteral("Times the calls of an ordinary day, 0.01 to 100; else 1."))
        .option(QStringLiteral("hour"), QStringLiteral("H"),
                QStringLiteral("Hour of the day at which it begins, 0 to 23; else now."))
        .option(QStringLiteral("minutes"), QStringLiteral("N"),
                QStringLiteral("Ends after so many minutes of the demo."))
        .option(QStringLiteral("console"), QStringLiteral("PROGRAM"),
                QStringLiteral("The console, oneboard: it is opened at the desk of the joint centre, and the "
                               "demo ends with it."))
        .option(QStringLiteral("shot"), QStringLiteral("OUT.png"),
                QStringLiteral("With --console: it only writes a picture, after half a minute."));
    arguments.parse(rest);
    if (!arguments.rest().isEmpty())
        throw UsageError(QStringLiteral("demo run --dir DIR: what is %1?").arg(arguments.rest().front()));
    DemoWish wish;
    wish.folder = fs::absolute(arguments.required(QStringLiteral("dir")).toStdString());
    wish.seed = static_cast<std::uint64_t>(numberOf(arguments, QStringLiteral("seed"), 1, 0, 1e15));
    wish.agencies = (arguments.has(QStringLiteral("agencies")) ? arguments.value(QStringLiteral("agencies"))
                                                               : QStringLiteral("PD,FD,EM,TP,UM,EP"))
                        .split(QLatin1Char(','), Qt::SkipEmptyParts);
    wish.pace.speed = numberOf(arguments, QStringLiteral("speed"), 1, 0.1, 60);
    wish.pace.load = numberOf(arguments, QStringLiteral("load"), 1, 0.01, 100);
    if (arguments.has(QStringLiteral("hour")))
        wish.hour = static_cast<int>(numberOf(arguments, QStringLiteral("hour"), 0, 0, 23));
    if (arguments.has(QStringLiteral("minutes")))
        wish.minutes = numberOf(arguments, QStringLiteral("minutes"), 0, 0.1, 1e6);
    wish.console = arguments.value(QStringLiteral("console"));
    wish.shot = arguments.value(QStringLiteral("shot"));
    if (!wish.shot.isEmpty()) {
        if (wish.console.isEmpty()) throw UsageError(QStringLiteral("--shot goes with --console"));
        wish.shot = ui::textOf(fs::absolute(wish.shot.toStdString()).string());
    }
    wish.json = arguments.json();
    return wish;
}

RealmFolder::Plan realmPlan() {
    RealmFolder::Plan plan;
    plan.name = "示范市";
    plan.zone = "Asia/Shanghai";
    auto const rules = shippedRuleBook();
    for (auto const& agency : rules.agencies().all())
        plan.agencies.push_back({*core::Code::of(agency.code), agency.name.zh, agency.name.en});
    plan.coordinators = {*core::Code::of("JC")};
    return plan;
}

/// Waits until the desk has done it.
void doOnce(fs::path const& desk, QStringList const& arguments) {
    ControlStream once(desk, arguments, nullptr);
    while (once.pump()) {
        pollfd look{.fd = once.descriptor(), .events = POLLIN, .revents = 0};
        ::poll(&look, 1, 1000);
    }
}

class Demo {
  public:
    explicit Demo(DemoWish wish) : m_wish(std::move(wish)), m_plan(shippedTrafficPlan()) {}

    int run() {
        prepare();
        say("the city is being built …");
        DemoStage stage(m_wish.seed);
        DemoTraffic traffic(
            m_plan, stage, m_wish.pace, beginning(),
            [this](std::string const& agency, std::string const& line) { told(agency, line); });
        tellPlaces(stage, traffic);
        startDesks(traffic);
        traffic.begin();
        if (!m_wish.console.isEmpty() && m_wish.shot.isEmpty()) startConsole();
        bool const isSound = play(traffic);
        endConsole();
        if (isSound) settle();
        m_desks.clear();
        printSummary(traffic.tally());
        return isSound && traffic.tally().refused.empty() ? exitDone : exitProblem;
    }

  private:
    void say(std::string const& text) const {
        if (!m_wish.json) printError("%s\n", text.c_str());
    }

    void told(std::string const& agency, std::string const& line) const {
        QString const text = ui::textOf(line);
        if (m_wish.json)
            printJson({{QStringLiteral("agency"), ui::textOf(agency)}, {QStringLiteral("line"), text}});
        else
            print(ui::textOf(agency) + QStringLiteral("  ") + text);
        caller().flush();
    }

    core::Instant beginning() const {
        auto const now = SystemClock().now();
        if (!m_wish.hour) return now;
        constexpr std::int64_t hour = 3'600'000;
        std::int64_t const midnight = (now.milliseconds() + 8 * hour) / (24 * hour) * (24 * hour) - 8 * hour;
        return core::Instant::ofMilliseconds(midnight + *m_wish.hour * hour).value_or(now);
    }

    fs::path map() const { return m_wish.folder / "city.obmap"; }
    fs::path deskOf(QString const& agency) const {
        return m_wish.folder / "desks" / (agency.toStdString() + "-1");
    }

    void prepare() {
        fs::create_directories(m_wish.folder);
        // The guards of the demo's own logs stay beside it, so that it leaves nothing behind.
        if (!qEnvironmentVariableIsSet("ONEBOARD_STATE"))
            qputenv("ONEBOARD_STATE", QByteArray::fromStdString((m_wish.folder / "state").string()));
        if (!fs::exists(map())) {
            say("the map of the city is being drawn …");
            makeDemoMap(m_wish.seed, map());
        }
        if (!fs::exists(m_wish.folder / "desks")) {
            say("desks of all agencies are being made …");
            createDrillFolder(m_wish.folder / "desks", realmPlan(), 1, shippedRuleBook());
        }
        for (QString const& agency : m_wish.agencies)
            if (!fs::exists(deskOf(agency)))
                throw UsageError(QStringLiteral("--agencies: there is no agency %1 in the demo").arg(agency));
            else if (hasOperators(deskOf(agency)))
                throw UsageError(QStringLiteral("the desk of %1 has operators, and the demo is none of them: "
                                                "choose another --dir")
                                     .arg(agency));
    }

    /// Each agency's desk knows some dangerous places, and so does the joint centre's. What somebody has
    /// changed in an earlier evening stays.
    void tellPlaces(DemoStage const& stage, DemoTraffic& traffic) const {
        auto const records = demoPremises(stage, m_wish.seed);
        for (QString const& agency : m_wish.agencies + QStringList{QStringLiteral("JC")}) {
            DeskHost host(deskOf(agency), sharedRuleBook());
            if (host.premises().book()->all().empty())
                host.premises().take(records, PremiseRecords::Others::Kept);
            host.close();
        }
        std::vector<DemoStage::Address> callers;
        for (auto const& [premise, contact] : records)
            callers.push_back({.text = premise.address,
                               .point = premise.point ? *premise.point : premise.area.rings[0][0]});
        traffic.callAlsoFrom(std::move(callers));
    }

    void startDesks(DemoTraffic& traffic) {
        QStringList endpoints;
        for (QString const& agency : m_wish.agencies) {
            auto const code = agency.toStdString();
            m_desks.push_back(std::make_unique<DemoDesk>(
                DemoDesk::Place{.agency = code,
                                .data = deskOf(agency),
                                .map = map(),
                                .log = m_wish.folder / (code + "-1.log")},
                endpoints, [&traffic, code](QJsonObject const& change) { traffic.see(code, change); }));
            endpoints << m_desks.back()->endpoint();
            traffic.add(*m_desks.back());
            say(code + "-1 listens on " + m_desks.back()->endpoint().toStdString());
        }
        // The joint centre may send everybody's units, also while its desk is not running.
        QStringList const askers = m_wish.agencies + QStringList{QStringLiteral("JC")};
        for (QString const& agency : m_wish.agencies)
            for (QString const& other : askers)
                if (other != agency)
                    doOnce(deskOf(agency), {QStringLiteral("policy"), QStringLiteral("dispatch"),
                                            QStringLiteral("--json"), QStringLiteral("--data"),
                                            ui::textOf(deskOf(agency).string()), QStringLiteral("--to"),
                                            other, QStringLiteral("--grant"), QStringLiteral("direct"),
                                            QStringLiteral("--role"), QStringLiteral("supervisor")});
        if (!m_wish.json) return;
        QJsonArray desks;
        for (auto const& desk : m_desks)
            desks.append(QJsonObject{{QStringLiteral("agency"), ui::textOf(desk->agency())},
                                     {QStringLiteral("endpoint"), desk->endpoint()}});
        printJson({{QStringLiteral("desks"), desks}, {QStringLiteral("map"), ui::textOf(map().string())}});
        caller().flush();
    }

    void startConsole() {
        QStringList arguments{QStringLiteral("--data"),
                              ui::textOf(deskOf(QStringLiteral("JC")).string()),
                              QStringLiteral("--map"),
                              ui::textOf(map().string()),
                              QStringLiteral("--listen"),
                              QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--lang"),
                              ui::currentLanguage() == ui::Language::Chinese ? QStringLiteral("zh_CN")
                                                                             : QStringLiteral("en")};
        // Where people have been made they sign in.
        if (!m_wish.shot.isEmpty() || !hasOperators(deskOf(QStringLiteral("JC"))))
            arguments << QStringLiteral("--operator") << QStringLiteral("演练")
                      << QStringLiteral("--position") << QStringLiteral("JC-1");
        for (auto const& desk : m_desks)
            arguments << QStringLiteral("--peer") << desk->endpoint();
        if (!m_wish.shot.isEmpty()) arguments << QStringLiteral("--shot") << m_wish.shot;
        m_console.setProcessChannelMode(QProcess::ForwardedChannels);
        m_console.start(m_wish.console, arguments);
        if (!m_console.waitForStarted())
            throw UsageError(QStringLiteral("--console %1 did not start: %2")
                                 .arg(m_wish.console, m_console.errorString()));
    }

    /// True while somebody looks, and when nobody was asked to.
    bool isWatched() {
        if (m_wish.console.isEmpty()) return true;
        if (!m_wish.shot.isEmpty() && !m_isShooting) {
            m_isShooting = std::chrono::steady_clock::now() - m_begun > shotAfter;
            if (m_isShooting) startConsole();
            return true;
        }
        return !m_console.waitForFinished(0) && m_console.state() != QProcess::NotRunning;
    }

    void endConsole() {
        constexpr int withinMs = 10'000;
        if (m_console.state() == QProcess::NotRunning) return;
        m_console.terminate();
        if (!m_console.waitForFinished(withinMs)) m_console.kill();
        m_console.waitForFinished(withinMs);
    }

    /// Whether a desk said something in that time.
    bool listen(std::chrono::milliseconds time) const {
        std::vector<pollfd> looks;
        for (auto const& desk : m_desks)
            for (int const descriptor : desk->descriptors())
                looks.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
        return ::poll(looks.data(), looks.size(), static_cast<int>(time.count())) > 0;
    }

    /// What was typed last reaches every desk before the first of them ends.
    void settle() const {
        constexpr std::chrono::milliseconds quiet(1500);
        constexpr int mostTurns = 200;
        for (int turn = 0; turn < mostTurns && listen(quiet); ++turn)
            for (auto const& desk : m_desks)
                desk->pump();
    }

    /// False when a desk has gone.
    bool play(DemoTraffic& traffic) {
        caller().heedStop();
        auto const begun = traffic.now();
        while (!caller().isStopAsked() && isWatched()) {
            if (m_wish.minutes && !traffic.isSettingUp()
                && static_cast<double>((traffic.now() - begun).milliseconds()) >= *m_wish.minutes * 60'000)
                return true;
            listen(traffic.run());
            for (auto const& desk : m_desks)
                if (!desk->pump()) {
                    printError("the desk of %s has ended; its log is beside the desks\n",
                               desk->agency().c_str());
                    return false;
                }
        }
        return true;
    }

    void printSummary(DemoTraffic::Tally tally) const {
        std::ranges::sort(tally.orderMs);
        auto const part = [&](double share) {
            if (tally.orderMs.empty()) return 0.0;
            auto const at = static_cast<std::size_t>(share * static_cast<double>(tally.orderMs.size()));
            return tally.orderMs[std::min(at, tally.orderMs.size() - 1)];
        };
        QJsonArray refused;
        for (auto const& [line, text] : tally.refused)
            refused.append(QJsonObject{{QStringLiteral("line"), ui::textOf(line)},
                                       {QStringLiteral("text"), ui::textOf(text)}});
        printJson({{QStringLiteral("calls"), static_cast<qint64>(tally.calls)},
                   {QStringLiteral("sent"), static_cast<qint64>(tally.sent)},
                   {QStringLiteral("arrived"), static_cast<qint64>(tally.arrived)},
                   {QStringLiteral("closed"), static_cast<qint64>(tally.closed)},
                   {QStringLiteral("positions"), static_cast<qint64>(tally.positions)},
                   {QStringLiteral("orderSeenAfterMsMedian"), part(0.5)},
                   {QStringLiteral("orderSeenAfterMsP99"), part(0.99)},
                   {QStringLiteral("refused"), refused}});
    }

    DemoWish m_wish;
    TrafficPlan m_plan;
    std::vector<std::unique_ptr<DemoDesk>> m_desks;
    QProcess m_console;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    bool m_isShooting = false;
};

} // namespace

int runDemo(QStringList const& arguments) {
    if (!arguments.isEmpty() && arguments[0] == QStringLiteral("run"))
        return Demo(wishOf(arguments.mid(1))).run();
    throwOrShowUsage(arguments, QStringLiteral("demo run --dir DIR [--speed N] [--load N]"));
    return exitDone;
}

} // namespace ob::app
