// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/csv_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

std::string record(std::vector<std::string> const& texts) {
    std::vector<CsvField> fields;
    for (auto const& text : texts)
        fields.push_back({.text = text});
    return csvRecord(fields);
}

/// One record read back as RFC 4180 has it.
std::vector<std::string> read(std::string_view record) {
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    for (std::size_t at = 0; at + 2 < record.size() || isQuoted; ++at) {
        char const c = record[at];
        if (isQuoted && c == '"' && record[at + 1] == '"') {
            fields.back() += record[++at];
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

TEST(CsvWriter, QuotesWhatWouldEndAFieldAndEndsWithCrLf) {
    EXPECT_EQ(record({"a", "", "三楼冒烟"}), "a,,三楼冒烟\r\n");
    EXPECT_EQ(record({"a,b", "say \"go\"", "two\nlines", " edge"}),
              "\"a,b\",\"say \"\"go\"\"\",\"two\nlines\",\" edge\"\r\n");
}

TEST(CsvWriter, TextIsNoFormulaAndANumberIsANumber) {
    for (std::string const begin : {"=", "+", "-", "@", "\t", "'", "＝", "＋", "－", "＠"})
        EXPECT_EQ(neutralisedForCsv(begin + "1+1"), "'" + begin + "1+1") << begin;
    EXPECT_EQ(neutralisedForCsv("1=1"), "1=1");
    std::vector<CsvField> const fields{{.text = "-0.125", .kind = CsvField::Kind::Number},
                                       {.text = "-0.125"}};
    EXPECT_EQ(csvRecord(fields), "-0.125,'-0.125\r\n");
}

RC_GTEST_PROP(CsvWriter, EveryTextComesBack, ()) {
    auto const texts = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,\"\r\n'=+-@\t ")))));
    std::vector<std::string> back;
    for (auto const& field : read(record(texts)))
        back.emplace_back(restoredFromCsv(field));
    RC_ASSERT(back == texts);
}

} // namespace
} // namespace ob::core
