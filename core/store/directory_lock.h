// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"

#include <filesystem>

namespace ob::store {

/// Another process has the directory.
class DirectoryInUse : public core::StoreError {
  public:
    using core::StoreError::StoreError;
};

/// Keeps a second desk from writing to the same data directory. The lock is the kernel's (flock on
/// `desk.lock`): it goes when the process does, however that ends.
class DirectoryLock {
  public:
    /// Throws DirectoryInUse naming the process that holds it, else StoreError.
    explicit DirectoryLock(std::filesystem::path const& directory);
    ~DirectoryLock();
    DirectoryLock(DirectoryLock const&) = delete;
    DirectoryLock& operator=(DirectoryLock const&) = delete;

  private:
    int m_file;
};

} // namespace ob::store
