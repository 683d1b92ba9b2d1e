// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/opl.h"

#include <string>
#include <utility>
#include <vector>

namespace ob::tests {

using OsmTags = std::vector<std::pair<std::string, std::string>>;

/// Node number n of a way lies so far along a meridian: a thousandth of a degree, 111 m, each.
inline core::GeoPoint placeOf(std::int64_t node) { return *core::GeoPoint::ofE7(node * 10'000, 1'000'000); }

inline core::OsmObject wayOf(std::int64_t id, std::vector<std::int64_t> const& nodes, OsmTags tags) {
    core::OsmObject way{.kind = core::OsmObject::Kind::Way, .id = id};
    way.tags = std::move(tags);
    for (std::int64_t const node : nodes)
        way.nodes.push_back({.id = node, .point = placeOf(node)});
    return way;
}

inline core::OsmObject nodeOf(core::GeoPoint point, OsmTags tags) {
    core::OsmObject node{.kind = core::OsmObject::Kind::Node, .id = 1};
    node.tags = std::move(tags);
    node.point = point;
    return node;
}

inline core::OsmObject ruleOf(std::string const& kind, std::int64_t from, std::int64_t via, std::int64_t to) {
    using enum core::OsmObject::Kind;
    core::OsmObject relation{.kind = Relation, .id = 1};
    relation.tags = {{"type", "restriction"}, {"restriction", kind}};
    relation.members = {{Way, from, "from"}, {Node, via, "via"}, {Way, to, "to"}};
    return relation;
}

} // namespace ob::tests
