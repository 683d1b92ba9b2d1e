// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/secret_entry.h"
#include "app/desk_folder.h"
#include "app/operator_file.h"
#include "app/operator_roles.h"
#include "core/text.h"
#include "ui/text/sentence.h"
#include "ui/text/sign_in_text.h"

#include <QJsonArray>

#include <unistd.h>

namespace ob::app {
namespace {

core::SecretText lineOfInput() {
    return secretLine([](char& character) { return caller().read({&character, 1}) == 1; });
}

/// Twice on a terminal, where nobody sees it; once out of a pipe.
core::PassphraseHash askNewPassphrase() {
    bool const isTyped = ::isatty(STDIN_FILENO) == 1;
    auto const ask = [&](char const* prompt) {
        auto typed = isTyped ? typedSecret(QLatin1StringView(prompt)) : lineOfInput();
        return typed ? *std::move(typed) : core::SecretText();
    };
    auto const passphrase = ask("New passphrase");
    auto hash = newPassphrase(passphrase.view());
    if (isTyped && !hash.matches(ask("Once more").view()))
        throw OperatorRefusal("differentPassphrases", "the two passphrases differ: nothing was changed");
    return hash;
}

QJsonObject jsonOf(Operator const& each) {
    QJsonArray roles;
    for (auto const role : namesOfRoles(each.roles))
        roles.append(ui::textOf(role));
    QJsonArray positions;
    for (auto const& position : each.positions)
        positions.append(ui::textOf(position.text()));
    return {{QStringLiteral("name"), ui::textOf(each.name)},
            {QStringLiteral("roles"), roles},
            {QStringLiteral("positions"), positions},
            {QStringLiteral("isActive"), each.isActive}};
}

void printOperator(Operator const& each, bool isJson) {
    if (isJson) {
        printJson(jsonOf(each));
        return;
    }
    QStringList roles;
    for (auto const role : namesOfRoles(each.roles))
        roles << ui::textOf(role);
    QStringList positions;
    for (auto const& position : each.positions)
        positions << ui::textOf(position.text());
    print(ui::textOf(each.name) + QStringLiteral("  ") + roles.join(QLatin1Char(','))
          + (positions.isEmpty() ? QString() : QStringLiteral("  at ") + positions.join(QLatin1Char(',')))
          + (each.isActive ? QString() : QStringLiteral("  (not active)")));
}

/// `operator WHAT --data DIR NAME`.
class OperatorArguments : public Arguments {
  public:
    OperatorArguments(QStringList const& rest, QString const& what, QString const& description)
        : Arguments(QStringLiteral("operator ") + what, description) {
        bool const isAdded = what == QStringLiteral("add");
        option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."));
        if (isAdded || what == QStringLiteral("roles"))
            option(
                QStringLiteral("roles"), QStringLiteral("ROLE,…"),
                QStringLiteral("call-taker, dispatcher, duty-officer, supervisor, arbiter, trainer, auditor, "
                               "admin."));
        if (isAdded || what == QStringLiteral("positions"))
            option(QStringLiteral("positions"), QStringLiteral("CODE,…"),
                   QStringLiteral("The only ones that the operator may work from; empty for any."));
        if (what != QStringLiteral("list")) {
            option(
                QStringLiteral("operator"), QStringLiteral("NAME"),
                QStringLiteral("Who does it, once somebody is in charge: a supervisor or administrator; for "
                               "the own passphrase anybody."));
            addPassphraseOption(*this);
            positional(QStringLiteral("name"), QStringLiteral("Of the operator."));
        }
        parse(rest);
    }
};

OperatorFile fileOf(Arguments const& arguments) {
    DeskFolder const folder(arguments.required(QStringLiteral("data")).toStdString());
    static_cast<void>(folder.realm()); // says what to do where there is no desk
    return OperatorFile(folder.path());
}

std::string nameOf(Arguments const& arguments) {
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("the name of one operator is wanted; see --help"));
    return core::normalise(arguments.rest().front().toStdString());
}

/// The first operators are made by whoever has the folder; once somebody is in charge he changes them, and
/// each the own passphrase.
void expectAllowed(Arguments const& arguments, bool isOwnEnough = false) {
    auto const name = nameOf(arguments);
    auto const list = fileOf(arguments).read();
    if (!list || !list->isInCharge()) return;
    auto const who = signInByPassphrase(arguments);
    if (!who || areInCharge(who->roles)) return;
    if (!isOwnEnough || core::foldCase(who->name) != core::foldCase(name))
        throw OperatorRefusal("notInCharge", ui::notInChargeText().toStdString());
}

/// Changes one operator and shows what became of it.
int changed(Arguments const& arguments,
            std::function<void(OperatorList&, std::string const&)> const& change) {
    auto const name = nameOf(arguments);
    auto const file = fileOf(arguments);
    file.change([&](OperatorList& list) { change(list, name); });
    if (auto const list = file.read())
        if (auto const* const now = list->find(name)) printOperator(*now, arguments.json());
    return exitDone;
}

/// Nobody is asked for a passphrase in vain, and nobody else waits while it is typed.
bool isThere(Arguments const& arguments) {
    auto const list = fileOf(arguments).read();
    return list && list->find(nameOf(arguments)) != nullptr;
}

int add(QStringList const& rest) {
    OperatorArguments const arguments(
        rest, QStringLiteral("add"),
        QStringLiteral("A person who may sign in at this desk. The passphrase is the first line of "
                       "standard input; on a terminal it is asked for and not shown."));
    auto const roles = rolesOf(arguments.required(QStringLiteral("roles")));
    auto const positions = positionsOf(arguments.value(QStringLiteral("positions")));
    expectAllowed(arguments);
    if (isThere(arguments))
        throw OperatorRefusal("nameTaken", "there is an operator " + nameOf(arguments) + " already");
    auto const passphrase = askNewPassphrase();
    return changed(arguments, [&](OperatorList& list, std::string const& name) {
        list.add({.name = name,
                  .roles = roles,
                  .passphrase = passphrase,
                  .isActive = true,
                  .positions = positions});
    });
}

int setRoles(QStringList const& rest) {
    OperatorArguments const arguments(
        rest, QStringLiteral("roles"),
        QStringLiteral("The roles that an operator has from the next sign-in on."));
    auto const roles = rolesOf(arguments.required(QStringLiteral("roles")));
    expectAllowed(arguments);
    return changed(arguments,
                   [&](OperatorList& list, std::string const& name) { list.setRoles(name, roles); });
}

int setPositions(QStringList const& rest) {
    OperatorArguments const arguments(
        rest, QStringLiteral("positions"),
        QStringLiteral("The positions that an operator may work from, from the next sign-in on."));
    auto const positions = positionsOf(arguments.required(QStringLiteral("positions")));
    expectAllowed(arguments);
    return changed(arguments,
                   [&](OperatorList& list, std::string const& name) { list.setPositions(name, positions); });
}

int setPassphrase(QStringList const& rest) {
    OperatorArguments const arguments(
        rest, QStringLiteral("passphrase"),
        QStringLiteral("A new passphrase: the first line of standard input, asked for on a terminal."));
    expectAllowed(arguments, true);
    if (!isThere(arguments))
        throw OperatorRefusal("unknownOperator", "there is no operator " + nameOf(arguments)
                                                     + "; oneboardctl operator list tells who there is");
    auto const passphrase = askNewPassphrase();
    return changed(arguments, [&](OperatorList& list, std::string const& name) {
        list.setPassphrase(name, passphrase);
    });
}

int setActive(QStringList const& rest, QString const& what, bool isActive) {
    OperatorArguments const arguments(
        rest, what,
        isActive ? QStringLiteral("An operator may sign in again.")
                 : QStringLiteral("An operator may not sign in any more; the name stays taken."));
    expectAllowed(arguments);
    return changed(arguments,
                   [&](OperatorList& list, std::string const& name) { list.setActive(name, isActive); });
}

int list(QStringList const& rest) {
    OperatorArguments const arguments(rest, QStringLiteral("list"),
                                      QStringLiteral("Who may sign in, and with which roles."));
    expectNoMore(arguments);
    auto const operators = fileOf(arguments).read();
    if (!operators) {
        if (!arguments.json())
            print(
                QStringLiteral("there are no operators yet: oneboardctl operator add, or the console's first "
                               "start"));
        return exitDone;
    }
    for (auto const& each : operators->all())
        printOperator(each, arguments.json());
    return exitDone;
}

} // namespace

int runOperator(QStringList const& arguments) {
    QString const what = arguments.isEmpty() ? QString() : arguments[0];
    if (what == QStringLiteral("add")) return add(arguments.mid(1));
    if (what == QStringLiteral("list")) return list(arguments.mid(1));
    if (what == QStringLiteral("passphrase")) return setPassphrase(arguments.mid(1));
    if (what == QStringLiteral("roles")) return setRoles(arguments.mid(1));
    if (what == QStringLiteral("positions")) return setPositions(arguments.mid(1));
    if (what == QStringLiteral("activate") || what == QStringLiteral("deactivate"))
        return setActive(arguments.mid(1), what, what == QStringLiteral("activate"));
    throwOrShowUsage(
        arguments,
        QStringLiteral("operator add|list|passphrase|roles|positions|activate|deactivate; each has --help"));
    return exitDone;
}

} // namespace ob::app
