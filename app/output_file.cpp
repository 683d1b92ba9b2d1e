// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/output_file.h"

#include "app/files.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace ob::app {
namespace {

[[noreturn]] void fail(std::string const& what, std::filesystem::path const& file) {
    throw FileError("cannot " + what + ' ' + file.string() + ": " + std::strerror(errno));
}

[[noreturn]] void refuse(std::filesystem::path const& file) {
    throw FileError("there is a file " + file.string() + " already: choose another name, or give --force");
}

void syncFolderOf(std::filesystem::path const& file) {
    auto const folder = file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
    int const open = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const isSaved = open >= 0 && ::fsync(open) == 0;
    if (open >= 0) ::close(open);
    if (!isSaved) fail("save folder", folder);
}

} // namespace

OutputFile::OutputFile(std::filesystem::path file, Overwrite overwrite)
    : m_file(std::move(file)), m_overwrite(overwrite) {
    std::error_code error;
    auto const status = std::filesystem::symlink_status(m_file, error);
    if (std::filesystem::is_directory(status))
        throw FileError(m_file.string() + " is a folder: --out names a file");
    if (std::filesystem::exists(status) && overwrite == Overwrite::Refused) refuse(m_file);
    m_temporary = m_file.string() + ".new-" + std::to_string(::getpid());
    ::unlink(m_temporary.c_str());
    int const open = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (open < 0) fail("write", m_file);
    m_stream = ::fdopen(open, "wb");
    if (m_stream == nullptr) fail("write", m_file);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_temporary(std::exchange(other.m_temporary, {})),
      m_overwrite(other.m_overwrite), m_stream(std::exchange(other.m_stream, nullptr)) {}

OutputFile::~OutputFile() {
    if (m_temporary.empty()) return;
    if (m_stream != nullptr) std::fclose(m_stream);
    ::unlink(m_temporary.c_str());
}

void OutputFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_stream) != bytes.size())
        fail("write", m_temporary.empty() ? std::filesystem::path("standard output") : m_file);
}

void OutputFile::finish() {
    if (m_temporary.empty()) {
        if (std::fflush(m_stream) != 0) fail("write", "standard output");
        return;
    }
    bool const isSaved = std::fflush(m_stream) == 0 && ::fsync(::fileno(m_stream)) == 0;
    if (!isSaved) fail("save", m_file);
    std::fclose(std::exchange(m_stream, nullptr));
    if (m_overwrite == Overwrite::Allowed) {
        if (::rename(m_temporary.c_str(), m_file.c_str()) != 0) fail("put in place", m_file);
    } else {
        // A link does not replace what somebody put there meanwhile, as a rename would.
        if (::link(m_temporary.c_str(), m_file.c_str()) != 0) {
            if (errno == EEXIST) refuse(m_file);
            // Some file systems know no links.
            if (::rename(m_temporary.c_str(), m_file.c_str()) != 0) fail("put in place", m_file);
        } else {
            ::unlink(m_temporary.c_str());
        }
    }
    m_temporary.clear();
    syncFolderOf(m_file);
}

} // namespace ob::app
