// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include "core/ensure.h"
#include "core/store/connection.h"
#include "core/store/sql_error.h"

#include <string>

namespace ob::store {
namespace {

// "OBDK" as PRAGMA application_id: tells our files from those of other programs.
constexpr std::int64_t applicationId = 0x4f42444b;

// event, section and head are evidence: everything in them is covered by signatures and checked by verify.
// All else is either the desk's own memory or can be folded again from the evidence.
constexpr std::string_view schema1 = R"sql(
-- id: row_id.h. level 0: a leaf, without header when only its hash is held; k > 0: the hash of 2^k leaves
-- from this sequence on, none of which is held.
CREATE TABLE event(id INTEGER PRIMARY KEY, level INTEGER NOT NULL, leaf BLOB NOT NULL, header BLOB) STRICT;
CREATE INDEX event_stub ON event(id) WHERE header IS NULL;
-- class: as committed to in the header. body: as hashed; of classes personal (3) and sealed (4) it is
-- encrypted with the row id as associated data.
CREATE TABLE section(id INTEGER PRIMARY KEY, class INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
-- The newest signed head of a log and older ones a minute or more apart. root and hlc as in the note.
CREATE TABLE head(id INTEGER PRIMARY KEY, root BLOB NOT NULL, hlc INTEGER NOT NULL, note TEXT NOT NULL) STRICT;

CREATE TABLE log(id INTEGER PRIMARY KEY, log_id BLOB NOT NULL UNIQUE, agency INTEGER NOT NULL,
    desk_key BLOB NOT NULL, nonce BLOB NOT NULL, lane INTEGER NOT NULL, certificate BLOB NOT NULL,
    own INTEGER NOT NULL) STRICT;
-- kind is NULL until the creating event or a snapshot has said it.
CREATE TABLE stream(id INTEGER PRIMARY KEY, stream_id BLOB NOT NULL UNIQUE, kind INTEGER,
    on_board INTEGER NOT NULL) STRICT;
CREATE INDEX stream_on_board ON stream(id) WHERE on_board = 1;
CREATE TABLE snapshot(id INTEGER PRIMARY KEY, state BLOB NOT NULL) STRICT;
-- When (ms UTC) and in which order events with their headers came here; a row for every event but stubs.
CREATE TABLE arrival(event INTEGER PRIMARY KEY, position INTEGER NOT NULL, at INTEGER NOT NULL,
    stream INTEGER NOT NULL) STRICT;
CREATE INDEX arrival_of_stream ON arrival(stream, position);
-- Sections that came after their event, and sections that were shredded and must not come back.
CREATE TABLE late_section(id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE TABLE shredded_section(id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE cosignature(id INTEGER PRIMARY KEY, log BLOB NOT NULL, agency INTEGER NOT NULL,
    bytes BLOB NOT NULL, UNIQUE(log, agency)) STRICT;
CREATE TABLE fork_proof(id INTEGER PRIMARY KEY, log BLOB NOT NULL, bytes BLOB NOT NULL,
    UNIQUE(log, bytes)) STRICT;
CREATE TABLE settlement(id INTEGER PRIMARY KEY, log BLOB NOT NULL, bytes BLOB NOT NULL,
    UNIQUE(log, bytes)) STRICT;
CREATE TABLE revocation(id INTEGER PRIMARY KEY, log BLOB NOT NULL, bytes BLOB NOT NULL,
    UNIQUE(log, bytes)) STRICT;
CREATE TABLE meta(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value BLOB NOT NULL) STRICT;

-- id: the stream's row. The full-text index holds `tokens` by reference.
CREATE TABLE search_entry(id INTEGER PRIMARY KEY, number TEXT NOT NULL, address TEXT NOT NULL,
    tokens TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5(tokens, content='search_entry', content_rowid='id',
    tokenize='ascii', columnsize=0);
CREATE TABLE lookup(id INTEGER PRIMARY KEY, key BLOB NOT NULL, stream INTEGER NOT NULL) STRICT;
CREATE INDEX lookup_by_key ON lookup(key, stream);
CREATE INDEX lookup_by_stream ON lookup(stream);

CREATE TABLE tracked_unit(id INTEGER PRIMARY KEY, unit BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE track(id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, at INTEGER NOT NULL,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, speed INTEGER, heading INTEGER) STRICT;
CREATE INDEX track_of_unit ON track(unit, at);
CREATE INDEX track_by_time ON track(at);
)sql";

constexpr std::string_view schema2 = R"sql(
-- What rows of other systems' files became: local memory. incident: what the row says of its incident.
CREATE TABLE source_entry(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, stream INTEGER NOT NULL,
    digest BLOB NOT NULL, incident BLOB NOT NULL) STRICT;
-- id: the day as yyyymmdd. last: the highest serial given to an imported incident.
CREATE TABLE imported_day(id INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
)sql";

constexpr std::string_view schema3 = R"sql(
-- Metres: its agency rounded the place for others; 0 = as it is.
ALTER TABLE track ADD COLUMN grid INTEGER NOT NULL DEFAULT 0;
)sql";

constexpr std::string_view schema4 = R"sql(
-- Which joint or own section (its row) names which attachment, in order of arrival: local memory, made from
-- the sections.
CREATE TABLE attachment(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, section INTEGER NOT NULL,
    bytes INTEGER NOT NULL) STRICT;
CREATE INDEX attachment_by_hash ON attachment(hash);
CREATE INDEX attachment_by_section ON attachment(section);
)sql";

constexpr std::string_view schema5 = R"sql(
-- What this desk knows of places: local memory, shared with nobody. record: core/interop/premise_json.h.
-- contact: encrypted with the key as associated data; NULL: there is none.
CREATE TABLE premise(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, record TEXT NOT NULL,
    contact BLOB) STRICT;
-- Who asked for a contact, before it was told; name: of the place as it was then.
CREATE TABLE contact_asking(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL,
    at INTEGER NOT NULL, operator TEXT NOT NULL, position TEXT NOT NULL) STRICT;
)sql";

constexpr std::string_view schema6 = R"sql(
-- Entries of a history of a log that is not the one on which its agency settled: evidence, without effect.
-- entry: core/journal/aside_event.h, encrypted with the row id as associated data.
CREATE TABLE set_aside(id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, leaf BLOB NOT NULL UNIQUE,
    at INTEGER NOT NULL, entry BLOB NOT NULL) STRICT;
CREATE INDEX set_aside_of_stream ON set_aside(stream);
)sql";

constexpr Migration all[] = {{1, schema1}, {2, schema2}, {3, schema3},
                             {4, schema4}, {5, schema5}, {6, schema6}};

} // namespace

std::span<Migration const> migrations() { return all; }

int schemaOf(Connection& connection, std::span<Migration const> steps) {
    auto const version = connection.integer("PRAGMA user_version");
    auto const id = connection.integer("PRAGMA application_id");
    bool const isEmpty = connection.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (isEmpty ? (version != 0 || id != 0) : (version < 1 || id != applicationId))
        throw core::StoreError("this is no OneBoard desk file: choose another data directory");
    if (version > steps.back().number)
        throw core::StoreError("the file was written by a newer OneBoard (schema " + std::to_string(version)
                               + ", this program knows " + std::to_string(steps.back().number)
                               + "): start the newer program, or restore the copy made before the upgrade");
    return static_cast<int>(version);
}

void migrate(Connection& connection, std::span<Migration const> steps) {
    int version = schemaOf(connection, steps);
    for (Migration const& step : steps) {
        if (step.number <= version) continue;
        OB_ENSURE(step.number == version + 1);
        Transaction transaction(connection);
        connection.run(step.sql);
        connection.run("PRAGMA application_id = " + std::to_string(applicationId)
                       + "; PRAGMA user_version = " + std::to_string(step.number));
        transaction.commit();
        version = step.number;
    }
}

} // namespace ob::store
