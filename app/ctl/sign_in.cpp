// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/desk_host.h"
#include "app/files.h"
#include "app/operator_file.h"
#include "app/operator_roles.h"
#include "app/sign_in_shifts.h"
#include "ui/text/sentence.h"
#include "ui/text/sign_in_text.h"

#include <QJsonArray>

namespace ob::app {
namespace {

/// Begins the shift and writes its token for the caller to show.
void beginShift(core::OperatorSession const& who, std::filesystem::path const& file,
                Arguments const& arguments) {
    auto const operators = OperatorFile(folderOf(arguments)).read().value_or(OperatorList());
    auto const* const record = operators.find(who.operatorName);
    if (record == nullptr) throw OperatorRefusal("signInEnded", ui::signInEndedText().toStdString());
    auto& shifts = *caller().shifts();
    core::SecretText const token(shifts.begin(who, *record, timeSinceStart()));
    try {
        writeFile(file, core::viewOf(token.view()), Secrecy::Secret);
    } catch (FileError const&) {
        shifts.end(token.view());
        throw;
    }
}

void report(core::OperatorSession const& who, bool isJson) {
    QStringList roles;
    for (auto const each : namesOfRoles(who.roles))
        roles << ui::textOf(each);
    if (isJson)
        printJson({{QStringLiteral("operator"), ui::textOf(who.operatorName)},
                   {QStringLiteral("position"), ui::textOf(who.position.text())},
                   {QStringLiteral("roles"), QJsonArray::fromStringList(roles)}});
    else
        print(ui::textOf(who.operatorName) + QStringLiteral("  ") + ui::textOf(who.position.text())
              + QStringLiteral("  ") + roles.join(QLatin1Char(',')));
}

} // namespace

int runSignIn(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("sign-in"),
        QStringLiteral("Signs an operator in at a running desk for a shift of 12 hours. FILE then stands for "
                       "name and passphrase: give it as --session to do, attach and the others. It counts "
                       "until sign-out, until the desk ends, and while the operator and the passphrase stay "
                       "as they are. Whoever can read FILE acts in this name."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("operator"), QStringLiteral("NAME"), QStringLiteral("Who signs in."))
        .option(QStringLiteral("position"), QStringLiteral("CODE"),
                QStringLiteral("The position that works, one that the operator has."))
        .option(QStringLiteral("role"), QStringLiteral("ROLE,…"),
                QStringLiteral("Some of the operator's roles; default all of them."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"),
                QStringLiteral("Is made, for its owner alone (0600)."));
    addPassphraseOption(arguments);
    arguments.parse(rest);
    auto const out = arguments.required(QStringLiteral("out"));
    if (!arguments.rest().isEmpty() || !arguments.has(QStringLiteral("operator")))
        throw UsageError(QStringLiteral("sign-in --data DIR --operator NAME --out FILE"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    if (caller().shifts() == nullptr)
        throw UsageError(QStringLiteral("no desk is running on %1: give the passphrase with each command")
                             .arg(arguments.required(QStringLiteral("data"))));
    auto const file = caller().fileNamed(out.toStdString());
    if (std::filesystem::exists(file))
        throw UsageError(
            QStringLiteral("there is a %1 already: sign-out removes what sign-in wrote").arg(out));
    auto const who = signInByPassphrase(arguments);
    if (!who) throw OperatorRefusal("noOperators", ui::noOperatorsText().toStdString());
    auto const session = actingAs(*who, arguments);
    beginShift(session, file, arguments);
    report(session, arguments.json());
    return exitDone;
}

int runSignOut(QStringList const& rest) {
    Arguments arguments(QStringLiteral("sign-out"),
                        QStringLiteral("Ends a shift at a running desk and removes the file of sign-in."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("session"), QStringLiteral("FILE"), QStringLiteral("What sign-in wrote."));
    arguments.parse(rest);
    auto const session = arguments.required(QStringLiteral("session"));
    if (!arguments.rest().isEmpty()) throw UsageError(QStringLiteral("sign-out --data DIR --session FILE"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const token = secretFrom(arguments);
    if (auto const bytes = core::fromHex(token.view()); !bytes || bytes->size() != SignInShifts::tokenBytes)
        throw UsageError(QStringLiteral("%1 is not what sign-in wrote; it was left as it is").arg(session));
    if (auto* const shifts = caller().shifts()) shifts->end(token.view());
    std::error_code error;
    if (!std::filesystem::remove(caller().fileNamed(session.toStdString()), error) && error)
        throw FileError("cannot remove " + session.toStdString() + ": " + error.message());
    return exitDone;
}

} // namespace ob::app
