// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/unit.h"
#include "ui/console/console.h"

#include <memory>
#include <vector>

namespace ob::ui {

// What the unit sheet and the roster say of duty, as lines of the command language.

/// Of a shift; what is empty is not said, and stays as it is.
struct ShiftWords {
    std::optional<std::uint32_t> crew;
    std::optional<core::Duration> length; ///< from now to its end
    std::vector<core::Code> capabilities;
    QString vehicle;
    QString names;

    bool isEmpty() const {
        return !crew && !length && capabilities.empty() && vehicle.isEmpty() && names.isEmpty();
    }
    friend bool operator==(ShiftWords const&, ShiftWords const&) = default;
};

using Units = std::vector<std::shared_ptr<core::Unit const>>;

/// 消E01,消E02: as a line can hold them, in the order given.
QString callsignsOf(Units const& units, Console const& console);

QString onLine(QString const& callsigns, ShiftWords const& shift, core::RuleBook const& rules);
QString availableLine(QString const& callsigns);
QString onRecallLine(QString const& callsigns, core::Duration recall);
QString outOfServiceLine(QString const& callsigns, core::Code const& reason,
                         std::optional<core::Duration> length, core::RuleBook const& rules);
QString offLine(QString const& callsigns);

} // namespace ob::ui
