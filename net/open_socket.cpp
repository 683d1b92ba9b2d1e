// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/open_socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ob::net {
namespace {

constexpr int deadAfterMilliseconds = 10'000;
constexpr int unsentInKernel = 128 * 1024;

// What a kernel does not know it leaves as it is: the link works, only its end is noticed later.
void set(int descriptor, int level, int option, int value) {
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

} // namespace

OpenSocket::OpenSocket(int descriptor, Endpoint remote)
    : m_descriptor(descriptor), m_remote(std::move(remote)) {
    set(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    set(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, deadAfterMilliseconds);
    set(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, unsentInKernel);
    set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, 5);
    set(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, 3);
    set(descriptor, IPPROTO_TCP, TCP_KEEPCNT, 3);
}

OpenSocket::~OpenSocket() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

bool OpenSocket::isIpv6() const {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    return ::getsockname(m_descriptor, reinterpret_cast<sockaddr*>(&address), &length) == 0
           && address.ss_family == AF_INET6;
}

} // namespace ob::net
