// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace ob::store {

/// Keeps a second desk from writing to the same data directory. The lock is the kernel's (flock on
/// `desk.lock`): it goes when the process does, however that ends.
class DirectoryLock {
  public:
    /// Throws StoreError naming the process that holds it.
    explicit DirectoryLock(std::filesystem::path const& directory);
    ~DirectoryLock();
    DirectoryLock(DirectoryLock const&) = delete;
    DirectoryLock& operator=(DirectoryLock const&) = delete;

  private:
    int m_file;
};

} // namespace ob::store
