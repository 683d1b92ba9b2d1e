// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/files.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ob::app {
namespace {

constexpr std::size_t maxFileBytes = std::size_t{64} << 20;

[[noreturn]] void fail(std::string const& what, std::filesystem::path const& file) {
    throw FileError("cannot " + what + ' ' + file.string() + ": " + std::strerror(errno));
}

class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int number() const { return m_number; }

  private:
    int m_number;
};

void writeAll(int descriptor, core::ByteView bytes, std::filesystem::path const& file) {
    for (std::size_t done = 0; done < bytes.size();) {
        ssize_t const count = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("write", file);
        done += static_cast<std::size_t>(count);
    }
}

void syncFolder(std::filesystem::path const& folder) {
    Descriptor const open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open.number() < 0 || ::fsync(open.number()) != 0) fail("save folder", folder);
}

} // namespace

std::optional<core::Bytes> readFileIfThere(std::filesystem::path const& file) {
    Descriptor const open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (open.number() < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (open.number() < 0) fail("read", file);
    core::Bytes bytes;
    std::array<std::uint8_t, 65'536> block;
    for (;;) {
        ssize_t const count = ::read(open.number(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("read", file);
        if (count == 0) return bytes;
        bytes.insert(bytes.end(), block.begin(), block.begin() + count);
        if (bytes.size() > maxFileBytes) throw FileError(file.string() + " is too large to be right");
    }
}

core::Bytes readFile(std::filesystem::path const& file) {
    auto bytes = readFileIfThere(file);
    if (!bytes) throw FileError("there is no file " + file.string());
    return *std::move(bytes);
}

void writeFile(std::filesystem::path const& file, core::ByteView bytes, Secrecy secrecy) {
    std::filesystem::path const temporary = file.string() + ".new";
    ::mode_t const mode = secrecy == Secrecy::Secret ? 0600 : 0644;
    ::unlink(temporary.c_str());
    {
        Descriptor const open(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (open.number() < 0) fail("write", temporary);
        writeAll(open.number(), bytes, temporary);
        if (::fsync(open.number()) != 0) fail("save", temporary);
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0) fail("put in place", file);
    syncFolder(file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path());
}

void overwriteFile(std::filesystem::path const& file, core::ByteView bytes) {
    Descriptor const open(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (open.number() < 0) fail("write", file);
    writeAll(open.number(), bytes, file);
    if (::ftruncate(open.number(), static_cast<::off_t>(bytes.size())) != 0) fail("write", file);
}

FileLock::FileLock(std::filesystem::path const& file)
    : m_file(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (m_file < 0) fail("lock", file);
    while (::flock(m_file, LOCK_EX) != 0)
        if (errno != EINTR) {
            int const error = errno;
            ::close(m_file);
            errno = error;
            fail("lock", file);
        }
}

FileLock::~FileLock() { ::close(m_file); }

} // namespace ob::app
