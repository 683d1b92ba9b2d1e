// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "net/endpoint.h"
#include "net/priority.h"

#include <array>
#include <string_view>

namespace ob::net {

/// One connection to a peer, never used twice.
using LinkId = std::uint64_t;

struct LinkOpened {
    bool dialled = false;    ///< by us
    Endpoint remote;         ///< as it was dialled, or where it came from
    core::Hash peerTlsKey{}; ///< SHA-256 of the SubjectPublicKeyInfo; nobody has looked yet whose it is
    std::array<std::uint8_t, 32> exporter{}; ///< RFC 5705, label "EXPORTER-oneboard-ob1", no context
};

enum class LinkEnd : std::uint8_t {
    ByUs,
    ByPeer,      ///< said goodbye in TLS
    NetworkLost, ///< without one
    TlsFailed,
    BadFrame,
    Deadline, ///< of the handshake
    TooSlow,  ///< takes less than is sent: the queue is full, or nothing was taken for long
};

std::string_view nameOf(LinkEnd end);

} // namespace ob::net
