// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_host.h"

namespace ob::app {

class Arguments;

/// The desk that a subcommand works at: the one that is running in this process, or the one in the folder
/// --data, opened for this subcommand alone. Throws as DeskHost, and UsageError.
class DeskUse {
  public:
    explicit DeskUse(Arguments const& arguments);

    DeskHost& host() { return m_opened ? *m_opened : *m_running; }
    /// Everything that was asked for is durable; a desk that was opened for it is closed, one that is running
    /// goes on.
    void finish();

  private:
    DeskHost* m_running;
    std::unique_ptr<DeskHost> m_opened;
};

/// Where its units are now.
std::function<std::optional<core::Fix>(core::UnitId)> fixesOf(DeskHost& host);

} // namespace ob::app
