// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include <cstdint>

namespace ob::ui {

/// A word in a frame of one pixel; filled when it is what Enter does, on the ground of what is selected when
/// it is checked; behind the word, muted, the key that does the same. Sizes follow the font, colours the
/// palette.
class FlatButton : public QAbstractButton {
    Q_OBJECT
  public:
    enum class Weight : std::uint8_t { Main, Other };
    explicit FlatButton(Weight weight, QWidget* parent = nullptr);
    /// Its word and its key, also for a screen reader.
    void name(QString const& text, QString const& key = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    int padding() const;
    QFont keyFont() const;

    Weight m_weight;
    QString m_key;
};

} // namespace ob::ui
