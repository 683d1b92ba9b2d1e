// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/incarnation.h"

#include <algorithm>

namespace ob::core {
namespace {

using Answer = IncarnationDecision::Answer;

bool isShorter(LogSizes const& noted, LogSizes const& found) {
    return std::ranges::any_of(noted, [&](auto const& entry) {
        auto const log = found.find(entry.first);
        return (log == found.end() ? 0 : log->second) < entry.second;
    });
}

/// A kill may fall between writing the guard and writing the database.
bool isSameRun(std::uint64_t guarded, std::uint64_t found) {
    return found == guarded || (guarded > 0 && found == guarded - 1);
}

std::optional<IncarnationReason> doubtAbout(Guard const& guard, FoundRun const& found) {
    RunIdentity const& was = guard.run;
    RunIdentity const& is = found.run;
    if (was.machine != is.machine) return IncarnationReason::OtherMachine;
    if (was.device != is.device || was.inode != is.inode) return IncarnationReason::OtherFile;
    if (!isSameRun(was.generation, is.generation)) return IncarnationReason::OtherGeneration;
    if (isShorter(guard.sizes, found.sizes)) return IncarnationReason::ShorterLog;
    if (was.boot != is.boot && !guard.isClean) return IncarnationReason::DirtyBoot;
    return std::nullopt;
}

} // namespace

std::string_view nameOf(IncarnationReason reason) {
    switch (reason) {
    case IncarnationReason::FirstStart: return "firstStart";
    case IncarnationReason::LogEnded: return "logEnded";
    case IncarnationReason::NoGuard: return "noGuard";
    case IncarnationReason::OtherMachine: return "otherMachine";
    case IncarnationReason::OtherFile: return "otherFile";
    case IncarnationReason::OtherGeneration: return "otherGeneration";
    case IncarnationReason::ShorterLog: return "shorterLog";
    case IncarnationReason::DirtyBoot: return "dirtyBoot";
    case IncarnationReason::KnownLonger: return "knownLonger";
    case IncarnationReason::NewCertificate: return "newCertificate";
    case IncarnationReason::LogSettled: return "logSettled";
    }
    return {};
}

IncarnationDecision decideIncarnation(std::optional<Guard> const& guard, FoundRun const& found) {
    if (found.sizes.empty() && (!guard || guard->sizes.empty()))
        return {Answer::NewIncarnation, IncarnationReason::FirstStart};
    if (guard && guard->hasEnded) return {Answer::NewIncarnation, IncarnationReason::LogEnded};
    auto const doubt = guard ? doubtAbout(*guard, found) : IncarnationReason::NoGuard;
    if (!doubt) return {};
    return {found.configuredPeers > 0 ? Answer::AskPeers : Answer::NewIncarnation, doubt};
}

IncarnationDecision decideAfterAsking(IncarnationReason doubt, std::span<PeerAnswer const> answers) {
    if (std::ranges::find(answers, PeerAnswer::KnowsMore) != answers.end())
        return {Answer::NewIncarnation, IncarnationReason::KnownLonger};
    if (answers.empty()) return {Answer::NewIncarnation, doubt};
    if (std::ranges::find(answers, PeerAnswer::Silent) != answers.end()) return {Answer::AskPeers, doubt};
    return {};
}

} // namespace ob::core
