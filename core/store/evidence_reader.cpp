// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/evidence_reader.h"

#include "core/ensure.h"
#include "core/store/aside_table.h"
#include "core/store/columns.h"
#include "core/store/database.h"
#include "core/store/journal_reader.h"
#include "core/store/row_id.h"

#include <algorithm>
#include <iterator>

namespace ob::store {

struct EvidenceReader::Session {
    Session(Connection& connectionOfFile, std::optional<core::SealingKey> key)
        : connection(connectionOfFile), sealer(std::move(key)),
          reader(connection, logs, sealer, OddSections::LeftOut) {
        logs.loadRecords(connection);
    }

    std::optional<core::HeldLeaf> leafAt(Statement const& row, core::LogId log);
    void addStrays(std::vector<core::Finding>& found, core::FindingPart part, std::string_view sql);

    Connection& connection;
    LogTable logs;
    SectionSealer sealer;
    JournalReader reader;
};

std::optional<core::HeldLeaf> EvidenceReader::Session::leafAt(Statement const& row, core::LogId log) {
    bool const isRun = row.integer(5) != 0;
    if (!isRun) return reader.eventAt(row, std::nullopt);
    return core::StubRun{.log = log,
                         .begin = sequenceOf(row.integer(0)),
                         .level = static_cast<std::uint8_t>(row.integer(5)),
                         .hash = hashOf(row.blob(1))};
}

void EvidenceReader::Session::addStrays(std::vector<core::Finding>& found, core::FindingPart part,
                                        std::string_view sql) {
    Statement rows = connection.prepare(sql);
    while (rows.step()) {
        std::int64_t const event = rows.integer(0);
        StoredLog const* const log = logs.findRow(logOf(event));
        found.push_back(
            {.log = log != nullptr ? log->record.id : core::LogId(),
             .index = sequenceOf(event),
             .part = part,
             .reason = log != nullptr ? core::FindingReason::Malformed : core::FindingReason::NotCertified});
    }
}

EvidenceReader::EvidenceReader(Database& database, std::optional<core::SealingKey> key)
    : m_session(std::make_unique<Session>(database.connection(), std::move(key))) {}

EvidenceReader::~EvidenceReader() = default;

std::vector<core::LogRecord> EvidenceReader::logs() const {
    std::vector<core::LogRecord> records;
    for (StoredLog const& log : m_session->logs.all())
        records.push_back(log.record);
    return records;
}

core::LogReaders EvidenceReader::readersOf(core::LogRecord const& record) {
    StoredLog const* const log = m_session->logs.find(record.id);
    OB_ENSURE(log != nullptr);
    auto const cursor = [&](std::string_view sql) {
        auto statement = std::make_shared<Statement>(m_session->connection.prepare(sql));
        statement->bind(1, firstRowOf(log->row)).bind(2, lastRowOf(log->row));
        return statement;
    };
    // Rows of no possible shape are left to `strays`, so that one of them does not end the audit.
    auto const leaves = cursor("SELECT event.id, leaf, header, stream_id, kind, level FROM event "
                               "LEFT JOIN arrival ON event = event.id LEFT JOIN stream ON stream.id = stream "
                               "WHERE event.id BETWEEN ?1 AND ?2 AND length(leaf) = 32 "
                               "AND level BETWEEN 0 AND 35 ORDER BY event.id");
    auto const heads = cursor("SELECT id, root, hlc, note FROM head WHERE id BETWEEN ?1 AND ?2 "
                              "AND length(root) = 32 ORDER BY id");
    return {
        .record = record,
        .nextLeaf = [session = m_session.get(), leaves, id = record.id]() -> std::optional<core::HeldLeaf> {
            if (!leaves->step()) return std::nullopt;
            return session->leafAt(*leaves, id);
        },
        .nextHead = [heads, id = record.id]() -> std::optional<core::EncodedHead> {
            if (!heads->step()) return std::nullopt;
            return headAt(*heads, id);
        }};
}

std::vector<core::Finding> EvidenceReader::strays() {
    using Part = core::FindingPart;
    std::vector<core::Finding> found;
    m_session->addStrays(found, Part::Event,
                         "SELECT event.id FROM event LEFT JOIN log ON log.id = event.id >> 36 "
                         "WHERE log.id IS NULL OR level NOT BETWEEN 0 AND 35 OR length(leaf) <> 32 "
                         "OR (level > 0 AND header IS NOT NULL) OR length(header) = 0");
    m_session->addStrays(found, Part::Section,
                         "SELECT section.id >> 4 FROM section LEFT JOIN event ON event.id = section.id >> 4 "
                         "WHERE event.id IS NULL OR level <> 0 OR class NOT BETWEEN 0 AND 4");
    m_session->addStrays(found, Part::Head,
                         "SELECT head.id FROM head LEFT JOIN log ON log.id = head.id >> 36 "
                         "WHERE log.id IS NULL OR length(root) <> 32");
    return found;
}

EvidenceReader::Aside EvidenceReader::auditAside(core::RealmId realm) {
    Aside aside;
    auto const report = [&](core::FindingPart part, core::FindingReason reason) {
        aside.findings.push_back({.log = {}, .index = aside.entries, .part = part, .reason = reason});
    };
    auto const audit = [&](std::optional<core::AsideEvent> const& entry) {
        ++aside.entries;
        if (!entry) return report(core::FindingPart::Event, core::FindingReason::Malformed);
        StoredLog const* const log = m_session->logs.find(entry->event.log);
        if (log == nullptr) return report(core::FindingPart::Event, core::FindingReason::NotCertified);
        std::ranges::move(core::auditAside(*entry, realm, {log->record.deskKey}),
                          std::back_inserter(aside.findings));
    };
    readAside(m_session->connection, m_session->sealer, audit);
    return aside;
}

} // namespace ob::store
