// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/failed_sign_ins.h"
#include "app/operator_file.h"
#include "core/crypto/secret_text.h"
#include "ui/text/sign_in_text.h"

#include <filesystem>
#include <string>

namespace ob::app {

/// Whether people are who they say they are: the only place that checks passphrases of a data folder's
/// operators, for the console, the control socket and programs that open the folder. Wrong ones are counted
/// in a file beside the list, for all of them together. One thread.
class SignInCheck {
  public:
    explicit SignInCheck(std::filesystem::path const& dataFolder,
                         core::PassphraseCost cost = core::signInCost);

    /// Takes 0.1 s. Each time the list is read anew, so that what was changed counts at once.
    ui::SignInAnswer check(std::string const& name, core::SecretText const& passphrase);

  private:
    bool matches(Operator const* found, core::SecretText const& passphrase) const;
    void renew(std::string const& name, core::SecretText const& passphrase) const;
    template<class Work>
    auto counted(Work const& work);

    OperatorFile m_file;
    std::filesystem::path m_counts, m_lock;
    core::PassphraseCost m_cost;
    FailedSignIns m_failed; ///< as the file had it; goes on by itself where the disk takes nothing
};

} // namespace ob::app
