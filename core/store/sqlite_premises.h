// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "core/premise/contact_answer.h"
#include "core/premise/premise.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::store {

class Database;

/// What a desk knows of places, with the contacts sealed, and who asked for those. Each change is a commit of
/// its own, whole or not at all; throws core::StoreError. Belongs to the thread of the database.
///
/// Read by the connection that writes: the other one stands still while the journal commits beside, and would
/// not see what was just put.
class SqlitePremises {
  public:
    SqlitePremises(Database& database, core::SealingKey key) : m_database(database), m_key(std::move(key)) {}

    struct Held {
        std::vector<core::Premise> premises; ///< in the order of their keys
        std::vector<std::string> unreadable; ///< keys of rows that are not as they were written
    };
    Held all();
    /// What is there with the same key is replaced as a whole, contact included; with Others::Removed
    /// everything else goes.
    enum class Others : std::uint8_t { Kept, Removed };
    void put(std::vector<core::PremiseRecord> const& records, Others others);
    /// Those of the keys that are there.
    void remove(std::vector<std::string> const& keys);

    /// Nothing when there is none. Empty when it cannot be opened.
    std::optional<std::string> contact(std::string const& key);
    /// Durable when it returns; the oldest go when there are more than `maxAskings`.
    void note(core::ContactAsking const& asking);
    /// Newest first.
    std::vector<core::ContactAsking> askings(std::size_t limit);

    static constexpr std::int64_t maxAskings = 100'000;

  private:
    Database& m_database;
    core::SealingKey m_key;
};

} // namespace ob::store
