// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/event_loop.h"
#include "net/open_socket.h"

#include <tl/expected.hpp>

namespace ob::net {

/// One attempt at a TCP connection: looks the name up, tries its addresses one after the other, each with its
/// share of the time. Given up when destroyed.
class Connector {
  public:
    using Connected = std::function<void(tl::expected<OpenSocket, std::string>)>;

    /// `connected` is called once, never from within here; it may destroy the connector.
    Connector(EventLoop& loop, Endpoint const& to, core::Duration within, Connected connected);
    ~Connector();
    Connector(Connector const&) = delete;
    Connector& operator=(Connector const&) = delete;

  private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with the wait that is under way
};

} // namespace ob::net
