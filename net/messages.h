// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"
#include "core/journal/encoded.h"
#include "core/journal/statement_file.h"
#include "net/limits.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ob::net {

// What desks say to each other: the payloads of frames, deterministic CBOR. The specification is in
// net/README.md. Every decoder takes any bytes and gives nothing for those that are not
// such a message; fields of a map that it does not know are skipped.

enum class FrameType : std::uint8_t {
    Hello = 1,
    Refuse = 2,
    Ping = 3,
    Pong = 4,
    Have = 5,
    Want = 6,
    Unwant = 7,
    Batch = 8,
    Credit = 9,
    WantStreams = 10,
    WantBodies = 11,
    Upgrade = 12,
    ForkQuestion = 13,
    ForkProof = 14,
    Statement = 15,
    Positions = 16, ///< as net/position_frame.h
    PositionsTaken = 17,
    BlobWant = 18, ///< as net/blob_frame.h
    BlobChunk = 19,
    BlobNone = 20,
    BlobHave = 21,
    SetAside = 22, ///< as core/journal/aside_event.h
    BodiesGiven = 23,
};
inline constexpr FrameType newestFrameType = FrameType::BodiesGiven;

/// Why a link is not made or is ended: both sides show it.
enum class RefuseReason : std::uint8_t {
    Protocol = 1,     ///< no version in common
    OtherRealm = 2,   ///< another joint command area
    OtherKind = 3,    ///< a drill and the live system
    NotCertified = 4, ///< certificate does not hold here
    WrongTlsKey = 5,  ///< not the key of the certificate
    BadSignature = 6, ///< of the hello
    Revoked = 7,      ///< the desk's key was revoked
    Itself = 8,       ///< the desk dialled itself
    Duplicate = 9,    ///< there is a link to this desk already
    BadFrame = 10,    ///< not what the protocol says
    Silent = 11,      ///< nothing was heard for too long
    BadLog = 12,      ///< a log that does not verify
    ShuttingDown = 13,
    TooMany = 14, ///< over a limit
};
struct Refuse {
    RefuseReason reason{};
    std::string detail; ///< English, for a log file
    friend bool operator==(Refuse const&, Refuse const&) = default;
};
core::Bytes encode(Refuse const& refuse);
std::optional<Refuse> decodeRefuse(core::ByteView payload);

/// Ping: when it was sent by its sender's clock. Pong: that again, and the answerer's clock.
struct Ping {
    core::Instant sentAt;
    friend bool operator==(Ping const&, Ping const&) = default;
};
struct Pong {
    core::Instant sentAt;
    core::Instant answeredAt;
    friend bool operator==(Pong const&, Pong const&) = default;
};
core::Bytes encode(Ping const& ping);
core::Bytes encode(Pong const& pong);
std::optional<Ping> decodePing(core::ByteView payload);
std::optional<Pong> decodePong(core::ByteView payload);

/// What the sender holds durably: after the hello all of it, later what changed. It is the acknowledgement
/// too.
struct HaveEntry {
    core::LogId log;
    std::uint64_t size = 0;
    std::uint64_t complete = 0; ///< leaves from the beginning of which it has all that its agency may have
    core::Hash root{};          ///< of its newest head
    /// Links from the sender to the desk that writes it, 1 … maxHops; 0 at that desk. Nothing: none is known,
    /// or the way is through the receiver.
    std::optional<std::uint8_t> hops{};
    friend bool operator==(HaveEntry const&, HaveEntry const&) = default;
};
core::Bytes encodeHave(std::vector<HaveEntry> const& entries);
std::optional<std::vector<HaveEntry>> decodeHave(core::ByteView payload);

/// Asks for a log from this place on, and what is added to it later.
struct Want {
    core::LogId log;
    std::uint64_t from = 0;
    friend bool operator==(Want const&, Want const&) = default;
};
core::Bytes encode(Want const& want);
std::optional<Want> decodeWant(core::ByteView payload);
core::Bytes encodeUnwant(core::LogId log);
std::optional<core::LogId> decodeUnwant(core::ByteView payload);

/// Where a log comes from: with its first batch.
struct Origin {
    core::Hash nonce{};
    core::Lane lane = core::Lane::Live;
    core::Bytes certificate;
    friend bool operator==(Origin const&, Origin const&) = default;
};
/// Leaves of a log in sequence. Events have header and open section or are stubs.
struct Batch {
    core::LogId log;
    std::uint64_t first = 0;
    std::optional<Origin> origin; ///< with first == 0
    std::vector<core::EncodedEvent> events;
    std::optional<std::string> head; ///< signed note; the piece ends with this batch
    /// Hashes in it are not for the receiver's agency, says a desk of the log's.
    bool isAll = false;
    friend bool operator==(Batch const&, Batch const&) = default;
};
core::Bytes encode(Batch const& batch);
using AuthorOf = std::function<std::optional<core::AgencyIndex>(core::LogId)>;
/// Every event is decoded as far as its place in the log and its stream; leaves are computed from the
/// headers. A header that is not one becomes a stub of its hash. With the agency that writes the log, an
/// event whose header was short comes decoded whole: its hashes were made here.
std::optional<Batch> decodeBatch(core::ByteView payload, AuthorOf const& authorOf = {});
/// Bytes that an event takes in a batch, about.
std::size_t sizeInBatch(core::EncodedEvent const& event);

core::Bytes encodeCredit(std::uint64_t bytes);
std::optional<std::uint64_t> decodeCredit(core::ByteView payload);

/// So many bytes of positions have come: only then more are sent, so that a slow link shows fewer places and
/// not older ones.
core::Bytes encodePositionsTaken(std::uint64_t bytes);
std::optional<std::uint64_t> decodePositionsTaken(core::ByteView payload);

/// Asks for everything of these streams that the asker may have.
core::Bytes encodeWantStreams(std::vector<core::StreamId> const& streams);
std::optional<std::vector<core::StreamId>> decodeWantStreams(core::ByteView payload);

/// Asks for the events in these ranges of a log, which the asker holds as hashes only.
struct WantBodies {
    struct Range {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        friend bool operator==(Range const&, Range const&) = default;
    };
    core::LogId log;
    std::vector<Range> ranges; ///< ascending, apart
    friend bool operator==(WantBodies const&, WantBodies const&) = default;
};
core::Bytes encode(WantBodies const& wanted);
std::optional<WantBodies> decodeWantBodies(core::ByteView payload);

/// Comes after the upgrades that answer a WantBodies: what are still hashes among the log's leaves up to here
/// are not for the receiver's agency, says a desk of the log's.
struct BodiesGiven {
    core::LogId log;
    std::uint64_t end = 0;
    friend bool operator==(BodiesGiven const&, BodiesGiven const&) = default;
};
core::Bytes encode(BodiesGiven const& given);
std::optional<BodiesGiven> decodeBodiesGiven(core::ByteView payload);

/// Events of one log with what the receiver may have of them now; not stubs.
struct Upgrade {
    core::LogId log;
    std::vector<core::EncodedEvent> events; ///< ascending by sequence
    friend bool operator==(Upgrade const&, Upgrade const&) = default;
};
core::Bytes encode(Upgrade const& upgrade);
std::optional<Upgrade> decodeUpgrade(core::ByteView payload);

/// "Your log does not continue mine; this is the newest head I hold": answered by a proof when there is one.
struct ForkQuestion {
    core::LogId log;
    std::string head;
    friend bool operator==(ForkQuestion const&, ForkQuestion const&) = default;
};
core::Bytes encode(ForkQuestion const& question);
std::optional<ForkQuestion> decodeForkQuestion(core::ByteView payload);

/// Revocations and settlements (as core/journal/statement_file.h) and cosignatures (as a signed note) are
/// passed on as they are.
enum class StatementKind : std::uint8_t { Revocation = 0, Settlement = 1, Cosignature = 2, Bodies = 3 };
struct Statement {
    StatementKind kind{};
    core::LogId log;          ///< of a cosignature or what is said of bodies; else nil
    core::AgencyIndex agency; ///< of the witness
    core::Bytes bytes;
    friend bool operator==(Statement const&, Statement const&) = default;
};
core::Bytes encode(Statement const& statement);
std::optional<Statement> decodeStatement(core::ByteView payload);
Statement statementOf(core::StatementFile const& file);

} // namespace ob::net
