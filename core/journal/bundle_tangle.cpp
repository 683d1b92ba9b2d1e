// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/bundle_tangle.h"

#include "core/journal/event_codec.h"

#include <algorithm>
#include <set>

namespace ob::core {
namespace {

struct Link {
    Hlc hlc;
    EventId leaf;
    std::vector<EventId> parents;
};

/// An event begins a chain only when each of its parents has a child that was placed before (its chain went
/// on without it). So there are at most as many chains as events that are no parent's first child. That needs
/// the order of placing, which is (hlc, leaf) when no event is stamped before its parents; else each event
/// counts.
std::uint64_t chainsIn(std::vector<Link>& links) {
    std::ranges::sort(links, {}, [](Link const& link) { return std::pair(link.hlc, link.leaf); });
    std::map<EventId, bool> hasChild; // of those placed so far
    std::set<EventId> later;
    for (auto const& link : links)
        later.insert(link.leaf);
    std::uint64_t chains = 0;
    for (auto const& link : links) {
        later.erase(link.leaf);
        bool isFirstChild = false;
        for (EventId const parent : link.parents) {
            if (later.contains(parent)) return links.size();
            auto const placed = hasChild.find(parent);
            if (placed == hasChild.end()) continue; // waits for ever, without effect
            isFirstChild = isFirstChild || !placed->second;
            placed->second = true;
        }
        if (!isFirstChild) ++chains;
        hasChild.emplace(link.leaf, false);
    }
    return chains;
}

} // namespace

std::map<StreamId, std::uint64_t> tanglesOf(EvidenceBundle const& bundle) {
    std::map<StreamId, std::vector<Link>> streams;
    for (auto const& event : bundle.events) {
        auto const header = decodeHeader(event.header);
        if (!header) continue;
        auto const encoded = encodedOf(event, bundle.logs);
        streams[encoded.stream].push_back(
            {.hlc = header->hlc, .leaf = encoded.leaf, .parents = header->parents});
    }
    std::map<StreamId, std::uint64_t> tangles;
    for (auto& [stream, links] : streams)
        tangles[stream] = links.size() * chainsIn(links);
    return tangles;
}

} // namespace ob::core
