// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace ob::ui {

/// A link to another desk, for people.
struct LinkLine {
    enum class State : std::uint8_t { Calling, Greeting, Connected };
    QString desk;     ///< empty: not known yet
    QString agency;   ///< its code
    QString endpoint; ///< where it is
    State state = State::Calling;
    std::uint64_t weLack = 0;                  ///< events that it holds and we do not
    std::uint64_t theyLack = 0;                ///< the other way round
    core::Duration behind;                     ///< for how long one has lacked something
    std::optional<core::Duration> clockOffset; ///< its clock minus ours
    QString lastError;                         ///< English
};

QString linkHeading();
QString linkLine(LinkLine const& link);

/// How far other agencies have witnessed a log.
struct WitnessLine {
    QString log; ///< beginning of its id
    QString agency;
    QString witness;
    std::uint64_t size = 0;
    QString at; ///< local time
};
QString witnessHeading();
QString witnessLine(WitnessLine const& line);

} // namespace ob::ui
