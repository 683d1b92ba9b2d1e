// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/link.h"

namespace ob::net {

std::string_view nameOf(LinkEnd end) {
    switch (end) {
    case LinkEnd::ByUs: return "by-us";
    case LinkEnd::ByPeer: return "by-peer";
    case LinkEnd::NetworkLost: return "network-lost";
    case LinkEnd::TlsFailed: return "tls-failed";
    case LinkEnd::BadFrame: return "bad-frame";
    case LinkEnd::Deadline: return "deadline";
    case LinkEnd::TooSlow: return "too-slow";
    }
    return {};
}

} // namespace ob::net
