// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/open_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ob::store {

OpenFile::OpenFile(std::filesystem::path const& path, int flags)
    : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC | O_NONBLOCK, 0600)) {}

OpenFile::~OpenFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

std::optional<std::uint64_t> OpenFile::size() const {
    struct stat facts{};
    if (m_descriptor < 0 || ::fstat(m_descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    return static_cast<std::uint64_t>(facts.st_size);
}

std::optional<std::size_t> OpenFile::read(std::uint64_t from, std::span<std::uint8_t> into) const {
    std::size_t done = 0;
    while (done < into.size()) {
        auto const count =
            ::pread(m_descriptor, into.data() + done, into.size() - done, static_cast<off_t>(from + done));
        if (count == 0) break;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::nullopt;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

int OpenFile::write(std::uint64_t at, core::ByteView bytes) const {
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto const count =
            ::pwrite(m_descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        done += static_cast<std::size_t>(count);
    }
    return 0;
}

int OpenFile::sync() const { return ::fdatasync(m_descriptor) == 0 ? 0 : errno; }

} // namespace ob::store
