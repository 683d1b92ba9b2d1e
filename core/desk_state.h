// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/journal/merkle.h"

#include <optional>
#include <vector>

namespace ob::core {

/// What a desk remembers about itself between starts, in the snapshot of its own stream: only to start fast.
/// All of it can be found again in the journal.
struct DeskState {
    struct Frontier {
        LogId log;
        CompactRange range; ///< of the log when the state was written
    };
    std::vector<IncidentNumber> lastNumbers; ///< NumberMint::last
    std::vector<Frontier> frontiers;
    /// Sections whose forgetting is committed and whose words may still be in the file.
    struct Shredding {
        LogId log;
        std::uint64_t sequence = 0;
        std::uint8_t section = 0;
        StreamId stream;
        friend bool operator==(Shredding const&, Shredding const&) = default;
    };
    std::vector<Shredding> shreddings;

    Bytes encode() const;
    /// Nothing for bytes of another version.
    static std::optional<DeskState> decode(ByteView bytes);
};

} // namespace ob::core
