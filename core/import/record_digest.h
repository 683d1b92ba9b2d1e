// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/row_reader.h"

namespace ob::core {

/// Sets `digest` and `incidentDigest` from everything else that the record says, anomalies apart. What is
/// hashed is permanent: another way would take every known row for a changed one.
void setDigests(RowRecord& record);

} // namespace ob::core
