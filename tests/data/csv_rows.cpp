// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/csv_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

/// csv_rows ENCODING PIECE DELIMITER: each record of standard input, read in pieces of so many bytes, as one
/// JSON object on a line. An empty encoding or delimiter is found by the reader.
int main(int count, char** arguments) {
    using namespace ob::core;
    if (count != 4) return 2;
    std::array<char, 1 << 16> room;
    std::size_t const piece = std::min<std::size_t>(std::strtoul(arguments[2], nullptr, 10), room.size());
    auto source = [&] { return std::string_view(room.data(), std::fread(room.data(), 1, piece, stdin)); };
    auto reader = CsvReader::open(source, {.delimiter = arguments[3][0], .encoding = arguments[1]});
    if (!reader || piece == 0) return 2;
    while (auto const* row = reader->next()) {
        nlohmann::json const object{{"line", row->line},           {"fields", row->fields},
                                    {"openQuote", row->openQuote}, {"terminated", row->terminated},
                                    {"tooLong", row->tooLong},     {"badText", row->hadBadText}};
        std::printf("%s\n", object.dump().c_str());
    }
    return 0;
}
