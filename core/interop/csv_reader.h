// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/csv_record.h"
#include "core/interop/text_decoder.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// One record of a CSV file.
struct CsvRow {
    std::uint64_t line = 0; ///< physical line on which it begins, from 1 (LF, CRLF or lone CR end a line)
    std::vector<std::string> fields; ///< valid UTF-8, as written (no trimming); never none but when tooLong
    bool terminated = true;          ///< false: the file ended before the end of the line
    bool openQuote = false;          ///< a quote that nothing closes: the fields are what its line holds
    bool hadBadText = false;         ///< bytes that are not of the encoding became U+FFFD
    bool tooLong = false;            ///< over maxRecordBytes or maxFields; without fields
};

struct CsvOptions {
    char delimiter = 0;   ///< 0: found in the header among , ; tab |
    std::string encoding; ///< as TextDecoder::of knows it; empty: by byte-order mark, else UTF-8
};

/// Streams records out of pieces of bytes: RFC 4180 and what is found in the wild.
///
/// A quote counts at the beginning of a field only, elsewhere it is a letter; text after a closing quote
/// belongs to the field; zero bytes are letters. Lines that are wholly empty are skipped, and so is a first
/// line `sep=X`, as spreadsheets write it, whose X is the delimiter when none was asked for.
///
/// A quote that is not closed within maxRecordBytes or before the end of the file gives a row of its line
/// alone, and reading goes on at the next line; so it does after a record of several lines that is over
/// maxRecordBytes. After maxGivenUp such rows no quoted field reaches past its line any more, so that bad
/// quoting costs bounded time. Memory stays within a few maxRecordBytes, whatever the file.
class CsvReader {
  public:
    using Options = CsvOptions;
    /// The next bytes, which stay valid until the next call; empty = end of the file, not asked again.
    using Source = std::function<std::string_view()>;

    /// Nothing when the encoding is not known. Does not read yet.
    static std::optional<CsvReader> open(Source source, Options options = {});

    /// Nothing at the end. The row stays valid until the next call.
    CsvRow const* next();

    /// Bytes taken from the source, for progress: somewhat ahead of the row.
    std::uint64_t bytesRead() const { return m_bytesRead; }
    /// 0 before the first row.
    char delimiter() const { return m_delimiter; }

    static constexpr std::size_t maxRecordBytes = 1 << 20; ///< of UTF-8, quotes and delimiters included
    static constexpr std::size_t maxFields = maxCsvFields;
    static constexpr std::size_t maxGivenUp = 256;

  private:
    CsvReader(Source source, char delimiter, TextDecoder decoder);

    void begin();
    void skipEmptyLines();
    void scanRecord();
    void readFirstLine(CsvExtent const& extent);
    void skipLine();
    void consume(std::size_t size);
    void have(std::size_t size);
    void readSlice();
    std::string_view rest() const { return std::string_view(m_text).substr(m_at); }

    Source m_source;
    TextDecoder m_decoder;
    char m_delimiter;
    bool m_begun = false;
    bool m_ended = false;
    std::string_view m_piece; ///< of the source, not decoded yet
    std::uint64_t m_bytesRead = 0;
    std::string m_text; ///< decoded
    std::size_t m_at = 0;
    std::uint64_t m_dropped = 0;     ///< bytes of text before m_text
    std::deque<std::uint64_t> m_bad; ///< where in the whole text bad bytes were, from m_at on
    std::uint64_t m_line = 1;
    std::size_t m_givenUp = 0;
    CsvRow m_row;
};

} // namespace ob::core
