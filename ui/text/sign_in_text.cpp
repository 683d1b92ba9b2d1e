// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/sign_in_text.h"

#include "ui/text/argument_text.h"
#include "ui/text/phrase.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class SignInText {
    Q_DECLARE_TR_FUNCTIONS(SignInText)
  public:
    static QString unreadable() {
        return tr("The list of operators cannot be read. Nobody can sign in until it is restored.");
    }
    static QString wrong() { return tr("Name or passphrase is wrong."); }
    static QString wait(QString const& time) {
        return filled(tr("Too many wrong attempts for this name. The next one is taken in %1."), {time});
    }
    static QString of(FirstOperatorAnswer const& answer) {
        using Outcome = FirstOperatorAnswer::Outcome;
        switch (answer.outcome) {
        case Outcome::Made: return {};
        case Outcome::NotFirst: return tr("Somebody was made meanwhile. Sign in with that name.");
        case Outcome::BadName: return tr("A name is one line of at most 256 bytes.");
        case Outcome::BadPassphrase:
            return filled(tr("A passphrase has at least %1 characters."),
                          {QString::number(minPassphraseLength)});
        case Outcome::Failed: return withRest(tr("The operator could not be saved"), answer.reason);
        }
        return {};
    }
};

} // namespace

QString waitText(core::Duration left) {
    auto const seconds = (left.milliseconds() + 999) / 1000;
    return SignInText::wait(QStringLiteral("%1:%2")
                                .arg(seconds / 60, 2, 10, QLatin1Char('0'))
                                .arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

QString signInText(SignInAnswer const& answer) {
    using Outcome = SignInAnswer::Outcome;
    switch (answer.outcome) {
    case Outcome::Accepted: return {};
    case Outcome::Wrong:
        if (answer.wait == core::Duration()) return SignInText::wrong();
        return joined({SignInText::wrong(), waitText(answer.wait)});
    case Outcome::Wait: return waitText(answer.wait);
    case Outcome::Unreadable: return joined({SignInText::unreadable(), answer.reason});
    }
    return {};
}

QString firstOperatorText(FirstOperatorAnswer const& answer) { return SignInText::of(answer); }

QString passphraseOfText(QString const& name) { return filled(SignInText::tr("Passphrase of %1"), {name}); }

QString signInRequiredText() {
    return SignInText::tr("This desk has operators. Say who you are with --operator NAME; the passphrase is "
                          "asked for, or read from --passphrase-file FILE.");
}

QString noPassphraseText() {
    return SignInText::tr(
        "There is no terminal to ask for the passphrase. Give --passphrase-file FILE, or the "
        "file's name in ONEBOARD_PASSPHRASE_FILE.");
}

QString rolesNotHeldText(std::uint8_t lacking, std::uint8_t held) {
    return filled(SignInText::tr("This operator does not have the role %1, only %2. Leave --role out, or ask "
                                 "a supervisor for the role."),
                  {listed(roleWords(lacking)), listed(roleWords(held))});
}

QString positionNotHeldText(std::vector<core::Code> const& held) {
    QStringList positions;
    for (auto const& each : held)
        positions << textOf(each.text());
    return filled(SignInText::tr("This operator works from %1 only. Choose one of them, or ask a supervisor "
                                 "for the position."),
                  {listed(positions)});
}

QString notInChargeText() {
    return SignInText::tr("Only a supervisor or an administrator changes operators; one's own passphrase "
                          "anybody may change.");
}

QString signInEndedText() {
    return SignInText::tr("This sign-in has ended: the shift is over, the desk was restarted or the operator "
                          "was changed. Sign in anew.");
}

QString noOperatorsText() {
    return SignInText::tr("This desk has no operators, so nobody signs in: names, positions and roles are "
                          "taken as they are said.");
}

} // namespace ob::ui
