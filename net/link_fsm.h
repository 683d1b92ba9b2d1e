// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "net/hello.h"
#include "net/limits.h"
#include "net/messages.h"

#include <functional>
#include <optional>
#include <vector>

namespace ob::net {

/// Who we are to every peer.
struct LinkIdentity {
    core::RealmFile const& realm;
    core::Bytes const& certificate;
    core::DeskCertificate const& desk;
    core::SecretKey const& deskKey;
    std::function<bool(core::DeskCertificate const&)> isRevoked;
    std::string program;
};

/// What is known of one TLS connection before the first frame.
struct LinkFacts {
    LinkSide side = LinkSide::Dialled; ///< ours
    ExporterValue exporter{};
    core::Hash peerTlsKey{}; ///< SHA-256 of its SubjectPublicKeyInfo
};

/// The life of one link: hello, then frames, with pings in silence. Each side sends its hello first and may
/// say nothing else before the other's holds. Times are the desk's own clock; waiting is measured with
/// `ticks` that only go forward.
class LinkFsm {
  public:
    struct Outgoing {
        FrameType type{};
        core::Bytes payload;
    };
    /// What is to be done after an input.
    struct Step {
        std::vector<Outgoing> send;
        bool isEstablished = false;   ///< now: the peer's hello holds
        bool isForReplica = false;    ///< the frame is of replication
        std::optional<Refuse> ending; ///< end the link; `send` holds the farewell
        bool wasRefused = false;      ///< the peer ended it, with the reason in `ending`
    };

    /// `now` by the desk's clock, `ticks` by a clock that is only good for differences.
    struct Times {
        core::Instant now;
        core::Instant ticks;
    };
    LinkFsm(LinkIdentity const& identity, LinkFacts const& facts, Times at);

    Step start(Times at);
    Step receive(FrameType type, core::ByteView payload, Times at);
    Step tick(Times at);
    /// Says farewell.
    Step end(Refuse reason);

    bool isEstablished() const { return m_peer.has_value(); }
    /// Whose hello holds.
    std::optional<core::DeskCertificate> const& peer() const { return m_peer; }
    /// The peer's clock minus ours, by the fastest of the last answers; nothing before the first.
    std::optional<core::Duration> clockOffset() const;
    std::optional<core::Duration> roundTrip() const;

  private:
    Step takeHello(core::ByteView payload, Times at);
    std::optional<Refuse> fault(SignedHello const& hello) const;
    void takePong(Pong const& pong, Times at);
    /// A frame less of what the peer may send; false: there is nothing left.
    bool spend(FrameType type, core::Instant ticks);

    struct Measure {
        core::Duration roundTrip;
        core::Duration offset;
    };
    Measure const* best() const;

    LinkIdentity const& m_identity;
    LinkFacts m_facts;
    core::Instant m_began;     // ticks
    core::Instant m_lastHeard; // ticks
    core::Instant m_lastPing;  // ticks
    std::optional<core::DeskCertificate> m_peer;
    std::vector<Measure> m_measures;
    std::optional<core::Instant> m_pingTicks;
    static constexpr std::int64_t mostThousandths = maxFramesAtOnce * 1000;
    std::int64_t m_frameThousandths = mostThousandths; ///< that the peer may send, as of m_framesAt
    core::Instant m_framesAt;                          // ticks
    bool m_isOver = false;
};

} // namespace ob::net
