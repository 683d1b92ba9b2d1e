// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/archive_reader.h"

#include "core/journal/event_codec.h"
#include "core/store/database.h"
#include "core/store/read_snapshot.h"
#include "core/store/sqlite_journal.h"

#include <set>

namespace ob::app {

ArchiveReader::ArchiveReader(std::filesystem::path const& folder, Moment moment)
    : m_folder(folder), m_identity(m_folder.identity()), m_zone(m_identity.realm.zone), m_moment(moment),
      m_database(std::make_unique<store::Database>(
          store::Database::Place{.file = m_folder.database(), .access = store::Access::Read})),
      m_snapshot(std::make_unique<store::ReadSnapshot>(*m_database)),
      m_journal(
          std::make_unique<store::SqliteJournal>(*m_database, core::SealingKey(m_identity.restKey.view()))) {
    for (auto const& extent : m_journal->logs())
        m_authors[extent.record.id] = extent.record.agency;
}

ArchiveReader::~ArchiveReader() = default;

std::vector<core::StreamId> ArchiveReader::streams(core::StreamKind kind) {
    std::vector<core::StreamId> found;
    m_journal->visitStreams([&](core::StreamId id, core::StreamKind each, bool) {
        if (each == kind) found.push_back(id);
    });
    return found;
}

std::vector<core::Event> ArchiveReader::events(core::StreamId stream) {
    bool const asKnown = m_moment.at && m_moment.knowledge == Knowledge::Then;
    std::vector<core::Event> all;
    for (auto const& encoded : m_journal->stream(stream, asKnown ? m_moment.at : std::nullopt)) {
        if (encoded.isStub()) continue;
        auto event = core::decodeEvent(encoded, m_authors.at(encoded.log));
        if (!event)
            throw core::StoreError("event " + encoded.leaf.hex() + " in the journal is damaged ("
                                   + std::string(nameOf(event.error())) + "): run oneboardctl verify");
        all.push_back(*std::move(event));
    }
    return all;
}

core::StreamFold ArchiveReader::fold(core::StreamId stream) {
    bool const asHappened = m_moment.at && m_moment.knowledge == Knowledge::Today;
    return asHappened ? core::StreamFold::asOf(events(stream), *m_moment.at)
                      : core::StreamFold::of(events(stream));
}

/// Incidents merged into each other: none of them is merged, they are shown as open (as core::Board does).
bool ArchiveReader::isInMergeCycle(core::Incident const& incident) {
    std::set<core::IncidentId> passed{incident.id};
    for (core::IncidentId at = incident.mergedInto; !at.isNil();) {
        if (at == incident.id) return true;
        if (!passed.insert(at).second) return false;
        auto const next = fold(at).incident();
        if (!next || next->state != core::IncidentState::Merged) return false;
        at = next->mergedInto;
    }
    return false;
}

std::shared_ptr<core::Incident const> ArchiveReader::incident(core::IncidentId id) {
    auto const folded = fold(id).incident();
    if (!folded || folded->state != core::IncidentState::Merged || !isInMergeCycle(*folded)) return folded;
    auto shown = std::make_shared<core::Incident>(*folded);
    shown->state = core::IncidentState::Open;
    shown->mergedInto = {};
    shown->closedAt.reset();
    return shown;
}

std::shared_ptr<core::Unit const> ArchiveReader::unit(core::UnitId id) {
    auto const known = m_units.find(id);
    if (known != m_units.end()) return known->second;
    return m_units[id] = fold(id).unit();
}

std::optional<core::IncidentNumber> ArchiveReader::numberOf(core::IncidentId id) {
    auto const known = m_numbers.find(id);
    if (known != m_numbers.end()) return known->second;
    auto const found = fold(id).incident();
    return m_numbers[id] = found ? std::optional(found->number) : std::nullopt;
}

} // namespace ob::app
