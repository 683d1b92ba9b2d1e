// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/csv_reader.h"

#include "core/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>

namespace ob::core {
namespace {

using testing::ElementsAre;
using Fields = std::vector<std::string>;
using Table = std::vector<Fields>;

/// The text in pieces of so many bytes, each in a block of its own that is gone at the next call.
CsvReader::Source piecesOf(std::string text, std::size_t size) {
    return [text = std::move(text), size, at = std::size_t{0},
            piece = std::make_shared<std::string>()]() mutable {
        *piece = text.substr(at, size);
        at += piece->size();
        return std::string_view(*piece);
    };
}

std::vector<CsvRow> rowsOf(std::string const& text, CsvOptions const& options = {},
                           std::size_t piece = 1 << 20) {
    auto reader = CsvReader::open(piecesOf(text, piece), options);
    std::vector<CsvRow> rows;
    while (auto const* row = reader.value().next())
        rows.push_back(*row);
    EXPECT_EQ(reader->bytesRead(), text.size());
    EXPECT_EQ(reader->next(), nullptr);
    return rows;
}

Table tableOf(std::string const& text, CsvOptions const& options = {}) {
    Table table;
    for (CsvRow const& row : rowsOf(text, options))
        table.push_back(row.fields);
    return table;
}

std::vector<std::uint64_t> linesOf(std::vector<CsvRow> const& rows) {
    std::vector<std::uint64_t> lines;
    for (CsvRow const& row : rows)
        lines.push_back(row.line);
    return lines;
}

std::string_view const bom = "\xEF\xBB\xBF";

TEST(CsvReader, ReadsNothingOutOfNothing) {
    EXPECT_TRUE(rowsOf("").empty());
    EXPECT_TRUE(rowsOf("\n\r\n\r").empty());
    EXPECT_TRUE(rowsOf(std::string(bom)).empty());
    EXPECT_TRUE(rowsOf("sep=;").empty());
}

TEST(CsvReader, ReadsAHeaderAlone) {
    auto const rows = rowsOf("call,unit\n");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_THAT(rows[0].fields, ElementsAre("call", "unit"));
    EXPECT_TRUE(rows[0].terminated);
    EXPECT_FALSE(rows[0].openQuote || rows[0].hadBadText || rows[0].tooLong);
}

TEST(CsvReader, KeepsFieldsAsWritten) {
    EXPECT_EQ(tableOf("a,b\n 007 ,\n,\n\"\"\n \n"),
              (Table{{"a", "b"}, {" 007 ", ""}, {"", ""}, {""}, {" "}}));
}

TEST(CsvReader, CountsLinesWhateverEndsThem) {
    EXPECT_EQ(linesOf(rowsOf("a\nb\r\nc\rd\n\n\r\n\re\n\rf")),
              (std::vector<std::uint64_t>{1, 2, 3, 4, 8, 10}));
    auto const rows = rowsOf("a,\"1\r\n2\r3\n\n4\"\r\nb,\r\n");
    EXPECT_EQ(rows[0].fields[1], "1\r\n2\r3\n\n4");
    EXPECT_EQ(linesOf(rows), (std::vector<std::uint64_t>{1, 6}));
}

TEST(CsvReader, CountsALineEndOnceWhereverItIsCut) {
    for (std::size_t size = 65'530; size < 65'540; ++size) {
        auto const rows = rowsOf(std::string(size, 'x') + "\r\nb\r\nc", {}, 1);
        EXPECT_EQ(linesOf(rows), (std::vector<std::uint64_t>{1, 2, 3}));
    }
}

TEST(CsvReader, TakesAQuoteForALetterExceptAtTheBeginningOfAField) {
    EXPECT_EQ(tableOf("\"a \"\"b\"\"\",5'6\" tall, \"c\",\"d\"e\"f\",\"\"\"\"\n"),
              (Table{{"a \"b\"", "5'6\" tall", " \"c\"", "de\"f\"", "\""}}));
    EXPECT_EQ(tableOf("\"a\"b,c\nd,e\n"), (Table{{"ab", "c"}, {"d", "e"}}));
}

TEST(CsvReader, KeepsZeroBytes) {
    using namespace std::string_literals;
    EXPECT_EQ(tableOf("a\0b,\0\n\"\0\"\n"s), (Table{{"a\0b"s, "\0"s}, {"\0"s}}));
}

TEST(CsvReader, TellsThatTheLastRowWasCutOff) {
    auto const plain = rowsOf("a,b\n1,2");
    EXPECT_THAT(plain[1].fields, ElementsAre("1", "2"));
    EXPECT_FALSE(plain[1].terminated);
    EXPECT_FALSE(plain[1].openQuote);
    auto const quoted = rowsOf("a,b\n1,\"2");
    EXPECT_THAT(quoted[1].fields, ElementsAre("1", "2"));
    EXPECT_FALSE(quoted[1].terminated);
    EXPECT_TRUE(quoted[1].openQuote);
    EXPECT_FALSE(rowsOf("a,b\n1,")[1].terminated);
    EXPECT_FALSE(rowsOf("a,b\n1,\"2\"")[1].openQuote);
}

TEST(CsvReader, GoesOnAfterTheLineOfAQuoteThatNothingCloses) {
    auto const rows = rowsOf("a,b\n1,\"x\n2,y\n\n3,z\n");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_THAT(rows[1].fields, ElementsAre("1", "x"));
    EXPECT_TRUE(rows[1].openQuote);
    EXPECT_TRUE(rows[1].terminated);
    EXPECT_THAT(rows[2].fields, ElementsAre("2", "y"));
    EXPECT_FALSE(rows[2].openQuote);
    EXPECT_EQ(linesOf(rows), (std::vector<std::uint64_t>{1, 2, 3, 5}));
}

TEST(CsvReader, ClosesAQuoteWithinTheLimitOfARecord) {
    std::string const line = "1,2,3,4,5,6,7,8,9\n";
    std::string many;
    while (many.size() <= CsvReader::maxRecordBytes)
        many += line;
    auto const rows = rowsOf("a\n\"" + many + "\"closed too late\"\nend\n");
    EXPECT_TRUE(rows[1].openQuote);
    EXPECT_EQ(rows[1].fields[0], "1,2,3,4,5,6,7,8,9");
    EXPECT_EQ(rows.size(), 1 + many.size() / line.size() + 2);
    EXPECT_THAT(rows[2].fields, testing::SizeIs(9));
    EXPECT_THAT(rows.back().fields, ElementsAre("end"));
    EXPECT_EQ(rows.back().line, 1 + many.size() / line.size() + 2);
}

TEST(CsvReader, KeepsQuotesToTheirLinesAfterTooManyThatNothingCloses) {
    for (std::size_t const bad : {CsvReader::maxGivenUp - 1, CsvReader::maxGivenUp}) {
        std::string text = "a\n";
        // Read alone this line opens a quote, and read within a quote it closes that one and opens another.
        for (std::size_t count = 0; count < bad; ++count)
            text += "\",a\"b,\"\n";
        for (std::size_t count = 0; count < 1100; ++count)
            text += std::string(1000, 'x') + "\n";
        auto const rows = rowsOf(text + "\"y\nz\"\n");
        EXPECT_THAT(rows.at(bad).fields, ElementsAre(",ab", ""));
        EXPECT_TRUE(rows[bad].openQuote);
        EXPECT_THAT(rows.at(1 + bad).fields, ElementsAre(testing::SizeIs(1000)));
        if (bad < CsvReader::maxGivenUp)
            EXPECT_THAT(rows.back().fields, ElementsAre("y\nz"));
        else
            EXPECT_THAT(rows.back().fields, ElementsAre("z\""));
    }
}

TEST(CsvReader, PassesOverARecordOverTheLimit) {
    std::size_t const limit = CsvReader::maxRecordBytes;
    for (std::size_t const piece : {std::size_t{1000}, std::size_t{1} << 22}) {
        auto const rows = rowsOf("a\n" + std::string(limit, 'x') + "\r\n" + std::string(limit + 1, 'y')
                                     + "\r\n" + std::string(3 * limit, 'z') + "\nb",
                                 {}, piece);
        ASSERT_EQ(rows.size(), 5u);
        EXPECT_EQ(rows[1].fields.at(0).size(), limit);
        EXPECT_FALSE(rows[1].tooLong);
        EXPECT_TRUE(rows[2].tooLong && rows[2].fields.empty());
        EXPECT_TRUE(rows[3].tooLong && rows[3].fields.empty());
        EXPECT_THAT(rows[4].fields, ElementsAre("b"));
        EXPECT_EQ(linesOf(rows), (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
    }
    auto const last = rowsOf("a\n" + std::string(limit + 1, 'x'));
    EXPECT_TRUE(last.at(1).tooLong);
    EXPECT_FALSE(last.at(1).terminated);
}

TEST(CsvReader, PassesOverARecordOfTooManyFields) {
    auto const rows = rowsOf(std::string(CsvReader::maxFields - 1, ',') + "\n\"x\n\""
                             + std::string(CsvReader::maxFields, ',') + "\nb\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].fields.size(), CsvReader::maxFields);
    EXPECT_TRUE(rows[1].tooLong && rows[1].fields.empty());
    EXPECT_FALSE(rows[2].tooLong);
    EXPECT_EQ(rows[2].line, 4u);
}

TEST(CsvReader, FindsTheDelimiterInTheHeader) {
    EXPECT_EQ(tableOf("a;b,c;d\n1,5;2\n"), (Table{{"a", "b,c", "d"}, {"1,5", "2"}}));
    EXPECT_EQ(tableOf("a\tb\n"), (Table{{"a", "b"}}));
    EXPECT_EQ(tableOf("\n\na|b\n"), (Table{{"a", "b"}}));
    EXPECT_EQ(tableOf("\"x,y,\nz\";b\n"), (Table{{"x,y,\nz", "b"}}));
    EXPECT_EQ(tableOf("\"x\"\";;\",b\n"), (Table{{"x\";;", "b"}}));
    EXPECT_EQ(tableOf("a\n1,2\n"), (Table{{"a"}, {"1", "2"}}));
    EXPECT_EQ(tableOf("a,b;c;d\n", {.delimiter = ','}), (Table{{"a", "b;c;d"}}));
}

TEST(CsvReader, ObeysTheSeparatorLineOfSpreadsheets) {
    EXPECT_EQ(tableOf("sep=;\r\na,b;c\r\n"), (Table{{"a,b", "c"}}));
    EXPECT_EQ(tableOf(std::string(bom) + "\"SEP=|\"\na,b|c\n"), (Table{{"a,b", "c"}}));
    EXPECT_EQ(tableOf("sep=;\na,b;c\n", {.delimiter = ','}), (Table{{"a", "b;c"}}));
    EXPECT_EQ(rowsOf("sep=;\na\n")[0].line, 2u);
    EXPECT_EQ(tableOf("sep=,x\n"), (Table{{"sep=", "x"}}));
    EXPECT_EQ(tableOf("a\nsep=;\n"), (Table{{"a"}, {"sep=;"}}));
}

TEST(CsvReader, ReadsUtf8WithAndWithoutAMark) {
    EXPECT_EQ(tableOf("火警,1\n"), (Table{{"火警", "1"}}));
    EXPECT_EQ(tableOf(std::string(bom) + "\"火,警\",1\n"), (Table{{"火,警", "1"}}));
    EXPECT_EQ(tableOf("a," + std::string(bom) + "\n"), (Table{{"a", std::string(bom)}}));
}

TEST(CsvReader, MarksRowsWhoseTextIsBroken) {
    auto const rows = rowsOf("ok\n\xFF,\xE7\x81x\n\xEF\xBF\xBD\n\xED\xA0\x80\nend\xE7\x81");
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_FALSE(rows[0].hadBadText);
    EXPECT_TRUE(rows[1].hadBadText);
    EXPECT_THAT(rows[1].fields, ElementsAre("\xEF\xBF\xBD", "\xEF\xBF\xBDx"));
    EXPECT_FALSE(rows[2].hadBadText) << "written so in the file";
    EXPECT_TRUE(rows[3].hadBadText) << "half of a surrogate pair";
    EXPECT_TRUE(rows[4].hadBadText);
    EXPECT_THAT(rows[4].fields, ElementsAre("end\xEF\xBF\xBD"));
}

TEST(CsvReader, MarksNoOtherRowsThanTheBrokenOnesInALongFile) {
    std::string text;
    for (int line = 1; line <= 5000; ++line)
        text += (line % 3 == 0 ? "\xFF" : "x") + std::string(99, 'x') + "\n";
    for (CsvRow const& row : rowsOf(text, {}, 997))
        EXPECT_EQ(row.hadBadText, row.line % 3 == 0) << row.line;
}

TEST(CsvReader, DecodesUtf16ByItsMark) {
    using namespace std::string_literals;
    EXPECT_EQ(tableOf("\xFF\xFE\x6B\x70,\0a\0\n\0\x3D\xD8\x25\xDD"s), (Table{{"火", "a"}, {"🔥"}}));
    EXPECT_EQ(tableOf("\xFE\xFF\x70\x6B\0,\0a\0\n"s), (Table{{"火", "a"}}));
    auto const broken = rowsOf("\xFF\xFE\x3D\xD8,\0\n\0a"s, {.encoding = "gb18030"});
    EXPECT_THAT(broken.at(0).fields, ElementsAre("\xEF\xBF\xBD", ""));
    EXPECT_TRUE(broken[0].hadBadText);
    EXPECT_TRUE(broken.at(1).hadBadText) << "half a unit at the end";
}

TEST(CsvReader, DecodesTheEncodingAskedFor) {
    std::string const fire = "\xBB\xF0\xBE\xAF,1\n"; // 火警 in GB 2312
    EXPECT_EQ(tableOf(fire, {.encoding = "GB18030"}), (Table{{"火警", "1"}}));
    EXPECT_EQ(tableOf("\x84\x31\x95\x33" + fire), (Table{{"火警", "1"}}));
    EXPECT_EQ(tableOf("caf\xE9\n", {.encoding = "latin1"}), (Table{{"café"}}));
    EXPECT_EQ(tableOf("\x80 5\n", {.encoding = "windows-1252"}), (Table{{"€ 5"}}));
    using namespace std::string_literals;
    EXPECT_EQ(tableOf("\x70\x6B\0,\xD8\x3D\0,"s, {.encoding = "utf-16be"}),
              (Table{{"火", "\xEF\xBF\xBD", ""}}));
    auto const broken = rowsOf("a\xFF,b\nc\n", {.encoding = "gbk"});
    EXPECT_THAT(broken.at(0).fields, ElementsAre("a\xEF\xBF\xBD", "b"));
    EXPECT_TRUE(broken[0].hadBadText);
    EXPECT_FALSE(broken.at(1).hadBadText);
}

TEST(CsvReader, RefusesAnEncodingThatItDoesNotKnow) {
    for (std::string const name : {"utf-9", "UTF-8//IGNORE", "utf-7", " "})
        EXPECT_FALSE(CsvReader::open(piecesOf("", 1), {.encoding = name}).has_value()) << name;
}

TEST(CsvReader, ReadsTheSameHoweverTheBytesAreCut) {
    using namespace std::string_literals;
    std::string const files[] = {
        "\xEF\xBB\xBF"s + "a,b\r\n\"1\r\n2\",\xE7\x81\r火\n\xF0\x9F\x94\xA5,\"",
        "\xFF\xFE\x6B\x70\r\0\n\0\x3D\xD8\x25\xDD\n\0\x3D\xD8"s,
        "sep=\t\r\n\r\nx\ty\r",
        "\x84\x31\x95\x33\x81\x30\x81\x30,\x81\n\xBB\xF0\n\x81\x30\x81",
    };
    for (std::string const& file : files) {
        auto const whole = rowsOf(file);
        for (std::size_t piece = 1; piece < 6; ++piece) {
            auto const cut = rowsOf(file, {}, piece);
            ASSERT_EQ(cut.size(), whole.size());
            for (std::size_t row = 0; row < cut.size(); ++row) {
                EXPECT_EQ(cut[row].fields, whole[row].fields);
                EXPECT_EQ(cut[row].line, whole[row].line);
                EXPECT_EQ(cut[row].terminated, whole[row].terminated);
                EXPECT_EQ(cut[row].hadBadText, whole[row].hadBadText);
            }
        }
    }
}

/// As RFC 4180 section 2 writes; quotes also where they are not needed.
std::string written(Table const& table, char delimiter, std::string_view lineEnd, bool quoteAll) {
    std::string text;
    for (Fields const& fields : table) {
        for (std::size_t at = 0; at < fields.size(); ++at) {
            if (at > 0) text += delimiter;
            bool const special =
                fields[at].find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
            if (!quoteAll && !special && (fields.size() > 1 || !fields[at].empty())) {
                text += fields[at];
                continue;
            }
            text += '"';
            for (char const letter : fields[at])
                text += letter == '"' ? "\"\"" : std::string(1, letter);
            text += '"';
        }
        text += lineEnd;
    }
    return text;
}

RC_GTEST_PROP(CsvReaderProperty, ReadsBackWhatAnRfc4180WriterWrote, ()) {
    auto const letters = rc::gen::elementOf(std::vector<std::string>{
        "\"", ",", ";", "\t", "|", "\r", "\n", "a", "0", " ", "火", "é", "🔥", "x", "y"});
    auto const field = rc::gen::map(rc::gen::container<Fields>(letters), [](Fields const& parts) {
        std::string text;
        for (std::string const& part : parts)
            text += part;
        return text;
    });
    auto const row = rc::gen::nonEmpty(rc::gen::container<Fields>(field));
    auto const table = *rc::gen::scale(0.2, rc::gen::container<Table>(row));
    char const delimiter = *rc::gen::elementOf(std::string(",;\t|:"));
    std::string const lineEnd = *rc::gen::elementOf(Fields{"\n", "\r\n", "\r"});
    std::string const text = written(table, delimiter, lineEnd, *rc::gen::arbitrary<bool>());
    std::size_t const piece = *rc::gen::inRange<std::size_t>(1, text.size() + 2);
    for (std::size_t const size : {std::size_t{1}, piece}) {
        auto const rows = rowsOf(text, {.delimiter = delimiter}, size);
        RC_ASSERT(rows.size() == table.size());
        for (std::size_t at = 0; at < rows.size(); ++at) {
            RC_ASSERT(rows[at].fields == table[at]);
            RC_ASSERT(rows[at].terminated && !rows[at].openQuote && !rows[at].hadBadText
                      && !rows[at].tooLong);
        }
    }
}

RC_GTEST_PROP(CsvReaderProperty, MakesValidTextOfAnyBytes, (std::string bytes)) {
    for (std::string const encoding : {"", "gb18030", "utf-16be", "windows-1252", "shift_jis"})
        for (CsvRow const& row : rowsOf(bytes, {.encoding = encoding}, 3))
            for (std::string const& field : row.fields)
                RC_ASSERT(isValidUtf8(field));
}

} // namespace
} // namespace ob::core
