// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"

namespace ob::store {

/// A statement that storage refused, with SQLite's extended result code.
class SqlError : public core::StoreError {
  public:
    SqlError(int code, std::string const& what) : StoreError(what), m_code(code) {}
    int code() const { return m_code; }
    /// Without the extension: SQLITE_FULL, SQLITE_IOERR, SQLITE_CORRUPT …
    int primaryCode() const { return m_code & 0xff; }

  private:
    int m_code;
};

} // namespace ob::store
