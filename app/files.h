// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <filesystem>
#include <optional>
#include <stdexcept>

namespace ob::app {

/// Something about a file or folder of the program went wrong: what happened and what to do, in English;
/// shown as it is by the headless program.
class FileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

enum class Secrecy { Public, Secret }; ///< Secret: mode 0600

/// Throws FileError when it cannot be read, or is larger than 64 MiB.
core::Bytes readFile(std::filesystem::path const& file);
/// Nothing when there is no such file.
std::optional<core::Bytes> readFileIfThere(std::filesystem::path const& file);
/// Whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder.
void writeFile(std::filesystem::path const& file, core::ByteView bytes, Secrecy secrecy = Secrecy::Public);
/// In the place of what a file that is there holds, without fsync: outlives the end of the program, not that
/// of the machine, after which the file may hold a mixture.
void overwriteFile(std::filesystem::path const& file, core::ByteView bytes);

/// One at a time, of all programs and threads that lock this file; waits. The kernel lets go when the process
/// ends. Throws FileError.
class FileLock {
  public:
    explicit FileLock(std::filesystem::path const& file);
    ~FileLock();
    FileLock(FileLock const&) = delete;
    FileLock& operator=(FileLock const&) = delete;

  private:
    int m_file;
};

} // namespace ob::app
