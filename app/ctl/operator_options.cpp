// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/operator_options.h"

#include "core/restricted_parts.h"

#include <array>
#include <utility>

namespace ob::app {
namespace {

constexpr std::array<std::pair<char const*, core::Role>, 8> roles{{
    {"call-taker", core::Role::CallTaker},
    {"dispatcher", core::Role::Dispatcher},
    {"duty-officer", core::Role::DutyOfficer},
    {"supervisor", core::Role::Supervisor},
    {"arbiter", core::Role::Arbiter},
    {"trainer", core::Role::Trainer},
    {"auditor", core::Role::Auditor},
    {"admin", core::Role::Admin},
}};

std::uint8_t roleNamed(QString const& name) {
    for (auto const& [text, role] : roles)
        if (name == QLatin1StringView(text)) return static_cast<std::uint8_t>(role);
    QStringList known;
    for (auto const& [text, role] : roles)
        known << QLatin1StringView(text);
    throw UsageError(
        QStringLiteral("there is no role %1; roles are %2").arg(name, known.join(QStringLiteral(", "))));
}

} // namespace

void addOperatorOptions(Arguments& arguments) {
    arguments
        .option(QStringLiteral("operator"), QStringLiteral("NAME"), QStringLiteral("Who is at the desk."))
        .option(QStringLiteral("position"), QStringLiteral("CODE"),
                QStringLiteral("The position that works."))
        .option(QStringLiteral("role"), QStringLiteral("ROLE,…"),
                QStringLiteral("Default call-taker,dispatcher; also duty-officer, supervisor, …"));
}

core::OperatorSession operatorOf(Arguments const& arguments) {
    core::OperatorSession session;
    session.operatorName = arguments.value(QStringLiteral("operator")).toStdString();
    if (session.operatorName.size() > core::RestrictedParts::maxNameBytes)
        throw UsageError(QStringLiteral("--operator: at most 256 bytes"));
    if (arguments.has(QStringLiteral("position"))) {
        auto const position = core::Code::of(arguments.value(QStringLiteral("position")).toStdString());
        if (!position) throw UsageError(QStringLiteral("--position is a code: letters A-Z, digits, - . _ /"));
        session.position = *position;
    }
    QString const given = arguments.has(QStringLiteral("role")) ? arguments.value(QStringLiteral("role"))
                                                                : QStringLiteral("call-taker,dispatcher");
    for (QString const& name : given.split(QLatin1Char(','), Qt::SkipEmptyParts))
        session.roles |= roleNamed(name.trimmed());
    return session;
}

} // namespace ob::app
