// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/sign_in_shifts.h"

#include "core/crypto/random.h"
#include "core/crypto/sha256.h"

#include <algorithm>
#include <utility>

namespace ob::app {
namespace {

core::Hash keyOf(std::string_view token) { return core::sha256(core::viewOf(token)); }

} // namespace

std::string SignInShifts::begin(core::OperatorSession who, Operator const& record, core::Duration now) {
    if (m_byToken.size() == maxShifts)
        m_byToken.erase(
            std::ranges::min_element(m_byToken, {}, [](auto const& each) { return each.second.until; }));
    std::string token = core::toHex(core::randomBytes<tokenBytes>());
    auto const until = core::Duration::ofMilliseconds(now.milliseconds() + length.milliseconds());
    m_byToken.insert_or_assign(
        keyOf(token), Shift{.who = std::move(who), .passphrase = record.passphrase.text(), .until = until});
    return token;
}

std::optional<core::OperatorSession> SignInShifts::find(std::string_view token, OperatorList const& operators,
                                                        core::Duration now) {
    auto const found = m_byToken.find(keyOf(token));
    if (found == m_byToken.end()) return std::nullopt;
    Shift const& shift = found->second;
    auto const* const record = operators.find(shift.who.operatorName);
    bool const goesOn = shift.until > now && record != nullptr && record->isActive
                        && record->passphrase.text() == shift.passphrase;
    if (goesOn) return shift.who;
    m_byToken.erase(found);
    return std::nullopt;
}

void SignInShifts::end(std::string_view token) { m_byToken.erase(keyOf(token)); }

} // namespace ob::app
