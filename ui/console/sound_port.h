// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::ui {

/// Tones, one rhythm a class, so that they are told apart without looking. Each call sounds once, at once.
class SoundPort {
  public:
    virtual ~SoundPort() = default;
    virtual void distress() = 0;
    virtual void alarm() = 0;     ///< an alarm of high priority
    virtual void attention() = 0; ///< other alarms; an incident that arrives
    /// False: nothing is heard here, which the console shows.
    virtual bool isHeard() const = 0;
};

} // namespace ob::ui
