// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "ui/intake/draft_port.h"

#include <filesystem>

namespace ob::app {

/// Half-filled calls in `draft.sealed` (0600) of a desk's data folder, sealed with the desk's rest key: they
/// name callers. Nothing waits for the disk but the first save, for this is called while somebody types: what
/// is kept outlives the program; after the end of the machine it may be unreadable.
class DraftFile final : public ui::DraftPort {
  public:
    DraftFile(std::filesystem::path const& dataFolder, core::SealingKey const& restKey);

    bool save(QByteArray const& content) override;
    /// A file of another key, or with a byte changed, is unreadable and stays until something is saved.
    Kept load() override;

    static constexpr std::size_t maxBytes = std::size_t{1} << 20;

  private:
    std::filesystem::path m_file;
    core::SealingKey m_key;
};

} // namespace ob::app
