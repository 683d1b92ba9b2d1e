// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/mapping.h"
#include "core/interop/csv_reader.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ob::app {

/// A file of rows, read piece by piece.
class CsvFile {
  public:
    /// `-` is standard input of the caller. Throws FileError when it cannot be opened.
    explicit CsvFile(std::string file);

    /// Valid until the next one; empty at the end. Throws FileError.
    std::string_view next();
    /// Bytes; 0 = not known.
    std::uint64_t size() const { return m_size; }

  private:
    struct Close {
        void operator()(std::FILE* file) const;
    };
    std::string m_name;
    std::uint64_t m_size = 0;
    std::unique_ptr<std::FILE, Close> m_file; ///< null: standard input
    std::vector<char> m_buffer;
};

/// The rows by the mapping's delimiter and encoding. Throws FileError for an encoding that is not known.
core::CsvReader rowsOf(core::Mapping const& mapping, core::CsvReader::Source source);

} // namespace ob::app
