// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/interop/csv_reader.h"
#include "core/text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace ob::core;

CsvReader readerOf(std::string_view text, std::size_t piece, std::string_view encoding) {
    auto source = [text, piece]() mutable {
        auto const next = text.substr(0, piece);
        text.remove_prefix(next.size());
        return next;
    };
    auto reader = CsvReader::open(source, {.encoding = std::string(encoding)});
    OB_ENSURE(reader);
    return *std::move(reader);
}

} // namespace

/// The first byte chooses the encoding and the size of the pieces; rows are the same however the rest is cut.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size == 0) return 0;
    constexpr std::array<std::string_view, 4> encodings{"", "gb18030", "utf-16le", "windows-1252"};
    std::string_view const text(reinterpret_cast<char const*>(bytes) + 1, size - 1);
    auto whole = readerOf(text, size, encodings[bytes[0] % 4]);
    auto cut = readerOf(text, 1 + bytes[0] / 4, encodings[bytes[0] % 4]);
    std::uint64_t line = 0;
    while (auto const* row = whole.next()) {
        OB_ENSURE(row->line > line);
        line = row->line;
        OB_ENSURE(row->fields.size() <= CsvReader::maxFields && row->fields.empty() == row->tooLong);
        for (auto const& field : row->fields)
            OB_ENSURE(isValidUtf8(field));
        auto const* const same = cut.next();
        OB_ENSURE(same != nullptr && same->fields == row->fields && same->line == row->line);
        OB_ENSURE(same->terminated == row->terminated && same->openQuote == row->openQuote);
        OB_ENSURE(same->hadBadText == row->hadBadText && same->tooLong == row->tooLong);
    }
    OB_ENSURE(cut.next() == nullptr && whole.bytesRead() == text.size() && cut.bytesRead() == text.size());
    return 0;
}
