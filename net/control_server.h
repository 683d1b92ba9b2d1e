// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/event_loop.h"
#include "net/frame.h"

#include <filesystem>
#include <stdexcept>

namespace ob::net {

enum class ConnectionId : std::uint64_t {};

/// The control socket cannot be made: what happened and what to do.
class ControlError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// What programs of the same user ask of a running desk: frames over the socket `control.sock` in its data
/// folder, which only its owner may open. What the frames mean is not known here. Belongs to the thread of
/// the loop; callbacks come from the loop, never out of a call.
class ControlServer {
  public:
    struct Callbacks {
        std::function<void(ConnectionId, Frame const&)> received;
        /// The other side is gone, or was dropped. Not told after `close`.
        std::function<void(ConnectionId)> closed;
        /// Less than `lowWater` waits to be sent; told when it was more.
        std::function<void(ConnectionId)> drained;
    };

    /// Takes the place of the socket of a dead process. Throws ControlError when a living one answers there.
    ControlServer(EventLoop& loop, std::filesystem::path const& folder, Callbacks callbacks);
    /// Sends what the sockets take at once, and removes the socket.
    ~ControlServer();

    /// Unknown connections are ignored. A connection for which too much waits is dropped.
    void send(ConnectionId connection, Frame const& frame);
    /// After what was sent has gone. Nothing is told of it any more.
    void close(ConnectionId connection);
    /// At once; told as closed.
    void drop(ConnectionId connection);
    /// Bytes that wait to be sent.
    std::size_t queued(ConnectionId connection) const;

    static constexpr std::size_t maxConnections = 16; ///< more are closed at once
    static constexpr std::size_t maxQueuedBytes = 8 * 1024 * 1024;
    static constexpr std::size_t lowWater = 256 * 1024;
    static constexpr char const* socketName = "control.sock";

  private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with the waits that are under way
};

} // namespace ob::net
