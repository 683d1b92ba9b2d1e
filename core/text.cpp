// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <new>

namespace ob::core {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Calls `visit` with each code point; a malformed byte is U+FFFD.
template<class Visit>
void eachCodePoint(std::string_view text, Visit visit) {
    auto const* const bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t point = 0;
        auto const length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        visit(length > 0 ? static_cast<char32_t>(point) : replacement);
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
}

void append(std::string& text, char32_t point) {
    utf8proc_uint8_t bytes[4];
    auto const length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes);
    text.append(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(length));
}

std::string repaired(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    eachCodePoint(text, [&](char32_t point) { append(valid, point); });
    return valid;
}

/// Text mapped by utf8proc; malformed bytes are repaired first, so only memory can run out.
std::string mapped(std::string_view text, unsigned options) {
    std::string const valid = repaired(text);
    if (valid.empty()) return {};
    utf8proc_uint8_t* result = nullptr;
    auto const length = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(valid.data()),
                                     static_cast<utf8proc_ssize_t>(valid.size()), &result,
                                     static_cast<utf8proc_option_t>(options));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner(result, &std::free);
    if (length < 0) throw std::bad_alloc();
    return {reinterpret_cast<char const*>(result), static_cast<std::size_t>(length)};
}

bool isBlank(char32_t point) {
    auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS
           || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

} // namespace

bool isValidUtf8(std::string_view text) {
    auto const* const bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t point = 0;
        auto const length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        if (length <= 0) return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

std::size_t codePointCount(std::string_view text) {
    std::size_t count = 0;
    eachCodePoint(text, [&](char32_t) { ++count; });
    return count;
}

std::string normalise(std::string_view text) {
    std::string const composed =
        mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE);
    std::string line;
    line.reserve(composed.size());
    bool blankPending = false;
    eachCodePoint(composed, [&](char32_t point) {
        if (isBlank(point)) {
            blankPending = !line.empty();
            return;
        }
        if (blankPending) line.push_back(' ');
        blankPending = false;
        append(line, point);
    });
    return line;
}

std::string foldCase(std::string_view text) {
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
}

} // namespace ob::core
