// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/typed_point.h"

#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace ob::core {
namespace {

std::optional<double> decimal(std::string_view word) {
    if (word.starts_with('+')) word.remove_prefix(1);
    bool const isPlain = std::ranges::all_of(
        word, [](char each) { return (each >= '0' && each <= '9') || each == '.' || each == '-'; });
    if (!isPlain || word.find('.') == std::string_view::npos) return {};
    double value = 0;
    auto const [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (fault != std::errc{} || end != word.data() + word.size()) return {};
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<GeoPoint> typedPoint(std::string_view text) {
    std::string const line = normalise(text);
    auto const comma = line.find(',');
    auto const middle = comma == std::string::npos ? line.find(' ') : comma;
    if (middle == std::string::npos) return {};
    auto const latitude = decimal(trimmed(std::string_view(line).substr(0, middle)));
    auto const longitude = decimal(trimmed(std::string_view(line).substr(middle + 1)));
    if (!latitude || !longitude) return {};
    return GeoPoint::ofDegrees(*latitude, *longitude);
}

} // namespace ob::core
