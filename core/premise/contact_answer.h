// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <cstdint>
#include <string>

namespace ob::core {

/// Somebody wanted to know whom to call at a place. Kept before the answer is given.
struct ContactAsking {
    std::string key;  ///< of the record
    std::string name; ///< as it was then
    Instant at;
    std::string operatorName;
    std::string position;
    friend bool operator==(ContactAsking const&, ContactAsking const&) = default;
};

/// What came of asking.
struct ContactAnswer {
    enum class State : std::uint8_t {
        Told,
        NotAllowed,  ///< nobody who takes calls, dispatches or supervises is signed in
        Gone,        ///< there is no such record any more, or nobody in it
        NotRecorded, ///< the asking could not be kept, so nothing is told
        Unreadable,  ///< it was damaged, or sealed with another key
    };
    State state{};
    std::string contact; ///< when told
};

} // namespace ob::core
