// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/operator_options.h"

#include "app/caller.h"
#include "app/ctl/secret_entry.h"
#include "app/desk_host.h"
#include "app/files.h"
#include "app/operator_file.h"
#include "app/operator_roles.h"
#include "app/sign_in_check.h"
#include "app/sign_in_shifts.h"
#include "app/system_time.h"
#include "core/restricted_parts.h"
#include "core/text.h"
#include "ui/text/sentence.h"

#include <chrono>
#include <future>

namespace ob::app {
namespace {

constexpr auto feedRoles = static_cast<std::uint8_t>(static_cast<std::uint8_t>(core::Role::CallTaker)
                                                     | static_cast<std::uint8_t>(core::Role::Dispatcher));

[[noreturn]] void refuse(std::string_view code, QString const& text, std::vector<std::string> subjects = {}) {
    throw OperatorRefusal(code, text.toStdString(), std::move(subjects));
}

core::Code positionNamed(QString const& text) {
    auto const position = core::Code::of(text.toStdString());
    if (!position) throw UsageError(QStringLiteral("--position is a code: letters A-Z, digits, - . _ /"));
    return *position;
}

/// At a desk without operators.
core::OperatorSession saidBy(Arguments const& arguments) {
    core::OperatorSession session;
    session.operatorName = arguments.value(QStringLiteral("operator")).toStdString();
    if (session.operatorName.size() > core::RestrictedParts::maxNameBytes)
        throw UsageError(QStringLiteral("--operator: at most 256 bytes"));
    if (arguments.has(QStringLiteral("position")))
        session.position = positionNamed(arguments.value(QStringLiteral("position")));
    session.roles =
        arguments.has(QStringLiteral("role")) ? rolesOf(arguments.value(QStringLiteral("role"))) : feedRoles;
    return session;
}

/// Beside the desk's thread, for which it would be a long turn.
ui::SignInAnswer checked(std::filesystem::path const& folder, std::string const& name,
                         core::SecretText const& passphrase) {
    constexpr std::chrono::milliseconds turn{5};
    auto answer = std::async(std::launch::async, [&] { return SignInCheck(folder).check(name, passphrase); });
    while (answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        if (caller().isStopAsked())
            answer.wait();
        else
            caller().wait(turn);
    return answer.get();
}

SignedIn accepted(ui::SignInAnswer const& answer) {
    using Outcome = ui::SignInAnswer::Outcome;
    std::vector<std::string> wait;
    if (answer.wait > core::Duration())
        wait.push_back(std::to_string((answer.wait.milliseconds() + 999) / 1000));
    switch (answer.outcome) {
    case Outcome::Accepted: break;
    case Outcome::Wrong: refuse("wrongPassphrase", ui::signInText(answer), std::move(wait));
    case Outcome::Wait: refuse("tooManyAttempts", ui::signInText(answer), std::move(wait));
    case Outcome::Unreadable: throw FileError(ui::signInText(answer).toStdString());
    }
    return {.name = answer.name.toStdString(),
            .roles = answer.roles,
            .positions = answer.positions,
            .position = {}};
}

SignedIn byShift(Arguments const& arguments, OperatorList const& operators) {
    if (arguments.has(QStringLiteral("operator")))
        throw UsageError(QStringLiteral("--session says who it is: leave --operator out"));
    auto* const shifts = caller().shifts();
    if (shifts == nullptr) refuse("signInEnded", ui::signInEndedText());
    auto const token = secretFrom(arguments);
    auto const who = shifts->find(token.view(), operators, timeSinceStart());
    if (!who) refuse("signInEnded", ui::signInEndedText());
    auto const* const record = operators.find(who->operatorName);
    auto const roles = static_cast<std::uint8_t>(who->roles & record->roles);
    if (roles == 0) refuse("signInEnded", ui::signInEndedText());
    return {.name = record->name, .roles = roles, .positions = record->positions, .position = who->position};
}

core::Code positionOf(SignedIn const& who, Arguments const& arguments) {
    core::Code position = who.position;
    if (arguments.has(QStringLiteral("position")))
        position = positionNamed(arguments.value(QStringLiteral("position")));
    else if (position.isEmpty() && !who.positions.empty())
        position = who.positions.front();
    if (ui::mayTake(who.positions, position)) return position;
    std::vector<std::string> held;
    for (auto const& each : who.positions)
        held.push_back(each.text());
    refuse("positionNotHeld", ui::positionNotHeldText(who.positions), std::move(held));
}

} // namespace

void addPassphraseOption(Arguments& arguments) {
    arguments.option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                     QStringLiteral("The operator's passphrase is the first line of it, or of the file that "
                                    "ONEBOARD_PASSPHRASE_FILE names; else it is asked for."));
}

void addOperatorOptions(Arguments& arguments) {
    arguments
        .option(
            QStringLiteral("operator"), QStringLiteral("NAME"),
            QStringLiteral("Who is at the desk. Where it has operators (oneboardctl operator) that is one of "
                           "them, with a passphrase; where it has none, it is taken as it is said, and so "
                           "are position and roles."))
        .option(QStringLiteral("position"), QStringLiteral("CODE"),
                QStringLiteral("The position that works; of an operator, one that he has."))
        .option(
            QStringLiteral("role"), QStringLiteral("ROLE,…"),
            QStringLiteral("Default call-taker,dispatcher; also duty-officer, supervisor, … Of an operator, "
                           "only some of those that he has; default all of them."))
        .option(QStringLiteral("session"), QStringLiteral("FILE"),
                QStringLiteral("Instead of name and passphrase: what sign-in wrote."));
    addPassphraseOption(arguments);
}

std::filesystem::path folderOf(Arguments const& arguments) {
    if (auto const* const running = caller().runningDesk()) return running->folder();
    return arguments.required(QStringLiteral("data")).toStdString();
}

core::SecretText secretFrom(Arguments const& arguments) {
    if (caller().runningDesk() == nullptr) return secretOf(arguments);
    if (auto secret = caller().secret()) return *std::move(secret);
    refuse("noPassphrase", ui::noPassphraseText());
}

std::optional<SignedIn> signInByPassphrase(Arguments const& arguments) {
    auto const folder = folderOf(arguments);
    if (!hasOperators(folder)) return std::nullopt;
    auto const name = core::normalise(arguments.value(QStringLiteral("operator")).toStdString());
    if (name.empty()) refuse("signInRequired", ui::signInRequiredText());
    return accepted(checked(folder, name, secretFrom(arguments)));
}

core::OperatorSession actingAs(SignedIn const& who, Arguments const& arguments) {
    auto roles = who.roles;
    if (arguments.has(QStringLiteral("role"))) {
        roles = rolesOf(arguments.value(QStringLiteral("role")));
        auto const lacking = static_cast<std::uint8_t>(roles & ~who.roles);
        std::vector<std::string> names;
        for (auto const each : namesOfRoles(lacking))
            names.emplace_back(each);
        if (lacking != 0) refuse("roleNotHeld", ui::rolesNotHeldText(lacking, who.roles), std::move(names));
    }
    return {.operatorName = who.name, .position = positionOf(who, arguments), .roles = roles};
}

core::OperatorSession operatorOf(Arguments const& arguments) {
    if (arguments.has(QStringLiteral("session")))
        if (auto const operators = OperatorFile(folderOf(arguments)).read())
            return actingAs(byShift(arguments, *operators), arguments);
    auto const who = signInByPassphrase(arguments);
    return who ? actingAs(*who, arguments) : saidBy(arguments);
}

core::OperatorSession operatorOrFeedOf(Arguments const& arguments) {
    bool const isNamed =
        arguments.has(QStringLiteral("operator")) || arguments.has(QStringLiteral("session"));
    if (isNamed || !hasOperators(folderOf(arguments))) return operatorOf(arguments);
    if (arguments.has(QStringLiteral("role")) || arguments.has(QStringLiteral("position")))
        refuse("signInRequired", ui::signInRequiredText());
    return {.operatorName = {}, .position = {}, .roles = feedRoles};
}

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

std::vector<core::Code> positionsOf(QString const& text) {
    std::vector<core::Code> positions;
    for (QString const& name : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        positions.push_back(positionNamed(name.trimmed()));
    return positions;
}

} // namespace ob::app
