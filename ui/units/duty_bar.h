// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/unit.h"
#include "ui/console/console.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;

namespace ob::ui {

class FlatButton;
class LabelledField;

/// Available, on recall, out of service, off duty: for one unit on duty of this agency. Says lines of the
/// command language.
class DutyBar : public QWidget {
    Q_OBJECT
  public:
    explicit DutyBar(Console& console, QWidget* parent = nullptr);

    /// Never null.
    void show(std::shared_ptr<core::Unit const> unit);
    void translate();

  private:
    void makeAvailable();
    void putOnRecall();
    void takeOutOfService();
    void logOff();
    void refuse(QString const& words);
    QString callsign() const;

    Console& m_console;
    FlatButton* m_available;
    FlatButton* m_off;
    FlatButton* m_onRecall;
    LabelledField* m_recall;
    FlatButton* m_outOfService;
    QComboBox* m_reason;
    LabelledField* m_back;
    std::shared_ptr<core::Unit const> m_unit;
};

} // namespace ob::ui
