// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ob::ui {

/// A call as far as it is written down: what the fields of the form hold, word for word.
struct CallDraft {
    QString type;
    QString address;
    std::optional<core::GeoPoint> place; ///< of a candidate that was taken, or of the map
    QString placeOf;                     ///< address for which `place` was fixed; empty: the map
    QString placeContext;                ///< district of the candidate
    bool isPlaceInDoubt = false;         ///< the address was changed since, and nobody has said yes or no
    std::optional<core::Priority> priority;
    QString phone;
    QString name;
    core::Channel channel = core::Channel::Phone;
    QString said;
    QString units;
    QString receivedAt;
    core::IncidentId joins; ///< adds a call to this incident; nil: a new one
    QStringList ticked;     ///< lines of the card, in English
    core::Instant begunAt;

    /// Nobody has written anything down.
    bool isEmpty() const;
    friend bool operator==(CallDraft const&, CallDraft const&) = default;
};

/// Somebody whose call broke off and who is to be called.
struct RingBack {
    core::IncidentId incident;
    QString phone;
    core::Instant since;
    int attempts = 0; ///< that nobody answered
    friend bool operator==(RingBack const&, RingBack const&) = default;
};

/// All that a call-taker has on his desk.
struct IntakeNotes {
    std::vector<CallDraft> calls; ///< those that are not empty
    std::vector<RingBack> ringBacks;
    core::Instant keptAt;

    bool isEmpty() const { return calls.empty() && ringBacks.empty(); }
    friend bool operator==(IntakeNotes const&, IntakeNotes const&) = default;

    static constexpr std::size_t maxCalls = 16;
    static constexpr std::size_t maxRingBacks = 64;
};

QByteArray bytesOf(IntakeNotes const& notes);
/// Nothing when they are no notes of this version. Any bytes may be given.
std::optional<IntakeNotes> notesOf(QByteArray const& bytes);

} // namespace ob::ui
