// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/verb.h"
#include "ui/console/action_registry.h"

#include <QDialog>

#include <optional>

class QTextBrowser;

namespace ob::ui {

/// All verbs and all shortcuts, from the tables that make them work. Not modal.
class HelpPage : public QDialog {
    Q_OBJECT
  public:
    HelpPage(ActionRegistry const& actions, QWidget* parent);
    /// Begins at this verb; all of them without one.
    void open(std::optional<core::Verb> verb);
    using QDialog::open;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void write();
    ActionRegistry const& m_actions;
    QTextBrowser* m_text;
};

} // namespace ob::ui
