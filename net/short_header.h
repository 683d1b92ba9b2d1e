// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"
#include "core/journal/encoded.h"

#include <vector>

namespace ob::net {

/// What headers say again and again is left out of a batch: realm, log and sequence are the batch's, streams
/// and parents are mostly those of leaves just before, and the hash of a section that comes along is computed
/// from it. The receiver makes the same header again, or it does not fit the log's root. One for each batch,
/// told every leaf in order; as CDDL in net/README.md.
class ShortHeaders {
  public:
    /// How many leaves back a stream or parent is looked for.
    static constexpr std::size_t reach = 32;

    ShortHeaders(core::RealmId const& realm, core::LogId log) : m_realm(realm), m_log(log) {}

    /// False, and nothing is written, where the header could not be made again.
    bool write(core::CborWriter& out, core::EncodedEvent const& event);
    /// The header of an event at this place of the log, but for the hashes of sections that come along, which
    /// are zero. Rejects what is none.
    core::EventHeader read(core::CborReader& in, std::uint64_t sequence);
    /// Puts those hashes in. False when there is a section that the header has no place for, or that does not
    /// stand in the order of places.
    static bool complete(core::EventHeader& header, core::EncodedEvent const& event);
    /// A leaf that was written or read, in whatever form.
    void note(core::EncodedEvent const& event);

  private:
    struct Leaf {
        core::Hash leaf{};
        core::Hash stream{}; ///< zero for a stub
    };
    /// As the number of leaves back, or whole; 0 is no hash: a header without a stream, or a parent that is
    /// none.
    void writeHash(core::CborWriter& out, core::Hash const& hash, core::Hash Leaf::* part) const;
    core::Hash readHash(core::CborReader& in, core::Hash Leaf::* part) const;

    core::RealmId m_realm;
    core::LogId m_log;
    std::uint64_t m_lastHlc = 0;
    std::vector<Leaf> m_leaves; ///< newest last
};

} // namespace ob::net
