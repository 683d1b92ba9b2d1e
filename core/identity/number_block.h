// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"

#include <cstdint>

namespace ob::core {

/// Serials of incident numbers that one agency or desk may give on any day, both ends included. {0, 0}: none.
struct NumberBlock {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool isEmpty() const { return last == 0; }
    bool isValid() const {
        return first == 0 ? last == 0 : first <= last && last <= IncidentNumber::maxSerial;
    }
    bool contains(NumberBlock inner) const {
        return inner.isEmpty() || (first <= inner.first && inner.last <= last);
    }
    bool overlaps(NumberBlock other) const {
        return !isEmpty() && !other.isEmpty() && first <= other.last && other.first <= last;
    }
    friend bool operator==(NumberBlock, NumberBlock) = default;
};

} // namespace ob::core
