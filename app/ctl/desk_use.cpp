// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/desk_use.h"

#include "app/caller.h"
#include "app/ctl/subcommand.h"
#include "app/shipped_rules.h"

namespace ob::app {

DeskUse::DeskUse(Arguments const& arguments) : m_running(caller().runningDesk()) {
    if (m_running == nullptr)
        m_opened = std::make_unique<DeskHost>(arguments.required(QStringLiteral("data")).toStdString(),
                                              sharedRuleBook());
}

void DeskUse::finish() {
    if (m_opened) return m_opened->close();
    m_running->commit();
    m_running->commit(); // what is to be forgotten goes after the commit that says so
}

std::function<std::optional<core::Fix>(core::UnitId)> fixesOf(DeskHost& host) {
    return [&host](core::UnitId unit) { return host.positions().newest(unit); };
}

} // namespace ob::app
