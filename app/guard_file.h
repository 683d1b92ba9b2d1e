// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/journal/incarnation.h"
#include "core/journal/journal_port.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace ob::store {
class Database;
}

namespace ob::app {

/// The guard of one desk's own logs, kept outside its data folder: in $ONEBOARD_STATE, else
/// $XDG_STATE_HOME/oneboard, else ~/.local/state/oneboard, under the name of the desk key.
class GuardFile {
  public:
    GuardFile(std::filesystem::path database, core::PublicKey const& deskKey);

    /// At the start, with the database open: may the logs go on? Notes the new run, first in the guard, then
    /// in the database, so that a kill between both is told apart from a copy. `ownLogsEnded`: an fsync error
    /// ended them.
    core::IncarnationDecision enter(store::Database& database, std::vector<core::LogExtent> const& logs,
                                    bool ownLogsEnded);
    /// The sizes of own logs, before anything of them is sent. Outlives a kill; the end of the machine is
    /// told by the boot id, after which sizes are not asked, so nothing waits for the disk here.
    void note(core::LogSizes const& sizes);
    /// An fsync failed: no own log goes on after this run.
    void noteEnded();
    void leaveClean(core::LogSizes const& sizes);

  private:
    std::optional<core::Guard> read() const;
    void write() const;

    std::filesystem::path m_database;
    std::filesystem::path m_file;
    core::Guard m_guard;
};

} // namespace ob::app
