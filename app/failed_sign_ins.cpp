// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/failed_sign_ins.h"

#include "core/text.h"

#include <algorithm>

namespace ob::app {
namespace {

std::string keyOf(std::string_view name) { return core::foldCase(core::normalise(name)); }

core::Duration waitAfter(unsigned count) {
    if (count < FailedSignIns::freeAttempts) return {};
    unsigned const doublings = std::min(count - FailedSignIns::freeAttempts, 10u);
    return std::min(core::Duration::ofMilliseconds(FailedSignIns::firstWait.milliseconds() << doublings),
                    FailedSignIns::longestWait);
}

} // namespace

core::Duration FailedSignIns::wait(std::string_view name, core::Duration now) const {
    auto const found = m_byName.find(keyOf(name));
    if (found == m_byName.end()) return {};
    auto const over = found->second.last.milliseconds() + waitAfter(found->second.count).milliseconds();
    return core::Duration::ofMilliseconds(std::max<std::int64_t>(over - now.milliseconds(), 0));
}

void FailedSignIns::failed(std::string_view name, core::Duration now) {
    auto& failures = m_byName[keyOf(name)];
    ++failures.count;
    failures.last = now;
    if (m_byName.size() <= maxNames) return;
    m_byName.erase(std::ranges::min_element(m_byName, {}, [](auto const& each) { return each.second.last; }));
}

void FailedSignIns::succeeded(std::string_view name) { m_byName.erase(keyOf(name)); }

} // namespace ob::app
