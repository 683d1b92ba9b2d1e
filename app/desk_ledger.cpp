// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_ledger.h"

#include "app/files.h"
#include "core/bytes.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace ob::app {
namespace {

constexpr std::string_view heading = "oneboard desk ledger 1";

/// Takes the word up to the next blank; empty at the end.
std::string_view takeWord(std::string_view& line) {
    auto const end = std::min(line.find(' '), line.size());
    auto const word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

template<class Number>
bool takeNumber(std::string_view& line, Number& number) {
    auto const word = takeWord(line);
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size();
}

bool takeBlock(std::string_view& line, core::NumberBlock& block) {
    return takeNumber(line, block.first) && takeNumber(line, block.last) && block.isValid();
}

std::optional<DeskLedger::Entry> entryOf(std::string_view line) {
    DeskLedger::Entry entry;
    auto const key = core::fromHex(takeWord(line));
    std::int64_t milliseconds = 0;
    if (!key || key->size() != entry.key.bytes.size() || !takeBlock(line, entry.numbers)
        || !takeNumber(line, entry.serial) || !takeNumber(line, milliseconds))
        return std::nullopt;
    auto const issuedAt = core::Instant::ofMilliseconds(milliseconds);
    if (!issuedAt) return std::nullopt;
    std::copy(key->begin(), key->end(), entry.key.bytes.begin());
    entry.issuedAt = *issuedAt;
    entry.name = line;
    return entry;
}

std::string textOf(core::NumberBlock block) {
    return std::to_string(block.first) + ' ' + std::to_string(block.last);
}

} // namespace

DeskLedger::DeskLedger(std::filesystem::path file, core::NumberBlock block)
    : m_file(std::move(file)), m_block(block) {
    auto const bytes = readFileIfThere(m_file);
    if (!bytes) return;
    std::string_view text(reinterpret_cast<char const*>(bytes->data()), bytes->size());
    auto const takeLine = [&text] {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return line;
    };
    auto const damaged = [this] {
        return FileError(m_file.string()
                         + " is not a sound ledger of desks: restore it from the newest copy, or "
                           "numbers could be given twice");
    };
    if (!text.ends_with('\n') || takeLine() != heading) throw damaged();
    auto first = takeLine();
    if (!takeBlock(first, m_block) || !first.empty()) throw damaged();
    while (!text.empty()) {
        auto entry = entryOf(takeLine());
        if (!entry || !m_block.contains(entry->numbers)) throw damaged();
        m_entries.push_back(*std::move(entry));
    }
}

DeskLedger::Entry const* DeskLedger::find(core::PublicKey const& key) const {
    auto const found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<core::NumberBlock> DeskLedger::freeNumbers(std::optional<std::uint32_t> count) const {
    if (m_block.isEmpty()) return std::nullopt;
    std::uint32_t first = m_block.first;
    for (auto const& entry : m_entries)
        first = std::max(first, entry.numbers.last + 1);
    std::uint32_t const left = m_block.last + 1 - first;
    std::uint32_t const usual =
        std::max(m_entries.empty() ? left / 4 : left / 32, std::min<std::uint32_t>(left, 10));
    std::uint32_t const size = count.value_or(usual);
    if (size == 0 || size > left) return std::nullopt;
    return core::NumberBlock{first, first + size - 1};
}

std::uint32_t DeskLedger::nextSerial() const {
    std::uint32_t last = 0;
    for (auto const& entry : m_entries)
        last = std::max(last, entry.serial);
    return last + 1;
}

void DeskLedger::put(Entry entry) {
    auto const known = std::ranges::find(m_entries, entry.key, &Entry::key);
    if (known == m_entries.end())
        m_entries.push_back(std::move(entry));
    else
        *known = std::move(entry);
    write();
}

void DeskLedger::write() const {
    std::string text = std::string(heading) + '\n' + textOf(m_block) + '\n';
    for (auto const& entry : m_entries)
        text += core::toHex(entry.key.bytes) + ' ' + textOf(entry.numbers) + ' '
                + std::to_string(entry.serial) + ' ' + std::to_string(entry.issuedAt.milliseconds()) + ' '
                + entry.name + '\n';
    writeFile(m_file, core::viewOf(text), Secrecy::Secret);
}

} // namespace ob::app
