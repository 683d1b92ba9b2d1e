// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rules/sop_book.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace ob::ui {

class Console;

/// The card of a type: what to ask, to say and to send; lines are ticked off for oneself alone.
class SopPanel : public QWidget {
    Q_OBJECT
  public:
    SopPanel(Console& console, core::SopBook const& cards, QWidget* parent = nullptr);
    /// Null: no type yet.
    void show(core::IncidentType const* type, QStringList const& ticked);
    void retranslate();

  Q_SIGNALS:
    /// By its English words, which do not change with the language.
    void ticked(QString const& line, bool isTicked);

  private:
    void build(core::SopCard const& card);
    void addList(QString const& title, std::vector<core::Names> const& lines);

    Console& m_console;
    core::SopBook const& m_cards;
    core::SopCard const* m_card = nullptr;
    QStringList m_ticked;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_lines = nullptr;
};

} // namespace ob::ui
