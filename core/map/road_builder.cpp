// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/road_builder.h"

#include "core/ensure.h"

#include <algorithm>
#include <cmath>

namespace ob::core {
namespace {

/// Ends of a stretch that is shorter than a centimetre are one place.
std::uint32_t centimetres(double metres) {
    return static_cast<std::uint32_t>(std::min<double>(std::round(metres * 100), UINT32_MAX));
}

} // namespace

void RoadBuilder::note(OsmObject const& object) {
    if (object.kind == OsmObject::Kind::Relation) {
        if (auto const rule = turnRule(object)) {
            m_rules.push_back(*rule);
            m_ruleNodes.insert(rule->viaNode);
        }
        return;
    }
    if (object.kind != OsmObject::Kind::Way || !roadTraits(object)) return;
    for (auto const& node : object.nodes)
        m_uses.push_back(node.id);
    m_uses.push_back(object.nodes.front().id);
    m_uses.push_back(object.nodes.back().id);
}

void RoadBuilder::meet() {
    std::ranges::sort(m_uses);
    for (auto at = m_uses.begin(); at != m_uses.end();) {
        auto const next = std::upper_bound(at, m_uses.end(), *at);
        if (next - at > 1) m_junctions.push_back(*at);
        at = next;
    }
    std::vector<std::int64_t>().swap(m_uses);
}

bool RoadBuilder::isJunction(std::int64_t id) const { return std::ranges::binary_search(m_junctions, id); }

std::uint32_t RoadBuilder::nodeNumber(std::int64_t id, GeoPoint point) {
    auto const [at, isNew] = m_numbers.try_emplace(id, static_cast<std::uint32_t>(m_points.size()));
    if (isNew) {
        m_points.push_back(point);
        m_namesAt.emplace_back();
    }
    return at->second;
}

std::uint32_t RoadBuilder::nameNumber(OsmObject const& way) {
    MapName const name = nameOf(way);
    if (name == MapName{}) return 0;
    // A separator that no name holds.
    std::string const key = name.local + '\n' + name.chinese + '\n' + name.english + '\n' + name.reference;
    auto const [at, isNew] = m_nameNumbers.try_emplace(key, static_cast<std::uint32_t>(m_names.size() + 1));
    if (isNew) m_names.push_back(name);
    return at->second;
}

void RoadBuilder::cut(OsmObject const& way, Sink const& sink) {
    auto const traits = roadTraits(way);
    if (!traits) return;
    if (std::ranges::any_of(way.nodes, [](auto const& node) { return !node.point; })) {
        ++m_brokenWays;
        return;
    }
    RoadSegment segment{.roadClass = traits->roadClass, .flags = traits->flags, .limitKmh = traits->limitKmh};
    segment.name = nameNumber(way);
    double metres = 0;
    std::size_t begin = 0;
    for (std::size_t index = 1; index < way.nodes.size(); ++index) {
        auto const& node = way.nodes[index];
        metres += distanceMetres(*way.nodes[index - 1].point, *node.point);
        bool const isEnd = index + 1 == way.nodes.size() || isJunction(node.id);
        if (!isEnd) {
            segment.shape.push_back(*node.point);
            continue;
        }
        auto const& first = way.nodes[begin];
        // The same node twice in a row is a slip, not a road.
        if (first.id != node.id || !segment.shape.empty()) {
            segment.a = nodeNumber(first.id, *first.point);
            segment.b = nodeNumber(node.id, *node.point);
            segment.centimetres = centimetres(metres);
            sink(segment);
            keep(segment, way, first.id, node.id);
        }
        segment.shape.clear();
        metres = 0;
        begin = index;
    }
}

void RoadBuilder::keep(RoadSegment const& segment, OsmObject const& way, std::int64_t a, std::int64_t b) {
    std::uint32_t const number = m_segments++;
    bool const isForward = (segment.flags & RoadFlag::forward) != 0;
    bool const isBackward = (segment.flags & RoadFlag::backward) != 0;
    if (m_ruleNodes.contains(a)) m_touches[a].push_back({way.id, number, isBackward, isForward});
    if (m_ruleNodes.contains(b)) m_touches[b].push_back({way.id, number, isForward, isBackward});
    if (segment.name == 0) return;
    for (std::uint32_t const node : {segment.a, segment.b}) {
        auto& names = m_namesAt[node];
        if (std::ranges::find(names, segment.name) == names.end()) names.push_back(segment.name);
    }
}

void RoadBuilder::addBans(TurnRule const& rule, std::vector<RoadBan>& bans) const {
    auto const touches = m_touches.find(rule.viaNode);
    auto const isOf = [](std::int64_t way) { return [way](Touch const& touch) { return touch.way == way; }; };
    if (touches == m_touches.end() || std::ranges::none_of(touches->second, isOf(rule.fromWay))
        || std::ranges::none_of(touches->second, isOf(rule.toWay))) {
        ++m_lostRules;
        return;
    }
    for (Touch const& from : touches->second) {
        if (from.way != rule.fromWay || !from.entersNode) continue;
        for (Touch const& to : touches->second) {
            // From a way to itself means turning round, also where the way goes on.
            bool const isNamed =
                to.way == rule.toWay && (rule.fromWay != rule.toWay || to.segment == from.segment);
            if (to.leavesNode && isNamed != rule.isOnly)
                bans.push_back({.from = from.segment,
                                .node = m_numbers.at(rule.viaNode),
                                .to = to.segment,
                                .flags = rule.exceptEmergency ? RoadBan::exceptEmergency : 0});
        }
    }
}

std::vector<RoadBan> RoadBuilder::bans() const {
    m_lostRules = 0;
    std::vector<RoadBan> bans;
    for (TurnRule const& rule : m_rules)
        addBans(rule, bans);
    std::ranges::sort(bans);
    auto const same = [](RoadBan const& a, RoadBan const& b) {
        return a.from == b.from && a.node == b.node && a.to == b.to;
    };
    // Of two the one without exception stands first.
    auto const [first, last] = std::ranges::unique(bans, same);
    bans.erase(first, last);
    return bans;
}

std::vector<std::pair<GeoPoint, std::vector<std::uint32_t>>> RoadBuilder::crossings() const {
    std::vector<std::pair<GeoPoint, std::vector<std::uint32_t>>> found;
    for (std::size_t node = 0; node < m_points.size(); ++node)
        if (m_namesAt[node].size() > 1) found.emplace_back(m_points[node], m_namesAt[node]);
    return found;
}

} // namespace ob::core
