// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/change_set.h"
#include "core/crypto/secret_text.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ob::app {

class DeskHost;
class SignInShifts;
class StopSignal;

/// Who wants a subcommand done: gives its input, takes its output. That is the program itself, or another
/// program for which a running desk does it; then several of them take turns on the desk's thread, at the
/// calls that say so here.
class Caller {
  public:
    virtual ~Caller() = default;

    virtual void write(std::string_view bytes) = 0;
    virtual void writeError(std::string_view bytes) = 0;
    /// What was written can be seen from now on.
    virtual void flush() = 0;
    /// How many bytes came from standard input; 0 = its end. Waits; others have their turn.
    virtual std::size_t read(std::span<char> into) = 0;
    /// Whether somebody sees progress on standard error.
    virtual bool isErrorTerminal() const = 0;
    /// A file that the caller names, from where it stands.
    virtual std::filesystem::path fileNamed(std::string const& name) const = 0;

    /// From now on Ctrl+C only asks for an end, and `isStopAsked` tells.
    virtual void heedStop() = 0;
    virtual bool isStopAsked() const = 0;
    /// Others have their turn, if this had a long one.
    virtual void breathe() = 0;
    /// Until then, or until a stop is asked for.
    virtual void wait(std::chrono::milliseconds time) = 0;

    /// The desk that is running in this process; null: the subcommand opens one.
    virtual DeskHost* runningDesk() = 0;
    /// Who signed in at it for a shift; null as above.
    virtual SignInShifts* shifts() = 0;
    /// What the program that asked proves itself with: a passphrase or a token. Waits; others have their
    /// turn. Nothing when it is gone, and where no desk is running: who opens a desk has it at hand.
    virtual std::optional<core::SecretText> secret() = 0;
    /// Until its end this is the only one that enters many things. Throws core::StoreError when there is
    /// another.
    virtual void claimLongWork() = 0;
    /// From the first call on, what changes at the running desk. Waits; nothing when a stop is asked for.
    virtual std::optional<core::ChangeSet> nextChange() = 0;
};

/// The program itself: its standard streams, its signals.
class ProgramCaller final : public Caller {
  public:
    ProgramCaller();
    ~ProgramCaller() override;

    void write(std::string_view bytes) override;
    void writeError(std::string_view bytes) override;
    void flush() override;
    std::size_t read(std::span<char> into) override;
    bool isErrorTerminal() const override;
    std::filesystem::path fileNamed(std::string const& name) const override { return name; }
    void heedStop() override;
    bool isStopAsked() const override;
    void breathe() override {}
    void wait(std::chrono::milliseconds time) override;
    DeskHost* runningDesk() override { return nullptr; }
    SignInShifts* shifts() override { return nullptr; }
    std::optional<core::SecretText> secret() override { return std::nullopt; }
    void claimLongWork() override {}
    std::optional<core::ChangeSet> nextChange() override { return std::nullopt; }

  private:
    std::unique_ptr<StopSignal> m_stop;
};

/// Of the subcommand that is having its turn; the program itself when there is none.
Caller& caller();
/// Makes it the caller. Returns the one before.
Caller* exchangeCaller(Caller* next);

} // namespace ob::app
