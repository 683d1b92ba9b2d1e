// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/code.h"

#include "core/instant.h"
#include "core/text.h"

#include <charconv>

namespace ob::core {
namespace {

bool isUpperOrDigit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
char raised(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string twoDigits(unsigned value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::optional<std::uint32_t> number(std::string_view digits) {
    std::uint32_t value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

} // namespace

std::optional<Code> Code::of(std::string_view text) {
    if (text.empty() || text.size() > maxLength) return std::nullopt;
    Code code;
    for (char const typed : text) {
        char const c = raised(typed);
        if (!isUpperOrDigit(c) && c != '-' && c != '.' && c != '_' && c != '/') return std::nullopt;
        code.m_text.push_back(c);
    }
    return code;
}

std::optional<Callsign> Callsign::of(std::string_view text) {
    if (!isValidUtf8(text)) return std::nullopt;
    Callsign callsign;
    for (char const c : normalise(text)) {
        bool const ascii = static_cast<unsigned char>(c) < 0x80;
        if (ascii && !isUpperOrDigit(raised(c)) && c != '-') return std::nullopt;
        callsign.m_text.push_back(raised(c));
    }
    if (callsign.m_text.empty() || !fitsCodePoints(callsign.m_text, maxLength)) return std::nullopt;
    // Beyond ASCII only what the search counts as a word: letters and Han characters.
    if (segment(callsign.m_text).empty()) return std::nullopt;
    return callsign;
}

std::optional<IncidentNumber> IncidentNumber::of(std::int32_t day, std::uint32_t serial) {
    if (day < 19700101 || day > 99991231 || serial > maxSerial) return std::nullopt;
    auto const date = static_cast<unsigned>(day);
    std::string const year = twoDigits(date / 1'000'000) + twoDigits(date / 10'000 % 100);
    std::string const iso =
        year + '-' + twoDigits(date / 100 % 100) + '-' + twoDigits(date % 100) + "T00:00:00Z";
    if (!Instant::ofIso8601(iso)) return std::nullopt;
    IncidentNumber made;
    made.m_day = day;
    made.m_serial = serial;
    return made;
}

std::optional<IncidentNumber> IncidentNumber::parse(std::string_view text) {
    if (text.size() < 13 || text[8] != '-') return std::nullopt;
    std::string_view const serial = text.substr(9);
    if (serial.size() > 4 && serial.front() == '0') return std::nullopt;
    auto const dayValue = number(text.substr(0, 8));
    auto const serialValue = number(serial);
    if (!dayValue || !serialValue) return std::nullopt;
    return of(static_cast<std::int32_t>(*dayValue), *serialValue);
}

std::string IncidentNumber::text() const {
    std::string serial = std::to_string(m_serial);
    if (serial.size() < 4) serial.insert(0, 4 - serial.size(), '0');
    return std::to_string(m_day) + '-' + serial;
}

} // namespace ob::core
