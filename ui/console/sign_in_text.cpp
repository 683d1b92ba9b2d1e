// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/sign_in_text.h"

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
                          {QString::number(OperatorPort::minPassphrase)});
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

} // namespace ob::ui
