// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/evidence_bundle.h"
#include "core/journal/finding.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// One thing that is wrong with a bundle, and in which of its files.
struct BundleFinding {
    Finding finding;
    std::string file; ///< empty when it is not in one of them
    friend auto operator<=>(BundleFinding const&, BundleFinding const&) = default;
};

struct BundleCheck {
    std::set<BundleFinding> findings; ///< empty: sound; at most maxFindings
    std::size_t findingsLeftOut = 0;

    std::optional<RealmFile> realm;          ///< that the bundle itself brings: trusted for nothing
    std::optional<DeskCertificate> exporter; ///< when its certificate holds in that realm
    std::optional<EvidenceBundle> bundle;    ///< what could be read
    std::optional<std::string> page;         ///< index.html as it is there

    static constexpr std::size_t maxFindings = 1000;

    void report(BundleFinding finding);
};

/// Checks everything that can be checked by the bundle itself: signatures, certificates, proofs, hashes, and
/// that nothing is in it that it does not name. Not whether the realm is the right one, and not whether the
/// page says what the events say: both are the caller's, who knows realms and words. Total: any bytes give an
/// answer.
/// `maxTangle` bounds what folding a stream of the bundle costs, which is its events times its branches: a
/// bundle that goes beyond is not given back. Any stream of 4,096 events is below it, and a straight one of
/// any length.
BundleCheck checkBundle(BundleFiles const& files, std::uint64_t maxTangle = std::uint64_t{1} << 24);

} // namespace ob::core
