// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "net/event_loop.h"
#include "net/frame.h"
#include "net/link.h"

#include <tl/expected.hpp>

namespace ob::net {

struct HubLimits {
    std::size_t handshakes = 16;              ///< accepted connections that shake hands at a time
    std::size_t waiting = 64;                 ///< accepted ones that wait for their turn; more are dropped
    std::size_t links = 256;                  ///< all together; more are dropped
    std::size_t queueBytes = 8 * 1024 * 1024; ///< of frames on a link; more ends it as TooSlow
    core::Duration connect = core::Duration::ofSeconds(10);   ///< name and TCP
    core::Duration handshake = core::Duration::ofSeconds(10); ///< TLS
    core::Duration stalled = core::Duration::ofSeconds(15);   ///< nothing taken of what is sent
    core::Duration farewell = core::Duration::ofSeconds(1);   ///< last words when a link is closed
    core::Duration healthy = core::Duration::ofSeconds(30);   ///< resets the waits between attempts
};

/// All links of a desk to its peers: TCP, TLS 1.3, frames. Whose key a peer has shown, and what the frames
/// mean, is for others to say. Whether a silent peer is still alive is theirs too (PING). Lives on the thread
/// of the loop.
class Hub {
  public:
    /// None is called from within a function of the hub, and none after `done` of `shutDown`. They may call
    /// everything but the destructor (`done` that too).
    struct Callbacks {
        std::function<void(LinkId, LinkOpened const&)> opened;
        std::function<void(LinkId, Frame const&)> frame;
        /// Of every link that was opened, once; and of accepted connections whose handshake failed, which
        /// were never opened and have not been heard of (the detail then names the address).
        std::function<void(LinkId, LinkEnd, std::string const& detail)> closed;
        /// Less than 64 KiB wait now, after there was more: time to send.
        std::function<void(LinkId)> drained;
        /// Each attempt that did not lead to `opened`; the hub tries again by itself.
        std::function<void(Endpoint const&, std::string const& reason)> dialFailed;
    };
    using Limits = HubLimits;

    /// The key is only read here. The loop must outlive the hub.
    Hub(EventLoop& loop, core::SecretKey const& tlsKey, Callbacks callbacks, Limits limits = {});
    /// Cuts off what `shutDown` has not ended, and says nothing about it.
    ~Hub();

    /// The real endpoint, or why not. The host must be an address or localhost.
    tl::expected<Endpoint, std::string> listen(Endpoint const& at);

    /// Keeps a link to the endpoint until `hangUp` or `shutDown`. Again for the same text: ignored.
    void dial(Endpoint const& to);
    /// Stops trying, and closes the link that was dialled.
    void hangUp(Endpoint const& to);
    /// Before closing a dialled link for a reason that lasts (wrong realm, revoked desk, a second link to the
    /// same desk): the next attempt comes after 15 to 30 seconds.
    void redialLater(LinkId link);

    /// An unknown link or one that ends: ignored. The payload must fit a frame.
    void send(LinkId link, Frame frame, Priority priority);
    /// Of frames, given to `send` and not to the network yet.
    std::size_t queuedBytes(LinkId link) const;

    /// Frames of Control that wait are still sent, for at most a second; nothing more is received. `closed`
    /// follows with ByUs.
    void close(LinkId link, std::string const& why);

    /// Ends listening, dialling and all links in less than two seconds, then calls `done`.
    void shutDown(std::function<void()> done);

    /// On the wire, 0 when unknown. In `closed` the link is still known.
    std::uint64_t bytesIn(LinkId link) const;
    std::uint64_t bytesOut(LinkId link) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ob::net
