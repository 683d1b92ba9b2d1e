// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/crypto/secret_text.h"
#include "ui/text/sign_in_text.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ob::ui {

struct OperatorEntry {
    QString name;
    std::uint8_t roles = 0;            ///< core::Role bits
    std::vector<core::Code> positions; ///< the only ones; empty: any
    friend bool operator==(OperatorEntry const&, OperatorEntry const&) = default;
};

/// Who may sign in at this desk.
struct OperatorRoster {
    enum class State : std::uint8_t {
        Ready,
        Empty,     ///< nobody was ever made: the first one is made at the console
        Unreadable ///< the list is damaged or cannot be read
    };
    State state = State::Empty;
    QString reason;                    ///< English, of Unreadable: what happened and what to do
    std::vector<OperatorEntry> active; ///< in the order of being made
    QString lastName;                  ///< of who signed in last at this desk; may be gone meanwhile
    QString lastPosition;
};

/// The operators of the desk as the console reaches them. Nothing waits: every answer comes later, on the GUI
/// thread, in the order of asking; none comes after the console has let go of the port.
class OperatorPort {
  public:
    virtual ~OperatorPort() = default;
    virtual void list(std::function<void(OperatorRoster)> answer) = 0;
    virtual void check(std::string name, core::SecretText passphrase,
                       std::function<void(SignInAnswer)> answer) = 0;
    /// With all roles, and only where there is nobody yet.
    virtual void makeFirst(std::string name, core::SecretText passphrase,
                           std::function<void(FirstOperatorAnswer)> answer) = 0;
    /// What is offered at the next sign-in. Done when there is time; nobody is told when it cannot be kept.
    virtual void remember(std::string name, core::Code position) = 0;
};

} // namespace ob::ui
