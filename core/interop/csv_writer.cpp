// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/csv_writer.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::string_view beginsFormula[] = {"=",  "+", "-",  "@",  "\t", "\r",
                                              "\n", "'", "＝", "＋", "－", "＠"};

void append(std::string& record, std::string_view text) {
    bool const isPlain = text.find_first_of(",\"\r\n") == std::string_view::npos;
    // RFC 4180 is silent on blanks at the ends; some readers cut them unless they are quoted.
    bool const hasEdge = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (isPlain && !hasEdge) {
        record += text;
        return;
    }
    record += '"';
    for (char const c : text) {
        if (c == '"') record += '"';
        record += c;
    }
    record += '"';
}

} // namespace

std::string neutralisedForCsv(std::string_view text) {
    bool const isRisky =
        std::ranges::any_of(beginsFormula, [text](std::string_view each) { return text.starts_with(each); });
    return (isRisky ? "'" : "") + std::string(text);
}

std::string_view restoredFromCsv(std::string_view text) {
    return text.starts_with('\'') ? text.substr(1) : text;
}

std::string csvRecord(std::span<CsvField const> fields) {
    std::string record;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (at > 0) record += ',';
        append(record, fields[at].kind == CsvField::Kind::Number ? fields[at].text
                                                                 : neutralisedForCsv(fields[at].text));
    }
    return record + "\r\n";
}

} // namespace ob::core
