// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk_state.h"

#include "core/journal/field_values.h"

namespace ob::core {
namespace {
constexpr std::uint64_t stateVersion = 3;
}

Bytes DeskState::encode() const {
    Bytes bytes;
    CborWriter out(bytes);
    out.array(4);
    out.unsignedInt(stateVersion);
    out.array(lastNumbers.size());
    for (IncidentNumber const number : lastNumbers)
        writeValue(out, number);
    out.array(frontiers.size());
    for (auto const& [log, range] : frontiers) {
        out.array(3);
        writeValue(out, log);
        out.unsignedInt(range.size());
        out.array(range.frontier().size());
        for (Hash const& hash : range.frontier())
            out.bytes(hash);
    }
    out.array(shreddings.size());
    for (auto const& each : shreddings) {
        out.array(4);
        writeValue(out, each.log);
        out.unsignedInt(each.sequence);
        out.unsignedInt(each.section);
        writeValue(out, each.stream);
    }
    return bytes;
}

std::optional<DeskState> DeskState::decode(ByteView bytes) {
    CborReader in(bytes);
    DeskState state;
    if (in.enterArray() != 4) return std::nullopt;
    in.nextElement();
    if (in.unsignedInt() != stateVersion) return std::nullopt;
    in.nextElement();
    in.enterArray();
    while (in.nextElement())
        readValue(in, state.lastNumbers.emplace_back());
    in.nextElement();
    in.enterArray();
    while (in.nextElement()) {
        Frontier frontier;
        std::vector<Hash> hashes;
        if (in.enterArray() != 3) return std::nullopt;
        in.nextElement();
        readValue(in, frontier.log);
        in.nextElement();
        auto const size = in.unsignedInt();
        in.nextElement();
        in.enterArray();
        while (in.nextElement())
            hashes.push_back(in.hash());
        in.nextElement();
        auto const range = CompactRange::restore(size, hashes);
        if (!range) return std::nullopt;
        frontier.range = *range;
        state.frontiers.push_back(std::move(frontier));
    }
    in.nextElement();
    in.enterArray();
    while (in.nextElement()) {
        Shredding& each = state.shreddings.emplace_back();
        if (in.enterArray() != 4) return std::nullopt;
        in.nextElement();
        readValue(in, each.log);
        in.nextElement();
        each.sequence = in.unsignedInt();
        in.nextElement();
        each.section = static_cast<std::uint8_t>(in.unsignedUpTo(255));
        in.nextElement();
        readValue(in, each.stream);
        in.nextElement();
    }
    in.nextElement();
    return in.finish() ? std::optional(std::move(state)) : std::nullopt;
}

} // namespace ob::core
