// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview.h"
#include "ui/console/alarm_desk.h"

namespace ob::ui {

// What AA and SHV ask of the alarms, by the same rules as the buttons of their list.

/// Why it cannot be done, in words; empty when it can.
QString alarmRefusal(core::Query const& query, AlarmDesk const& alarms);
/// Does it; what was refused meanwhile is said in the same way.
QString carryOut(core::Query const& query, AlarmDesk& alarms);
/// Of one alarm; empty when it is shelved.
QString shelvingText(AlarmDesk::ShelvingResult result);

} // namespace ob::ui
