// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/ports.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace ob::net {

/// The first bytes of a unit's id: they tell the units of one agency apart, and keep a fix below 32 bytes.
using UnitTag = std::array<std::uint8_t, 8>;
UnitTag tagOf(core::UnitId unit);

struct TaggedFix {
    UnitTag unit{};
    core::Fix fix;
};

/// Place of a frame among all that its author ever signed under one log: a later run has a larger epoch.
struct PositionStamp {
    std::uint64_t epoch = 0;
    std::uint64_t sequence = 0;
    friend auto operator<=>(PositionStamp, PositionStamp) = default;
};

/// Where units of one agency are, signed by one of its desks. Not part of any log: what is newer takes the
/// place of what is older, and nobody has to have them all.
struct PositionFrame {
    core::LogId log; ///< live log of the desk that signs
    PositionStamp stamp;
    std::vector<core::AgencyIndex> audience; ///< ascending; empty: every agency of the realm
    std::uint32_t gridMetres = 0;            ///< of all fixes
    std::vector<TaggedFix> fixes;            ///< at most maxPositionFixes
    bool isFor(core::AgencyIndex agency) const;
};

struct SignedPositions {
    PositionFrame frame;
    core::Bytes body; ///< as it was signed
    core::Signature signature;
};
core::Bytes encodePositions(PositionFrame const& frame, core::SecretKey const& deskKey);
std::optional<SignedPositions> decodePositions(core::ByteView payload);
[[nodiscard]] bool verifyPositions(SignedPositions const& positions, core::PublicKey const& deskKey);

} // namespace ob::net
