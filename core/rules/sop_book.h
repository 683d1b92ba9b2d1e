// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rules/rule_book.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ob::core {

/// What a call-taker has before him while somebody speaks: short lines in both languages, in the order of
/// speaking. None of the lists is empty.
struct SopCard {
    std::string subject;               ///< code of a type or of a category
    std::vector<Names> questions;      ///< to ask first
    std::vector<Names> instructions;   ///< to the caller
    std::vector<Names> sending;        ///< what should go
    std::vector<std::string> agencies; ///< to tell; codes of RuleBook::agencies

    friend bool operator==(SopCard const&, SopCard const&) = default;
};

/// Advice that nothing is decided by: so it is no part of the rule book and of its hash, and a realm can
/// change a card without changing its rules. Made by core/interop/sop_json.h; a default one is empty.
class SopBook {
  public:
    SopBook() = default;
    SopBook(std::string version, bool isReviewed, std::vector<SopCard> cards)
        : m_version(std::move(version)), m_isReviewed(isReviewed), m_cards(std::move(cards)) {}

    std::string const& version() const { return m_version; }
    /// False: a template that nobody of the realm has answered for.
    bool isReviewed() const { return m_isReviewed; }
    std::vector<SopCard> const& cards() const { return m_cards; }
    /// The card of just this code; null when there is none.
    SopCard const* about(std::string_view subject) const;
    /// The type's own card, else that of its category; null when there is neither.
    SopCard const* cardFor(IncidentType const& type) const;

  private:
    std::string m_version;
    bool m_isReviewed = false;
    std::vector<SopCard> m_cards;
};

} // namespace ob::core
