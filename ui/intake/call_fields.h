// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/call_reading.h"

#include <map>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace ob::ui {

class PlaceLine;
class PriorityRow;
class SuggestingEdit;

/// The widgets of a call, laid out in the order of speech, which is the order of Tab as well. All belong to
/// the widget that they lie on.
struct CallFields {
    explicit CallFields(QWidget* form);
    void retranslate();
    QWidget* editorOf(IntakeField field) const;

    SuggestingEdit* type;
    SuggestingEdit* place;
    PlaceLine* placeLine;
    PriorityRow* priority;
    QLabel* priorityHint;
    QLineEdit* phone;
    QLineEdit* name;
    QComboBox* channel;
    QPlainTextEdit* said;
    SuggestingEdit* units;
    QLineEdit* receivedAt;
    std::map<IntakeField, QLabel*> labels; ///< at the left; not every field has one
    std::map<IntakeField, QLabel*> faults; ///< below the field; empty ones are hidden

  private:
    QGridLayout* m_grid;
    void refit();
    void addRow(QGridLayout* grid, IntakeField first, QWidget* content);
    void addFault(QGridLayout* grid, IntakeField field);
};

} // namespace ob::ui
