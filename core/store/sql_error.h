// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"

namespace ob::store {

/// A statement that storage refused, with SQLite's extended result code.
class SqlError : public core::StoreError {
  public:
    SqlError(int code, std::string const& what) : StoreError(what), m_code(code) {}
    static SqlError noRoom(std::string const& what);
    int code() const { return m_code; }
    /// Without the extension: SQLITE_FULL, SQLITE_IOERR, SQLITE_CORRUPT …
    int primaryCode() const { return m_code & 0xff; }
    /// The disk is full. The file beside the write-ahead log cannot grow then either, which SQLite calls an
    /// I/O error.
    bool isNoRoom() const;

  private:
    int m_code;
};

} // namespace ob::store
