// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "core/record.h"

namespace ob::core {

// What a person would have entered where a record came from a file.

OpenIncident openingOf(RecordedIncident const& record, IncidentNumber number);
/// Its unit is on duty.
RegisterUnit registrationOf(RecordedUnit const& record);

} // namespace ob::core
