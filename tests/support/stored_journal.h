// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"
#include "core/store/sqlite_journal.h"

#include <string>
#include <vector>

namespace ob::tests {

/// A desk file with its journal, and what the journal told.
struct StoredJournal {
    explicit StoredJournal(store::Database::Place place, bool withKey = true)
        : database(std::move(place)), journal(database, withKey ? std::optional(key()) : std::nullopt) {
        journal.listen({.committed = [this](core::JournalToken token) { committed.push_back(token); },
                        .failed =
                            [this](core::JournalToken token, std::string const& reason) {
                                failed.push_back(token);
                                lastReason = reason;
                            }});
    }
    static core::SealingKey key() {
        std::array<std::uint8_t, 32> bytes;
        bytes.fill(7);
        return core::SealingKey(bytes);
    }
    /// Appends and flushes; true when it was told as committed.
    bool commit(core::JournalBatch batch) {
        auto const token = journal.append(std::move(batch));
        while (journal.flush()) {
        }
        return !committed.empty() && committed.back() == token;
    }

    store::Database database;
    store::SqliteJournal journal;
    std::vector<core::JournalToken> committed, failed;
    std::string lastReason;
};

} // namespace ob::tests
