// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/stop_signal.h"

#include <csignal>

namespace ob::app {
namespace {

std::sig_atomic_t volatile asked = 0;

void note(int signal) {
    if (asked != 0) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
    }
    asked = 1;
}

} // namespace

StopSignal::StopSignal() {
    asked = 0;
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
}

StopSignal::~StopSignal() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool StopSignal::isAsked() const { return asked != 0; }

} // namespace ob::app
