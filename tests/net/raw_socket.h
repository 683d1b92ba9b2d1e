// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/ensure.h"
#include "net/endpoint.h"
#include "net/tls_engine.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ob::net::tests {

/// A blocking socket of somebody who need not be a desk; waits a minute at most. 127.0.0.1 only.
class RawSocket {
  public:
    explicit RawSocket(int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        : m_descriptor(descriptor) {
        timeval const limit{.tv_sec = 60, .tv_usec = 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    }
    static RawSocket to(Endpoint const& at) {
        RawSocket socket;
        auto const address = addressOf(at.port);
        OB_ENSURE(::connect(socket.m_descriptor, reinterpret_cast<sockaddr const*>(&address), sizeof address)
                  == 0);
        return socket;
    }
    RawSocket(RawSocket&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    RawSocket& operator=(RawSocket&&) = delete;
    ~RawSocket() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }

    /// A port that refuses connections, as nobody listens there; no other program gets it by chance, one that
    /// asks for it by its number does.
    Endpoint bind() const {
        auto address = addressOf(0);
        socklen_t length = sizeof address;
        auto* const at = reinterpret_cast<sockaddr*>(&address);
        int const yes = 1;
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        OB_ENSURE(::bind(m_descriptor, at, length) == 0);
        OB_ENSURE(::getsockname(m_descriptor, at, &length) == 0);
        return {.host = "127.0.0.1", .port = ntohs(address.sin_port)};
    }
    /// Takes connections into the backlog from now on.
    Endpoint listen() const {
        auto const at = bind();
        OB_ENSURE(::listen(m_descriptor, 8) == 0);
        return at;
    }
    RawSocket accept() const { return RawSocket(::accept(m_descriptor, nullptr, nullptr)); }

    void send(core::ByteView bytes) const {
        OB_ENSURE(::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL)
                  == static_cast<ssize_t>(bytes.size()));
    }
    /// Empty at the end, also when it is none that was wished for.
    core::Bytes receive() const {
        core::Bytes bytes(64 * 1024);
        auto const length = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
        bytes.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
        return bytes;
    }
    int descriptor() const { return m_descriptor; }

  private:
    static sockaddr_in addressOf(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    int m_descriptor;
};

/// Shakes hands as a desk does, on this thread; false when the other side refuses.
inline bool shakeHands(RawSocket const& socket, TlsEngine& engine) {
    for (;;) {
        engine.shake();
        core::Bytes out;
        engine.takeOutput(out);
        if (!out.empty()) socket.send(out);
        if (engine.state() != TlsEngine::State::Shaking) return engine.state() == TlsEngine::State::Open;
        auto const in = socket.receive();
        if (in.empty()) return false;
        engine.receive(in);
    }
}

} // namespace ob::net::tests
