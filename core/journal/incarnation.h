// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ob::core {

// "Never fork yourself": may the logs of this desk go on, or would a second copy of them grow? Pure: what is
// on this machine is read by the caller.

/// Where a database is and which run it is in.
struct RunIdentity {
    std::string machine;      ///< /etc/machine-id
    std::string boot;         ///< /proc/sys/kernel/random/boot_id
    std::uint64_t device = 0; ///< of the database file
    std::uint64_t inode = 0;
    std::uint64_t generation = 0; ///< counts the starts
    friend bool operator==(RunIdentity const&, RunIdentity const&) = default;
};

using LogSizes = std::map<LogId, std::uint64_t>;

/// The guard file, kept outside the data directory so that a copy of that does not carry it along. At each
/// start `generation + 1` is written here first, then into the database, then one more here, so that from
/// then on the database of an earlier run is told; sizes are noted before each send.
struct Guard {
    RunIdentity run;
    LogSizes sizes;        ///< of own logs
    bool isClean = false;  ///< the run ended in order
    bool hasEnded = false; ///< after an fsync error no log goes on, whatever else is found
    friend bool operator==(Guard const&, Guard const&) = default;

    static constexpr std::size_t maxLogs = 2048;
};

/// What this start finds.
struct FoundRun {
    RunIdentity run; ///< `generation` as the database says
    LogSizes sizes;  ///< of own logs; empty: this desk never wrote
    std::size_t configuredPeers = 0;
};

enum class IncarnationReason : std::uint8_t {
    FirstStart,      ///< there is no own log yet
    LogEnded,        ///< an fsync error ended the logs
    NoGuard,         ///< a database with logs and no guard: copied here, or the guard was lost
    OtherMachine,    ///< machine id differs: a copy
    OtherFile,       ///< device or inode differs: a copy, or restored
    OtherGeneration, ///< another run's database: restored, or written elsewhere since
    ShorterLog,      ///< less than was noted before sending
    DirtyBoot,       ///< the machine went down without an orderly end
    KnownLonger,     ///< a peer holds a head signed by our key beyond what we have
    NewCertificate,  ///< the agency certified the desk anew: told by the logs' owner, not decided here
    LogSettled,      ///< the agency settled a fork of the log below its end: told as before
};
std::string_view nameOf(IncarnationReason reason);

struct IncarnationDecision {
    enum class Answer : std::uint8_t {
        Continue,
        NewIncarnation,
        AskPeers, ///< write nothing until every configured peer has confirmed
    };
    Answer answer = Answer::Continue;
    std::optional<IncarnationReason> reason; ///< nothing exactly when the answer is Continue
    friend bool operator==(IncarnationDecision const&, IncarnationDecision const&) = default;
};

/// Nothing as guard: there is no guard file, or it cannot be read. A doubt is put to the peers; without any
/// configured, a new incarnation begins. `kill -9` is no doubt.
IncarnationDecision decideIncarnation(std::optional<Guard> const& guard, FoundRun const& found);

enum class PeerAnswer : std::uint8_t {
    Confirms,  ///< knows nothing of our logs beyond what we have
    KnowsMore, ///< and has shown a head signed by our key: without one it does not count
    Silent,    ///< not reached yet
};
/// After AskPeers: one answer for each configured peer.
IncarnationDecision decideAfterAsking(IncarnationReason doubt, std::span<PeerAnswer const> answers);

/// Lines of text, the first one naming the format; ends in a newline. OB_ENSURE: ids are 1–64 letters, digits
/// or hyphens.
std::string encodeGuard(Guard const& guard);
/// Strict: nothing for anything that encodeGuard would not write.
std::optional<Guard> decodeGuard(std::string_view text);

} // namespace ob::core
