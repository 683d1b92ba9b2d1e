// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/mapping_json.h"

#include "tests/support/shipped_rules.h"

#include <filesystem>
#include <ostream>

namespace ob::core {
namespace {

tl::expected<Mapping, RuleFault> load(std::string const& text) {
    return loadMapping("own.json", text, test::shippedRules());
}

std::string const least =
    R"("format": "own", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd"], "rowKey": "id")";
std::string const call = R"("incident": {"key": "id", "type": {"constant": "OTHER"}, "openedAt": "at"})";
std::string const crew = R"("unit": {"callsign": "unit", "kind": {"constant": "ENGINE"}})";

std::string callWith(std::string const& more) {
    return "{" + least + R"(, "incident": {"key": "id", "type": {"constant": "OTHER"}, "openedAt": "at", )"
           + more + "}}";
}
std::string rootWith(std::string const& more) { return "{" + least + ", " + call + ", " + more + "}"; }

TEST(MappingJson, TheLeastIsEnough) {
    auto const mapping = load("{" + least + ", " + call + "}");
    ASSERT_TRUE(mapping) << mapping.error().path << mapping.error().message;
    EXPECT_EQ(mapping->format, "own");
    EXPECT_TRUE(mapping->incident);
    EXPECT_FALSE(mapping->unit);
}

struct Fault {
    std::string text;
    char const* path;
};
std::ostream& operator<<(std::ostream& out, Fault const& fault) { return out << fault.text; }

class MappingFaults : public testing::TestWithParam<Fault> {};

TEST_P(MappingFaults, AreNamedWithTheirPlace) {
    auto const mapping = load(GetParam().text);
    ASSERT_FALSE(mapping);
    EXPECT_EQ(mapping.error().file, "own.json");
    EXPECT_EQ(mapping.error().path, GetParam().path);
    EXPECT_FALSE(mapping.error().message.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Roots, MappingFaults,
    testing::Values(
        Fault{"[]", ""}, Fault{"\"text\"", ""}, Fault{"{}", "/format"},
        Fault{rootWith(R"("colour": 1)"), "/colour"}, Fault{rootWith(R"("missing": "NA")"), "/missing"},
        Fault{rootWith(R"("missing": [1])"), "/missing"},
        Fault{rootWith(R"("delimiter": ";;")"), "/delimiter"},
        Fault{rootWith(R"("delimiter": "\"")"), "/delimiter"},
        Fault{rootWith(R"("delimiter": "\n")"), "/delimiter"},
        Fault{rootWith(R"("encoding": "klingon")"), "/encoding"},
        Fault{rootWith(R"("bounds": {"south": 2, "west": 1, "north": 1, "east": 2})"), "/bounds"},
        Fault{rootWith(R"("bounds": {"south": 1, "west": 1, "north": 2})"), "/bounds/east"},
        Fault{rootWith(R"("bounds": {"south": "1", "west": 1, "north": 2, "east": 2})"), "/bounds/south"},
        Fault{rootWith(R"("digits": [{"column": "a", "least": 1}])"), "/digits/0/most"},
        Fault{rootWith(R"("digits": [{"column": "a", "least": 5, "most": 4}])"), "/digits/0/least"},
        Fault{rootWith(R"("digits": 5)"), "/digits"},
        Fault{rootWith(R"("run": {"clearedAt": "at"})"), "/run"},
        Fault{"{" + least + ", " + crew + R"(, "note": {"text": ["a"]}})", "/note"},
        Fault{"{" + least + "}", "/incident"},
        Fault{R"({"format": "a b", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd"], "rowKey": "id", )" + call
                  + "}",
              "/format"},
        Fault{R"({"format": "own", "timeFormats": ["yyyy-MM-dd"], "rowKey": "id", )" + call + "}",
              "/timeZone"},
        Fault{R"({"format": "own", "timeZone": "UTC", "timeFormats": [], "rowKey": "id", )" + call + "}",
              "/timeFormats"},
        Fault{R"({"format": "own", "timeZone": "UTC", "timeFormats": ["HH:mm"], "rowKey": "id", )" + call
                  + "}",
              "/timeFormats"},
        Fault{R"({"format": "own", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd"], )" + call + "}",
              "/rowKey"},
        Fault{R"({"format": "own", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd"], "rowKey": {}, )" + call
                  + "}",
              "/rowKey"},
        Fault{R"({"format": "own", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd"], "rowKey": "--", )" + call
                  + "}",
              "/rowKey"},
        Fault{R"({"format": "own", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd"], "rowKey": 7, )" + call
                  + "}",
              "/rowKey"}));

INSTANTIATE_TEST_SUITE_P(
    Incidents, MappingFaults,
    testing::Values(
        Fault{callWith(R"("colour": "x")"), "/incident/colour"},
        Fault{callWith(R"("rows": "last")"), "/incident/rows"},
        Fault{callWith(R"("priority": {"column": "p", "values": {"High": "0"}})"),
              "/incident/priority/values/High"},
        Fault{callWith(R"("priority": {"column": "p", "default": "5"})"), "/incident/priority/default"},
        Fault{callWith(R"("priority": {"column": "p", "values": []})"), "/incident/priority/values"},
        Fault{callWith(R"("priority": {"column": "p", "values": {"High": 1}})"),
              "/incident/priority/values/High"},
        Fault{callWith(R"("priority": {"column": "p", "colour": 1})"), "/incident/priority/colour"},
        Fault{callWith(R"("state": {"constant": "SHUT"})"), "/incident/state/constant"},
        Fault{callWith(R"("disposition": {"column": "d", "default": "NO SUCH"})"),
              "/incident/disposition/default"},
        Fault{callWith(R"("channel": {"constant": "SMOKE"})"), "/incident/channel/constant"},
        Fault{callWith(R"("place": {"latitude": "lat"})"), "/incident/place"},
        Fault{callWith(R"("place": {"point": "p", "height": "h"})"), "/incident/place/height"},
        Fault{callWith(R"("address": {"columns": "a"})"), "/incident/address/columns"},
        Fault{callWith(R"("address": {"columns": [1]})"), "/incident/address/columns"},
        Fault{callWith(R"("address": {"column": "a", "separator": 1})"), "/incident/address/separator"},
        Fault{callWith(R"("address": {"column": "a", "colour": 1})"), "/incident/address/colour"},
        Fault{callWith(R"("text": "a")"), "/incident/text"},
        Fault{callWith(R"("text": [1])"), "/incident/text/0"},
        Fault{callWith(R"("text": [{"label": "a"}])"), "/incident/text/0"},
        Fault{"{" + least + R"(, "incident": {"key": "id", "openedAt": "at"}})", "/incident/type"},
        Fault{"{" + least
                  + R"(, "incident": {"key": "id", "type": {"constant": "VOLCANO"}, "openedAt": "at"}})",
              "/incident/type/constant"},
        Fault{"{" + least + R"(, "incident": {"key": "id", "type": {"constant": "OTHER"}}})",
              "/incident/openedAt"},
        Fault{"{" + least + R"(, "incident": {"type": {"constant": "OTHER"}, "openedAt": "at"}})",
              "/incident/key"},
        Fault{"{" + least + R"(, "incident": []})", "/incident"}));

INSTANTIATE_TEST_SUITE_P(
    UnitsAndRuns, MappingFaults,
    testing::Values(
        Fault{"{" + least + R"(, "unit": {"kind": {"constant": "ENGINE"}}})", "/unit/callsign"},
        Fault{"{" + least + R"(, "unit": {"callsign": "u"}})", "/unit/kind"},
        Fault{"{" + least + R"(, "unit": {"callsign": "u", "kind": {"constant": "ROCKET"}}})",
              "/unit/kind/constant"},
        Fault{"{" + least + R"(, "unit": {"callsign": "u", "kind": "k", "describes": "yes"}})",
              "/unit/describes"},
        Fault{"{" + least + R"(, "unit": {"callsign": "u", "kind": "k", "capability": {"constant": "FLY"}}})",
              "/unit/capability/constant"},
        Fault{"{" + least + ", " + call + ", " + crew + R"(, "run": {}})", "/run"},
        Fault{"{" + least + ", " + call + ", " + crew + R"(, "run": {"landedAt": "x", "clearedAt": "c"}})",
              "/run/landedAt"},
        Fault{"{" + least + ", " + call + ", " + crew + R"(, "run": {"clearedAt": 1}})", "/run/clearedAt"}));

TEST(MappingJson, AKeyThatStandsTwiceIsAFault) {
    EXPECT_FALSE(load("{" + least + ", " + call + R"(, "encoding": "utf-8", "encoding": "gb18030"})"));
}

TEST(MappingJson, WhatIsNoJsonIsAFault) {
    for (char const* const text : {"", "{", "nonsense", "{\"format\": }", "\xff\xfe"})
        EXPECT_FALSE(load(text)) << text;
}

TEST(MappingJson, EveryShippedMappingIsFit) {
    std::size_t count = 0;
    for (auto const& file : std::filesystem::directory_iterator(sourceDir() + "/resources/import")) {
        if (file.path().extension() != ".json") continue;
        std::ifstream bytes(file.path(), std::ios::binary);
        auto const mapping =
            loadMapping(file.path().filename().string(),
                        std::string(std::istreambuf_iterator<char>(bytes), {}), test::shippedRules());
        EXPECT_TRUE(mapping) << file.path()
                             << (mapping ? "" : mapping.error().path + ": " + mapping.error().message);
        if (!mapping) continue;
        EXPECT_EQ(mapping->format + ".json", file.path().filename().string());
        ++count;
    }
    EXPECT_GE(count, 8u);
}

} // namespace
} // namespace ob::core
