// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/directory_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace ob::store {

DirectoryLock::DirectoryLock(std::filesystem::path const& directory) {
    auto const path = directory / "desk.lock";
    m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0) throw core::StoreError(path.string() + ": " + std::strerror(errno));
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        int const error = errno;
        char owner[24] = {};
        auto const length = ::pread(m_file, owner, sizeof owner - 1, 0);
        ::close(m_file);
        if (error != EWOULDBLOCK) throw core::StoreError(path.string() + ": " + std::strerror(error));
        throw DirectoryInUse(directory.string() + " is in use by another desk"
                             + (length > 0 ? " (process " + std::string(owner) + ")" : std::string())
                             + ": close that one, or choose another data directory");
    }
    // Who holds it is only for the message above: that it could not be noted is no reason to stop.
    auto const owner = std::to_string(::getpid());
    if (::ftruncate(m_file, 0) == 0) static_cast<void>(::pwrite(m_file, owner.data(), owner.size(), 0) < 0);
}

DirectoryLock::~DirectoryLock() { ::close(m_file); }

} // namespace ob::store
