// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ob::core {

/// An object of OpenStreetMap, as a line of osmium's OPL format says it (osmcode.org/opl-file-format).
struct OsmObject {
    enum class Kind : std::uint8_t { Node, Way, Relation };
    struct NodeRef {
        std::int64_t id = 0;
        std::optional<GeoPoint> point; ///< after `osmium add-locations-to-ways`
    };
    struct Member {
        Kind kind = Kind::Node;
        std::int64_t id = 0;
        std::string role;
    };

    Kind kind = Kind::Node;
    std::int64_t id = 0;
    std::vector<std::pair<std::string, std::string>> tags;
    std::optional<GeoPoint> point; ///< of a node
    std::vector<NodeRef> nodes;    ///< of a way
    std::vector<Member> members;   ///< of a relation

    /// Empty when there is none.
    std::string_view tag(std::string_view key) const;
    bool isClosed() const { return nodes.size() > 3 && nodes.front().id == nodes.back().id; }
};

/// Nothing when the line is not one, or of another kind of object.
std::optional<OsmObject> readOpl(std::string_view line);

/// A node that a way names, which is not in the file, from a line "n12 in w34" of `osmium check-refs`.
/// Nothing for any other line.
std::optional<std::int64_t> missingNode(std::string_view line);

/// The line without the nodes of a way that are missing: of an area the rest of its ring, of another way its
/// longest whole part. Empty when nothing of the way is left. Other lines come back as they are.
std::string withoutMissing(std::string_view line, std::unordered_set<std::int64_t> const& missing);

} // namespace ob::core
