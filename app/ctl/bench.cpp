// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/json_text.h"
#include "app/ctl/recorded_file.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "app/file_import.h"
#include "app/mappings.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "core/journal/verification.h"
#include "core/store/database.h"
#include "core/store/evidence_reader.h"
#include "core/store/sqlite_search.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace ob::app {
namespace {

double seconds(QElapsedTimer const& timer) { return static_cast<double>(timer.nsecsElapsed()) * 1e-9; }

/// Median of 50 writes of 4 KiB with fdatasync, in milliseconds: what the disk gives.
double fdatasyncProbe(std::filesystem::path const& folder) {
    auto const file = (folder / "probe").string();
    int const descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return -1;
    std::vector<char> const block(4096, 'x');
    std::vector<double> times;
    for (int round = 0; round < 50; ++round) {
        QElapsedTimer timer;
        timer.start();
        bool const written = ::pwrite(descriptor, block.data(), block.size(), round * 4096L) > 0;
        if (!written || ::fdatasync(descriptor) != 0) break;
        times.push_back(seconds(timer) * 1000);
    }
    ::close(descriptor);
    ::unlink(file.c_str());
    if (times.empty()) return -1;
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double residentMegabytes() {
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly)) return 0;
    double const pages = statm.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

class Bench {
  public:
    explicit Bench(std::filesystem::path const& folder) : m_folder(folder), m_rules(shippedRuleBook()) {
        RealmFolder::Plan plan{
            .name = "Bench", .zone = "UTC", .agencies = {{*core::Code::of("FD"), "消防", "Fire"}}};
        auto const realm = RealmFolder::createDrill(folder / "realm", plan);
        DeskFolder(folder / "desk").create(realm, {0}, "bench", SystemClock().now());
    }

    /// Incidents by command: decided, encoded, signed, durable, folded, indexed for search.
    void append(std::size_t incidents, std::size_t batch, char const* name) {
        auto host = open();
        core::OperatorSession const session{
            .operatorName = {}, .position = {}, .roles = static_cast<std::uint8_t>(core::Role::Dispatcher)};
        std::size_t saved = 0;
        std::size_t refused = 0;
        QElapsedTimer timer;
        timer.start();
        for (std::size_t index = 0; index < incidents; ++index) {
            core::OpenIncident opening;
            opening.type = *core::Code::of(m_rules.types().all().at(index % 20).code);
            opening.address = "滨江路" + std::to_string(m_made++) + "号";
            opening.text = "三楼冒烟";
            host->desk().submit({.intent = opening}, session, [&](auto const& result) {
                if (result)
                    ++saved;
                else
                    ++refused;
            });
            if ((index + 1) % batch == 0) host->commit();
        }
        host->commit();
        double const time = seconds(timer);
        if (refused != 0) std::fprintf(stderr, "%zu commands were refused\n", refused);
        report(name, static_cast<double>(saved) / time, "events/s");
        report("residentAfterAppend", residentMegabytes(), "MB");
        host->close();
    }

    /// Yesterday's incidents, each opened, resolved and closed: they fill the journal and go to the archive.
    void fill(std::uint64_t events) {
        auto host = open();
        core::OperatorSession const session{
            .operatorName = {}, .position = {}, .roles = static_cast<std::uint8_t>(core::Role::Dispatcher)};
        core::Instant const yesterday = host->clock().now() + core::Duration::ofMinutes(-24 * 60);
        std::uint64_t written = 0;
        QElapsedTimer timer;
        timer.start();
        while (written < events) {
            std::vector<core::IncidentId> opened;
            core::OpenIncident opening;
            opening.type = *core::Code::of("FIRE-VEH");
            for (int index = 0; index < 1000; ++index) {
                opening.address = "人民路" + std::to_string(m_made++) + "号";
                host->desk().submit({.intent = opening, .occurredAt = yesterday}, session,
                                    [&](auto const& result) {
                                        if (result) opened.push_back(result->streams.front());
                                    });
            }
            host->commit();
            for (core::IncidentId const id : opened)
                host->desk().submit(
                    {.intent = core::CloseIncident{.incident = id, .code = *core::Code::of("EXTINGUISHED")},
                     .occurredAt = yesterday},
                    session, [](auto const&) {});
            written += opened.size() + host->desk().pendingEvents();
            host->desk().tick();
            host->commit();
        }
        report("fill", static_cast<double>(written) / seconds(timer), "events/s");
        host->close();
    }

    /// A file of another system, twice: everything is new, then nothing is.
    void import(std::size_t rows) {
        auto const file = m_folder / "recorded.csv";
        writeRecordedFile(file, rows);
        auto host = open();
        auto const mapping = mappingOf(QStringLiteral("sffd"), {}, m_rules);
        core::OperatorSession const session{
            .operatorName = {}, .position = {}, .roles = static_cast<std::uint8_t>(core::Role::Dispatcher)};
        FileImport import(*host, mapping, session);
        for (char const* const name : {"importNew", "importUnchanged"}) {
            QElapsedTimer timer;
            timer.start();
            auto const taken = import.run(file.string(), {});
            report(name, static_cast<double>(taken.rows) / seconds(timer), "rows/s");
            if (!isSound(taken)) std::fprintf(stderr, "%s: not every row was taken\n", name);
        }
        report("residentAfterImport", residentMegabytes(), "MB");
        host->close();
    }

    void search() {
        auto host = open();
        for (char const* const text : {"人民路", "滨江路 起火", "4711"}) {
            std::vector<double> times;
            for (int round = 0; round < 11; ++round) {
                QElapsedTimer timer;
                timer.start();
                host->search().find(text, 200);
                times.push_back(seconds(timer) * 1000);
            }
            std::sort(times.begin(), times.end());
            report("search200", times[times.size() / 2], "ms");
        }
    }

    void start(char const* name) {
        QElapsedTimer timer;
        timer.start();
        auto host = open();
        report(name, seconds(timer), "s");
        report("openIncidents", static_cast<double>(host->desk().board().incidents().size()), "incidents");
    }

    void verify() {
        DeskFolder const folder(m_folder / "desk");
        auto const identity = folder.identity();
        store::Database database(
            store::Database::Place{.file = folder.database(), .access = store::Access::Read});
        store::EvidenceReader reader(database, core::SealingKey(identity.restKey.view()));
        QElapsedTimer timer;
        timer.start();
        std::uint64_t events = 0;
        std::size_t findings = 0;
        for (auto const& log : reader.logs()) {
            auto const audit = core::verifyLog(
                reader.readersOf(log), identity.realm,
                {.agency = identity.certificate.agency, .clearance = identity.certificate.clearance});
            events += audit.leaves;
            findings += audit.findings.size();
        }
        double const time = seconds(timer);
        report("verifiedEvents", static_cast<double>(events), "events");
        report("verify", time, "s");
        report("verifyFindings", static_cast<double>(findings), "findings");
    }

  private:
    std::unique_ptr<DeskHost> open() { return std::make_unique<DeskHost>(m_folder / "desk", m_rules); }
    void report(char const* name, double value, char const* unit) const {
        printJson({{QStringLiteral("name"), QLatin1StringView(name)},
                   {QStringLiteral("value"), value},
                   {QStringLiteral("unit"), QLatin1StringView(unit)},
                   {QStringLiteral("load"), load()},
                   {QStringLiteral("fdatasync"), fdatasyncProbe(m_folder)}});
        std::fflush(stdout);
    }
    static double load() {
        double average = 0;
        return ::getloadavg(&average, 1) == 1 ? average : -1;
    }

    std::filesystem::path m_folder;
    core::RuleBook m_rules;
    std::size_t m_made = 0;
};

} // namespace

int runBench(QStringList const& rest) {
    Arguments arguments(QStringLiteral("bench"),
                        QStringLiteral("Measures a desk on this machine; JSON lines with load and "
                                       "the disk's fdatasync in milliseconds."));
    arguments
        .option(QStringLiteral("incidents"), QStringLiteral("N"), QStringLiteral("How many; default 20000."))
        .option(QStringLiteral("events"), QStringLiteral("N"),
                QStringLiteral("Events of finished incidents before; default 0."))
        .option(QStringLiteral("import"), QStringLiteral("N"),
                QStringLiteral("Rows of a made-up file of another system, and nothing else."))
        .option(QStringLiteral("dir"), QStringLiteral("DIR"),
                QStringLiteral("Where to work; default a temporary folder."));
    arguments.parse(rest);
    bool isNumber = true;
    auto const incidents = arguments.has(QStringLiteral("incidents"))
                               ? arguments.value(QStringLiteral("incidents")).toUInt(&isNumber)
                               : 20'000u;
    bool isCount = true;
    auto const events = arguments.has(QStringLiteral("events"))
                            ? arguments.value(QStringLiteral("events")).toULongLong(&isCount)
                            : 0;
    if (!isCount) throw UsageError(QStringLiteral("--events is a number"));
    if (!isNumber || incidents == 0) throw UsageError(QStringLiteral("--incidents is a number above zero"));
    QTemporaryDir const folder(arguments.has(QStringLiteral("dir"))
                                   ? arguments.value(QStringLiteral("dir")) + QStringLiteral("/bench-XXXXXX")
                                   : QString());
    if (!folder.isValid())
        throw UsageError(QStringLiteral("cannot make a temporary folder: %1").arg(folder.errorString()));
    Bench bench(folder.path().toStdString());
    if (arguments.has(QStringLiteral("import"))) {
        auto const rows = arguments.value(QStringLiteral("import")).toUInt(&isNumber);
        if (!isNumber || rows == 0) throw UsageError(QStringLiteral("--import is a number above zero"));
        bench.import(rows);
        return exitDone;
    }
    if (events > 0) bench.fill(events);
    bench.append(std::min<std::size_t>(incidents, 500), 1, "appendSingle");
    bench.append(incidents, 64, "append64");
    bench.append(incidents, 4096, "append4096");
    bench.start("startAfterCleanStop");
    bench.search();
    bench.verify();
    return exitDone;
}

} // namespace ob::app
