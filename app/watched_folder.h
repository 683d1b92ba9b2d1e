// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

namespace ob::app {

/// A folder where another system drops files. A file is ready when it has not changed for a while; names that
/// begin with a dot or end in ~, .tmp, .part or .report.json are left alone, so a writer that renames at the
/// end is safe. What was taken goes to `done` or `failed` in the same folder, with its report beside it;
/// nothing is ever overwritten there. A crash between taking and moving does no harm: rows are taken once.
class WatchedFolder {
  public:
    using Clock = std::chrono::steady_clock;
    /// Makes `done` and `failed`. Throws FileError when that does not work.
    WatchedFolder(std::filesystem::path folder, std::chrono::milliseconds settled);

    /// Files that are ready now, in the order of their names. Throws FileError when the folder is gone.
    std::vector<std::filesystem::path> ready(Clock::time_point now);
    /// Moves the file; gives where it is now.
    std::filesystem::path finish(std::filesystem::path const& file, bool done, core::ByteView report);

  private:
    struct Seen {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type changed;
        Clock::time_point since;
    };
    std::filesystem::path m_folder;
    std::chrono::milliseconds m_settled;
    std::map<std::filesystem::path, Seen> m_seen;
};

} // namespace ob::app
