// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/backoff.h"
#include "net/connector.h"
#include "net/link.h"

#include <map>

namespace ob::net {

/// Keeps trying to have one link to each endpoint that it was given: dials, and dials again when the link
/// ended, after a time that grows until a link has lasted.
class Dialer {
  public:
    struct Calls {
        /// Makes a link of it; nothing when there is no room for one.
        std::function<std::optional<LinkId>(OpenSocket)> connected;
        /// An attempt that got no connection.
        std::function<void(Endpoint const&, std::string const& reason)> failed;
    };
    struct Limits {
        core::Duration connect = core::Duration::ofSeconds(10);
        core::Duration healthy =
            core::Duration::ofSeconds(30); ///< a link that lasted so long forgets failures
    };

    Dialer(EventLoop& loop, Limits limits, Calls calls);
    ~Dialer();

    void dial(Endpoint const& to);
    /// Forgets the endpoint; the link to it, if there is one, stays and is returned.
    std::optional<LinkId> hangUp(Endpoint const& to);
    void hangUpAll();

    // What became of links; those that were not dialled are ignored.
    void opened(LinkId link);
    /// Where it was dialled to, if it was and still is wanted.
    std::optional<Endpoint> ended(LinkId link);
    void slowDown(LinkId link);

  private:
    struct Target {
        Endpoint endpoint;
        Backoff backoff;
        TimerId timer{};
        std::unique_ptr<Connector> connector;
        std::optional<LinkId> link;
        std::optional<core::Instant> openedAt; // steady
    };

    void attempt(Target& target);
    void wait(Target& target);
    void onResult(Endpoint const& to, tl::expected<OpenSocket, std::string> result);
    Target* targetOf(LinkId link);

    EventLoop& m_loop;
    Limits m_limits;
    Calls m_calls;
    std::map<Endpoint, Target> m_targets;
};

} // namespace ob::net
