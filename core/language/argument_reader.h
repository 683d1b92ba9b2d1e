// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/alarms/alarm.h"
#include "core/language/line.h"
#include "core/language/measures.h"
#include "core/language/preview.h"
#include "core/language/resolve.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::core {

/// Takes the words of a line one after the other and notes in the preview what they mean. After the first
/// refusal everything gives empty values, so that a verb reads its arguments without asking each time.
class ArgumentReader {
  public:
    ArgumentReader(TypedLine const& line, Surroundings const& surroundings, Preview& preview);

    bool isGood() const { return !m_preview.refusal; }
    bool hasMore() const { return isGood() && m_at < m_end; }
    /// The next word; empty when there is none.
    std::string_view peek() const;

    /// Of the desk's list, by number, or all of an incident or a unit; nothing after a refusal. There must
    /// be a list.
    std::vector<StandingAlarm> alarms();
    IncidentId incident(Among among = Among::Open, Argument argument = Argument::Incident);
    /// Nil when the next word is no incident.
    IncidentId incidentIfAny();
    UnitId unit();
    std::vector<UnitId> units();
    AgencyIndex agency();
    /// The words that are left, as one entry of the list; empty when there are none.
    Code codeOfRest(Argument list);
    Code requiredCode(Argument list);
    /// One word of the list.
    Code code(Argument list);
    /// Up to four words that name a type.
    Code type();
    Priority priority();
    std::optional<Duration> lengthIfAny();
    /// A bare number counts minutes.
    std::optional<Duration> minutesIfAny();
    std::optional<std::uint32_t> crewIfAny();
    /// `+` and words of the list by commas; empty when the next word has no plus.
    std::vector<Code> plusCodesIfAny(Argument list);
    /// `#` and a word, as it was typed; empty when the next word is none.
    std::string hashWordIfAny(Argument argument);
    /// The last word, when it is a length.
    std::optional<Duration> trailingLength();
    /// The last word, when it is `#` and a code.
    Code trailingOutsideNumber();
    /// Takes the next word when it is one of these.
    bool takeAny(std::initializer_list<std::string_view> words);
    std::string word(Argument argument);
    /// All words that are left, and the text behind the slash.
    std::string sentence(Argument argument);
    /// The text behind the slash; empty when there is none.
    std::string text();
    /// Everything must have been taken.
    void finish();

    void refuse(RefusalCode code, std::vector<std::string> subjects);
    /// Without this word the line is not complete.
    void miss(Argument argument);

  private:
    void refuse(Miss miss);
    void note(Argument argument, std::string value);
    template<class T>
    T taken(Found<T> found);
    std::string listWord();

    TypedLine const& m_line;
    Surroundings const& m_surroundings;
    Preview& m_preview;
    std::size_t m_at = 0;
    std::size_t m_end; ///< words behind it were taken from the end
    bool m_textTaken = false;
};

} // namespace ob::core
