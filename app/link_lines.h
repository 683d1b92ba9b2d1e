// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/realm_file.h"
#include "net/mesh.h"
#include "ui/text/link_text.h"

namespace ob::app {

/// Empty for an agency that the realm does not know.
QString agencyCode(core::RealmFile const& realm, core::AgencyIndex agency);
ui::LinkLine linkLineOf(net::LinkStatus const& link, core::RealmFile const& realm);

} // namespace ob::app
