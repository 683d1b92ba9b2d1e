// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <cstddef>
#include <cstdint>

namespace ob::net {

// What the protocol allows, on both sides of a link. See net/README.md.

inline constexpr std::uint16_t minProtocolVersion = 1;
inline constexpr std::uint16_t maxProtocolVersion = 1;

/// Payload that a sender of batches aims at, and events in one.
inline constexpr std::size_t batchBytes = 64 * 1024;
inline constexpr std::size_t batchEvents = 256;
/// An event that would not fit into a frame travels as its hash; no program of ours writes one.
inline constexpr std::size_t maxEventBytes = 192 * 1024;

/// A log is taken in pieces that end at a signed head: what is held in memory of one until it is complete.
inline constexpr std::uint64_t pieceEvents = 4096; ///< aimed at
inline constexpr std::uint64_t maxPieceEvents = 262'144;
inline constexpr std::size_t maxPieceBytes = std::size_t{128} << 20;

/// Bytes of batches and upgrades that may be on their way to a peer without its credit.
inline constexpr std::size_t initialCredit = std::size_t{1} << 20;
inline constexpr std::size_t maxCredit = std::size_t{16} << 20;

inline constexpr std::size_t maxHaveEntries = 4096;   ///< of one frame
inline constexpr std::uint8_t maxHops = 8;            ///< of a way to the desk that writes a log
inline constexpr std::size_t maxStreamsAsked = 1024;  ///< of one frame
inline constexpr std::size_t maxRangesAsked = 4096;   ///< of one frame
inline constexpr std::size_t maxUpgradeWork = 65'536; ///< streams and ranges that a peer may have waiting
inline constexpr std::size_t maxKnownLogs = 65'536;
inline constexpr std::size_t maxReasonBytes = 512;
inline constexpr std::size_t maxProgramBytes = 64;

inline constexpr std::size_t maxPositionFixes = 1024;       ///< of one frame
inline constexpr std::size_t positionsOnTheWay = 64 * 1024; ///< bytes to a peer that it has not taken yet
inline constexpr std::size_t maxUnitsOfAuthor = 8192;       ///< whose positions one desk may sign
inline constexpr std::size_t maxUnitsTracked = 262'144;     ///< all together
/// A frame of positions is signed when so many fixes wait for it, or so long after the first of them.
inline constexpr std::size_t positionsTogether = 32;
inline constexpr core::Duration positionsWait = core::Duration::ofMilliseconds(100);

/// Attachments travel in chunks of this size (the last is shorter), each asked for by itself.
inline constexpr std::size_t blobChunkBytes = 64 * 1024;
inline constexpr std::size_t maxBlobChunksAsked =
    16;                                          ///< of a peer, not answered yet; this program's own limit
inline constexpr std::size_t maxBlobWants = 32;  ///< that a peer may have waiting
inline constexpr std::size_t maxBlobHaves = 256; ///< of one frame
inline constexpr std::size_t maxBlobsMissed =
    1024;                                      ///< asked for in vain by one peer, that it is told of later
inline constexpr std::size_t maxBlobSizes = 4; ///< different ones that sections give for one hash
inline constexpr core::Duration blobAnswerWithin = core::Duration::ofSeconds(15);
inline constexpr core::Duration blobRoomAgain = core::Duration::ofSeconds(60); ///< after the disk was full

/// Of one peer, of every type: so many at once, and so many a second after that. The busiest link of the
/// benchmarks has some hundreds a second; who sends more is hung up on, before he takes the time of the
/// others.
inline constexpr std::int64_t maxFramesAtOnce = 20'000;
inline constexpr std::int64_t maxFramesPerSecond = 10'000;
/// So many frames of them is one whose type is not known here: a newer version may say a few.
inline constexpr std::int64_t priceOfUnknownFrame = 20;

inline constexpr core::Duration helloDeadline = core::Duration::ofSeconds(10);
inline constexpr core::Duration pingAfter = core::Duration::ofSeconds(5);  ///< of silence from us
inline constexpr core::Duration deadAfter = core::Duration::ofSeconds(15); ///< of silence from the peer
inline constexpr core::Duration clockAlarm = core::Duration::ofSeconds(60);
/// A source that does not go on although others have more is left for another.
inline constexpr core::Duration staleSourceAfter = core::Duration::ofSeconds(3);

} // namespace ob::net
