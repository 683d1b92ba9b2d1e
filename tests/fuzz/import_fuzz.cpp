// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/interop/csv_reader.h"
#include "core/interop/mapping_json.h"
#include "tests/support/import_desk.h"
#include "tests/support/shipped_rules.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace ob::core;

std::uint64_t rowsOf(std::string const& csv, Mapping const& mapping) {
    bool given = false;
    auto rows = CsvReader::open(
        [&]() -> std::string_view { return std::exchange(given, true) ? std::string_view() : csv; },
        {.delimiter = mapping.delimiter, .encoding = mapping.encoding});
    OB_ENSURE(rows);
    std::uint64_t count = 0;
    while (rows->next() != nullptr)
        ++count;
    return count == 0 ? 0 : count - 1; // the header
}

void check(ImportDesk& desk, Mapping const& mapping, std::string const& csv) {
    auto const first = desk.import(mapping, csv);
    OB_ENSURE(first.made + first.changed + first.unchanged + first.refusedRows == first.rows);
    OB_ENSURE(desk.refused.size() == first.refusedRows);
    if (!first.missingNeeded.empty()) {
        OB_ENSURE(first.rows == 0);
        return;
    }
    OB_ENSURE(first.rows == rowsOf(csv, mapping));
    auto const events = desk.eventCount();
    auto const again = desk.import(mapping, csv);
    OB_ENSURE(again.made + again.changed + again.unchanged + again.refusedRows == again.rows);
    // What was refused may be possible after a later row.
    if (first.refusedRows > 0) return;
    OB_ENSURE(again.unchanged == again.rows);
    OB_ENSURE(desk.eventCount() == events);
}

Mapping const& shipped(std::size_t index) {
    static std::array<Mapping, 8> const all{shippedMapping("plain"),  shippedMapping("sffd"),
                                            shippedMapping("sfpd"),   shippedMapping("nyc311"),
                                            shippedMapping("lfb"),    shippedMapping("lfb-runs"),
                                            shippedMapping("roster"), shippedMapping("sffd-roster")};
    return all[index % all.size()];
}

} // namespace

/// The first byte says which shipped mapping, or with 0xff that the text up to a zero byte is one. The rest
/// is the file. No crash; every row is accounted for; a second time makes nothing.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size == 0 || size > 64 * 1024) return 0;
    std::string_view rest(reinterpret_cast<char const*>(bytes) + 1, size - 1);
    ImportDesk desk;
    if (bytes[0] != 0xff) {
        check(desk, shipped(bytes[0]), std::string(rest));
        return 0;
    }
    auto const end = rest.find('\0');
    auto const mapping = loadMapping("fuzz", std::string(rest.substr(0, end)), ob::test::shippedRules());
    if (!mapping || end == rest.npos) return 0;
    check(desk, *mapping, std::string(rest.substr(end + 1)));
    return 0;
}
