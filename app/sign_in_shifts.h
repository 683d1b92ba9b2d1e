// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/operator_file.h"
#include "core/desk.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ob::app {

/// Who signed in at a running desk for a shift by `oneboardctl sign-in`, and may show a token instead of the
/// passphrase. In memory only, and without the tokens themselves: their hashes. Belongs to the desk thread.
/// Times are of a clock that nobody sets.
class SignInShifts {
  public:
    /// Begins one for an operator who has just proved who it is; gives the token: 64 hexadecimal digits.
    std::string begin(core::OperatorSession who, Operator const& record, core::Duration now);
    /// Nothing when no such shift goes on: it is over, or the operator is not active any more or has another
    /// passphrase than then.
    std::optional<core::OperatorSession> find(std::string_view token, OperatorList const& operators,
                                              core::Duration now);
    void end(std::string_view token);

    static constexpr core::Duration length = core::Duration::ofMinutes(12 * 60);
    static constexpr std::size_t tokenBytes = 32;
    static constexpr std::size_t maxShifts = 1000; ///< the one that ends first makes room

  private:
    struct Shift {
        core::OperatorSession who;
        std::string passphrase; ///< as the record kept it
        core::Duration until;
    };
    std::map<core::Hash, Shift> m_byToken;
};

} // namespace ob::app
