// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"

#include <QString>

namespace ob::app {

/// The incident on the board that is named by its number or the last digits of it. Throws UsageError.
std::shared_ptr<core::Incident const> incidentNumbered(core::Board const& board, QString const& digits);

} // namespace ob::app
