// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace ob::ui {

/// By which way a call came; the data of an entry is the core::Channel. What only imports use is not among
/// them.
class ChannelChoice : public QComboBox {
    Q_OBJECT
  public:
    explicit ChannelChoice(QWidget* parent = nullptr);
    void retranslate();

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ob::ui
