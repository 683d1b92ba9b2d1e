// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "core/identity/log_id.h"
#include "core/identity/realm_file.h"
#include "core/journal/encoded.h"

namespace ob::core {

/// The same key for the same number.
SecretKey keyOf(std::uint8_t number);

/// A drill realm whose realm root is keyOf(1) and whose agency i has the root keyOf(10 + i) and the numbers
/// 1000 i + 1 … 1000 i + 1000.
RealmFile realmOf(std::uint16_t agencies);
SecretKey agencyRootOf(AgencyIndex agency);

/// A desk of the agency: its key is keyOf(100 + desk).
DeskCertificate certificateOf(RealmFile const& realm, AgencyIndex agency, std::uint8_t desk);

/// The record of this desk's log, certified by the agency's root.
LogRecord logRecordOf(RealmFile const& realm, AgencyIndex agency, std::uint8_t desk, Lane lane = Lane::Live);

} // namespace ob::core
