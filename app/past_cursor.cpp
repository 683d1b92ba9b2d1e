// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/past_cursor.h"

#include "app/desk_statements.h"
#include "app/system_time.h"
#include "core/desk.h"
#include "core/journal/event_codec.h"
#include "core/store/database.h"
#include "core/store/read_snapshot.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_tracks.h"

#include <algorithm>

namespace ob::app {
namespace {

constexpr core::Duration keepEnded = core::Desk::keepEnded;
/// From its time of arrival until it can be read: a commit that waits for a slow disk.
constexpr core::Duration longestCommit = core::Duration::ofSeconds(60);

core::Instant before(core::Instant at, core::Duration length) {
    return at + core::Duration::ofMilliseconds(-length.milliseconds());
}

bool isFinished(core::Incident const& incident) {
    return !incident.isOpen() && incident.state != core::IncidentState::Resolved
           && !incident.hasActiveAssignment() && incident.conflicts.empty();
}

} // namespace

/// One moment of the file, and what its events are decoded with.
struct PastCursor::Reading {
    Reading(store::Database& database, DeskIdentity const& identity)
        : snapshot(database), journal(database, core::SealingKey(identity.restKey.view())),
          statements(database, identity.realm), admissions(statements.admissions()) {
        for (auto const& extent : journal.logs()) {
            authors[extent.record.id] = extent.record.agency;
            admissions.addLog(extent.record.id, {extent.record.deskKey}, extent.record.agency);
        }
    }

    std::vector<core::Event> events(core::StreamId stream, core::Instant by) {
        std::vector<core::Event> all;
        for (auto const& encoded : journal.stream(stream, by)) {
            if (encoded.isStub()) continue;
            auto event = core::decodeEvent(encoded, authors.at(encoded.log),
                                           admissions.admissionOf(encoded.log, encoded.sequence));
            if (!event)
                throw core::StoreError("event " + encoded.leaf.hex() + " in the journal is damaged ("
                                       + std::string(nameOf(event.error())) + "): run oneboardctl verify");
            all.push_back(*std::move(event));
        }
        // Without effect, whenever it was set aside; others have built on it.
        for (auto const& aside : journal.aside(stream))
            if (auto event =
                    core::decodeEvent(aside.event, authors.at(aside.event.log), core::Admission::Voided))
                all.push_back(*std::move(event));
        return all;
    }

    store::ReadSnapshot snapshot;
    store::SqliteJournal journal;
    DeskStatements statements;
    core::Admissions admissions;
    std::map<core::LogId, core::AgencyIndex> authors;
};

PastCursor::PastCursor(std::filesystem::path const& folder)
    : m_folder(folder), m_identity(m_folder.identity()),
      m_database(std::make_unique<store::Database>(
          store::Database::Place{.file = m_folder.database(), .access = store::Access::Read})),
      m_arrivals(*m_database), m_tracks(std::make_unique<store::SqliteTracks>(*m_database)) {}

PastCursor::~PastCursor() = default;

std::optional<core::Instant> PastCursor::first() { return m_arrivals.first(); }

std::vector<core::Event> PastCursor::events(core::StreamId stream, core::Instant by) {
    return Reading(*m_database, m_identity).events(stream, by);
}

/// Streams that may look otherwise at `at` than on the board as it is.
PastCursor::Streams PastCursor::touchedUpTo(core::Instant at) {
    core::Instant const here = *m_at;
    auto touched =
        m_arrivals.changedIn({.after = std::min({here, at, m_sureUntil}), .until = std::max(here, at)}, at);
    if (at >= here) return touched;
    // What had left the board by then was on it a little earlier.
    auto returning =
        m_arrivals.changedIn({.after = before(at, keepEnded), .until = before(here, keepEnded)}, at);
    std::ranges::move(returning, std::back_inserter(touched));
    return touched;
}

std::optional<std::vector<PastCursor::Folded>> PastCursor::folded(Reading& reading, Streams streams,
                                                                  core::Instant at, Stop const& isStopped) {
    std::vector<Folded> all;
    for (auto& stream : streams) {
        if (isStopped()) return std::nullopt;
        if (stream.kind == core::StreamKind::Desk) continue;
        auto const events = reading.events(stream.id, at);
        all.push_back({.stream = std::move(stream),
                       .fold = events.empty() ? std::nullopt : std::optional(core::StreamFold::of(events))});
    }
    return all;
}

void PastCursor::put(std::vector<Folded> const& all, core::Instant at, core::ChangeSet& changes) {
    for (auto const& [stream, fold] : all) {
        auto incident = fold ? fold->incident() : nullptr;
        auto unit = fold ? fold->unit() : nullptr;
        auto policy = fold ? fold->policy() : nullptr;
        m_ended.erase(stream.id);
        if (!incident && !unit && !policy) {
            m_board.retire(stream.id, changes);
            m_board.withdraw(stream.id, changes);
            continue;
        }
        if (incident && isFinished(*incident)) m_ended.emplace(stream.id, stream.last.value_or(at));
        m_board.settle(stream.id, fold->settled(), changes);
        if (incident) m_board.put(std::move(incident), changes);
        if (unit) m_board.put(std::move(unit), changes);
        if (policy) m_board.put(std::move(policy), changes);
    }
    retireEnded(at, changes);
}

void PastCursor::retireEnded(core::Instant at, core::ChangeSet& changes) {
    std::erase_if(m_ended, [&](auto const& ended) {
        if (ended.second > before(at, keepEnded)) return false;
        m_board.retire(ended.first, changes);
        return true;
    });
}

void PastCursor::addFixes(core::Instant at, core::ChangeSet& changes) {
    for (auto const& [id, unit] : m_board.units())
        for (auto const& fix : m_tracks->track(id, {}, at, 1))
            changes.fixes.push_back({.unit = id, .fix = fix});
}

std::optional<PastCursor::Step> PastCursor::moveTo(core::Instant at, Stop const& isStopped) {
    core::Instant const readAt = SystemClock().now();
    Reading reading(*m_database, m_identity);
    auto statements = reading.statements.files();
    auto const far = m_at ? std::max(at - *m_at, *m_at - at) : keepEnded;
    bool const isNear = m_at && far < keepEnded && statements == m_statements;
    auto const all = folded(reading, isNear ? touchedUpTo(at) : m_arrivals.heldAt(at, before(at, keepEnded)),
                            at, isStopped);
    if (!all) return std::nullopt;
    Step step;
    bool const isForward = isNear && at >= *m_at;
    if (!isNear) {
        m_board = {};
        m_ended.clear();
    }
    put(*all, at, step.changes);
    m_at = at;
    m_sureUntil = before(readAt, longestCommit);
    m_statements = std::move(statements);
    // Going back, units and positions may have to go that a change set cannot take away.
    if (!isForward) {
        step.whole = m_board;
        step.changes = {};
    }
    addFixes(at, step.changes);
    step.conflicts = m_board.conflicts();
    return step;
}

} // namespace ob::app
