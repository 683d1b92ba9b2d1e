// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/attachment_index.h"

#include "core/journal/event_sections.h"
#include "core/store/columns.h"
#include "core/store/row_id.h"

namespace ob::store {

AttachmentWriter::AttachmentWriter(Connection& connection)
    : m_insert(connection.prepare("INSERT INTO attachment(hash, section, bytes) VALUES (?1, ?2, ?3)")),
      m_delete(connection.prepare("DELETE FROM attachment WHERE section = ?1")) {}

void indexAttachments(Connection& connection) {
    if (connection.integer("SELECT count(*) FROM meta WHERE key = 'attachments_indexed'") > 0) return;
    Transaction transaction(connection);
    AttachmentWriter writer(connection);
    // In the order in which the events came; classes as in SectionClass: joint and own.
    Statement all = connection.prepare("SELECT section.id, class, body FROM section JOIN arrival ON event = "
                                       "section.id >> 4 WHERE class IN (1, 2) ORDER BY position");
    static_assert(indexBits == 4);
    {
        Rows rows(all);
        while (rows.next()) {
            std::int64_t const row = all.integer(0);
            writer.note(row, {.index = indexOf(row),
                              .sectionClass = static_cast<core::SectionClass>(all.integer(1)),
                              .bytes = bytesOf(all.blob(2))});
        }
    }
    connection.run("INSERT INTO meta(key, value) VALUES ('attachments_indexed', x'31')");
    transaction.commit();
}

void AttachmentWriter::note(std::int64_t sectionRow, core::EncodedSection const& section) {
    for (auto const& attachment : core::attachmentsIn(section))
        m_insert.bind(1, attachment.hash)
            .bind(2, sectionRow)
            .bind(3, static_cast<std::int64_t>(attachment.bytes))
            .run();
}

void AttachmentWriter::drop(std::int64_t sectionRow) { m_delete.bind(1, sectionRow).run(); }

AttachmentReader::AttachmentReader(Connection& connection)
    : m_naming(connection.prepare("SELECT section FROM attachment WHERE hash = ?1 ORDER BY id")),
      m_all(connection.prepare("SELECT hash, bytes FROM attachment ORDER BY id")) {}

std::vector<std::int64_t> AttachmentReader::naming(core::Hash const& hash) {
    m_naming.bind(1, hash);
    Rows rows(m_naming);
    std::vector<std::int64_t> sections;
    while (rows.next())
        sections.push_back(m_naming.integer(0));
    return sections;
}

void AttachmentReader::visit(std::function<void(core::Hash const&, std::uint64_t bytes)> const& visit) {
    std::vector<std::pair<core::Hash, std::uint64_t>> all;
    {
        Rows rows(m_all);
        while (rows.next())
            all.emplace_back(hashOf(m_all.blob(0)), static_cast<std::uint64_t>(m_all.integer(1)));
    }
    for (auto const& [hash, bytes] : all)
        visit(hash, bytes);
}

} // namespace ob::store
