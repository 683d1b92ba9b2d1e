// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/messages.h"

#include <optional>

namespace ob::core {
class FakeJournal;
}

namespace ob::sim {

/// Faults that are planted on purpose: each must be found.
enum class Planted : std::uint8_t {
    None,
    TellsBeforeItKeeps,      ///< what was acknowledged last is gone after a power cut
    ReusesSequences,         ///< the same, and the desk writes on without asking its guard
    IgnoresAudience,         ///< every peer is given what only the own agency may have
    SendsBeforeCommit,       ///< own events leave before they are on the disk, and nobody asks the guard
    AcknowledgesBeforeSync,  ///< other desks' events count as held before they are on the disk
    TrustsEqualSize,         ///< a log that is as long as a peer's lacks nothing: words are never asked for
    AsksOneRelay,            ///< words are asked of one peer alone, which may hold the hash only
    HidesParents,            ///< some events are given as hashes to who is given what follows on them
    OverlooksForks,          ///< a log that does not go on as it began is left alone
    TrustsConcurrent,        ///< authority comes from what is held, ancestor or not
    ServesASectionUnasked,   ///< one section of some is given without looking who may have it
    TellsByLength,           ///< how long a batch is follows from what is left out of it
    CountsWhatIsVoided,      ///< what was written after a revocation has its effect all the same
    OverlooksSettledRoots,   ///< of a settlement the size counts, whichever history is held
    KeepsStatementsToItself, ///< a revocation or settlement is kept, and nobody is told
    DropsUnknownKinds,       ///< of an event that is not understood the hash is passed on
};

/// About a frame that is on its way out.
struct Sending {
    bool isToFirstPeer = false; ///< whom the desk has known longest
    bool isToOthers = false;    ///< to another agency
    core::FakeJournal& journal; ///< of the desk
};
/// The frame as a desk with this fault sends it; nothing when it does not.
std::optional<core::Bytes> distorted(Planted fault, net::FrameType type, core::Bytes payload,
                                     Sending const& sending);

} // namespace ob::sim
