// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/event.h"
#include "core/identity/number_block.h"
#include "core/instant.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ob::app {

/// What one signing key has given to desks in one realm: numbers and serials, each to one desk only. A text
/// file beside the key, written before a certificate leaves the folder. It must be kept with the key: an
/// older copy would give the same numbers and serials again.
class DeskLedger {
  public:
    struct Entry {
        core::PublicKey key; ///< of the desk, or an enrolment key that numbers were set aside for
        core::NumberBlock numbers;
        std::uint32_t serial = 0;
        core::Instant issuedAt;
        std::string name; ///< no control characters
    };

    /// Reads the file, or begins an empty ledger over `block` when there is none. Throws FileError.
    DeskLedger(std::filesystem::path file, core::NumberBlock block);

    Entry const* find(core::PublicKey const& key) const;
    std::vector<Entry> const& entries() const { return m_entries; }
    core::NumberBlock block() const { return m_block; }

    /// Numbers that nobody has: `count` of them; by default half of all for the first, afterwards a quarter
    /// of what is left, but ten if there are ten. Nothing when so many are not left.
    std::optional<core::NumberBlock> freeNumbers(std::optional<std::uint32_t> count) const;
    std::uint32_t nextSerial() const;

    /// Writes the ledger as it is. Throws FileError.
    void begin() const { write(); }
    /// Adds the entry or replaces the one of this key, durably. Throws FileError.
    void put(Entry entry);

  private:
    void write() const;

    std::filesystem::path m_file;
    core::NumberBlock m_block;
    std::vector<Entry> m_entries;
};

} // namespace ob::app
