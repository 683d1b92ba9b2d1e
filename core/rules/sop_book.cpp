// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/rules/sop_book.h"

#include <algorithm>

namespace ob::core {

SopCard const* SopBook::about(std::string_view subject) const {
    auto const found = std::ranges::find(m_cards, subject, &SopCard::subject);
    return found == m_cards.end() ? nullptr : &*found;
}

SopCard const* SopBook::cardFor(IncidentType const& type) const {
    auto const* const own = about(type.code);
    return own == nullptr ? about(type.category) : own;
}

} // namespace ob::core
