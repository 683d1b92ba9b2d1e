// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_column.h"

#include "core/text.h"

#include <algorithm>

namespace ob::core {
namespace {

struct Header {
    std::string_view word; ///< folded, without blanks, hyphens and underscores
    PremiseColumn column;
};

constexpr auto headers = std::to_array<Header>({
    {"id", PremiseColumn::Key},
    {"key", PremiseColumn::Key},
    {"number", PremiseColumn::Key},
    {"编号", PremiseColumn::Key},
    {"编码", PremiseColumn::Key},
    {"name", PremiseColumn::Name},
    {"premise", PremiseColumn::Name},
    {"名称", PremiseColumn::Name},
    {"单位名称", PremiseColumn::Name},
    {"场所名称", PremiseColumn::Name},
    {"重点单位", PremiseColumn::Name},
    {"单位", PremiseColumn::Name},
    {"场所", PremiseColumn::Name},
    {"address", PremiseColumn::Address},
    {"地址", PremiseColumn::Address},
    {"详细地址", PremiseColumn::Address},
    {"单位地址", PremiseColumn::Address},
    {"latitude", PremiseColumn::Latitude},
    {"lat", PremiseColumn::Latitude},
    {"纬度", PremiseColumn::Latitude},
    {"longitude", PremiseColumn::Longitude},
    {"lon", PremiseColumn::Longitude},
    {"lng", PremiseColumn::Longitude},
    {"经度", PremiseColumn::Longitude},
    {"radius", PremiseColumn::Reach},
    {"radiusmetres", PremiseColumn::Reach},
    {"radiusmeters", PremiseColumn::Reach},
    {"半径", PremiseColumn::Reach},
    {"影响半径", PremiseColumn::Reach},
    {"hazards", PremiseColumn::Hazards},
    {"hazard", PremiseColumn::Hazards},
    {"risks", PremiseColumn::Hazards},
    {"风险", PremiseColumn::Hazards},
    {"危险", PremiseColumn::Hazards},
    {"危险源", PremiseColumn::Hazards},
    {"风险代码", PremiseColumn::Hazards},
    {"风险类型", PremiseColumn::Hazards},
    {"风险点", PremiseColumn::Hazards},
    {"notes", PremiseColumn::Text},
    {"note", PremiseColumn::Text},
    {"text", PremiseColumn::Text},
    {"remarks", PremiseColumn::Text},
    {"说明", PremiseColumn::Text},
    {"备注", PremiseColumn::Text},
    {"风险说明", PremiseColumn::Text},
    {"情况说明", PremiseColumn::Text},
    {"contact", PremiseColumn::Contact},
    {"联系人", PremiseColumn::Contact},
    {"联系方式", PremiseColumn::Contact},
    {"负责人", PremiseColumn::Contact},
    {"phone", PremiseColumn::Phone},
    {"telephone", PremiseColumn::Phone},
    {"联系电话", PremiseColumn::Phone},
    {"电话", PremiseColumn::Phone},
    {"手机", PremiseColumn::Phone},
    {"validuntil", PremiseColumn::ValidUntil},
    {"expires", PremiseColumn::ValidUntil},
    {"有效期", PremiseColumn::ValidUntil},
    {"有效期至", PremiseColumn::ValidUntil},
    {"source", PremiseColumn::Source},
    {"来源", PremiseColumn::Source},
    {"资料来源", PremiseColumn::Source},
    {"checked", PremiseColumn::CheckedOn},
    {"checkedon", PremiseColumn::CheckedOn},
    {"lastchecked", PremiseColumn::CheckedOn},
    {"核查日期", PremiseColumn::CheckedOn},
    {"最近核查", PremiseColumn::CheckedOn},
    {"最后核查", PremiseColumn::CheckedOn},
    {"核查时间", PremiseColumn::CheckedOn},
});

} // namespace

std::optional<PremiseColumn> premiseColumnNamed(std::string_view header) {
    std::string word = foldCase(normalise(header));
    if (auto const bracket = word.find('('); bracket != word.npos && bracket > 0) word.resize(bracket);
    std::erase_if(word, [](char each) { return each == ' ' || each == '_' || each == '-' || each == '*'; });
    auto const found = std::ranges::find(headers, word, &Header::word);
    return found == headers.end() ? std::nullopt : std::optional(found->column);
}

std::string_view nameOf(PremiseColumn column) {
    switch (column) {
    case PremiseColumn::Key: return "id";
    case PremiseColumn::Name: return "name";
    case PremiseColumn::Address: return "address";
    case PremiseColumn::Latitude: return "latitude";
    case PremiseColumn::Longitude: return "longitude";
    case PremiseColumn::Reach: return "radius";
    case PremiseColumn::Hazards: return "hazards";
    case PremiseColumn::Text: return "notes";
    case PremiseColumn::Contact: return "contact";
    case PremiseColumn::Phone: return "phone";
    case PremiseColumn::ValidUntil: return "valid until";
    case PremiseColumn::Source: return "source";
    case PremiseColumn::CheckedOn: return "checked";
    }
    return "?";
}

} // namespace ob::core
