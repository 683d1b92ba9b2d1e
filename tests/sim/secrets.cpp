// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/secrets.h"

#include "core/crypto/sha256.h"
#include "tests/support/event_generators.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace ob::sim {
namespace {

constexpr char mark = '~'; ///< begins every word, and stands nowhere else
constexpr std::size_t numberDigits = 5;

std::string digitsOf(std::size_t number) {
    std::string digits = std::to_string(number);
    return std::string(numberDigits - std::min(numberDigits, digits.size()), '0') + digits;
}

/// The second version has other characters and fewer of them, in as many bytes.
std::string wordOf(std::size_t number, bool isSecond) {
    constexpr std::array<char const*, 8> second{"滨", "江", "路", "浓", "烟", "厂", "房", "楼"};
    constexpr std::string_view first = "abcdefgh";
    core::ValueSource values(number);
    std::string word;
    for (int count = 0; count < 4; ++count) {
        if (isSecond)
            word += second[values.below(second.size())];
        else
            for (int letter = 0; letter < 3; ++letter)
                word += first[values.below(first.size())];
    }
    return word;
}

core::GeoPoint placeOf(std::size_t number, bool isSecond) {
    core::ValueSource values(2 * number + (isSecond ? 1 : 0));
    auto const part = [&] { return 100'000'000 + static_cast<std::int64_t>(values.below(800'000'000)); };
    auto const latitude = part();
    return *core::GeoPoint::ofE7(latitude, part());
}

core::Bytes bigEndian(std::int32_t value) {
    core::Bytes bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(value) >> shift));
    return bytes;
}

core::Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }
core::Bytes bytesOf(core::Hash const& hash) { return {hash.begin(), hash.end()}; }

/// The last eight bytes are chosen so that the hash begins as it should.
core::Bytes fileWithHashLike(core::Bytes file, core::Hash const& wanted) {
    constexpr std::size_t chosen = 8;
    core::Sha256 beginning;
    beginning.add(core::ByteView(file).first(file.size() - chosen));
    for (std::uint64_t trial = 0;; ++trial) {
        std::memcpy(file.data() + file.size() - chosen, &trial, chosen);
        core::Sha256 whole = beginning;
        auto const hash = whole.add(core::ByteView(file).last(chosen)).finish();
        if (hash[0] == wanted[0] && hash[1] == wanted[1]) return file;
    }
}

} // namespace

void Secrets::note(core::Bytes told, core::Bytes first, std::vector<Told>& among) {
    among.push_back({.number = m_count, .bytes = std::move(told), .first = std::move(first)});
}

std::string Secrets::word() {
    bool const isSecond = m_changed.contains(m_count);
    std::string const head = mark + digitsOf(m_words.size());
    std::string const told = head + wordOf(m_count, isSecond);
    note(bytesOf(told), bytesOf(head + wordOf(m_count, false)), m_words);
    ++m_count;
    return told;
}

core::GeoPoint Secrets::place() {
    auto const first = placeOf(m_count, false);
    auto const told = placeOf(m_count, m_changed.contains(m_count));
    note(bigEndian(told.latitudeE7()), bigEndian(first.latitudeE7()), m_others);
    note(bigEndian(told.longitudeE7()), bigEndian(first.longitudeE7()), m_others);
    ++m_count;
    return told;
}

core::Bytes Secrets::file(std::string_view beginning, std::size_t bytes) {
    core::Bytes first = bytesOf(beginning);
    first.resize(std::max(bytes, first.size() + 16), 'x');
    auto const hash = core::sha256(first);
    core::Bytes told = first;
    if (m_changed.contains(m_count)) {
        std::replace(told.begin() + static_cast<std::ptrdiff_t>(beginning.size()), told.end(),
                     std::uint8_t{'x'}, std::uint8_t{'y'});
        told = fileWithHashLike(std::move(told), hash);
    }
    note(bytesOf(core::sha256(told)), bytesOf(hash), m_others);
    ++m_count;
    return told;
}

/// Calls with the place of each secret and with the secret.
template<class Visit>
void Secrets::visit(core::ByteView bytes, Visit const& found) const {
    std::string_view const text(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        std::size_t index = 0;
        auto const digits = text.substr(at + 1, numberDigits);
        for (char const digit : digits)
            index = 10 * index + static_cast<std::size_t>(digit - '0');
        if (index >= m_words.size()) continue; // a byte of a hash
        core::Bytes const& word = m_words[index].bytes;
        if (text.compare(at, word.size(), reinterpret_cast<char const*>(word.data()), word.size()) == 0)
            found(at, m_words[index]);
    }
    for (Told const& other : m_others)
        if (void const* const at = memmem(bytes.data(), bytes.size(), other.bytes.data(), other.bytes.size()))
            found(static_cast<std::size_t>(static_cast<std::uint8_t const*>(at) - bytes.data()), other);
}

Secrets::Numbers Secrets::in(core::ByteView bytes) const {
    Numbers numbers;
    visit(bytes, [&](std::size_t, Told const& told) { numbers.insert(told.number); });
    return numbers;
}

core::Bytes Secrets::inFirstVersion(core::ByteView bytes) const {
    core::Bytes made(bytes.begin(), bytes.end());
    visit(bytes, [&](std::size_t at, Told const& told) {
        std::copy(told.first.begin(), told.first.end(), made.begin() + static_cast<std::ptrdiff_t>(at));
    });
    return made;
}

} // namespace ob::sim
