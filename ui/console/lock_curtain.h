// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/secret_page.h"

namespace ob::ui {

class FlatButton;
class FormField;

/// Covers what is personal while somebody is away, and says who that is. Whoever places it lays it over the
/// working area only: alarms and the clock stay in sight. Hidden unless it is locked. Both borrowed things
/// outlive it.
class LockCurtain : public SecretPage {
    Q_OBJECT
  public:
    LockCurtain(Console& console, OperatorPort& operators, QWidget* parent = nullptr);

    /// Shows it above its siblings, with the focus on the passphrase. The session stays that of the console.
    void lock(core::OperatorSession session);
    bool isLocked() const { return m_session.has_value(); }

  Q_SIGNALS:
    /// Whoever locked it is back; it is hidden again. Roles that the operator has lost meanwhile are gone
    /// from the console's session.
    void unlocked();
    /// Somebody else wants to work: the listener shows the SignInPanel, and calls `release` when that is
    /// done.
    void changeWanted();

  public Q_SLOTS:
    /// Another operator has signed in.
    void release();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void dress();
    void translate();
    void go();
    void heard(SignInAnswer const& answer);

    std::optional<core::OperatorSession> m_session;
    core::Instant m_since;
    QLabel* m_who;
    FormField* m_passphrase;
    FlatButton* m_go;
    FlatButton* m_change;
};

} // namespace ob::ui
