// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/csv_reader.h"

#include <algorithm>
#include <utility>

namespace ob::core {
namespace {

constexpr std::size_t sliceBytes = 1 << 16;

/// What a record over the limit cannot be shorter than, with its line end.
constexpr std::size_t windowBytes = CsvReader::maxRecordBytes + 2;

struct SeparatorLine {
    char delimiter = 0;
    std::size_t size = 0; ///< with its line end
};

/// `sep=;` or `"sep=;"`, as spreadsheets write and read it.
std::optional<SeparatorLine> separatorLineOf(std::string_view text) {
    bool const quoted = text.starts_with('"');
    std::string_view rest = text.substr(quoted ? 1 : 0);
    constexpr std::string_view word = "sep=";
    if (rest.size() <= word.size()) return std::nullopt;
    bool const isWord = std::ranges::equal(rest.substr(0, word.size()), word, [](char one, char other) {
        return one == other || (one >= 'A' && one <= 'Z' && one - 'A' + 'a' == other);
    });
    char const delimiter = rest[word.size()];
    if (!isWord || delimiter < '\t' || delimiter > '~'
        || std::string_view("\r\n\"").find(delimiter) != std::string_view::npos)
        return std::nullopt;
    rest.remove_prefix(word.size() + 1);
    if (quoted) {
        if (!rest.starts_with('"')) return std::nullopt;
        rest.remove_prefix(1);
    }
    std::size_t const end = csvLineEndSize(rest, 0);
    if (end == 0 && !rest.empty()) return std::nullopt;
    return SeparatorLine{.delimiter = delimiter, .size = text.size() - rest.size() + end};
}

} // namespace

std::optional<CsvReader> CsvReader::open(Source source, Options options) {
    auto decoder = TextDecoder::of(options.encoding);
    if (!decoder) return std::nullopt;
    return CsvReader(std::move(source), options.delimiter, *std::move(decoder));
}

CsvReader::CsvReader(Source source, char delimiter, TextDecoder decoder)
    : m_source(std::move(source)), m_decoder(std::move(decoder)), m_delimiter(delimiter) {}

CsvRow const* CsvReader::next() {
    if (!std::exchange(m_begun, true)) begin();
    skipEmptyLines();
    if (rest().empty()) return nullptr;
    m_row.line = m_line;
    m_row.terminated = true;
    m_row.openQuote = m_row.hadBadText = m_row.tooLong = false;
    scanRecord();
    return &m_row;
}

void CsvReader::begin() {
    have(sliceBytes);
    if (auto const separator = separatorLineOf(rest())) {
        if (m_delimiter == 0) m_delimiter = separator->delimiter;
        consume(separator->size);
        ++m_line;
    }
    skipEmptyLines();
    have(sliceBytes);
    if (m_delimiter == 0) m_delimiter = findCsvDelimiter(rest().substr(0, sliceBytes));
}

void CsvReader::skipEmptyLines() {
    while (true) {
        have(2);
        std::size_t const size = csvLineEndSize(rest(), 0);
        if (size == 0) return;
        consume(size);
        ++m_line;
    }
}

void CsvReader::scanRecord() {
    CsvExtent extent;
    while (true) {
        std::string_view const text = rest().substr(0, windowBytes);
        bool const atEnd = m_ended && text.size() == rest().size();
        extent = scanCsvRecord(
            text, {.delimiter = m_delimiter, .atEnd = atEnd, .quotesEndAtLine = m_givenUp >= maxGivenUp},
            m_row.fields);
        if (extent.lineEnd > 0 || atEnd || text.size() == windowBytes) break;
        // Twice as much, so that a long record is not scanned once for each piece.
        have(std::max(2 * text.size(), sliceBytes));
    }
    bool const severalLines = extent.lines > (extent.lineEnd > 0 ? 1u : 0u);
    if (extent.size > maxRecordBytes || (extent.openQuote && severalLines)) {
        if (severalLines) ++m_givenUp;
        readFirstLine(extent);
        return;
    }
    m_row.openQuote = extent.openQuote;
    m_row.terminated = extent.lineEnd > 0;
    m_row.tooLong = extent.tooManyFields;
    if (m_row.tooLong) m_row.fields.clear();
    m_line += extent.lines;
    consume(extent.size + extent.lineEnd);
}

/// Of a record that was given up, so that reading goes on at the line after.
void CsvReader::readFirstLine(CsvExtent const& extent) {
    m_row.openQuote = extent.openQuote;
    m_row.tooLong = true;
    if (extent.openQuote) {
        auto const line = scanCsvRecord(rest().substr(0, windowBytes),
                                        {.delimiter = m_delimiter, .atEnd = m_ended, .quotesEndAtLine = true},
                                        m_row.fields);
        m_row.tooLong = line.size > maxRecordBytes || line.tooManyFields;
    }
    if (m_row.tooLong) m_row.fields.clear();
    skipLine();
}

void CsvReader::skipLine() {
    while (true) {
        std::size_t const end = std::min(rest().find_first_of("\r\n"), rest().size());
        consume(end);
        have(2);
        if (rest().empty()) {
            m_row.terminated = false;
            return;
        }
        if (std::size_t const size = csvLineEndSize(rest(), 0); size > 0) {
            consume(size);
            ++m_line;
            return;
        }
    }
}

void CsvReader::consume(std::size_t size) {
    m_at += size;
    for (; !m_bad.empty() && m_bad.front() < m_dropped + m_at; m_bad.pop_front())
        m_row.hadBadText = true;
}

/// Reads until the rest has that many bytes, or the file ends.
void CsvReader::have(std::size_t size) {
    while (rest().size() < size && !m_ended)
        readSlice();
}

void CsvReader::readSlice() {
    if (m_piece.empty()) {
        m_piece = m_source();
        m_bytesRead += m_piece.size();
    }
    // Moving what is left pays only when it is the smaller part.
    if (m_at > m_text.size() / 2) {
        m_text.erase(0, m_at);
        m_dropped += m_at;
        m_at = 0;
    }
    std::vector<std::size_t> bad;
    if (m_piece.empty()) {
        m_ended = true;
        m_decoder.finish(m_text, bad);
    } else {
        std::string_view const slice = m_piece.substr(0, sliceBytes);
        m_piece.remove_prefix(slice.size());
        m_decoder.decode(slice, m_text, bad);
    }
    for (std::size_t const at : bad)
        m_bad.push_back(m_dropped + at);
}

} // namespace ob::core
