// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/operator_options.h"

#include "app/operator_roles.h"
#include "core/restricted_parts.h"
#include "ui/text/sentence.h"

namespace ob::app {

std::uint8_t rolesOf(QString const& text) {
    std::uint8_t roles = 0;
    for (QString const& name : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        auto const role = roleNamed(name.trimmed().toStdString());
        if (!role) {
            QStringList known;
            for (auto const each : namesOfRoles(allRoles))
                known << ui::textOf(each);
            throw UsageError(QStringLiteral("there is no role %1; roles are %2")
                                 .arg(name.trimmed(), known.join(QStringLiteral(", "))));
        }
        roles |= static_cast<std::uint8_t>(*role);
    }
    return roles;
}

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
    session.roles = rolesOf(given);
    return session;
}

} // namespace ob::app
