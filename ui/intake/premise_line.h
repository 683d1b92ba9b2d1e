// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/hazard_chip.h"
#include "ui/panels/row_pen.h"

#include <QAbstractButton>

namespace ob::ui {

/// A place with hazards in two lines that can be clicked: the hazards, then its name, how far it is, and
/// whether the record can still be relied on.
class PremiseLine : public QAbstractButton {
    Q_OBJECT
  public:
    struct Words {
        std::vector<HazardChip> chips;
        std::vector<HazardChip> shortChips; ///< names alone, where there is no room for all details
        QString note;                       ///< where there is no chip
        QString name;
        QString away;
        QString standing; ///< empty: it can be relied on
        friend bool operator==(Words const&, Words const&) = default;
    };
    explicit PremiseLine(QWidget* parent = nullptr);
    void show(Words words, Theme theme);
    QSize sizeHint() const override { return {scaled(200), lineHeight()}; }
    QSize minimumSizeHint() const override { return {0, lineHeight()}; }

    static int lineHeight() { return scaled(44); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Words m_words;
    Theme m_theme = Theme::Night;
};

} // namespace ob::ui
