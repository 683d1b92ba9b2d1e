// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "net/tls_context.h"

#include <span>
#include <string>

struct ssl_st;
struct stack_st_X509;

namespace ob::net {

/// One TLS connection without a socket: bytes of the network go in and come out by hand.
class TlsEngine {
  public:
    enum class Side : std::uint8_t { Dials, Accepts };
    enum class State : std::uint8_t {
        Shaking,
        Open,
        PeerDone, ///< said goodbye; what we say is still sent
        Failed,   ///< the last output may hold the alert that tells the peer why
    };

    TlsEngine(TlsContext const& context, Side side);
    TlsEngine(TlsEngine const&) = delete;
    TlsEngine& operator=(TlsEngine const&) = delete;

    /// What came from the network. Follow with `shake` or `read` until nothing comes any more.
    void receive(core::ByteView wire);
    /// Goes on with the handshake as far as what came allows.
    void shake();
    /// The next plain bytes; 0 when there are none: then look at the state.
    std::size_t read(std::span<std::uint8_t> plain);
    /// Only when open.
    void write(core::ByteView plain);
    void sayGoodbye();
    /// Appends what is to go to the network.
    void takeOutput(core::Bytes& wire);

    State state() const { return m_state; }
    /// Why it failed, in words for a log.
    std::string const& failure() const { return m_failure; }
    core::Hash const& peerKeyHash() const { return m_peerKeyHash; }
    std::array<std::uint8_t, 32> exporter() const;

    /// For the context: what the peer showed; false refuses it.
    bool takePeer(stack_st_X509* shown);

  private:
    struct Free {
        void operator()(ssl_st* connection) const;
    };
    void fail(int result);

    std::unique_ptr<ssl_st, Free> m_connection;
    State m_state = State::Shaking;
    std::string m_failure;
    std::string m_refusal; // of the peer's certificate
    core::Hash m_peerKeyHash{};
};

} // namespace ob::net
