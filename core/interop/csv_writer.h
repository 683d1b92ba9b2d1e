// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ob::core {

/// One field of a table. Numbers are written as they are: "-0.12" is a number, and no formula.
struct CsvField {
    enum class Kind { Text, Number };
    std::string text;
    Kind kind = Kind::Text;
};

/// A record after RFC 4180, UTF-8, ended by CRLF. Spreadsheets take text for a formula when it begins with
/// = + - @ (also full-width), a tab or a line end: an apostrophe is put in front of such text, and of text
/// that begins with an apostrophe itself. So whoever reads the file back takes one leading apostrophe off
/// every field that has one, and has what was written.
std::string csvRecord(std::span<CsvField const> fields);

/// As above: what a spreadsheet shows and does not compute.
std::string neutralisedForCsv(std::string_view text);
/// Takes back what neutralisedForCsv did.
std::string_view restoredFromCsv(std::string_view text);

} // namespace ob::core
