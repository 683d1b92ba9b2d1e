// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.h"
#include "ui/console/console.h"

#include <QLineEdit>
#include <QWidget>

namespace ob::ui {

/// One line to type in, its name above it, a remark beside the name. Sizes follow the font.
class FormField : public QWidget {
    Q_OBJECT
  public:
    enum class Kind : std::uint8_t { Text, Secret };
    FormField(Console& console, Kind kind, QWidget* parent = nullptr);

    /// Also what a screen reader says.
    void name(QString const& label);
    /// A few words about what is typed; empty: none.
    void remark(QString const& words);
    QString const& remark() const { return m_remark; }

    QLineEdit* line() { return m_line; }
    QString text() const { return m_line->text(); }
    /// What was typed; the field is empty afterwards. Qt may have kept copies of its own.
    core::SecretText takeSecret();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

  Q_SIGNALS:
    void entered();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void dress();
    QRect box() const;
    void noteCapsLock(class QKeyEvent const& event);
    void showCapsLock(bool isOn);

    Console& m_console;
    Kind m_kind;
    QLineEdit* m_line;
    QString m_name;
    QString m_remark;
    bool m_isCapsLockOn = false;
};

} // namespace ob::ui
