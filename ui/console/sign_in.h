// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/secret_page.h"

namespace ob::ui {

class FlatButton;
class FormField;
class OperatorRows;
class RoleChoice;

/// A page of the whole window where somebody signs in: who, passphrase, position, which of the own roles.
/// Where nobody was ever made it makes the first operator. It begins anew each time it is shown. Both
/// borrowed things outlive it.
class SignInPanel : public SecretPage {
    Q_OBJECT
  public:
    SignInPanel(Console& console, OperatorPort& operators, QWidget* parent = nullptr);

  Q_SIGNALS:
    /// Name as the list has it, a position and roles that the operator has. Nothing else was done: the
    /// listener gives it to Console::signIn.
    void signedIn(ob::core::OperatorSession session);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    enum class Step : std::uint8_t { Asking, SignIn, First, Unreadable };

    void build();
    void begin();
    void take(OperatorRoster roster);
    void stand(Step step);
    void dress();
    void translate();
    void nameEdited();
    /// Offers the roles of whoever is called that, and a position where there is none that fits.
    void nameChosen();
    void positionEdited();
    void go();
    void checkPassphrase();
    void makeFirst();
    void heard(SignInAnswer const& answer);
    void heard(FirstOperatorAnswer const& answer);
    void accept(SignInAnswer const& who);
    /// Those of whoever is called that, when what was typed is none of them; else null.
    std::vector<core::Code> const* otherPositions() const;
    /// Puts the focus on the first field that lacks something; false when none does.
    bool focusMissing();
    /// What an answer is told to, as long as the page is there and nothing else was begun.
    template<class Answer>
    std::function<void(Answer)> later(void (SignInPanel::*hear)(Answer));
    void hearRoster(OperatorRoster roster) { take(std::move(roster)); }
    void hearSignIn(SignInAnswer answer) { heard(answer); }
    void hearFirst(FirstOperatorAnswer answer) { heard(answer); }

    OperatorRoster m_roster;
    Step m_step = Step::Asking;

    QLabel* m_explanation;
    FormField* m_name;
    OperatorRows* m_rows;
    FormField* m_passphrase;
    FormField* m_repeated;
    FormField* m_position;
    RoleChoice* m_roles;
    FlatButton* m_go;
};

} // namespace ob::ui
