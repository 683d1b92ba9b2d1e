// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

#include <memory>
#include <string>

namespace ob::app {

/// The clock of the machine.
class SystemClock : public core::ClockPort {
  public:
    core::Instant now() override;
};

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

} // namespace ob::app
