// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"

#include "app/files.h"
#include "app/stop_signal.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>
#include <utility>

#include <unistd.h>

namespace ob::app {
namespace {

// A subcommand stays on its thread, with all its turns.
thread_local Caller* current = nullptr;

} // namespace

Caller& caller() {
    static ProgramCaller program;
    return current != nullptr ? *current : program;
}

Caller* exchangeCaller(Caller* next) { return std::exchange(current, next); }

ProgramCaller::ProgramCaller() = default;
ProgramCaller::~ProgramCaller() = default;

void ProgramCaller::write(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }

void ProgramCaller::writeError(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stderr); }

void ProgramCaller::flush() { std::fflush(stdout); }

std::size_t ProgramCaller::read(std::span<char> into) {
    flush(); // who asks something sees the answers to what was said before
    for (;;) {
        auto const count = ::read(STDIN_FILENO, into.data(), into.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR)
            throw FileError(std::string("cannot read standard input: ") + std::strerror(errno));
    }
}

bool ProgramCaller::isErrorTerminal() const { return ::isatty(STDERR_FILENO) == 1; }

void ProgramCaller::heedStop() {
    m_stop.reset(); // one at a time
    m_stop = std::make_unique<StopSignal>();
}

bool ProgramCaller::isStopAsked() const { return m_stop && m_stop->isAsked(); }

void ProgramCaller::wait(std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }

} // namespace ob::app
