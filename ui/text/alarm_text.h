// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/alarms/alarm.h"

#include <QString>

namespace ob::ui {

struct Wording;

/// One alarm for the person who has to act.
struct AlarmWords {
    QString title;  ///< what is wrong, with the names of what it concerns
    QString remedy; ///< what to do
};

AlarmWords wordsOf(core::Alarm const& alarm, Wording const& wording);
/// Of a group: "3 alarms at 1042"; the title of the alarm when it is one.
QString groupText(core::AlarmGroup const& group, Wording const& wording);
/// Some of them, the first by their titles: "…, … and 3 more".
QString alarmList(std::vector<core::Alarm> const& alarms, Wording const& wording);
/// Why a desk without a screen does nothing about alarms.
QString alarmsAtConsole();

} // namespace ob::ui
