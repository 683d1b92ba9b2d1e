// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/event_equality.h"

#include <tuple>

namespace ob::core {
namespace {

// A structured binding must name every field, so a wrong number here does not compile.
template<class T>
constexpr std::size_t fieldCount = 1;
template<>
constexpr std::size_t fieldCount<LogOpened> = 6;
template<>
constexpr std::size_t fieldCount<IncidentOpened> = 8;
template<>
constexpr std::size_t fieldCount<NoteAdded> = 0;
template<>
constexpr std::size_t fieldCount<HandlerTaken> = 0;
template<>
constexpr std::size_t fieldCount<IncidentSeen> = 0;
template<>
constexpr std::size_t fieldCount<LeadOffered> = 3;
template<>
constexpr std::size_t fieldCount<UnitDispatched> = 5;
template<>
constexpr std::size_t fieldCount<MilestoneReached> = 3;
template<>
constexpr std::size_t fieldCount<AssignmentDelivered> = 2;
template<>
constexpr std::size_t fieldCount<AssignmentCleared> = 2;
template<>
constexpr std::size_t fieldCount<AssignmentReleased> = 3;
template<>
constexpr std::size_t fieldCount<AssignmentRefused> = 2;
template<>
constexpr std::size_t fieldCount<MilestoneCorrected> = 3;
template<>
constexpr std::size_t fieldCount<OpeningCorrected> = 2;
template<>
constexpr std::size_t fieldCount<IncidentClosed> = 2;
template<>
constexpr std::size_t fieldCount<IncidentReferred> = 3;
template<>
constexpr std::size_t fieldCount<IncidentLinked> = 2;
template<>
constexpr std::size_t fieldCount<MergedInto> = 2;
template<>
constexpr std::size_t fieldCount<WelfareChecked> = 2;
template<>
constexpr std::size_t fieldCount<UnitRegistered> = 6;
template<>
constexpr std::size_t fieldCount<DutySet> = 7;
template<>
constexpr std::size_t fieldCount<UnitChanged> = 4;
template<>
constexpr std::size_t fieldCount<DispatchGrantSet> = 3;
template<>
constexpr std::size_t fieldCount<PositionSharingSet> = 4;
template<>
constexpr std::size_t fieldCount<NoDuffDeclared> = 0;
template<>
constexpr std::size_t fieldCount<NoDuffEnded> = 0;
template<>
constexpr std::size_t fieldCount<MemberGranted> = 2;
template<>
constexpr std::size_t fieldCount<SectionForgotten> = 3;
template<>
constexpr std::size_t fieldCount<Circumstance> = 3;

template<class T>
auto fieldsOf(T const& thing) {
    if constexpr (fieldCount<T> == 0) {
        static_assert(std::is_empty_v<T>);
        return std::tuple<>();
    } else if constexpr (fieldCount<T> == 1) {
        auto const& [a] = thing;
        return std::tie(a);
    } else if constexpr (fieldCount<T> == 2) {
        auto const& [a, b] = thing;
        return std::tie(a, b);
    } else if constexpr (fieldCount<T> == 3) {
        auto const& [a, b, c] = thing;
        return std::tie(a, b, c);
    } else if constexpr (fieldCount<T> == 4) {
        auto const& [a, b, c, d] = thing;
        return std::tie(a, b, c, d);
    } else if constexpr (fieldCount<T> == 5) {
        auto const& [a, b, c, d, e] = thing;
        return std::tie(a, b, c, d, e);
    } else if constexpr (fieldCount<T> == 6) {
        auto const& [a, b, c, d, e, f] = thing;
        return std::tie(a, b, c, d, e, f);
    } else if constexpr (fieldCount<T> == 7) {
        auto const& [a, b, c, d, e, f, g] = thing;
        return std::tie(a, b, c, d, e, f, g);
    } else {
        auto const& [a, b, c, d, e, f, g, h] = thing;
        return std::tie(a, b, c, d, e, f, g, h);
    }
}

} // namespace

bool isSame(EventBody const& left, EventBody const& right) {
    if (fieldsOf(left.circumstance) != fieldsOf(right.circumstance)) return false;
    return std::visit(
        [&](auto const& fact) {
            auto const* other = std::get_if<std::decay_t<decltype(fact)>>(&right.fact);
            return other != nullptr && fieldsOf(fact) == fieldsOf(*other);
        },
        left.fact);
}

std::size_t fieldCountOf(Fact const& fact) {
    return std::visit([](auto const& known) { return fieldCount<std::decay_t<decltype(known)>>; }, fact);
}

} // namespace ob::core
