// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/sign_in_check.h"

#include "app/files.h"
#include "app/system_time.h"
#include "core/restricted_parts.h"
#include "ui/text/sentence.h"

#include <optional>

namespace ob::app {
SignInCheck::SignInCheck(std::filesystem::path const& dataFolder, core::PassphraseCost cost)
    : m_file(dataFolder), m_counts(dataFolder / "failed-sign-ins.json"),
      m_lock(dataFolder / "failed-sign-ins.lock"), m_cost(cost) {}

/// On a full disk a dispatcher still gets in: then this program counts by itself.
template<class Work>
auto SignInCheck::counted(Work const& work) {
    auto const now = timeSinceStart();
    std::optional<FileLock> lock;
    try {
        lock.emplace(m_lock);
        if (auto const kept = readFileIfThere(m_counts)) m_failed = FailedSignIns::of(*kept, now);
    } catch (FileError const&) {
        lock.reset();
    }
    auto const before = m_failed.bytes();
    auto const result = work(m_failed, now);
    auto const after = m_failed.bytes();
    try {
        if (lock && after != before) writeFile(m_counts, after, Secrecy::Secret);
    } catch (FileError const&) {
        // As above.
    }
    return result;
}

ui::SignInAnswer SignInCheck::check(std::string const& name, core::SecretText const& passphrase) {
    ui::SignInAnswer answer;
    if (name.size() > core::RestrictedParts::maxNameBytes) return answer;
    try {
        auto const operators = m_file.read().value_or(OperatorList());
        // Counted before it is tried, so that trying several at once gains nothing.
        answer.wait = counted([&](FailedSignIns& failed, core::Duration now) {
            auto const wait = failed.wait(name, now);
            if (wait == core::Duration()) failed.failed(name, now);
            return wait;
        });
        if (answer.wait > core::Duration()) {
            answer.outcome = ui::SignInAnswer::Outcome::Wait;
            return answer;
        }
        auto const* const found = operators.find(name);
        if (!matches(found, passphrase)) {
            answer.wait =
                counted([&](FailedSignIns& failed, core::Duration now) { return failed.wait(name, now); });
            return answer;
        }
        counted([&](FailedSignIns& failed, core::Duration) {
            failed.succeeded(name);
            return true;
        });
        if (found->passphrase.isOutdated(m_cost)) renew(found->name, passphrase);
        answer.outcome = ui::SignInAnswer::Outcome::Accepted;
        answer.name = ui::textOf(found->name);
        answer.roles = found->roles;
        answer.positions = found->positions;
    } catch (FileError const& error) {
        answer.outcome = ui::SignInAnswer::Outcome::Unreadable;
        answer.reason = QString::fromUtf8(error.what());
    }
    return answer;
}

bool SignInCheck::matches(Operator const* found, core::SecretText const& passphrase) const {
    if (found != nullptr) return found->passphrase.matches(passphrase.view()) && found->isActive;
    // As long as with somebody who is there, so that the time does not tell.
    static_cast<void>(core::PassphraseHash::of(passphrase.view(), m_cost));
    return false;
}

/// At today's cost, when it was made at another. The sign-in holds in any case.
void SignInCheck::renew(std::string const& name, core::SecretText const& passphrase) const {
    auto const hash = core::PassphraseHash::of(passphrase.view(), m_cost);
    if (!hash) return;
    try {
        m_file.change([&](OperatorList& operators) { operators.setPassphrase(name, *hash); });
    } catch (std::runtime_error const&) {
        // The next sign-in tries again.
    }
}

} // namespace ob::app
