// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::app {

/// While it lives, SIGINT and SIGTERM ask for an orderly end instead of ending the program; the second one
/// ends it. One at a time.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(StopSignal const&) = delete;
    StopSignal& operator=(StopSignal const&) = delete;

    bool isAsked() const;
};

} // namespace ob::app
