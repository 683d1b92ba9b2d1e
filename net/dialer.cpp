// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/dialer.h"

#include "core/crypto/random.h"

#include <bit>

namespace ob::net {

Dialer::Dialer(EventLoop& loop, Limits limits, Calls calls)
    : m_loop(loop), m_limits(limits), m_calls(std::move(calls)) {}

Dialer::~Dialer() { hangUpAll(); }

void Dialer::dial(Endpoint const& to) {
    // Chance decides only when to try again, nothing that desks have to agree on.
    Backoff backoff([] { return std::bit_cast<std::uint64_t>(core::randomBytes<8>()); });
    auto const [entry, isNew] =
        m_targets.try_emplace(to, Target{.endpoint = to, .backoff = std::move(backoff)});
    if (isNew) attempt(entry->second);
}

std::optional<LinkId> Dialer::hangUp(Endpoint const& to) {
    auto const found = m_targets.find(to);
    if (found == m_targets.end()) return std::nullopt;
    m_loop.cancel(found->second.timer);
    auto const link = found->second.link;
    m_targets.erase(found);
    return link;
}

void Dialer::hangUpAll() {
    for (auto const& [to, target] : m_targets)
        m_loop.cancel(target.timer);
    m_targets.clear();
}

void Dialer::opened(LinkId link) {
    if (auto* const target = targetOf(link)) target->openedAt = m_loop.steadyNow();
}

std::optional<Endpoint> Dialer::ended(LinkId link) {
    auto* const target = targetOf(link);
    if (!target) return std::nullopt;
    target->link.reset();
    if (target->openedAt && m_loop.steadyNow() - *target->openedAt >= m_limits.healthy)
        target->backoff.reset();
    target->openedAt.reset();
    wait(*target);
    return target->endpoint;
}

void Dialer::slowDown(LinkId link) {
    if (auto* const target = targetOf(link)) {
        target->openedAt.reset(); // however long it lasted
        target->backoff.slowDown();
    }
}

void Dialer::attempt(Target& target) {
    target.connector = std::make_unique<Connector>(
        m_loop, target.endpoint, m_limits.connect,
        [this, to = target.endpoint](auto result) { onResult(to, std::move(result)); });
}

void Dialer::wait(Target& target) {
    target.timer = m_loop.after(target.backoff.next(), [this, to = target.endpoint] {
        auto const found = m_targets.find(to);
        if (found != m_targets.end()) attempt(found->second);
    });
}

void Dialer::onResult(Endpoint const& to, tl::expected<OpenSocket, std::string> result) {
    auto const found = m_targets.find(to);
    if (found == m_targets.end()) return;
    auto& target = found->second;
    target.connector.reset();
    std::string reason = result ? "there are too many links already" : result.error();
    if (result) target.link = m_calls.connected(*std::move(result));
    if (target.link) return;
    wait(target);
    m_calls.failed(Endpoint(to), reason);
}

Dialer::Target* Dialer::targetOf(LinkId link) {
    for (auto& [to, target] : m_targets)
        if (target.link == link) return &target;
    return nullptr;
}

} // namespace ob::net
