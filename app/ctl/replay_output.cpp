// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/replay_output.h"

#include "app/caller.h"
#include "app/ctl/import_output.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "ui/text/import_text.h"
#include "ui/text/replay_text.h"
#include "ui/text/sentence.h"
#include "ui/text/timeline_text.h"
#include "ui/text/wording.h"

#include <QJsonArray>

#include <algorithm>

namespace ob::app {
namespace {

void printFollowed(QString const& text) {
    print(text);
    caller().flush(); // somebody may be following
}

void printFollowed(QJsonObject const& object) {
    printJson(object);
    caller().flush();
}

} // namespace

QJsonObject replayReportJson(core::ReplayReport const& report) {
    QJsonArray refused;
    for (auto const& row : report.refused)
        refused.append(refusedRowJson(row));
    auto const count = [](std::uint64_t value) { return static_cast<qint64>(value); };
    QJsonObject object{{QStringLiteral("rows"), count(report.rows)},
                       {QStringLiteral("incidents"), count(report.incidents)},
                       {QStringLiteral("skipped"), count(report.skipped)},
                       {QStringLiteral("units"), count(report.units)},
                       {QStringLiteral("commands"), count(report.commands)},
                       {QStringLiteral("corrections"), count(report.corrections)},
                       {QStringLiteral("released"), count(report.released)},
                       {QStringLiteral("refusals"), count(report.refusals)},
                       {QStringLiteral("refused"), refused}};
    if (!report.missingNeeded.empty()) {
        QJsonArray missing;
        for (auto const& column : report.missingNeeded)
            missing.append(ui::textOf(column));
        object.insert(QStringLiteral("missingNeeded"), missing);
    }
    if (report.ended) object.insert(QStringLiteral("ended"), true);
    if (!report.failure.empty()) object.insert(QStringLiteral("failure"), ui::textOf(report.failure));
    return {{QStringLiteral("replay"), object}};
}

ReplayOutput::ReplayOutput(DeskHost& host, QString file, Manner manner)
    : m_host(host), m_file(std::move(file)), m_manner(manner) {}

FileReplay::Listener ReplayOutput::listener(std::function<bool()> goesOn) {
    FileReplay::Listener listener{.commands = {}, .fix = {}, .goesOn = std::move(goesOn)};
    listener.commands.refused = [this](core::RefusedRow const& row) { refused(row); };
    if (!m_manner.follows) return listener;
    if (m_manner.json) {
        listener.commands.performed = [this](core::Replay::Performed const& done) {
            m_waiting.push_back(jsonOf(done));
        };
        listener.commands.committed = [this](core::Receipt const&) {
            printFollowed(m_waiting.front());
            m_waiting.pop_front();
        };
        listener.fix = [this](core::ReplayMotion::Position const& position, core::Fix const& each) {
            fix(position, each);
        };
    } else {
        listener.commands.committed = [this](core::Receipt const& receipt) { say(receipt); };
    }
    return listener;
}

QString ReplayOutput::callsignOf(core::UnitId id) const {
    auto const unit = m_host.desk().board().unit(id);
    return unit ? ui::textOf(unit->callsign.text()) : QString();
}

QJsonObject ReplayOutput::jsonOf(core::Replay::Performed const& done) const {
    QJsonObject object{{QStringLiteral("did"), ui::textOf(nameOf(done.step.kind))},
                       {QStringLiteral("at"), ui::textOf(m_host.clock().now().iso8601())},
                       {QStringLiteral("recordedAt"), ui::textOf(done.step.occurredAt.iso8601())},
                       {QStringLiteral("line"), static_cast<qint64>(done.step.line)}};
    if (auto const incident = m_host.desk().board().incident(done.incident)) {
        object.insert(QStringLiteral("incident"), ui::textOf(incident->id.hex()));
        object.insert(QStringLiteral("number"), ui::textOf(incident->number.text()));
    }
    if (!done.unit.isNil()) {
        object.insert(QStringLiteral("unit"), ui::textOf(done.unit.hex()));
        object.insert(QStringLiteral("callsign"), callsignOf(done.unit));
    }
    using Kind = core::ReplayStep::Kind;
    if (done.step.kind == Kind::Reach || done.step.kind == Kind::Correct)
        object.insert(QStringLiteral("milestone"), ui::textOf(nameOf(done.step.milestone)));
    return {{QStringLiteral("command"), object}};
}

void ReplayOutput::say(core::Receipt const& receipt) const {
    auto const& desk = m_host.desk();
    auto const words = ui::wordingOf(desk.board(), desk.rules(), desk.profile().agencyCodes, m_host.zone());
    for (std::size_t index = 0; index < receipt.events.size(); ++index) {
        auto const id = receipt.events[index];
        auto const events = desk.events(receipt.streams[index]);
        auto const event = std::ranges::find(events, id, [](core::Event const& each) { return each.id(); });
        if (event == events.end()) continue;
        core::Taken const taken{.id = id};
        auto const incident = desk.board().incident(receipt.streams[index]);
        auto const unit = desk.board().unit(receipt.streams[index]);
        QString const where = incident ? ui::textOf(incident->number.text())
                              : unit   ? ui::unitName(*unit, words)
                                       : QString();
        printFollowed(where + QStringLiteral("  ") + ui::timelineLine(*event, &taken, words));
    }
}

void ReplayOutput::refused(core::RefusedRow const& row) const {
    if (m_manner.json)
        printFollowed({{QStringLiteral("refused"), refusedRowJson(row)}});
    else
        printFollowed(QStringLiteral("%1:%2: %3").arg(m_file).arg(row.line).arg(ui::refusedRowText(row)));
}

void ReplayOutput::fix(core::ReplayMotion::Position const& position, core::Fix const& fix) const {
    BoardJson const shape(m_host.desk().board(), m_host.realm());
    printFollowed({{QStringLiteral("fix"), shape.fix({position.unit, fix})}});
}

void ReplayOutput::end(core::ReplayReport const& report) const {
    if (m_manner.json)
        printFollowed(replayReportJson(report));
    else
        printFollowed(m_file + QLatin1Char('\n') + ui::replayText(report));
}

} // namespace ob::app
