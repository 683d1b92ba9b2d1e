// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb_steps.h"

#include <algorithm>

namespace ob::core {
namespace {

/// As the button of the list has it.
constexpr Duration usualShelf = Duration::ofMinutes(10);

void takeAlarms(Query& query, std::vector<StandingAlarm> const& from, bool isAcknowledgedTaken) {
    for (auto const& each : from)
        if (!each.isShelved && (isAcknowledgedTaken || !each.isAcknowledged))
            query.alarms.push_back(each.alarm);
}

} // namespace

void silenceAlarms(Step step) {
    auto const& [in, out, surroundings, line] = step;
    Query query{.kind = Query::Kind::Silence, .text = {}};
    if (surroundings.alarms != nullptr) {
        takeAlarms(query, in.hasMore() ? in.alarms() : *surroundings.alarms, false);
        in.finish();
    }
    // A call for help is not silenced unseen.
    if (query.alarms.size() > 1 && std::ranges::any_of(query.alarms, &Alarm::isDistress))
        warn(out, Amber::DistressAmong);
    out.query = std::move(query);
}

void shelveAlarms(Step step) {
    auto const& [in, out, surroundings, line] = step;
    Query query{.kind = Query::Kind::Shelve, .text = {}};
    if (surroundings.alarms == nullptr) {
        out.query = std::move(query);
        return;
    }
    takeAlarms(query, in.alarms(), true);
    query.length = in.minutesIfAny().value_or(usualShelf);
    query.until = Ageing<Instant>{surroundings.context.now + query.length};
    query.text = in.sentence(Argument::Reason);
    if (in.isGood() && query.text.empty())
        in.refuse(RefusalCode::ReasonRequired, {std::string(line.verb->word)});
    out.query = std::move(query);
}

} // namespace ob::core
