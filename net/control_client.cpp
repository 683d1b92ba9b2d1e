// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/control_client.h"

#include "net/control_server.h"

#include <array>
#include <cerrno>
#include <chrono>

#include <poll.h>
#include <sys/socket.h>

namespace ob::net {
namespace {

using Clock = std::chrono::steady_clock;

/// False when the time is over.
bool waitFor(int descriptor, short events, std::optional<Clock::time_point> until) {
    for (;;) {
        int wait = -1;
        if (until) {
            auto const left = std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count();
            wait = static_cast<int>(std::clamp<long long>(left, 0, 60'000));
        }
        pollfd look{.fd = descriptor, .events = events, .revents = 0};
        int const ready = ::poll(&look, 1, wait);
        if (ready > 0) return true;
        if (ready < 0 && errno == EINTR && until)
            return false; // somebody pressed Ctrl+C, and wants to see it
        if (until && Clock::now() >= *until) return false;
    }
}

} // namespace

std::optional<ControlClient> ControlClient::connect(std::filesystem::path const& folder) {
    SocketFolder const opened(folder);
    if (!opened.isOpen()) return std::nullopt;
    Descriptor socket = connectTo(opened.pathOf(ControlServer::socketName));
    if (!socket.isOpen()) return std::nullopt;
    return ControlClient(std::move(socket));
}

bool ControlClient::send(Frame const& frame) {
    core::Bytes bytes;
    appendFrame(bytes, frame);
    for (std::size_t sent = 0; sent < bytes.size();) {
        auto const count = ::send(m_socket.number(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count >= 0) {
            sent += static_cast<std::size_t>(count);
            continue;
        }
        if (errno == EAGAIN)
            waitFor(m_socket.number(), POLLOUT, std::nullopt);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

ControlClient::Heard ControlClient::receive(Frame& frame, core::Duration patience) {
    auto const until = Clock::now() + std::chrono::milliseconds(patience.milliseconds());
    for (;;) {
        if (auto next = m_reader.next()) {
            frame = *std::move(next);
            return Heard::Frame;
        }
        if (m_reader.fault() != FrameFault::None) return Heard::End;
        std::array<std::uint8_t, 64 * 1024> arrived;
        auto const count = ::recv(m_socket.number(), arrived.data(), arrived.size(), 0);
        if (count > 0) {
            m_reader.push({arrived.data(), static_cast<std::size_t>(count)});
            continue;
        }
        if (count == 0 || (errno != EAGAIN && errno != EINTR)) return Heard::End;
        if (!waitFor(m_socket.number(), POLLIN, until)) return Heard::Nothing;
    }
}

} // namespace ob::net
