// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/planted.h"

#include "core/policy/sharing.h"

namespace ob::sim {
namespace {

/// One event of eight, never the first of a log.
bool isHidden(core::EncodedEvent const& event) {
    return event.sequence > 0 && event.leaf.hash().front() < 32;
}

std::optional<core::Bytes> withoutParents(net::FrameType type, core::Bytes payload) {
    if (type == net::FrameType::Batch) {
        auto batch = net::decodeBatch(payload);
        for (auto& event : batch->events)
            if (isHidden(event)) event = core::stubOf(event);
        return encode(*batch);
    }
    auto upgrade = net::decodeUpgrade(payload);
    std::erase_if(upgrade->events, isHidden);
    if (upgrade->events.empty()) return std::nullopt;
    return encode(*upgrade);
}

} // namespace

std::optional<core::Bytes> distorted(Planted fault, net::FrameType type, core::Bytes payload,
                                     bool isFirstPeer) {
    using net::FrameType;
    bool const isQuestion = type == FrameType::WantBodies || type == FrameType::WantStreams;
    if (fault == Planted::TrustsEqualSize && type == FrameType::WantBodies) return std::nullopt;
    if (fault == Planted::AsksOneRelay && isQuestion && !isFirstPeer) return std::nullopt;
    if (fault == Planted::OverlooksForks && type == FrameType::ForkQuestion) return std::nullopt;
    if (fault == Planted::HidesParents && (type == FrameType::Batch || type == FrameType::Upgrade))
        return withoutParents(type, std::move(payload));
    return payload;
}

} // namespace ob::sim
