// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/search_index.h"

#include "core/crypto/sha256.h"
#include "core/store/search_tokens.h"

#include <utility>

namespace ob::store {

SearchIndex::SearchIndex(Connection& connection)
    : m_tokens(connection.prepare("SELECT tokens FROM search_entry WHERE id = ?1")),
      m_save(connection.prepare(
          "INSERT OR REPLACE INTO search_entry(id, number, address, tokens) VALUES (?1, ?2, ?3, ?4)")),
      m_drop(connection.prepare("DELETE FROM search_entry WHERE id = ?1")),
      m_index(connection.prepare("INSERT INTO search(rowid, tokens) VALUES (?1, ?2)")),
      m_unindex(connection.prepare("INSERT INTO search(search, rowid, tokens) VALUES ('delete', ?1, ?2)")),
      m_addKey(connection.prepare("INSERT INTO lookup(key, stream) SELECT ?2, ?1 WHERE NOT EXISTS "
                                  "(SELECT 1 FROM lookup WHERE key = ?2 AND stream = ?1)")),
      m_dropKeys(connection.prepare("DELETE FROM lookup WHERE stream = ?1")),
      m_merge(connection.prepare("INSERT INTO search(search, rank) VALUES ('merge', ?1)")),
      m_connection(connection) {}

void SearchIndex::dropTokens(std::int64_t stream, std::string const& tokens) {
    m_unindex.bind(1, stream).bind(2, tokens).run();
}

bool SearchIndex::isWritten(std::int64_t stream, core::SearchEntry const& entry) {
    core::Sha256 sum;
    for (std::string const* const part : {&entry.number, &entry.address, &entry.text})
        sum.add(core::sha256(core::viewOf(*part)));
    for (core::Hash const& key : entry.lookupKeys)
        sum.add(key);
    core::Hash const now = sum.finish();
    if (m_written.size() >= maxRemembered) m_written.clear();
    return std::exchange(m_written[stream], now) == now;
}

void SearchIndex::write(std::int64_t stream, core::SearchEntry const& entry) {
    if (isWritten(stream, entry)) return;
    std::string const tokens = indexTokens(entry.text);
    bool isIndexed = false;
    std::string before;
    m_tokens.bind(1, stream);
    {
        Rows rows(m_tokens);
        isIndexed = rows.next();
        if (isIndexed) before = m_tokens.text(0);
    }
    m_save.bind(1, stream).bind(2, entry.number).bind(3, entry.address).bind(4, tokens).run();
    if (!isIndexed || before != tokens) {
        // The index can only forget words that it is told.
        if (isIndexed) dropTokens(stream, before);
        m_index.bind(1, stream).bind(2, tokens).run();
    }
    for (core::Hash const& key : entry.lookupKeys)
        m_addKey.bind(1, stream).bind(2, key).run();
}

void SearchIndex::remove(std::int64_t stream) {
    m_written.erase(stream);
    std::string before;
    m_tokens.bind(1, stream);
    {
        Rows rows(m_tokens);
        if (!rows.next()) return;
        before = m_tokens.text(0);
    }
    dropTokens(stream, before);
    m_drop.bind(1, stream).run();
    m_dropKeys.bind(1, stream).run();
}

bool SearchIndex::scrub(bool isFirstStep) {
    // FTS5: a negative number of pages begins to merge all parts into one, positive ones go on with it.
    constexpr std::int64_t pages = 200;
    std::int64_t const before = m_connection.totalChanges();
    m_merge.bind(1, isFirstStep ? -pages : pages).run();
    return m_connection.totalChanges() - before >= 2;
}

} // namespace ob::store
