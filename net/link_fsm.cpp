// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/link_fsm.h"

#include <algorithm>

namespace ob::net {
namespace {

constexpr std::size_t keptMeasures = 8;

std::string kindName(core::RealmKind kind) { return kind == core::RealmKind::Drill ? "a drill" : "live"; }

Refuse revoked(core::DeskCertificate const& desk) {
    return {RefuseReason::Revoked, "the key of " + desk.name + " was revoked by its agency"};
}

} // namespace

LinkFsm::LinkFsm(LinkIdentity const& identity, LinkFacts const& facts, Times at)
    : m_identity(identity), m_facts(facts), m_began(at.ticks), m_lastHeard(at.ticks), m_lastPing(at.ticks),
      m_framesAt(at.ticks) {}

LinkFsm::Step LinkFsm::start(Times at) {
    Hello const hello{.minVersion = minProtocolVersion,
                      .maxVersion = maxProtocolVersion,
                      .realm = m_identity.realm.id,
                      .kind = m_identity.realm.kind,
                      .certificate = m_identity.certificate,
                      .now = at.now,
                      .program = m_identity.program};
    Step step;
    step.send.push_back(
        {FrameType::Hello, encodeHello(hello, m_identity.deskKey, m_facts.exporter, m_facts.side)});
    return step;
}

LinkFsm::Step LinkFsm::end(Refuse reason) {
    Step step;
    if (m_isOver) return step;
    m_isOver = true;
    if (reason.detail.size() > maxReasonBytes) reason.detail.resize(maxReasonBytes);
    step.send.push_back({FrameType::Refuse, encode(reason)});
    step.ending = std::move(reason);
    return step;
}

bool LinkFsm::spend(FrameType type, core::Instant ticks) {
    std::int64_t const price = type > newestFrameType ? priceOfUnknownFrame * 1000 : 1000;
    std::int64_t const since =
        std::min((ticks - m_framesAt).milliseconds(), mostThousandths / maxFramesPerSecond);
    m_framesAt = ticks;
    // So many a second are as many thousandths a millisecond.
    m_frameThousandths = std::min(mostThousandths, m_frameThousandths + since * maxFramesPerSecond);
    if (m_frameThousandths < price) return false;
    m_frameThousandths -= price;
    return true;
}

LinkFsm::Step LinkFsm::receive(FrameType type, core::ByteView payload, Times at) {
    if (m_isOver) return {};
    m_lastHeard = at.ticks;
    if (!spend(type, at.ticks))
        return end({RefuseReason::TooMany,
                    "more than " + std::to_string(maxFramesPerSecond) + " frames a second, or than "
                        + std::to_string(maxFramesPerSecond / priceOfUnknownFrame)
                        + " of a kind that is not known here: stop the program at the other desk"});
    if (type == FrameType::Refuse) {
        m_isOver = true;
        Step step;
        step.ending =
            decodeRefuse(payload).value_or(Refuse{RefuseReason::BadFrame, "no reason that can be read"});
        step.wasRefused = true;
        return step;
    }
    if (!m_peer) {
        if (type != FrameType::Hello) return end({RefuseReason::BadFrame, "the first frame is no hello"});
        return takeHello(payload, at);
    }
    Step step;
    switch (type) {
    case FrameType::Ping:
        if (auto const ping = decodePing(payload)) {
            step.send.push_back(
                {FrameType::Pong, encode(Pong{.sentAt = ping->sentAt, .answeredAt = at.now})});
            return step;
        }
        return end({RefuseReason::BadFrame, "not a ping"});
    case FrameType::Pong:
        if (auto const pong = decodePong(payload)) {
            takePong(*pong, at);
            return step;
        }
        return end({RefuseReason::BadFrame, "not an answer to a ping"});
    case FrameType::Hello: return end({RefuseReason::BadFrame, "a second hello"});
    case FrameType::Refuse:
    case FrameType::Have:
    case FrameType::Want:
    case FrameType::Unwant:
    case FrameType::Batch:
    case FrameType::Credit:
    case FrameType::WantStreams:
    case FrameType::WantBodies:
    case FrameType::Upgrade:
    case FrameType::ForkQuestion:
    case FrameType::ForkProof:
    case FrameType::Statement:
    case FrameType::Positions:
    case FrameType::PositionsTaken:
    case FrameType::BlobWant:
    case FrameType::BlobChunk:
    case FrameType::BlobNone:
    case FrameType::BlobHave:
    case FrameType::SetAside:
    case FrameType::BodiesGiven: break;
    }
    // Types of a newer version are ignored, so that it can add some.
    step.isForReplica = type >= FrameType::Have && type <= newestFrameType;
    return step;
}

std::optional<Refuse> LinkFsm::fault(SignedHello const& signedHello) const {
    Hello const& hello = signedHello.hello;
    if (hello.minVersion > maxProtocolVersion || hello.maxVersion < minProtocolVersion)
        return Refuse{RefuseReason::Protocol,
                      "this desk speaks protocol " + std::to_string(minProtocolVersion) + " to "
                          + std::to_string(maxProtocolVersion) + ", the other "
                          + std::to_string(hello.minVersion) + " to " + std::to_string(hello.maxVersion)
                          + ": upgrade the older program"};
    if (hello.kind != m_identity.realm.kind)
        return Refuse{RefuseReason::OtherKind, "this desk is " + kindName(m_identity.realm.kind)
                                                   + ", the other " + kindName(hello.kind)};
    if (hello.realm != m_identity.realm.id)
        return Refuse{RefuseReason::OtherRealm, "this desk is of realm " + core::toHex(m_identity.realm.id)
                                                    + ", the other of " + core::toHex(hello.realm)};
    auto const issued = core::verifyCertificate(hello.certificate, m_identity.realm);
    if (!issued)
        return Refuse{RefuseReason::NotCertified,
                      "the desk certificate does not hold here (" + std::string(nameOf(issued.error()))
                          + "): compare the realm files, or enrol the desk again"};
    auto const& desk = issued->certificate;
    if (desk.tlsKey != m_facts.peerTlsKey)
        return Refuse{RefuseReason::WrongTlsKey, "the TLS key is not the one of the desk certificate"};
    auto const theirSide = m_facts.side == LinkSide::Dialled ? LinkSide::Accepted : LinkSide::Dialled;
    if (!verifyHello(signedHello, desk.deskKey, m_facts.exporter, theirSide))
        return Refuse{RefuseReason::BadSignature, "the hello is not signed by the desk for this connection"};
    if (desk.deskKey == m_identity.deskKey.publicKey())
        return Refuse{RefuseReason::Itself, "the desk dialled itself, or a copy of it runs elsewhere"};
    if (m_identity.isRevoked && m_identity.isRevoked(desk)) return revoked(desk);
    return std::nullopt;
}

LinkFsm::Step LinkFsm::takeHello(core::ByteView payload, Times at) {
    auto const hello = decodeHello(payload);
    if (!hello) return end({RefuseReason::BadFrame, "not a hello"});
    if (auto reason = fault(*hello)) return end(*std::move(reason));
    m_peer = core::verifyCertificate(hello->hello.certificate, m_identity.realm)->certificate;
    Step step;
    step.isEstablished = true;
    step.send.push_back({FrameType::Ping, encode(Ping{.sentAt = at.now})});
    m_lastPing = at.ticks;
    m_pingTicks = at.ticks;
    return step;
}

void LinkFsm::takePong(Pong const& pong, Times at) {
    if (!m_pingTicks) return;
    auto const roundTrip = at.ticks - *m_pingTicks;
    m_pingTicks.reset();
    std::int64_t const half = roundTrip.milliseconds() / 2;
    Measure const measure{
        .roundTrip = roundTrip,
        .offset = core::Duration::ofMilliseconds((pong.answeredAt - at.now).milliseconds() + half)};
    if (m_measures.size() == keptMeasures) m_measures.erase(m_measures.begin());
    m_measures.push_back(measure);
}

LinkFsm::Measure const* LinkFsm::best() const {
    auto const found =
        std::min_element(m_measures.begin(), m_measures.end(),
                         [](auto const& a, auto const& b) { return a.roundTrip < b.roundTrip; });
    return found == m_measures.end() ? nullptr : &*found;
}

std::optional<core::Duration> LinkFsm::clockOffset() const {
    auto const* const measure = best();
    return measure ? std::optional(measure->offset) : std::nullopt;
}

std::optional<core::Duration> LinkFsm::roundTrip() const {
    auto const* const measure = best();
    return measure ? std::optional(measure->roundTrip) : std::nullopt;
}

LinkFsm::Step LinkFsm::tick(Times at) {
    if (m_isOver) return {};
    if (!m_peer && at.ticks - m_began > helloDeadline)
        return end({RefuseReason::Silent,
                    "no hello within " + std::to_string(helloDeadline.milliseconds() / 1000) + " seconds"});
    if (m_peer && at.ticks - m_lastHeard > deadAfter)
        return end({RefuseReason::Silent,
                    "nothing heard for " + std::to_string(deadAfter.milliseconds() / 1000) + " seconds"});
    if (m_peer && m_identity.isRevoked && m_identity.isRevoked(*m_peer)) return end(revoked(*m_peer));
    Step step;
    if (!m_peer || at.ticks - m_lastPing < pingAfter) return step;
    m_lastPing = at.ticks;
    m_pingTicks = at.ticks;
    step.send.push_back({FrameType::Ping, encode(Ping{.sentAt = at.now})});
    return step;
}

} // namespace ob::net
