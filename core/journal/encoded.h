// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/event.h"

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace ob::core {

/// Bytes of one section as they were hashed: {class, salt, audience?, body}.
struct EncodedSection {
    std::uint8_t index = 0; ///< place among the header's commitments
    SectionClass sectionClass{};
    Bytes bytes;
    friend bool operator==(EncodedSection const&, EncodedSection const&) = default;
};

/// An event as it is stored and sent. Header empty = a stub: only the leaf hash is held here.
struct EncodedEvent {
    LogId log;
    std::uint64_t sequence = 0;
    EventId leaf;
    Bytes header;
    std::vector<EncodedSection> sections; ///< those held; by index; a missing one is withheld or forgotten
    StreamId stream;         ///< what it belongs to (its own leaf when it creates); nil for a stub
    StreamKind streamKind{}; ///< meaningful when it creates
    bool creates = false;
    /// As it was decoded and found sound, admissible, by whoever did that first; spares others the work. Not
    /// part of the value; never beside bytes that were changed, and never in a journal.
    std::shared_ptr<Event const> decoded{};

    bool isStub() const { return header.empty(); }
    friend bool operator==(EncodedEvent const& a, EncodedEvent const& b) {
        auto const all = [](EncodedEvent const& event) {
            return std::tie(event.log, event.sequence, event.leaf, event.header, event.sections, event.stream,
                            event.streamKind, event.creates);
        };
        return all(a) == all(b);
    }
};

/// An aligned run of 2^level leaves held only as their subtree hash. level 0 = one stub.
struct StubRun {
    LogId log;
    std::uint64_t begin = 0; ///< divisible by 2^level
    std::uint8_t level = 0;
    Hash hash{};
};

/// A signed head: C2SP checkpoint of (log, size, root).
struct EncodedHead {
    LogId log;
    std::uint64_t size = 0;
    Hash root{};
    Hlc hlc;
    std::string note; ///< the signed note, with its signature lines
};

/// A log and where its authority comes from. `certificate` are the bytes of the desk certificate.
struct LogRecord {
    LogId id;
    AgencyIndex agency;
    std::array<std::uint8_t, 32> deskKey{};
    Hash nonce{};
    Lane lane = Lane::Live;
    Bytes certificate;
    bool own = false; ///< written by this desk
};

} // namespace ob::core
