// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/event_loop.h"
#include "net/open_socket.h"

#include <tl/expected.hpp>

namespace ob::net {

/// Takes connections and hands them on; never waits for what is done with them. Ends with the object.
class Listener {
  public:
    using Accepted = std::function<void(OpenSocket)>;

    /// The host is an address, or localhost; port 0 takes a free one. The error is a text for a log.
    static tl::expected<std::unique_ptr<Listener>, std::string> open(EventLoop& loop, Endpoint const& at,
                                                                     Accepted accepted);
    ~Listener();

    /// With the real port.
    Endpoint const& local() const { return m_local; }

  private:
    struct Impl;
    Listener(std::shared_ptr<Impl> impl, Endpoint local)
        : m_impl(std::move(impl)), m_local(std::move(local)) {}

    std::shared_ptr<Impl> m_impl; // shared with the wait that is under way
    Endpoint m_local;
};

} // namespace ob::net
