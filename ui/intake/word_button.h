// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace ob::ui {

/// A button of one line and one pixel; behind its text, muted, the key that does the same.
class WordButton : public QAbstractButton {
    Q_OBJECT
  public:
    explicit WordButton(QWidget* parent = nullptr);
    void name(QString const& text, QString const& key = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_key;
};

} // namespace ob::ui
