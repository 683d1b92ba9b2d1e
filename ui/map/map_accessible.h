// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::ui {

/// From now on every MapView shows its visible marks to screen readers as buttons with names: 200 at most,
/// incidents before units. May be called again.
void announceMarks();

} // namespace ob::ui
