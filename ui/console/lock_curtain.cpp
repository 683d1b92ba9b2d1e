// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/lock_curtain.h"

#include "ui/console/flat_button.h"
#include "ui/console/form_field.h"
#include "ui/text/sentence.h"
#include "ui/text/sign_in_text.h"
#include "ui/text/time_text.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPointer>

namespace ob::ui {
namespace {

class LockText {
    Q_DECLARE_TR_FUNCTIONS(LockText)
};

} // namespace

LockCurtain::LockCurtain(Console& console, OperatorPort& operators, QWidget* parent)
    : SecretPage(console, operators, parent), m_who(new QLabel(m_card)),
      m_passphrase(new FormField(console, FormField::Kind::Secret, m_card)),
      m_go(new FlatButton(FlatButton::Weight::Main, m_card)),
      m_change(new FlatButton(FlatButton::Weight::Other, m_card)) {
    m_passphrase->line()->setObjectName(QStringLiteral("passphrase"));
    m_change->setObjectName(QStringLiteral("change"));
    auto* const form = new QVBoxLayout(m_card);
    form->setContentsMargins(32, 32, 32, 32);
    form->setSpacing(12);
    for (QWidget* const part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_who),
                                static_cast<QWidget*>(m_passphrase), static_cast<QWidget*>(m_message)})
        form->addWidget(part);
    auto* const foot = new QHBoxLayout;
    foot->addWidget(m_change);
    foot->addStretch(1);
    foot->addWidget(m_go);
    form->addLayout(foot);
    setTabOrder(m_passphrase->line(), m_go);
    setTabOrder(m_go, m_change);
    place();

    connect(m_passphrase, &FormField::entered, this, &LockCurtain::go);
    connect(m_go, &FlatButton::clicked, this, &LockCurtain::go);
    connect(m_change, &FlatButton::clicked, this, &LockCurtain::changeWanted);
    connect(&console, &Console::themeChanged, this, &LockCurtain::dress);
    dress();
    translate();
    hide();
}

void LockCurtain::lock(core::OperatorSession session) {
    startRound();
    m_session = std::move(session);
    m_since = m_console.now();
    m_passphrase->line()->setText({});
    say({});
    translate();
    show();
    raise();
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void LockCurtain::release() {
    startRound();
    m_session.reset();
    m_passphrase->line()->setText({});
    hide();
}

void LockCurtain::go() {
    if (!m_session || m_isBusy || isWaiting()) return;
    if (m_passphrase->text().isEmpty()) {
        m_passphrase->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_isBusy = true;
    say(LockText::tr("Checking …"));
    m_operators.check(m_session->operatorName, m_passphrase->takeSecret(),
                      [self = QPointer(this), round = m_round](SignInAnswer const& answer) {
                          if (self && self->m_round == round) self->heard(answer);
                      });
}

void LockCurtain::heard(SignInAnswer const& answer) {
    m_isBusy = false;
    if (answer.outcome == SignInAnswer::Outcome::Accepted) {
        auto session = *m_session;
        session.roles &= answer.roles;
        if (session.roles == 0) {
            say(LockText::tr("This operator has none of these roles any more. Sign in anew."));
            return;
        }
        if (!mayTake(answer.positions, session.position)) {
            say(positionNotHeldText(answer.positions));
            return;
        }
        release();
        if (session.roles != m_console.session().roles) m_console.signIn(std::move(session));
        Q_EMIT unlocked();
        return;
    }
    waitAfter(answer);
    // Here the name is not in question.
    bool const isPlainlyWrong =
        answer.outcome == SignInAnswer::Outcome::Wrong && answer.wait <= core::Duration();
    say(isPlainlyWrong ? LockText::tr("The passphrase is wrong.") : signInText(answer));
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void LockCurtain::dress() {
    QPalette look = dressCard();
    for (auto* const button : {m_go, m_change})
        button->setFont(uiFont(pixels(), QFont::DemiBold));
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    m_who->setPalette(look);
    m_card->setFixedWidth(480 * pixels() / 14);
}

void LockCurtain::translate() {
    setAccessibleName(LockText::tr("Locked"));
    m_passphrase->name(LockText::tr("Passphrase"));
    m_go->setText(LockText::tr("Go on"));
    m_change->setText(LockText::tr("Other operator"));
    if (!m_session) return;
    m_title->setText(filled(LockText::tr("Locked by %1"), {textOf(m_session->operatorName)}));
    m_who->setText(filled(LockText::tr("Position %1, since %2. Alarms go on."),
                          {textOf(m_session->position.text()), minuteText(m_since, m_console.zone())}));
}

void LockCurtain::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        translate();
        say({});
    }
    if (event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
