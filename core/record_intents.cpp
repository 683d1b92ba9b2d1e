// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/record_intents.h"

namespace ob::core {

OpenIncident openingOf(RecordedIncident const& record, IncidentNumber number) {
    return {.type = record.type,
            .priority = record.priority,
            .address = record.address,
            .place = record.place,
            .district = record.district,
            .channel = record.channel,
            .caller = {record.callerName, record.callerPhone},
            .text = record.text,
            .units = {},
            .receivedAt = record.receivedAt,
            .number = number,
            .sourceId = record.sourceId};
}

RegisterUnit registrationOf(RecordedUnit const& record) {
    return {.callsign = record.callsign,
            .kind = record.kind,
            .group = record.group,
            .capabilities = record.capabilities,
            .home = record.home,
            .homeAddress = record.homeAddress,
            .homePlace = record.homePlace,
            .duty = DutyState::Available};
}

} // namespace ob::core
