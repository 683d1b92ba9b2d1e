// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/argument_reader.h"

#include "core/language/consequences.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace ob::core {
namespace {

constexpr std::size_t maxTypeWords = 4;
constexpr std::size_t maxAlarmDigits = 2;

bool isDigit(char each) { return each >= '0' && each <= '9'; }

} // namespace

ArgumentReader::ArgumentReader(TypedLine const& line, Surroundings const& surroundings, Preview& preview)
    : m_line(line), m_surroundings(surroundings), m_preview(preview), m_end(line.words.size()) {}

std::string_view ArgumentReader::peek() const {
    return hasMore() ? std::string_view(m_line.words[m_at]) : std::string_view{};
}

void ArgumentReader::refuse(RefusalCode code, std::vector<std::string> subjects) {
    if (isGood()) m_preview.refusal = Refusal{code, std::move(subjects)};
}

void ArgumentReader::refuse(Miss miss) {
    if (!isGood()) return;
    m_preview.refusal = std::move(miss.refusal);
    m_preview.candidates = std::move(miss.candidates);
}

void ArgumentReader::miss(Argument argument) {
    refuse(RefusalCode::MissingArgument, {std::string(nameOf(argument))});
}

void ArgumentReader::note(Argument argument, std::string value) {
    m_preview.arguments.push_back(std::string(nameOf(argument)) + '=' + std::move(value));
}

template<class T>
T ArgumentReader::taken(Found<T> found) {
    if (found) {
        ++m_at;
        return *found;
    }
    refuse(std::move(found.error()));
    return {};
}

std::vector<StandingAlarm> ArgumentReader::alarms() {
    if (isGood() && !hasMore()) miss(Argument::Alarm);
    if (!isGood()) return {};
    auto const& all = *m_surroundings.alarms;
    std::string const word(peek());
    std::vector<StandingAlarm> found;
    // Shorter than any suffix of an incident number.
    if (word.size() <= maxAlarmDigits && std::ranges::all_of(word, isDigit)) {
        std::size_t number = 0;
        std::from_chars(word.data(), word.data() + word.size(), number);
        ++m_at;
        if (number == 0 || number > all.size())
            refuse(RefusalCode::BadArgument, {std::string(nameOf(Argument::Alarm)), word});
        else
            found.push_back(all[number - 1]);
        return found;
    }
    auto const take = [&](auto const& isMeant) {
        std::ranges::copy_if(all, std::back_inserter(found), isMeant);
    };
    if (looksLikeIncident(word)) {
        IncidentId const id = incident(Among::Known);
        if (isGood()) take([&](StandingAlarm const& each) { return each.alarm.incident == id; });
    } else {
        UnitId const id = unit();
        if (isGood()) take([&](StandingAlarm const& each) { return each.alarm.unit == id; });
    }
    return found;
}

IncidentId ArgumentReader::incident(Among among, Argument argument) {
    if (isGood() && !hasMore()) miss(argument);
    if (!isGood()) return {};
    FoundIncident const found = taken(findIncident(peek(), among, m_surroundings));
    if (!isGood()) return {};
    note(argument, found.id.hex());
    if (found.absorbed) {
        auto const survivor = m_surroundings.board.incident(found.id);
        m_preview.parts.push_back(
            part::MergedNumber{*found.absorbed, {found.id, survivor ? survivor->number : IncidentNumber{}}});
        warn(m_preview, Amber::MergedNumber);
    }
    return found.id;
}

IncidentId ArgumentReader::incidentIfAny() {
    return hasMore() && looksLikeIncident(peek()) ? incident(Among::Known) : IncidentId{};
}

UnitId ArgumentReader::unit() {
    if (isGood() && !hasMore()) miss(Argument::Unit);
    if (!isGood()) return {};
    UnitId const id = taken(findUnit(peek(), m_surroundings));
    if (isGood()) note(Argument::Unit, id.hex());
    return id;
}

/// Words that a comma at their ends holds together.
std::string ArgumentReader::listWord() {
    std::string list;
    while (hasMore()) {
        list += m_line.words[m_at++];
        if (!endsInComma(list) && !(hasMore() && beginsWithComma(peek()))) break;
    }
    return list;
}

std::vector<UnitId> ArgumentReader::units() {
    std::vector<UnitId> units;
    std::string list = listWord();
    // Of NI: the list may stand apart from its plus.
    if (list == "+") list += listWord();
    for (std::string const& callsign : listed(list.starts_with('+') ? list.substr(1) : list)) {
        auto const found = findUnit(callsign, m_surroundings);
        if (!found) {
            refuse(found.error());
            return {};
        }
        if (std::find(units.begin(), units.end(), *found) != units.end()) continue;
        units.push_back(*found);
        note(Argument::Units, found->hex());
    }
    if (units.empty()) miss(Argument::Units);
    return units;
}

AgencyIndex ArgumentReader::agency() {
    if (isGood() && !hasMore()) miss(Argument::Agency);
    if (!isGood()) return {};
    AgencyIndex const agency = taken(findAgency(peek(), m_surroundings));
    if (isGood()) note(Argument::Agency, std::to_string(agency.value));
    return agency;
}

Code ArgumentReader::codeOfRest(Argument list) {
    if (!hasMore()) return {};
    std::string words;
    for (std::size_t at = m_at; at < m_end; ++at)
        words += (at == m_at ? "" : " ") + m_line.words[at];
    Code const code = taken(findCode(words, list, m_surroundings));
    if (!isGood()) return {};
    m_at = m_end;
    note(list, code.text());
    return code;
}

Code ArgumentReader::requiredCode(Argument list) {
    if (isGood() && !hasMore()) {
        // The codes that may stand here are the best answer to the one that does not.
        auto const candidates = findCode("", list, m_surroundings);
        miss(list);
        if (!candidates) m_preview.candidates = candidates.error().candidates;
    }
    return codeOfRest(list);
}

Code ArgumentReader::code(Argument list) {
    if (isGood() && !hasMore()) return requiredCode(list);
    if (!isGood()) return {};
    Code const code = taken(findCode(peek(), list, m_surroundings));
    if (isGood()) note(list, code.text());
    return code;
}

Code ArgumentReader::type() {
    if (isGood() && !hasMore()) miss(Argument::Type);
    if (!isGood()) return {};
    std::string words;
    std::size_t const last = std::min(m_at + maxTypeWords, m_end);
    for (std::size_t at = m_at; at < last; ++at) {
        words += (at == m_at ? "" : " ") + m_line.words[at];
        auto const found = findType(words, m_surroundings);
        if (!found) continue;
        m_at = at + 1;
        note(Argument::Type, found->text());
        return *found;
    }
    return taken(findType(peek(), m_surroundings));
}

Priority ArgumentReader::priority() {
    if (isGood() && !hasMore()) miss(Argument::Priority);
    if (!isGood()) return Priority::P3;
    std::string const word(peek());
    auto const priority = priorityOf(word.size() == 1 ? 'p' + word : word);
    if (!priority) {
        refuse(RefusalCode::BadArgument, {std::string(nameOf(Argument::Priority)), word});
        return Priority::P3;
    }
    ++m_at;
    note(Argument::Priority, std::to_string(static_cast<int>(*priority)));
    return *priority;
}

std::optional<Duration> ArgumentReader::lengthIfAny() {
    auto const length = hasMore() ? lengthOf(peek()) : std::nullopt;
    if (!length) return std::nullopt;
    ++m_at;
    note(Argument::Length, std::to_string(length->milliseconds()));
    return length;
}

std::optional<Duration> ArgumentReader::minutesIfAny() {
    std::string const word(peek());
    bool const isBare = !word.empty() && std::ranges::all_of(word, isDigit);
    auto const length = lengthOf(isBare ? word + 'm' : word);
    if (!length) return std::nullopt;
    ++m_at;
    note(Argument::Minutes, std::to_string(length->milliseconds()));
    return length;
}

std::optional<std::uint32_t> ArgumentReader::crewIfAny() {
    auto const crew = hasMore() ? crewOf(peek()) : std::nullopt;
    if (!crew) return std::nullopt;
    ++m_at;
    note(Argument::Crew, std::to_string(*crew));
    return crew;
}

std::vector<Code> ArgumentReader::plusCodesIfAny(Argument list) {
    std::vector<Code> codes;
    if (!peek().starts_with('+')) return codes;
    std::string words = listWord();
    if (words == "+") words += listWord();
    for (std::string const& word : listed(words.substr(1))) {
        auto const found = findCode(word, list, m_surroundings);
        if (!found) {
            refuse(found.error());
            return {};
        }
        if (std::find(codes.begin(), codes.end(), *found) != codes.end()) continue;
        codes.push_back(*found);
        note(list, found->text());
    }
    if (codes.empty()) miss(list);
    return codes;
}

std::string ArgumentReader::hashWordIfAny(Argument argument) {
    if (!peek().starts_with('#')) return {};
    std::string word = m_line.words[m_at].substr(1);
    if (word.empty()) {
        miss(argument);
        return {};
    }
    ++m_at;
    note(argument, word);
    return word;
}

std::optional<Duration> ArgumentReader::trailingLength() {
    auto const length = hasMore() ? lengthOf(m_line.words[m_end - 1]) : std::nullopt;
    if (!length) return std::nullopt;
    --m_end;
    note(Argument::Length, std::to_string(length->milliseconds()));
    return length;
}

Code ArgumentReader::trailingOutsideNumber() {
    if (!hasMore() || !m_line.words[m_end - 1].starts_with('#')) return {};
    std::string const word = m_line.words[--m_end].substr(1);
    auto const number = Code::of(word);
    if (!number) {
        refuse(RefusalCode::BadArgument, {std::string(nameOf(Argument::Outside)), word});
        return {};
    }
    note(Argument::Outside, number->text());
    return *number;
}

bool ArgumentReader::takeAny(std::initializer_list<std::string_view> words) {
    if (!hasMore()) return false;
    std::string const folded = foldCase(peek());
    if (std::find(words.begin(), words.end(), folded) == words.end()) return false;
    ++m_at;
    note(Argument::Words, std::string(*words.begin()));
    return true;
}

std::string ArgumentReader::word(Argument argument) {
    if (isGood() && !hasMore()) miss(argument);
    if (!isGood()) return {};
    std::string const word = m_line.words[m_at++];
    note(argument, word);
    return word;
}

std::string ArgumentReader::sentence(Argument argument) {
    if (!isGood()) return {};
    std::string sentence;
    for (; m_at < m_end; ++m_at)
        sentence += (sentence.empty() ? "" : " ") + m_line.words[m_at];
    m_textTaken = true;
    if (m_line.text && !m_line.text->empty()) sentence += (sentence.empty() ? "" : " ") + *m_line.text;
    note(argument, sentence);
    return sentence;
}

std::string ArgumentReader::text() {
    m_textTaken = true;
    if (!isGood() || !m_line.text) return {};
    note(Argument::Text, *m_line.text);
    return *m_line.text;
}

void ArgumentReader::finish() {
    if (hasMore()) refuse(RefusalCode::UnexpectedArgument, {m_line.words[m_at]});
    if (m_line.text && !m_textTaken) refuse(RefusalCode::UnexpectedArgument, {"/"});
}

} // namespace ob::core
