// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/number_mint.h"

#include "core/ensure.h"

namespace ob::core {

IncidentNumber NumberMint::next(std::int32_t day) const {
    std::uint32_t serial = m_first == 0 ? 1 : m_first; // nobody is called 0000
    if (day == m_day)
        serial = m_lastSerial % 10'000 < m_last ? m_lastSerial + 1 : m_lastSerial - m_last + 10'000 + m_first;
    auto const number = IncidentNumber::of(day, serial);
    OB_ENSURE(number);
    return *number;
}

void NumberMint::take(IncidentNumber number) {
    if (!owns(number.serial()) || number.day() < m_day) return;
    if (number.day() == m_day && number.serial() <= m_lastSerial) return;
    m_day = number.day();
    m_lastSerial = number.serial();
}

std::optional<IncidentNumber> NumberMint::last() const {
    return m_day == 0 ? std::nullopt : IncidentNumber::of(m_day, m_lastSerial);
}

} // namespace ob::core
