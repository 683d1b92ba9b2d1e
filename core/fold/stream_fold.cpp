// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/stream_fold.h"

#include "core/ensure.h"
#include "core/event_body.h"
#include "core/fold/corrected_times.h"
#include "core/fold/stream_fold_parts.h"
#include "core/fold/stream_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace ob::core {

namespace {

/// Verdict by the state of the ancestors alone (R5).
Taken judged(StreamState const& ancestors, Event const& event) {
    Taken taken{.id = event.id(), .hlc = event.header().hlc, .verdict = Verdict::Effective, .reason = {}};
    if (event.admission() == Admission::Voided) {
        taken.verdict = Verdict::Voided;
    } else if (!event.isUnderstood()) {
        taken.verdict = Verdict::Inert;
    } else if (auto const reason =
                   event.creates() ? judge(emptyStateFor(event), event) : judge(ancestors, event)) {
        taken.verdict = Verdict::Refused;
        taken.reason = *reason;
    }
    return taken;
}

/// States of branches: what an event's ancestors say when it did not see everything that was taken before it.
class Branches {
  public:
    Branches(std::vector<Event> const& events, std::vector<StreamOrder::Placed> const& placed,
             std::vector<Taken> const& taken)
        : m_events(events), m_placed(placed), m_taken(taken) {}

    StreamState& stateFor(Knowledge const& seen) {
        auto const found = m_states.find(seen);
        if (found != m_states.end()) return found->second;
        if (m_states.size() >= maxStates) m_states.clear();
        return m_states.emplace(seen, replay(seen)).first->second;
    }
    /// The branch goes on by this event.
    void advance(StreamOrder::Placed const& placed, Verdict verdict) {
        auto node = m_states.extract(placed.seen);
        if (node.empty()) return;
        Event const& event = m_events[placed.event];
        if (verdict == Verdict::Effective)
            apply(node.mapped(), event, {event.id(), placed.mark, placed.seen});
        node.key().add(placed.mark);
        m_states.insert(std::move(node));
    }

  private:
    static constexpr std::size_t maxStates = 32;

    StreamState replay(Knowledge const& seen) const {
        StreamState state;
        for (std::size_t index = 0; index < m_taken.size(); ++index) {
            auto const& placed = m_placed[index];
            if (!seen.covers(placed.mark) || m_taken[index].verdict != Verdict::Effective) continue;
            Event const& event = m_events[placed.event];
            if (event.creates()) state = emptyStateFor(event);
            apply(state, event, {event.id(), placed.mark, placed.seen});
        }
        return state;
    }

    std::vector<Event> const& m_events;
    std::vector<StreamOrder::Placed> const& m_placed;
    std::vector<Taken> const& m_taken;
    std::map<Knowledge, StreamState> m_states;
};

} // namespace

void StreamFold::Parts::take(Event const& event, Mark mark, Knowledge const& seen, Taken taken) {
    ++count;
    isFinished = false;
    known.add(mark);
    if (mark.chain >= lengths.size()) lengths.resize(mark.chain + std::size_t{1}, 0);
    lengths[mark.chain] = mark.position + 1;
    if (taken.verdict == Verdict::Inert && (event.header().kind & annotationBit) == 0) readOnly = true;
    if (taken.verdict == Verdict::Effective) {
        if (event.creates()) state = emptyStateFor(event);
        apply(state, event, {event.id(), mark, seen});
        if (auto const* const settlement = std::get_if<ConflictSettled>(&event.body().fact))
            settled.push_back(settlement->conflict);
    }
    if (orderKept) order.push_back(taken);
}

template<class Value>
std::shared_ptr<Value const> StreamFold::Parts::finished(Value value) const {
    value.readOnly = readOnly;
    if constexpr (requires { value.conflicts; }) {
        value.conflicts.insert(value.conflicts.end(), builtOnVoided.begin(), builtOnVoided.end());
        for (auto& conflict : value.conflicts)
            conflict.settled = std::find(settled.begin(), settled.end(), conflict.id) != settled.end();
        std::sort(value.conflicts.begin(), value.conflicts.end(),
                  [](auto const& a, auto const& b) { return a.id < b.id; });
    }
    return std::make_shared<Value const>(std::move(value));
}

void StreamFold::Parts::finish() {
    if (std::exchange(isFinished, true)) return;
    if (auto const* const incidentFold = std::get_if<IncidentFold>(&state))
        incident = finished(incidentFold->value());
    if (auto const* const unitFold = std::get_if<UnitFold>(&state)) unit = finished(unitFold->value());
    if (auto const* const policyFold = std::get_if<PolicyFold>(&state))
        policy = finished(policyFold->value());
}

StreamFold::StreamFold(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
StreamFold::StreamFold(StreamFold&&) noexcept = default;
StreamFold& StreamFold::operator=(StreamFold&&) noexcept = default;
StreamFold::~StreamFold() = default;

namespace {

StreamKind kindOf(StreamState const& state) {
    if (std::holds_alternative<IncidentFold>(state)) return StreamKind::Incident;
    if (std::holds_alternative<UnitFold>(state)) return StreamKind::Unit;
    if (std::holds_alternative<PolicyFold>(state)) return StreamKind::Policy;
    return StreamKind::Desk;
}

/// Somebody else built on what a revocation voided.
void noteBuiltOnVoided(std::vector<Conflict>& conflicts, Event const& event,
                       std::set<EventId> const& voided) {
    for (EventId const parent : event.header().parents) {
        if (!voided.contains(parent)) continue;
        std::vector<EventId> leaves{parent, event.id()};
        std::sort(leaves.begin(), leaves.end());
        conflicts.push_back({.id = conflictId(ConflictRule::BuiltOnVoided, leaves),
                             .rule = ConflictRule::BuiltOnVoided,
                             .stream = event.stream(),
                             .leaves = leaves,
                             .concerned = {},
                             .field = 0,
                             .settled = false});
    }
}

/// One of the heads does not count. They are nearly always what was taken last.
bool hasVoidedHead(std::vector<EventId> const& heads, std::vector<Taken> const& order) {
    std::size_t left = heads.size();
    for (auto taken = order.rbegin(); left > 0 && taken != order.rend(); ++taken) {
        if (!std::binary_search(heads.begin(), heads.end(), taken->id)) continue;
        if (taken->verdict == Verdict::Voided) return true;
        --left;
    }
    return false;
}

} // namespace

StreamFold StreamFold::of(std::vector<Event> const& events) {
    auto parts = std::make_unique<Parts>();
    StreamOrder const order = StreamOrder::of(events);
    Branches branches(events, order.taken, parts->order);
    std::set<EventId> voided;
    parts->order.reserve(order.taken.size());
    for (auto const& placed : order.taken) {
        Event const& event = events[placed.event];
        bool const sawAll = placed.seen == parts->known;
        Taken taken = judged(sawAll ? parts->state : branches.stateFor(placed.seen), event);
        if (!sawAll) branches.advance(placed, taken.verdict);
        if (taken.verdict == Verdict::Voided)
            voided.insert(event.id());
        else
            noteBuiltOnVoided(parts->builtOnVoided, event, voided);
        if (event.creates()) parts->id = event.stream();
        parts->take(event, placed.mark, placed.seen, taken);
    }
    parts->heads = order.heads;
    for (std::size_t const index : order.waiting)
        parts->waiting.emplace_back(events[index].id(), events[index].header().parents);
    if (parts->id.isNil() && !events.empty()) parts->id = events.front().stream();
    parts->kind = kindOf(parts->state);
    return StreamFold(std::move(parts));
}

StreamFold StreamFold::asOf(std::vector<Event> const& events, Instant occurredUntil) {
    auto parts = std::make_unique<Parts>();
    StreamOrder const order = StreamOrder::of(events);
    auto const whole = of(events);
    CorrectedTimes corrected;
    for (std::size_t index = 0; index < order.taken.size(); ++index)
        if (whole.order()[index].verdict == Verdict::Effective)
            corrected.note(events[order.taken[index].event], index);
    for (std::size_t index = 0; index < order.taken.size(); ++index) {
        auto const& placed = order.taken[index];
        Event const& event = events[placed.event];
        auto const at = corrected.timeOf(event, index);
        if (event.isUnderstood() && (!at || *at > occurredUntil)) continue;
        if (event.creates()) parts->id = event.stream();
        parts->take(at ? movedTo(event, *at) : event, placed.mark, placed.seen, whole.order()[index]);
    }
    parts->kind = kindOf(parts->state);
    return StreamFold(std::move(parts));
}

StreamFold::Appended StreamFold::append(Event const& event) {
    Parts& parts = *m_parts;
    auto const isTaken = [&](EventId id) {
        return std::any_of(parts.order.rbegin(), parts.order.rend(),
                           [&](auto const& each) { return each.id == id; });
    };
    auto parents = event.header().parents;
    // From then on every event counts: only a whole order tells that one of them is not understood.
    if (!event.isUnderstood() && !parts.orderKept) return Appended::NeedsRefold;
    // The usual case: written by one who held all there is here.
    if (!event.creates() && event.admission() == Admission::Admissible && parents == parts.heads
        && parts.waiting.empty() && !hasVoidedHead(parts.heads, parts.order)) {
        Knowledge const seen = parts.known;
        Mark mark{.chain = 0, .position = 0};
        while (mark.chain < parts.lengths.size()
               && parts.known.reach(mark.chain) != parts.lengths[mark.chain])
            ++mark.chain;
        mark.position = mark.chain < parts.lengths.size() ? parts.lengths[mark.chain] : 0;
        parts.take(event, mark, seen, judged(parts.state, event));
        parts.heads = {event.id()};
        return Appended::Yes;
    }
    bool const isHead = std::binary_search(parts.heads.begin(), parts.heads.end(), event.id());
    if (isHead || isTaken(event.id())) return Appended::Duplicate;
    for (auto const& [id, needed] : parts.waiting)
        if (id == event.id()) return Appended::Duplicate;
    bool const lacksParent =
        parts.orderKept && !event.creates()
        && std::any_of(parents.begin(), parents.end(), [&](EventId id) { return !isTaken(id); });
    if (!lacksParent) return Appended::NeedsRefold;
    parts.waiting.emplace_back(event.id(), std::move(parents));
    return Appended::Waiting;
}

StreamId StreamFold::id() const { return m_parts->id; }
StreamKind StreamFold::kind() const { return m_parts->kind; }
std::vector<EventId> const& StreamFold::heads() const { return m_parts->heads; }
std::vector<Taken> const& StreamFold::order() const { return m_parts->order; }
std::vector<EventId> StreamFold::waiting() const {
    std::vector<EventId> ids;
    for (auto const& [id, parents] : m_parts->waiting)
        ids.push_back(id);
    return ids;
}
std::uint64_t StreamFold::eventCount() const { return m_parts->count; }
std::vector<ConflictId> const& StreamFold::settled() const { return m_parts->settled; }
std::shared_ptr<Incident const> StreamFold::incident() const {
    m_parts->finish();
    return m_parts->incident;
}
std::shared_ptr<Unit const> StreamFold::unit() const {
    m_parts->finish();
    return m_parts->unit;
}
std::shared_ptr<AgencyPolicy const> StreamFold::policy() const {
    m_parts->finish();
    return m_parts->policy;
}

} // namespace ob::core
