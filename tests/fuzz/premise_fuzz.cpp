// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/interop/premise_geojson.h"
#include "core/interop/premise_json.h"
#include "core/premise/premise_csv.h"
#include "tests/support/shipped_hazards.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace {

using namespace ob::core;

void check(PremiseReading const& reading) {
    OB_ENSURE(reading.records.size() <= reading.rows);
    OB_ENSURE(reading.isGood() == (reading.faults.size() + reading.faultsLeftOut == 0));
    OB_ENSURE(!reading.isGood() || reading.records.size() == reading.rows);
    for (auto const& [premise, contact] : reading.records) {
        OB_ENSURE(isSound(premise) && premise.hasContact == !contact.empty());
        OB_ENSURE(premiseOfJson(premiseJson(premise)) == premise);
    }
}

} // namespace

/// As a table, as GeoJSON and as a stored record: no crash; what is let through is sound and can be stored.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size > 64 * 1024) return 0;
    std::string_view const text(reinterpret_cast<char const*>(bytes), size);
    PremiseReadingOptions const options{.today = *CalendarDay::ofNumber(20270115)};
    auto const& hazards = ob::test::shippedHazards();
    std::string_view rest = text;
    check(readPremiseCsv([&] { return std::exchange(rest, {}); }, hazards, options));
    check(readPremiseGeoJson(text, hazards, options));
    if (auto const premise = premiseOfJson(text)) OB_ENSURE(isSound(*premise));
    return 0;
}
