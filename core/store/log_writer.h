// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/connection.h"
#include "core/store/log_table.h"

namespace ob::store {

/// An older head of a log is kept when it is at least so much newer than the last one that was kept.
inline constexpr core::Duration keptHeadInterval = core::Duration::ofSeconds(60);
/// Or when it covers so many leaves more: other desks take a log in pieces that end at a head.
inline constexpr std::uint64_t keptHeadLeaves = 4096;

/// Writes logs and their signed heads.
class LogWriter {
  public:
    LogWriter(Connection& connection, LogTable& logs);

    /// Does nothing for a log that is known.
    void write(core::LogRecord const& record);
    /// The newest head is always kept; of the older ones one a minute or one in 4,096 leaves, so that a
    /// million commits of one event each do not leave a million heads. A head older than the newest is left
    /// out.
    void write(StoredLog& log, core::EncodedHead const& head);

  private:
    LogTable& m_logs;
    Statement m_insertLog, m_insertHead, m_dropHead;
};

} // namespace ob::store
