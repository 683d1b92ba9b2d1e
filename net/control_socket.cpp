// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/control_socket.h"

#include "core/ensure.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace ob::net {
namespace {

sockaddr_un addressOf(std::string const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    OB_ENSURE(path.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, path.data(), path.size());
    return address;
}

} // namespace

Descriptor::~Descriptor() {
    if (m_number >= 0) ::close(m_number);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    Descriptor const old(std::exchange(m_number, other.release()));
    return *this;
}

int Descriptor::release() { return std::exchange(m_number, -1); }

SocketFolder::SocketFolder(std::filesystem::path const& folder)
    : m_folder(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {}

std::string SocketFolder::pathOf(char const* name) const {
    return "/proc/self/fd/" + std::to_string(m_folder.number()) + '/' + name;
}

Descriptor connectTo(std::string const& path) {
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    auto const address = addressOf(path);
    if (::connect(socket.number(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0)
        return socket;
    int const error = errno;
    socket = Descriptor();
    errno = error;
    return socket;
}

Descriptor listenAt(std::string const& path) {
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    auto const address = addressOf(path);
    // The socket must not be open to others even for a moment.
    mode_t const before = ::umask(0177);
    bool const isBound =
        ::bind(socket.number(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    int error = errno;
    ::umask(before);
    if (isBound && ::listen(socket.number(), SOMAXCONN) == 0) return socket;
    if (isBound) error = errno;
    socket = Descriptor();
    errno = error;
    return socket;
}

} // namespace ob::net
