// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/sign_in.h"

#include "core/text.h"
#include "ui/console/flat_button.h"
#include "ui/console/form_field.h"
#include "ui/console/operator_rows.h"
#include "ui/console/role_choice.h"
#include "ui/text/sentence.h"
#include "ui/text/sign_in_text.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>

namespace ob::ui {
namespace {

class SignInPageText {
    Q_DECLARE_TR_FUNCTIONS(SignInPageText)
};

} // namespace

SignInPanel::SignInPanel(Console& console, OperatorPort& operators, QWidget* parent)
    : SecretPage(console, operators, parent) {
    build();
    for (auto* const field : {m_name, m_passphrase, m_repeated, m_position})
        connect(field, &FormField::entered, this, &SignInPanel::go);
    m_name->line()->installEventFilter(this);
    connect(m_name->line(), &QLineEdit::textEdited, this, &SignInPanel::nameEdited);
    connect(m_position->line(), &QLineEdit::textEdited, this, &SignInPanel::positionEdited);
    connect(m_rows, &OperatorRows::picked, this, [this](QString const& name) {
        m_name->line()->setText(name);
        nameEdited();
        m_passphrase->setFocus(Qt::OtherFocusReason);
    });
    connect(m_go, &FlatButton::clicked, this, &SignInPanel::go);
    connect(&console, &Console::themeChanged, this, &SignInPanel::dress);
    dress();
    translate();
    stand(Step::Asking);
}

template<class Answer>
std::function<void(Answer)> SignInPanel::later(void (SignInPanel::*hear)(Answer)) {
    return [self = QPointer(this), round = m_round, hear](Answer answer) {
        if (self && self->m_round == round) (self->*hear)(std::move(answer));
    };
}

void SignInPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!event->spontaneous()) begin();
}

/// Nobody finds what somebody else has typed.
void SignInPanel::hideEvent(QHideEvent* event) {
    if (!event->spontaneous()) {
        ++m_round;
        for (auto* const field : {m_passphrase, m_repeated})
            static_cast<void>(field->takeSecret());
    }
    QWidget::hideEvent(event);
}

void SignInPanel::begin() {
    startRound();
    for (auto* const field : {m_name, m_passphrase, m_repeated})
        field->line()->setText({});
    say({});
    stand(Step::Asking);
    m_operators.list(later(&SignInPanel::hearRoster));
}

void SignInPanel::take(OperatorRoster roster) {
    m_roster = std::move(roster);
    m_rows->show(m_roster.active);
    m_position->line()->setText(m_roster.lastPosition);
    positionEdited();
    if (m_roster.state == OperatorRoster::State::Unreadable) {
        stand(Step::Unreadable);
        return;
    }
    bool const isFirst = m_roster.state == OperatorRoster::State::Empty;
    if (!isFirst && m_rows->find(m_roster.lastName) != nullptr) m_name->line()->setText(m_roster.lastName);
    stand(isFirst ? Step::First : Step::SignIn);
    nameEdited();
    auto* const first = m_name->text().isEmpty() ? m_name : m_passphrase;
    first->setFocus(Qt::OtherFocusReason);
}

void SignInPanel::stand(Step step) {
    m_step = step;
    bool const isForm = step == Step::SignIn || step == Step::First;
    for (QWidget* const part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_passphrase),
                                static_cast<QWidget*>(m_position)})
        part->setVisible(isForm);
    m_rows->setVisible(step == Step::SignIn);
    m_roles->setVisible(step == Step::SignIn);
    m_repeated->setVisible(step == Step::First);
    m_explanation->setVisible(step == Step::First || step == Step::Unreadable);
    m_go->setVisible(step != Step::Asking);
    translate();
}

void SignInPanel::nameEdited() {
    m_rows->filter(m_name->text().simplified());
    nameChosen();
}

void SignInPanel::nameChosen() {
    auto const* const entry = m_rows->find(m_name->text());
    m_roles->offer(entry != nullptr ? entry->roles : 0);
    if (auto const* const positions = otherPositions())
        m_position->line()->setText(textOf(positions->front().text()));
    positionEdited();
}

std::vector<core::Code> const* SignInPanel::otherPositions() const {
    auto const* const entry = m_rows->find(m_name->text());
    if (entry == nullptr || entry->positions.empty()) return nullptr;
    auto const typed = core::Code::of(m_position->text().trimmed().toStdString());
    return typed && mayTake(entry->positions, *typed) ? nullptr : &entry->positions;
}

void SignInPanel::positionEdited() {
    constexpr std::size_t shownPositions = 4;
    QString const typed = m_position->text().trimmed();
    QString remark;
    if (!typed.isEmpty() && !core::Code::of(typed.toStdString()))
        remark = SignInPageText::tr("letters, digits and - . _ / only");
    else if (auto const* const positions = otherPositions()) {
        QStringList shown;
        for (auto const& each : *positions)
            if (static_cast<std::size_t>(shown.size()) < shownPositions) shown << textOf(each.text());
        if (positions->size() > shownPositions) shown << QStringLiteral("…");
        remark = filled(SignInPageText::tr("only %1"), {listed(shown)});
    }
    m_position->remark(remark);
}

bool SignInPanel::focusMissing() {
    bool const isFirst = m_step == Step::First;
    FormField* missing = nullptr;
    if (m_name->text().simplified().isEmpty())
        missing = m_name;
    else if (m_passphrase->text().isEmpty())
        missing = m_passphrase;
    else if (isFirst && m_repeated->text().isEmpty())
        missing = m_repeated;
    else if (!core::Code::of(m_position->text().trimmed().toStdString()) || otherPositions() != nullptr)
        missing = m_position;
    if (missing == nullptr) return false;
    if (missing == m_position && m_position->line()->hasFocus())
        say(otherPositions() != nullptr ? positionNotHeldText(*otherPositions())
                                        : SignInPageText::tr("A position is wanted: the post that the work "
                                                             "belongs to, such as FD-1."));
    missing->setFocus(Qt::OtherFocusReason);
    return true;
}

void SignInPanel::go() {
    if (m_isBusy || m_step == Step::Asking) return;
    if (m_step == Step::Unreadable) {
        begin();
        return;
    }
    if (isWaiting() || focusMissing()) return;
    if (m_step == Step::First)
        makeFirst();
    else
        checkPassphrase();
}

void SignInPanel::checkPassphrase() {
    if (m_roles->offered() != 0 && m_roles->chosen() == 0) {
        say(SignInPageText::tr("At least one role is taken up."));
        return;
    }
    m_isBusy = true;
    say(SignInPageText::tr("Checking …"));
    m_operators.check(core::normalise(m_name->text().toStdString()), m_passphrase->takeSecret(),
                      later(&SignInPanel::hearSignIn));
}

void SignInPanel::makeFirst() {
    auto passphrase = m_passphrase->takeSecret();
    if (passphrase.view() != m_repeated->takeSecret().view()) {
        say(SignInPageText::tr("The two passphrases differ. Type both again."));
        m_passphrase->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_isBusy = true;
    say(SignInPageText::tr("Saving …"));
    m_operators.makeFirst(core::normalise(m_name->text().toStdString()), std::move(passphrase),
                          later(&SignInPanel::hearFirst));
}

void SignInPanel::heard(SignInAnswer const& answer) {
    m_isBusy = false;
    if (answer.outcome == SignInAnswer::Outcome::Accepted) {
        accept(answer);
        return;
    }
    waitAfter(answer);
    say(signInText(answer));
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void SignInPanel::heard(FirstOperatorAnswer const& answer) {
    using Outcome = FirstOperatorAnswer::Outcome;
    m_isBusy = false;
    if (answer.outcome == Outcome::Made) {
        accept({.name = answer.name, .roles = answer.roles});
        return;
    }
    if (answer.outcome == Outcome::NotFirst) begin();
    say(firstOperatorText(answer));
    auto* const wrong = answer.outcome == Outcome::BadName ? m_name : m_passphrase;
    wrong->setFocus(Qt::OtherFocusReason);
}

/// A name that the list does not show yet brings all its roles.
void SignInPanel::accept(SignInAnswer const& who) {
    bool const hasChosen = m_step == Step::SignIn && m_roles->offered() != 0;
    auto const taken = static_cast<std::uint8_t>(hasChosen ? who.roles & m_roles->chosen() : who.roles);
    auto const position = *core::Code::of(m_position->text().trimmed().toStdString());
    bool const isHeld = mayTake(who.positions, position);
    if (taken == 0 || !isHeld) {
        begin();
        say(isHeld ? SignInPageText::tr("The roles of this operator have changed. Choose again.")
                   : positionNotHeldText(who.positions));
        return;
    }
    std::string const name = who.name.toStdString();
    m_operators.remember(name, position);
    say({});
    Q_EMIT signedIn({.operatorName = name, .position = position, .roles = taken});
}

bool SignInPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || m_step != Step::SignIn)
        return QWidget::eventFilter(watched, event);
    auto const key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up) return QWidget::eventFilter(watched, event);
    QString const name = m_rows->move(key == Qt::Key_Down ? 1 : -1);
    m_name->line()->setText(name);
    nameChosen();
    return true;
}

void SignInPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        translate();
        positionEdited();
        say({});
    }
    if (event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
