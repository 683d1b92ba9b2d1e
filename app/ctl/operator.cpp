// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/desk_folder.h"
#include "app/operator_file.h"
#include "app/operator_roles.h"
#include "core/crypto/secret_text.h"
#include "core/text.h"
#include "ui/text/sentence.h"

#include <QJsonArray>

#include <array>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace ob::app {
namespace {

/// What is typed is not seen as long as this lives; does nothing when no terminal is there.
class HiddenTyping {
  public:
    HiddenTyping() : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_isTerminal) return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping() {
        if (m_isTerminal) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    HiddenTyping(HiddenTyping const&) = delete;
    HiddenTyping& operator=(HiddenTyping const&) = delete;
    bool isTerminal() const { return m_isTerminal; }

  private:
    termios m_before{};
    bool m_isTerminal;
};

/// The next line of standard input, without its end.
core::SecretText readLine() {
    std::array<char, maxPassphrase + 2> line{};
    std::size_t size = 0;
    while (size < line.size() && caller().read({&line[size], 1}) == 1 && line[size] != '\n')
        ++size;
    if (size > 0 && line[size - 1] == '\r') --size;
    core::SecretText text(std::string_view(line.data(), size));
    core::wipe({reinterpret_cast<std::uint8_t*>(line.data()), line.size()});
    return text;
}

/// Twice on a terminal, where nobody sees it; once out of a pipe.
core::PassphraseHash askNewPassphrase() {
    HiddenTyping const hidden;
    auto const ask = [&](char const* prompt) {
        if (hidden.isTerminal()) printError("%s: ", prompt);
        return readLine();
    };
    auto const passphrase = ask("New passphrase");
    auto hash = newPassphrase(passphrase.view());
    if (hidden.isTerminal() && !hash.matches(ask("Once more").view()))
        throw OperatorRefusal("differentPassphrases", "the two passphrases differ: nothing was changed");
    return hash;
}

QJsonObject jsonOf(Operator const& each) {
    QJsonArray roles;
    for (auto const role : namesOfRoles(each.roles))
        roles.append(ui::textOf(role));
    return {{QStringLiteral("name"), ui::textOf(each.name)},
            {QStringLiteral("roles"), roles},
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
    print(ui::textOf(each.name) + QStringLiteral("  ") + roles.join(QLatin1Char(','))
          + (each.isActive ? QString() : QStringLiteral("  (not active)")));
}

/// `operator WHAT --data DIR NAME`.
class OperatorArguments : public Arguments {
  public:
    OperatorArguments(QStringList const& rest, QString const& what, QString const& description, bool hasRoles)
        : Arguments(QStringLiteral("operator ") + what, description) {
        option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."));
        if (hasRoles)
            option(
                QStringLiteral("roles"), QStringLiteral("ROLE,…"),
                QStringLiteral("call-taker, dispatcher, duty-officer, supervisor, arbiter, trainer, auditor, "
                               "admin."));
        if (what != QStringLiteral("list"))
            positional(QStringLiteral("name"), QStringLiteral("Of the operator."));
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
                       "standard input; on a terminal it is asked for and not shown."),
        true);
    auto const roles = rolesOf(arguments.required(QStringLiteral("roles")));
    if (isThere(arguments))
        throw OperatorRefusal("nameTaken", "there is an operator " + nameOf(arguments) + " already");
    auto const passphrase = askNewPassphrase();
    return changed(arguments, [&](OperatorList& list, std::string const& name) {
        list.add({.name = name, .roles = roles, .passphrase = passphrase, .isActive = true});
    });
}

int setRoles(QStringList const& rest) {
    OperatorArguments const arguments(
        rest, QStringLiteral("roles"),
        QStringLiteral("The roles that an operator has from the next sign-in on."), true);
    auto const roles = rolesOf(arguments.required(QStringLiteral("roles")));
    return changed(arguments,
                   [&](OperatorList& list, std::string const& name) { list.setRoles(name, roles); });
}

int setPassphrase(QStringList const& rest) {
    OperatorArguments const arguments(
        rest, QStringLiteral("passphrase"),
        QStringLiteral("A new passphrase: the first line of standard input, asked for on a terminal."),
        false);
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
                 : QStringLiteral("An operator may not sign in any more; the name stays taken."),
        false);
    return changed(arguments,
                   [&](OperatorList& list, std::string const& name) { list.setActive(name, isActive); });
}

int list(QStringList const& rest) {
    OperatorArguments const arguments(rest, QStringLiteral("list"),
                                      QStringLiteral("Who may sign in, and with which roles."), false);
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
    if (what == QStringLiteral("activate") || what == QStringLiteral("deactivate"))
        return setActive(arguments.mid(1), what, what == QStringLiteral("activate"));
    throwOrShowUsage(
        arguments, QStringLiteral("operator add|list|passphrase|roles|activate|deactivate; each has --help"));
    return exitDone;
}

} // namespace ob::app
