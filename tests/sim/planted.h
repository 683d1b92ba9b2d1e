// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/messages.h"

#include <optional>

namespace ob::sim {

/// Faults that are planted on purpose: each must be found.
enum class Planted : std::uint8_t {
    None,
    TellsBeforeItKeeps,     ///< what was acknowledged last is gone after a power cut
    ReusesSequences,        ///< the same, and the desk writes on without asking its guard
    IgnoresAudience,        ///< every peer is given what only the own agency may have
    SendsBeforeCommit,      ///< own events leave before they are on the disk, and nobody asks the guard
    AcknowledgesBeforeSync, ///< other desks' events count as held before they are on the disk
    TrustsEqualSize,        ///< a log that is as long as a peer's lacks nothing: words are never asked for
    AsksOneRelay,           ///< words are asked of one peer alone, which may hold the hash only
    HidesParents,           ///< some events are given as hashes to who is given what follows on them
    OverlooksForks,         ///< a log that does not go on as it began is left alone
};

/// The frame as a desk with this fault sends it; nothing when it does not. Asks: `isFirstPeer`, the receiver
/// is the one that the desk has known longest.
std::optional<core::Bytes> distorted(Planted fault, net::FrameType type, core::Bytes payload,
                                     bool isFirstPeer);

} // namespace ob::sim
