// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"

namespace ob::net {

/// Proves of events of one log, as it is held now, that its desk signed them. Holds the log's tree: made when
/// it is wanted.
class AsideProof {
  public:
    AsideProof(core::JournalPort& journal, core::LogId log);
    /// Nothing when no head is held over it.
    std::optional<core::AsideEvent> of(core::EncodedEvent event) const;

  private:
    core::JournalPort& m_journal;
    std::vector<std::vector<core::Hash>> m_levels; ///< complete subtrees, leaves first
};

} // namespace ob::net
