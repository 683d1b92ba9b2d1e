// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/journal/event_codec.h"
#include "core/restricted_parts.h"

#include <rapidcheck.h>

namespace ob::core {

/// Values out of a seed (SplitMix64): fast, and the same everywhere.
class ValueSource {
  public:
    explicit ValueSource(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();
    /// In [0, bound); bound > 0.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    bool oneIn(std::uint64_t chance) { return below(chance) == 0; }
    Hash hash();
    Salt salt();

  private:
    std::uint64_t m_state;
};

/// Every kind that this version knows.
std::vector<std::uint16_t> const& allKinds();

/// Any fact of the kind, valid field by field; ids in it name nothing that exists.
Fact factOf(std::uint16_t kind, ValueSource& values);
Circumstance circumstanceFrom(ValueSource& values);
RestrictedParts restrictedPartsFrom(ValueSource& values);
/// A place where an event of this kind may stand: parents and stream unless it creates one.
EventPlace placeFor(std::uint16_t kind, ValueSource& values);

rc::Gen<Fact> anyFactOf(std::uint16_t kind);
rc::Gen<Fact> anyFact();
rc::Gen<EventBody> anyBody();
rc::Gen<RestrictedParts> anyRestrictedParts();

} // namespace ob::core
