// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/file_replay.h"

#include "app/caller.h"
#include "app/csv_file.h"
#include "core/store/sqlite_sources.h"

#include <algorithm>
#include <cmath>

namespace ob::app {
namespace {

using Kind = core::ReplayStep::Kind;
using core::AssignmentState;

core::Fix fixOf(core::ReplayMotion::Position const& position, core::Instant now) {
    constexpr double most = 65'535;
    return {.place = position.place,
            .fixedAt = now,
            .speedCentimetresPerSecond =
                static_cast<std::uint16_t>(std::min(most, std::round(position.metresPerSecond * 100))),
            .headingCentidegrees =
                static_cast<std::uint16_t>(std::min(35'999.0, std::floor(position.headingDegrees * 100)))};
}

} // namespace

FileReplay::FileReplay(DeskHost& host, core::Mapping const& mapping, core::OperatorSession session,
                       core::OperatorSession verifier)
    : m_host(host), m_mapping(mapping), m_session(std::move(session)), m_verifier(std::move(verifier)),
      m_civil(mapping.timeZone == "realm" ? host.realm().zone : mapping.timeZone) {}

bool FileReplay::read(std::string const& file, core::ReplayScriptWriter& writer, core::ReplayReport& report,
                      Listener const& listener) {
    CsvFile source(file);
    auto rows = rowsOf(m_mapping, [&] { return source.next(); });
    auto const* const first = rows.next();
    std::vector<std::string> const header = first ? first->fields : std::vector<std::string>();
    core::Desk& desk = m_host.desk();
    core::RowReader reader(m_mapping, header, m_civil, desk.rules(), desk.profile().agencyCodes);
    report.missingNeeded = reader.missingNeeded();
    if (!report.missingNeeded.empty()) return false;
    while (auto const* const row = rows.next()) {
        ++report.rows;
        if (auto const record = reader.read(*row)) {
            writer.add(*record, row->line);
        } else {
            ++report.refusals;
            core::RefusedRow const refused{row->line, record.error()};
            if (listener.commands.refused) listener.commands.refused(refused);
            if (report.refused.size() < core::ImportReport::maxRefused) report.refused.push_back(refused);
        }
        if (listener.goesOn && !listener.goesOn()) {
            report.ended = true;
            return false;
        }
    }
    return true;
}

core::ReplayReport FileReplay::run(std::string const& file, Pace const& pace, Listener listener) {
    core::ReplayReport read;
    core::ReplayScriptWriter writer;
    if (!this->read(file, writer, read, listener)) return read;
    m_script = std::move(writer).finish(pace.cut);
    store::SqliteSources memory(m_host.database());
    auto told = listener.commands;
    if (pace.follows)
        told.performed = [this, performed = told.performed](core::Replay::Performed const& done) {
            move(done);
            if (performed) performed(done);
        };
    core::Replay replay(
        m_script, m_mapping, pace.follows ? core::Replay::Times::Now : core::Replay::Times::Recorded,
        {.desk = m_host.desk(), .session = m_session, .verifier = m_verifier, .memory = memory},
        std::move(told));
    replay.report() = std::move(read);
    play(replay, pace, listener);
    return replay.report();
}

void FileReplay::play(core::Replay& replay, Pace const& pace, Listener const& listener) {
    if (m_script.steps.empty()) return;
    m_first = m_script.steps.front().due;
    m_began = m_nextFixes = Clock::now();
    std::uint64_t committed = 0;
    std::size_t const atOnce = caller().runningDesk() == nullptr ? commandsPerCommit : commandsBesideOthers;
    for (auto const& step : m_script.steps) {
        if (!wait(step.due, pace, listener)) {
            replay.report().ended = true;
            break;
        }
        replay.perform(step);
        if (!pace.speed && replay.report().commands - committed < atOnce) continue;
        if (replay.report().commands == committed) continue;
        committed = replay.report().commands;
        if (!commit(replay)) return;
    }
    commit(replay);
}

bool FileReplay::commit(core::Replay& replay) {
    m_host.desk().tick();
    m_host.commit();
    m_host.positions().flush();
    if (m_host.desk().isReadOnly()) replay.report().failure = m_host.desk().readOnlyReason();
    return !m_host.desk().isReadOnly();
}

core::Instant FileReplay::recordedNow(double speed) const {
    double const passed = std::chrono::duration<double, std::milli>(Clock::now() - m_began).count();
    return m_first + core::Duration::ofMilliseconds(std::llround(passed * speed));
}

bool FileReplay::wait(core::Instant due, Pace const& pace, Listener const& listener) {
    while (!listener.goesOn || listener.goesOn()) {
        if (!pace.speed) return true;
        if (pace.follows && Clock::now() >= m_nextFixes) tellFixes(pace, listener);
        auto const left = (due - recordedNow(*pace.speed)).milliseconds();
        if (left <= 0) return true;
        auto const real = std::min(200.0, static_cast<double>(left) / *pace.speed);
        caller().wait(std::chrono::milliseconds(std::llround(std::ceil(real))));
    }
    return false;
}

void FileReplay::tellFixes(Pace const& pace, Listener const& listener) {
    m_nextFixes = Clock::now() + fixInterval;
    core::Instant const now = m_host.clock().now();
    for (auto const& position : m_motion.moved(recordedNow(*pace.speed))) {
        core::Fix const fix = fixOf(position, now);
        m_host.positions().report(position.unit, fix);
        if (listener.fix) listener.fix(position, fix);
    }
}

/// What the entry says about where its unit goes.
void FileReplay::move(core::Replay::Performed const& done) {
    core::ReplayStep const& step = done.step;
    if (done.unit.isNil() || step.run == core::ReplayStep::none) return;
    auto const unit = m_host.desk().board().unit(done.unit);
    auto const home = unit ? unit->homePlace : std::nullopt;
    if (home && !m_motion.knows(done.unit)) m_motion.stand(done.unit, *home, step.due);
    auto const& place = m_script.calls[step.call].record.place;
    auto const& run = m_script.runs[step.run].record;
    bool const leaves = step.kind == Kind::Reach && step.milestone == AssignmentState::EnRoute;
    bool const leavesAtOnce = step.kind == Kind::Send && !run.at(AssignmentState::EnRoute);
    bool const ends = step.kind == Kind::Clear || step.kind == Kind::Release || step.kind == Kind::Refuse;
    if (place && (leaves || leavesAtOnce))
        m_motion.go(done.unit, *place, step.due, run.at(AssignmentState::OnScene));
    else if (place && step.milestone == AssignmentState::OnScene && step.kind == Kind::Reach)
        m_motion.stand(done.unit, *place, step.due);
    else if (home && ends)
        m_motion.go(done.unit, *home, step.due, {});
}

} // namespace ob::app
