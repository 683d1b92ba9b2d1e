// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/console/own_layouts.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ob::ui {

/// The layouts that the operator at the desk has named: save the one that stands, use, rename, delete. Not
/// modal.
class LayoutPage : public QDialog {
    Q_OBJECT
  public:
    LayoutPage(Console& console, OwnLayouts& layouts, QWidget* parent);
    void open() override;

  Q_SIGNALS:
    /// The layout that stands is to be kept under this name.
    void saveWanted(QString const& name);
    void useWanted(QString const& name);
    /// Names came, went or changed.
    void changed();

  public Q_SLOTS:
    /// What came of what was asked, and the list as it is now.
    void tell(ob::ui::OwnLayouts::Answer answer);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void translate();
    void fill(QString const& chosen = {});
    void settle();
    void save();
    void use();
    void rename();
    void remove();
    QString person() const;
    QString chosen() const;

    Console& m_console;
    OwnLayouts& m_layouts;
    QLabel* m_told;
    QListWidget* m_list;
    QLineEdit* m_name;
    QPushButton* m_save;
    QPushButton* m_use;
    QPushButton* m_rename;
    QPushButton* m_remove;
    QString m_asked; ///< whose deletion waits for a second press
};

} // namespace ob::ui
