// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/evidence_bundle.h"

#include <QString>

namespace ob::core {
class RuleBook;
class ZonePort;
} // namespace ob::core

namespace ob::ui {

/// What the page of an evidence bundle is made from: the bundle and nothing else, so that whoever has the
/// bundle can make it again and compare.
struct EvidenceSource {
    core::EvidenceBundle const& bundle;
    core::RealmFile const& realm;
    core::DeskCertificate const& exporter;
    core::RuleBook const& rules;
    core::ZonePort& zone;
};

/// One page of HTML in the language of the moment: no scripts, nothing fetched from elsewhere. The same
/// source gives the same text.
QString evidencePage(EvidenceSource const& source);

} // namespace ob::ui
