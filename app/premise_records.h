// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "core/premise/premise_book.h"
#include "core/store/sqlite_premises.h"

#include <functional>
#include <memory>

namespace ob::app {

/// What a desk knows of places: the stored records and the book that is made of them anew with each change.
/// Throws core::StoreError, and then nothing has changed. Belongs to the desk's thread.
class PremiseRecords {
  public:
    using Others = store::SqlitePremises::Others;
    PremiseRecords(store::Database& database, core::SealingKey key, core::HazardBook const& hazards);

    /// Never null.
    std::shared_ptr<core::PremiseBook const> const& book() const { return m_book; }
    /// Keys of records that are damaged.
    std::vector<std::string> const& unreadable() const { return m_unreadable; }

    struct Taken {
        std::size_t made = 0;
        std::size_t replaced = 0;
        std::size_t removed = 0;
    };
    /// All of them or none; nothing when there would be more than core::maxPremises.
    std::optional<Taken> take(std::vector<core::PremiseRecord> const& records, Others others);
    /// All of them or, when one is not there, none: then that one's key.
    std::optional<std::string> remove(std::vector<std::string> const& keys);

    /// Whom to call there, after it was kept who asked: personal, so somebody who takes calls, dispatches or
    /// supervises must have a name.
    core::ContactAnswer contact(std::string const& key, core::OperatorSession const& session,
                                core::Instant now);
    std::vector<core::ContactAsking> askings(std::size_t limit) { return m_store.askings(limit); }

    /// From now on told when the book is another one.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

  private:
    void read();

    core::HazardBook const& m_hazards;
    store::SqlitePremises m_store;
    std::shared_ptr<core::PremiseBook const> m_book;
    std::vector<std::string> m_unreadable;
    std::function<void()> m_changed;
};

} // namespace ob::app
