// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/instant.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ob::ui {

// Who may act at a desk that has operators, and the words for it: the same at its screen, on the command line
// and at its control socket. Nothing tells which part of a name and passphrase was wrong.

/// What came of a passphrase.
struct SignInAnswer {
    enum class Outcome : std::uint8_t {
        Accepted,
        Wrong, ///< the name or the passphrase: which one is nobody's business
        Wait,  ///< too many wrong ones for this name: nothing was checked
        Unreadable
    };
    Outcome outcome = Outcome::Wrong;
    QString name;                      ///< of Accepted, as the list has it
    std::uint8_t roles = 0;            ///< of Accepted: all that the operator has
    std::vector<core::Code> positions; ///< of Accepted: the only ones; empty: any
    core::Duration wait;               ///< until the next attempt is taken; of Wrong, too
    QString reason;                    ///< English, of Unreadable
};

/// Whether somebody with these positions may work from that one.
inline bool mayTake(std::vector<core::Code> const& positions, core::Code const& wanted) {
    return positions.empty() || std::ranges::find(positions, wanted) != positions.end();
}

/// What came of making the first operator.
struct FirstOperatorAnswer {
    enum class Outcome : std::uint8_t { Made, NotFirst, BadName, BadPassphrase, Failed };
    Outcome outcome = Outcome::Failed;
    QString name;
    std::uint8_t roles = 0;
    QString reason; ///< English, of Failed
};

inline constexpr int minPassphraseLength = 8; ///< characters

QString signInText(SignInAnswer const& answer);
/// "Wait 00:10 …"; for a wait that is not over.
QString waitText(core::Duration left);
QString firstOperatorText(FirstOperatorAnswer const& answer);

/// Before a passphrase is typed.
QString passphraseOfText(QString const& name);
/// Nobody signed in at a desk that has operators.
QString signInRequiredText();
/// A passphrase is wanted and there is nowhere to ask for it.
QString noPassphraseText();
/// Roles as Role bits.
QString rolesNotHeldText(std::uint8_t lacking, std::uint8_t held);
QString positionNotHeldText(std::vector<core::Code> const& held);
/// Somebody else's operator is to be changed.
QString notInChargeText();
/// A token that the desk does not know, any more.
QString signInEndedText();
QString noOperatorsText();

} // namespace ob::ui
