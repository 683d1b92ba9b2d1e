// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"
#include "core/store/connection.h"

namespace ob::store {

/// Rows about what was imported. Inside a transaction of the caller's.
class SourceTable {
  public:
    explicit SourceTable(Connection& connection);

    void write(core::SourceEntry const& entry, std::int64_t stream);
    void write(core::IncidentNumber imported);

  private:
    Statement m_save, m_saveDay;
};

} // namespace ob::store
