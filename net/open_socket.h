// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/endpoint.h"

#include <utility>

namespace ob::net {

/// A connected TCP socket on its way from who made the connection to who uses it; closed when nobody takes
/// it.
class OpenSocket {
  public:
    /// Takes the descriptor over and sets what every link wants: no delay, death noticed after 10 s, little
    /// in the kernel's queue so that what is urgent does not wait there.
    OpenSocket(int descriptor, Endpoint remote);
    ~OpenSocket();
    OpenSocket(OpenSocket&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1)), m_remote(std::move(other.m_remote)) {}
    OpenSocket& operator=(OpenSocket&&) = delete;

    Endpoint const& remote() const { return m_remote; }
    bool isIpv6() const;
    int descriptor() const { return m_descriptor; }
    int release() { return std::exchange(m_descriptor, -1); }

  private:
    int m_descriptor;
    Endpoint m_remote;
};

} // namespace ob::net
