// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace ob::app {

enum class Overwrite { Refused, Allowed };

/// A file that appears under its name complete or not at all (mode 0600): written beside it, fsync, then put
/// in place. Without a path: standard output. Throws FileError.
class OutputFile {
  public:
    /// Refuses at once when there is something under that name, so that no work is done in vain.
    OutputFile(std::filesystem::path file, Overwrite overwrite);
    static OutputFile standardOutput() { return OutputFile(); }
    /// Removes what was written unless `finish` came through.
    ~OutputFile();
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;

    void write(std::string_view bytes);
    void finish();

    /// Where it is written meanwhile: for a library that wants to write by itself.
    std::filesystem::path const& temporary() const { return m_temporary; }

  private:
    OutputFile() : m_stream(stdout) {}
    std::filesystem::path m_file, m_temporary; // both empty: standard output
    Overwrite m_overwrite = Overwrite::Refused;
    std::FILE* m_stream = nullptr;
};

} // namespace ob::app
