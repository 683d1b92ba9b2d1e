// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// Bytes of the line end (LF, CRLF, lone CR) at this place of a text, 0 when there is none.
std::size_t csvLineEndSize(std::string_view text, std::size_t at);

/// Which of , ; tab | stands most often outside quotes in the first record of the text; a comma when none
/// does.
char findCsvDelimiter(std::string_view text);

struct CsvGrammar {
    char delimiter = ',';
    bool atEnd = false; ///< nothing follows the text; otherwise its last bytes may be half a line end
    bool quotesEndAtLine = false; ///< a quote that its line does not close ends with the line
};

/// What `scanCsvRecord` found at the beginning of a text.
struct CsvExtent {
    std::size_t size = 0;    ///< bytes, without the line end
    std::size_t lineEnd = 0; ///< bytes of the line end; 0: the text ended before one that is outside quotes
    std::uint64_t lines = 0; ///< line ends, those inside quotes included
    bool openQuote = false;
    bool tooManyFields = false; ///< those over the limit are lost
};

/// Cuts the first record of a text into fields. A quote counts at the beginning of a field only; what follows
/// a closing quote is kept as written. Reuses the memory of `fields`.
CsvExtent scanCsvRecord(std::string_view text, CsvGrammar grammar, std::vector<std::string>& fields);

inline constexpr std::size_t maxCsvFields = 1024;

} // namespace ob::core
