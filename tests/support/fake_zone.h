// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

namespace ob::test {

/// Local time of Beijing: eight hours before UTC, no summer time.
class FakeZone final : public core::ZonePort {
  public:
    std::int32_t localDay(core::Instant at) override {
        std::string const text = localText(at);
        return std::stoi(text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2));
    }
    core::Instant lastLocal(int hour, int minute, core::Instant now) override {
        constexpr std::int64_t day = 86'400'000;
        std::int64_t const local = now.milliseconds() + offset;
        std::int64_t then = local - local % day + (hour * 60 + minute) * 60'000LL;
        if (then > local) then -= day;
        return *core::Instant::ofMilliseconds(then - offset);
    }
    std::string localText(core::Instant at) override {
        std::string text = core::Instant::ofMilliseconds(at.milliseconds() + offset)->iso8601().substr(0, 19);
        text[10] = ' ';
        return text;
    }

  private:
    static constexpr std::int64_t offset = 8 * 3'600'000;
};

} // namespace ob::test
