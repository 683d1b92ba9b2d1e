// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "ui/intake/call_draft.h"

#include <map>

namespace ob::core {
struct IncidentType;
}

namespace ob::ui {

class Console;

enum class IntakeField : std::uint8_t {
    Type,
    Place,
    Priority,
    Phone,
    Name,
    Channel,
    Said,
    Units,
    ReceivedAt
};

/// What a written call means on this board, and what stands in the way of saving it.
struct CallReading {
    core::IncidentType const* type = nullptr; ///< of the console's rule book
    std::string address;                      ///< normalised; empty where degrees were typed
    std::optional<core::GeoPoint> place;
    QString placeContext; ///< district of a candidate that was taken, or of an address that the map knows
    std::optional<core::Instant> receivedAt;
    std::vector<core::UnitId> units;
    std::map<IntakeField, QString> missing; ///< a sentence beside the field, once saving was tried
    std::map<IntakeField, QString> wrong;   ///< the same, at once

    bool isComplete() const { return missing.empty() && wrong.empty(); }
};

CallReading readingOf(CallDraft const& call, Console const& console);
/// The same for a call that broke off: what is not known is said so in the record; only a number to ring
/// back is wanted.
CallReading droppedReadingOf(CallDraft const& call, Console const& console);

/// As it goes into the record: that it broke off, and what was typed as a type and is none.
CallDraft droppedOf(CallDraft call, Console const& console);

/// What saving it asks for. The reading is complete. A late entry happened when the call came; but units that
/// go along go now.
core::Command commandOf(CallDraft const& call, CallReading const& reading, Console const& console);

/// Where the address has left the one that the point was fixed for: what was added behind it changes nothing.
bool hasLeftItsPlace(CallDraft const& call);

} // namespace ob::ui
