// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/csv_record.h"

#include <algorithm>
#include <array>

namespace ob::core {
namespace {

/// A state machine of our own, because libcsv takes a quote inside a quoted field for a letter: `"a"b,c`
/// loses its delimiter there, and with it all lines up to the next quote.
class RecordScanner {
  public:
    RecordScanner(std::string_view text, CsvGrammar grammar, std::vector<std::string>& fields)
        : m_text(text), m_grammar(grammar), m_fields(fields) {}

    CsvExtent scan() {
        while (true) {
            beginField();
            if (m_at < m_text.size() && m_text[m_at] == '"') readQuoted();
            readPlain();
            if (m_at == m_text.size() || m_text[m_at] != m_grammar.delimiter) break;
            ++m_at;
        }
        m_fields.resize(m_count);
        m_extent.size = m_at;
        // A carriage return at the end of a piece may be half of a line end.
        if (m_at + 1 < m_text.size() || m_grammar.atEnd) m_extent.lineEnd = csvLineEndSize(m_text, m_at);
        if (m_extent.lineEnd > 0) ++m_extent.lines;
        return m_extent;
    }

  private:
    void beginField() {
        if (m_count == maxCsvFields) {
            m_extent.tooManyFields = true;
            m_field = &m_lost;
        } else {
            if (m_count == m_fields.size()) m_fields.emplace_back();
            m_field = &m_fields[m_count++];
        }
        m_field->clear();
    }

    void readQuoted() {
        ++m_at;
        std::size_t const limit = m_grammar.quotesEndAtLine
                                      ? std::min(m_text.find_first_of("\r\n", m_at), m_text.size())
                                      : m_text.size();
        while (true) {
            std::size_t const quote = m_text.substr(0, limit).find('"', m_at);
            std::size_t const end = std::min(quote, limit);
            countLines(m_text.substr(m_at, end - m_at));
            m_field->append(m_text, m_at, end - m_at);
            m_at = end;
            if (end == limit) {
                m_extent.openQuote = true;
                return;
            }
            ++m_at;
            if (m_at == limit || m_text[m_at] != '"') return;
            m_field->push_back('"');
            ++m_at;
        }
    }

    void readPlain() {
        std::size_t end = m_at;
        while (end < m_text.size() && m_text[end] != m_grammar.delimiter && m_text[end] != '\n'
               && m_text[end] != '\r')
            ++end;
        m_field->append(m_text, m_at, end - m_at);
        m_at = end;
    }

    void countLines(std::string_view quoted) {
        for (std::size_t at = quoted.find('\n'); at != std::string_view::npos; at = quoted.find('\n', at + 1))
            ++m_extent.lines;
        for (std::size_t at = quoted.find('\r'); at != std::string_view::npos; at = quoted.find('\r', at + 1))
            m_extent.lines += csvLineEndSize(quoted, at) == 1 ? 1 : 0;
    }

    std::string_view m_text;
    CsvGrammar m_grammar;
    std::vector<std::string>& m_fields;
    CsvExtent m_extent;
    std::size_t m_at = 0;
    std::size_t m_count = 0;
    std::string* m_field = nullptr;
    std::string m_lost;
};

} // namespace

std::size_t csvLineEndSize(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '\n') return 1;
    if (text[at] != '\r') return 0;
    return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}

char findCsvDelimiter(std::string_view text) {
    constexpr std::string_view candidates = ",;\t|";
    std::array<std::size_t, candidates.size()> counts{};
    bool quoted = false;
    char last = candidates.front();
    for (char const letter : text) {
        std::size_t const candidate = candidates.find(letter);
        if (letter == '"')
            quoted = quoted ? false : candidates.find(last) != std::string_view::npos || last == '"';
        else if (!quoted && (letter == '\n' || letter == '\r'))
            break;
        else if (!quoted && candidate != std::string_view::npos)
            ++counts[candidate];
        last = letter;
    }
    return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

CsvExtent scanCsvRecord(std::string_view text, CsvGrammar grammar, std::vector<std::string>& fields) {
    return RecordScanner(text, grammar, fields).scan();
}

} // namespace ob::core
