// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// How the page of ui/console/sign_in.h looks.
#include "ui/console/desk_plate.h"
#include "ui/console/flat_button.h"
#include "ui/console/form_field.h"
#include "ui/console/operator_rows.h"
#include "ui/console/role_choice.h"
#include "ui/console/sign_in.h"
#include "ui/text/sentence.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace ob::ui {
namespace {

class SignInPageText {
    Q_DECLARE_TR_FUNCTIONS(SignInPageText)
};

/// Sizes at 14 px text.
constexpr int formWidth = 416;
constexpr int plateWidth = 288;
constexpr int margin = 32;

} // namespace

void SignInPanel::build() {
    m_explanation = new QLabel(m_card);
    m_explanation->setWordWrap(true);
    m_name = new FormField(m_console, FormField::Kind::Text, m_card);
    m_rows = new OperatorRows(m_console, m_card);
    m_passphrase = new FormField(m_console, FormField::Kind::Secret, m_card);
    m_repeated = new FormField(m_console, FormField::Kind::Secret, m_card);
    m_position = new FormField(m_console, FormField::Kind::Text, m_card);
    m_position->line()->setMaxLength(static_cast<int>(core::Code::maxLength));
    m_roles = new RoleChoice(m_console, m_card);
    m_go = new FlatButton(FlatButton::Weight::Main, m_card);
    m_name->line()->setObjectName(QStringLiteral("name"));
    m_passphrase->line()->setObjectName(QStringLiteral("passphrase"));
    m_repeated->line()->setObjectName(QStringLiteral("repeated"));
    m_position->line()->setObjectName(QStringLiteral("position"));
    m_explanation->setObjectName(QStringLiteral("explanation"));

    auto* const form = new QVBoxLayout;
    form->setSpacing(12);
    form->addWidget(m_title);
    form->addWidget(m_explanation);
    form->addWidget(m_name);
    form->addWidget(m_rows);
    form->addWidget(m_passphrase);
    form->addWidget(m_repeated);
    form->addWidget(m_position);
    form->addWidget(m_roles);
    form->addStretch(1);
    form->addWidget(m_message);
    auto* const foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_go);
    form->addLayout(foot);

    auto* const columns = new QHBoxLayout(m_card);
    columns->setContentsMargins(margin, margin, margin, margin);
    columns->setSpacing(2 * margin);
    columns->addWidget(new DeskPlate(m_console, m_card));
    columns->addLayout(form);

    place();
}

void SignInPanel::dress() {
    QPalette look = dressCard();
    m_go->setFont(uiFont(pixels(), QFont::DemiBold));
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    m_explanation->setPalette(look);
    m_card->setFixedWidth((formWidth + plateWidth + 4 * margin) * pixels() / 14);
    m_card->findChild<DeskPlate*>()->setFixedWidth(plateWidth * pixels() / 14);
    m_card->setMinimumHeight(480 * pixels() / 14);
}

void SignInPanel::translate() {
    m_name->name(SignInPageText::tr("Operator"));
    m_passphrase->name(SignInPageText::tr("Passphrase"));
    m_repeated->name(SignInPageText::tr("Passphrase once more"));
    m_position->name(SignInPageText::tr("Position"));
    m_position->line()->setPlaceholderText(SignInPageText::tr("for example FD-1"));
    m_rows->setAccessibleName(SignInPageText::tr("Operators of this desk"));
    switch (m_step) {
    case Step::Asking: m_title->setText({}); break;
    case Step::SignIn:
        m_title->setText(SignInPageText::tr("Sign in"));
        m_go->setText(SignInPageText::tr("Sign in"));
        break;
    case Step::First:
        m_title->setText(SignInPageText::tr("First operator of this desk"));
        m_explanation->setText(SignInPageText::tr(
            "Nobody can sign in here yet. Whoever is made now gets all roles, also those of "
            "supervisor and administrator, and can take up fewer at each sign-in. Others are "
            "added with oneboardctl operator add."));
        m_go->setText(SignInPageText::tr("Make and sign in"));
        break;
    case Step::Unreadable:
        m_title->setText(SignInPageText::tr("Nobody can sign in"));
        m_explanation->setText(
            joined({SignInPageText::tr("The list of operators cannot be read, so nobody can be recognised."),
                    m_roster.reason}));
        m_go->setText(SignInPageText::tr("Try again"));
        break;
    }
    // Beside other layouts a label does not get the height that its lines want.
    m_explanation->setMinimumHeight(std::max(0, m_explanation->heightForWidth(formWidth * pixels() / 14)));
    setAccessibleName(m_title->text());
}

void SignInPanel::paintEvent(QPaintEvent* event) {
    SecretPage::paintEvent(event);
    QPainter painter(this);
    QRect const card = m_card->geometry();
    auto const* const plate = m_card->findChild<DeskPlate*>();
    int const between = card.left() + plate->geometry().right() + margin;
    painter.fillRect(QRect(between, card.top() + margin, 1, card.height() - 2 * margin),
                     tokens(m_console.theme()).line);
}

} // namespace ob::ui
