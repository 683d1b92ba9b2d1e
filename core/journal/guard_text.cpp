// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/journal/incarnation.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace ob::core {
namespace {

constexpr std::string_view firstLine = "oneboard-guard 1";

bool isWord(std::string_view text) {
    auto const isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, isAllowed);
}

std::string decimal(std::uint64_t value) {
    std::array<char, 20> digits;
    auto const end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    return {digits.begin(), end};
}

std::optional<std::uint64_t> parseDecimal(std::string_view text) {
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Takes "name value\n" off the front; nothing when it is not there.
std::optional<std::string_view> takeLine(std::string_view& text, std::string_view name) {
    auto const end = text.find('\n');
    if (end == std::string_view::npos || !text.starts_with(name) || text.substr(name.size(), 1) != " ")
        return std::nullopt;
    if (end < name.size() + 1) return std::nullopt;
    auto const value = text.substr(name.size() + 1, end - name.size() - 1);
    text.remove_prefix(end + 1);
    return value;
}

std::optional<std::uint64_t> takeNumber(std::string_view& text, std::string_view name) {
    auto const line = takeLine(text, name);
    return line ? parseDecimal(*line) : std::nullopt;
}

bool takeLog(std::string_view& text, LogSizes& sizes) {
    constexpr std::size_t idDigits = 64;
    auto const line = takeLine(text, "log");
    if (!line || line->size() < idDigits + 2 || (*line)[idDigits] != ' ') return false;
    auto const id = fromHex(line->substr(0, idDigits));
    auto const size = parseDecimal(line->substr(idDigits + 1));
    if (!id || !size) return false;
    Hash hash;
    std::ranges::copy(*id, hash.begin());
    return sizes.emplace(LogId(hash), *size).second;
}

} // namespace

std::string encodeGuard(Guard const& guard) {
    OB_ENSURE(isWord(guard.run.machine) && isWord(guard.run.boot) && guard.sizes.size() <= Guard::maxLogs);
    std::string text(firstLine);
    auto const line = [&](std::string_view name, std::string_view value) {
        text.append("\n").append(name).append(" ").append(value);
    };
    line("machine", guard.run.machine);
    line("boot", guard.run.boot);
    line("device", decimal(guard.run.device));
    line("inode", decimal(guard.run.inode));
    line("generation", decimal(guard.run.generation));
    line("clean", guard.isClean ? "1" : "0");
    line("ended", guard.hasEnded ? "1" : "0");
    for (auto const& [log, size] : guard.sizes)
        line("log", log.hex() + ' ' + decimal(size));
    return text + "\nend\n"; // so that a file that was cut off is not taken for a whole one
}

std::optional<Guard> decodeGuard(std::string_view text) {
    std::string_view const whole = text;
    if (!text.starts_with(firstLine) || text.substr(firstLine.size(), 1) != "\n") return std::nullopt;
    text.remove_prefix(firstLine.size() + 1);
    auto const machine = takeLine(text, "machine");
    auto const boot = takeLine(text, "boot");
    auto const device = takeNumber(text, "device");
    auto const inode = takeNumber(text, "inode");
    auto const generation = takeNumber(text, "generation");
    auto const clean = takeNumber(text, "clean");
    auto const ended = takeNumber(text, "ended");
    if (!machine || !boot || !isWord(*machine) || !isWord(*boot) || !device || !inode || !generation || !clean
        || !ended)
        return std::nullopt;
    Guard guard{.run = {.machine = std::string(*machine),
                        .boot = std::string(*boot),
                        .device = *device,
                        .inode = *inode,
                        .generation = *generation},
                .sizes = {},
                .isClean = *clean == 1,
                .hasEnded = *ended == 1};
    while (text != "end\n")
        if (guard.sizes.size() == Guard::maxLogs || !takeLog(text, guard.sizes)) return std::nullopt;
    if (encodeGuard(guard) != whole) return std::nullopt; // leading zeros, capitals, another order
    return guard;
}

} // namespace ob::core
