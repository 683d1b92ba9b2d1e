// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/hazard_json.h"
#include "tests/support/shipped_rules.h"

namespace ob::test {

/// The list of hazards as it is shipped, read once. Throws, naming the fault.
inline core::HazardBook const& shippedHazards() {
    static core::HazardBook const hazards = [] {
        auto book = core::loadHazardBook(shippedRuleText(core::hazardFileName));
        if (!book)
            throw std::runtime_error(book.error().file + book.error().path + ": " + book.error().message);
        return *std::move(book);
    }();
    return hazards;
}

} // namespace ob::test
