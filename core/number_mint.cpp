// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/number_mint.h"

#include <algorithm>

namespace ob::core {

IncidentNumber NumberMint::next(std::int32_t day) const {
    std::uint32_t serial = m_first == 0 ? 1 : m_first; // nobody is called 0000
    if (auto const found = m_lastSerials.find(day); found != m_lastSerials.end()) {
        std::uint32_t const last = found->second;
        serial = last % 10'000 < m_last ? last + 1 : last - m_last + 10'000 + m_first;
    }
    if (serial >= IncidentNumber::firstImported) return {};
    return IncidentNumber::of(day, serial).value_or(IncidentNumber());
}

std::optional<IncidentNumber> importedNumber(NumberBlock block, std::int32_t day, std::uint32_t last) {
    std::uint32_t serial = IncidentNumber::firstImported + block.first;
    if (last != 0) serial = last % 10'000 < block.last ? last + 1 : last - block.last + 10'000 + block.first;
    return IncidentNumber::of(day, serial);
}

void NumberMint::take(IncidentNumber number) {
    if (!owns(number.serial())) return;
    auto& last = m_lastSerials[number.day()];
    last = std::max(last, number.serial());
    if (m_lastSerials.size() > maxDays) m_lastSerials.erase(m_lastSerials.begin());
}

std::vector<IncidentNumber> NumberMint::last() const {
    std::vector<IncidentNumber> numbers;
    for (auto const& [day, serial] : m_lastSerials)
        if (auto const number = IncidentNumber::of(day, serial)) numbers.push_back(*number);
    return numbers;
}

} // namespace ob::core
