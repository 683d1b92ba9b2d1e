// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"
#include "core/store/connection.h"

#include <unordered_map>

namespace ob::store {

/// The writing side of search: one entry a stream, under the stream's row.
class SearchIndex {
  public:
    explicit SearchIndex(Connection& connection);

    void write(std::int64_t stream, core::SearchEntry const& entry);
    void remove(std::int64_t stream);
    /// One step of rewriting the index without the words that were removed: until then they stand in its
    /// older parts, though no query finds them. False when nothing was left to do.
    bool scrub(bool isFirstStep);

  private:
    void dropTokens(std::int64_t stream, std::string const& tokens);
    /// Whether just this was written last for the stream, as far as that is remembered: most of what happens
    /// to an incident changes none of its words.
    bool isWritten(std::int64_t stream, core::SearchEntry const& entry);

    static constexpr std::size_t maxRemembered = 4096;
    std::unordered_map<std::int64_t, core::Hash> m_written;

    Statement m_tokens, m_save, m_drop, m_index, m_unindex, m_addKey, m_dropKeys, m_merge;
    Connection& m_connection;
};

} // namespace ob::store
