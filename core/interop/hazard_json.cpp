// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/hazard_json.h"

#include "core/interop/rule_reader.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ob::core {
namespace {

HazardGrade gradeNamed(std::string const& name, std::string const& path, RuleFaults& faults) {
    if (name == "life") return HazardGrade::Life;
    if (name == "access") return HazardGrade::Access;
    if (name != "care") faults.add(path, "is one of life, care, access");
    return HazardGrade::Care;
}

HazardKind readKind(RuleRow& row, RuleFaults& faults) {
    HazardKind kind;
    kind.code = row.code("code");
    kind.name = row.names();
    kind.aliases = row.aliases(kind.code, kind.name);
    kind.grade = gradeNamed(row.text("grade"), row.pathOf("grade"), faults);
    row.finish();
    return kind;
}

} // namespace

tl::expected<HazardBook, RuleFault> loadHazardBook(std::string const& text) {
    RuleFaults faults{std::string(hazardFileName)};
    nlohmann::json const content = parseRuleFile(text, faults);
    if (faults.first()) return tl::unexpected(*faults.first());
    RuleRow root(content, "", faults);
    std::string version = root.version("version");
    bool const isReviewed = root.flag("reviewed");
    std::vector<HazardKind> kinds;
    for (RuleRow& row : root.rows("hazards", 1, maxRuleEntries))
        kinds.push_back(readKind(row, faults));
    root.finish();
    auto list = Catalogue<HazardKind>::make(std::move(kinds));
    if (!list)
        faults.add("/hazards/" + std::to_string(list.error().second),
                   (list.error().isCode ? "code given twice: " : "means two hazards: ") + list.error().word);
    if (faults.first()) return tl::unexpected(*faults.first());
    return HazardBook(std::move(version), isReviewed, *std::move(list));
}

} // namespace ob::core
