// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/stream_state.h"

#include "core/ensure.h"
#include "core/fold/fact_streams.h"

namespace ob::core {
namespace {

struct Empty {
    StreamState operator()(LogOpened const&) const { return DeskFold(); }
    StreamState operator()(IncidentOpened const&) const { return IncidentFold(); }
    StreamState operator()(UnitRegistered const&) const { return UnitFold(); }
    StreamState operator()(PolicyOpened const&) const { return PolicyFold(); }
    template<class Other>
    StreamState operator()(Other const&) const {
        return {};
    }
};

} // namespace

StreamState emptyStateFor(Event const& creating) { return std::visit(Empty(), creating.body().fact); }

std::optional<RefusalCode> judge(StreamState const& state, Event const& event) {
    return std::visit(
        [&](auto const& fold) -> std::optional<RefusalCode> {
            if constexpr (std::is_same_v<std::decay_t<decltype(fold)>, std::monostate>)
                return RefusalCode::TransitionNotAllowed;
            else
                return fold.judge(event);
        },
        state);
}

void apply(StreamState& state, Event const& event, Placing const& placing) {
    std::visit(
        [&](auto& fold) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(fold)>, std::monostate>)
                fold.apply(event, placing);
        },
        state);
}

} // namespace ob::core
