// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/argument_reader.h"
#include "core/language/consequences.h"

namespace ob::core {

/// One line on its way from words to an intent.
struct Step {
    ArgumentReader& in;
    Preview& out;
    Surroundings const& surroundings;
    TypedLine const& line;
};

// Each reads the arguments of one verb and says in parts what follows. When something is refused the value is
// of no use.

// intake_steps
Intent newIncident(Step step);
Intent addCall(Step step);
Intent take(Step step);
Intent setPriority(Step step);
Intent addNote(Step step);
// dispatch_steps
Intent dispatch(Step step);
Intent plan(Step step);
Intent divert(Step step);
Intent release(Step step);
Intent reach(Step step, AssignmentState milestone);
Intent clear(Step step);
Intent refuseAssignment(Step step);
Intent tellByVoice(Step step);
// unit_steps
Intent registerUnit(Step step);
Intent logOn(Step step);
Intent makeAvailable(Step step);
Intent makeConditional(Step step);
Intent takeOutOfService(Step step);
Intent logOff(Step step);
Intent raiseDistress(Step step);
Intent endDistress(Step step);
Intent rollCall(Step step);
Intent noDuff(Step step);
// incident_steps
Intent offerLead(Step step);
Intent acceptLead(Step step);
Intent refer(Step step);
Intent link(Step step);
Intent merge(Step step);
Intent split(Step step);
Intent close(Step step);
Intent reopen(Step step);
Intent voidIncident(Step step);

// alarm_steps; what a line asks of the alarms is asked of the desk's own list, so it is no command
void silenceAlarms(Step step);
void shelveAlarms(Step step);

} // namespace ob::core
