// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace ob::ui {

/// Buttons beside each other, in as many rows as the width asks for. Hidden ones take no room.
class WrapLayout final : public QLayout {
    Q_OBJECT
  public:
    explicit WrapLayout(QWidget* parent);
    ~WrapLayout() override;

    void insertWidget(std::size_t at, QWidget* widget);
    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(QRect const& where) override;

  private:
    enum class Placing : bool { Measured, Done };
    /// The height that it takes.
    int place(QRect const& where, Placing placing) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace ob::ui
