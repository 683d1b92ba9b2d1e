// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

#include <memory>
#include <string>
#include <vector>

namespace ob::app {

/// The clock of the machine.
class SystemClock : public core::ClockPort {
  public:
    core::Instant now() override;
};

/// Since the machine began: the same in all programs, and nobody sets it.
core::Duration timeSinceStart();

/// Local time of a realm by the time zone database of the system.
class RealmZone : public core::ZonePort {
  public:
    /// An IANA name. One that this machine does not know counts as UTC.
    explicit RealmZone(std::string const& name);
    ~RealmZone() override;
    static bool isKnown(std::string const& name);

    std::int32_t localDay(core::Instant at) override;
    core::Instant lastLocal(int hour, int minute, core::Instant now) override;
    std::string localText(core::Instant at) override;

  private:
    struct Zone;
    std::unique_ptr<Zone> m_zone;
};

/// Wall clocks of one zone, for records of other systems.
class CivilZone : public core::CivilTimePort {
  public:
    /// An IANA name that `RealmZone::isKnown`.
    explicit CivilZone(std::string const& name);
    Meaning meaningOf(std::int64_t localMilliseconds) override;

  private:
    /// From this moment the clock shows UTC plus `offset`, both in milliseconds.
    struct Period {
        std::int64_t begin;
        std::int64_t offset;
    };
    std::vector<Period> m_periods; ///< ascending, the first without a beginning
};

} // namespace ob::app
