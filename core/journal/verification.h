// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "core/identity/realm_file.h"
#include "core/journal/encoded.h"
#include "core/journal/finding.h"

#include <functional>
#include <variant>
#include <vector>

namespace ob::core {

using HeldLeaf = std::variant<EncodedEvent, StubRun>;

/// One log as it is held. The readers give one after the other and nothing at the end; they are called on the
/// caller's thread only.
struct LogReaders {
    LogRecord record;
    std::function<std::optional<HeldLeaf>()> nextLeaf;    ///< by index
    std::function<std::optional<EncodedHead>()> nextHead; ///< by size
};

/// Whose journal is audited: what must be there, not only be right.
struct AuditScope {
    std::optional<AgencyIndex> agency; ///< its restricted sections must be held; nothing: nobody's
    Clearance clearance;               ///< of the desk: which of them
    unsigned threads = 2;
};

/// Names one section of one event: its place among the header's commitments.
struct SectionName {
    EventId event;
    SectionClass sectionClass{};
    std::uint8_t index = 0;
    friend auto operator<=>(SectionName const&, SectionName const&) = default;
};

struct LogAudit {
    LogId log;
    AgencyIndex agency;
    std::uint64_t leaves = 0; ///< stubs and runs included
    std::uint64_t stubs = 0;  ///< of them held as hashes only
    std::uint64_t heads = 0;
    std::vector<Finding> findings; ///< at most maxFindings
    std::uint64_t findingsLeftOut = 0;

    struct MissingSection {
        SectionName section;
        std::uint64_t index = 0; ///< of the event in the log
    };
    std::vector<MissingSection> missing; ///< findings unless a forgetting names them
    std::vector<SectionName> forgotten;  ///< by sound events of this log

    static constexpr std::size_t maxFindings = 1000;
};

/// Audits one log: headers, sections, order, heads, certificate. Reads once and holds some thousand events at
/// most. `record.own` makes every stub a finding.
LogAudit verifyLog(LogReaders const& readers, RealmFile const& realm, AuditScope const& scope);

/// Nothing when the realm file holds by itself.
std::optional<Finding> verifyRealmFile(ByteView realmFile);

/// What all audits say together: a missing section is a finding unless an event of its agency forgot it.
/// Sorted; empty = clean.
std::vector<Finding> concludeAudit(std::vector<LogAudit> const& audits);

} // namespace ob::core
