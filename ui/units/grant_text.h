// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "ui/text/wording.h"

namespace ob::ui {

/// "All units", or the name of the group.
QString groupName(core::Code const& group);
/// Name of the column of what others grant.
QString grantsUs();
/// What stands there for who grants nothing.
QString grantsNothing();
/// As all units: direct.
QString grantInherited(core::DispatchGrant grant);

/// What a grant means for those that live with it, in sentences. `before`: what holds until then.
struct GrantWords {
    core::SetDispatchGrant change;
    core::DispatchGrant before{};
    int units = 0; ///< that it is about now
    int available = 0;
};
QString grantMeaning(GrantWords const& grant, Wording const& wording);

} // namespace ob::ui
