// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/event_loop.h"

#include <string>
#include <vector>

namespace ob::net {

/// Addresses of a host name. The system's resolver blocks, up to half a minute when its servers are silent,
/// and cannot be stopped: so it runs on a thread of its own that shares nothing with us, answers through a
/// socket pair and is left behind when nobody waits any more. (Asio's resolver would make the end of the
/// program wait for it.)
class NameLookup {
  public:
    static constexpr std::size_t maxAddresses = 16;
    /// The addresses as text in the system's order of preference, or none and why.
    using Found = std::function<void(std::vector<std::string> addresses, std::string const& failure)>;

    /// Without effect on the loop when destroyed before `found` was called.
    NameLookup(EventLoop& loop, std::string const& host, Found found);
    ~NameLookup();
    NameLookup(NameLookup const&) = delete;
    NameLookup& operator=(NameLookup const&) = delete;

  private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with the wait that is under way
};

} // namespace ob::net
