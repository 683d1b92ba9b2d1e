// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_fields.h"

#include "ui/intake/channel_choice.h"
#include "ui/intake/field_frame.h"
#include "ui/intake/heading.h"
#include "ui/intake/place_line.h"
#include "ui/intake/priority_row.h"
#include "ui/intake/suggesting_edit.h"
#include "ui/panels/row_pen.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ob::ui {
namespace {

class FieldText {
    Q_DECLARE_TR_FUNCTIONS(CallForm)
  public:
    static QString label(IntakeField field) {
        switch (field) {
        case IntakeField::Type: return tr("Type");
        case IntakeField::Place: return tr("Place");
        case IntakeField::Priority: return tr("Priority");
        case IntakeField::Phone: return tr("Caller");
        case IntakeField::Name: return tr("Name");
        case IntakeField::Channel: return tr("Channel");
        case IntakeField::Said: return tr("Said");
        case IntakeField::Units: return tr("Units");
        case IntakeField::ReceivedAt: return tr("Received");
        }
        return {};
    }
    static QString typeHint() { return tr("what has happened"); }
    static QString placeHint() { return tr("address, or degrees"); }
    static QString phoneHint() { return tr("number"); }
    static QString nameHint() { return tr("name"); }
    static QString saidHint() { return tr("what was said"); }
    static QString unitsHint() { return tr("to send at once"); }
    static QString timeHint() { return QStringLiteral("@2140"); }
    static QString typeName() { return tr("Type of incident"); }
    static QString phoneName() { return tr("Number of the caller"); }
    static QString nameName() { return tr("Name of the caller"); }
    static QString saidName() { return tr("What was said"); }
    static QString unitsName() { return tr("Units to send at once"); }
    static QString timeName() { return tr("Received at, when entered late"); }
};

QLineEdit* plainEdit() {
    auto* const edit = new QLineEdit;
    edit->setFrame(false);
    return edit;
}

QWidget* framed(QWidget* editor, int lines = 1) { return new FieldFrame(editor, lines); }

QWidget* beside(std::initializer_list<std::pair<QWidget*, int>> widgets) {
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (auto const& [widget, stretch] : widgets)
        layout->addWidget(widget, stretch);
    return row;
}

QLabel* mutedWords() {
    auto* const label = new QLabel;
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

CallFields::CallFields(QWidget* form)
    : type(new SuggestingEdit(SuggestingEdit::Preselect::First)),
      place(new SuggestingEdit(SuggestingEdit::Preselect::Nothing)), placeLine(new PlaceLine),
      priority(new PriorityRow), priorityHint(new MutedLabel), phone(plainEdit()), name(plainEdit()),
      channel(new ChannelChoice), said(new QPlainTextEdit),
      units(new SuggestingEdit(SuggestingEdit::Preselect::First)), receivedAt(plainEdit()),
      m_grid(new QGridLayout(form)) {
    said->setFrameShape(QFrame::NoFrame);
    said->setTabChangesFocus(true);
    said->document()->setDocumentMargin(0);
    auto* const grid = m_grid;
    grid->setContentsMargins(8, 4, 8, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    addRow(grid, IntakeField::Type, framed(type));
    addFault(grid, IntakeField::Type);
    addRow(grid, IntakeField::Place, framed(place));
    grid->addWidget(placeLine, grid->rowCount(), 1);
    addFault(grid, IntakeField::Place);
    addRow(grid, IntakeField::Priority, beside({{priority, 0}, {priorityHint, 1}}));
    addRow(grid, IntakeField::Phone, beside({{framed(phone), 1}, {framed(name), 1}}));
    addFault(grid, IntakeField::Phone);
    auto* const receivedLabel = mutedWords();
    labels[IntakeField::ReceivedAt] = receivedLabel;
    addRow(grid, IntakeField::Channel, framed(channel));
    addRow(grid, IntakeField::Said, framed(said, 2));
    labels[IntakeField::Said]->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    addRow(grid, IntakeField::Units,
           beside({{framed(units), 1}, {receivedLabel, 0}, {framed(receivedAt), 0}}));
    addFault(grid, IntakeField::Units);
    addFault(grid, IntakeField::ReceivedAt);
}

void CallFields::addRow(QGridLayout* grid, IntakeField first, QWidget* content) {
    auto* const label = mutedWords();
    labels[first] = label;
    int const row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(content, row, 1);
}

void CallFields::addFault(QGridLayout* grid, IntakeField field) {
    auto* const fault = new QLabel;
    fault->setWordWrap(true);
    fault->setTextFormat(Qt::PlainText);
    fault->hide();
    faults[field] = fault;
    grid->addWidget(fault, grid->rowCount(), 1);
}

/// Every size goes with the scale of text.
void CallFields::refit() {
    m_grid->setColumnMinimumWidth(0, scaled(64));
    for (auto* const frame : m_grid->parentWidget()->findChildren<FieldFrame*>())
        frame->refit();
    receivedAt->parentWidget()->setFixedWidth(scaled(72));
    for (auto const& [field, label] : faults)
        label->setFont(panelFont(12, QFont::DemiBold));
}

void CallFields::retranslate() {
    refit();
    for (auto const& [field, label] : labels)
        label->setText(FieldText::label(field));
    type->setPlaceholderText(FieldText::typeHint());
    place->setPlaceholderText(FieldText::placeHint());
    phone->setPlaceholderText(FieldText::phoneHint());
    name->setPlaceholderText(FieldText::nameHint());
    said->setPlaceholderText(FieldText::saidHint());
    units->setPlaceholderText(FieldText::unitsHint());
    receivedAt->setPlaceholderText(FieldText::timeHint());
    type->setAccessibleName(FieldText::typeName());
    place->setAccessibleName(FieldText::label(IntakeField::Place));
    phone->setAccessibleName(FieldText::phoneName());
    name->setAccessibleName(FieldText::nameName());
    channel->setAccessibleName(FieldText::label(IntakeField::Channel));
    said->setAccessibleName(FieldText::saidName());
    units->setAccessibleName(FieldText::unitsName());
    receivedAt->setAccessibleName(FieldText::timeName());
    static_cast<ChannelChoice*>(channel)->retranslate();
    priority->retranslate();
    placeLine->retranslate();
}

QWidget* CallFields::editorOf(IntakeField field) const {
    switch (field) {
    case IntakeField::Type: return type;
    case IntakeField::Place: return place;
    case IntakeField::Priority: return priority;
    case IntakeField::Phone: return phone;
    case IntakeField::Name: return name;
    case IntakeField::Channel: return channel;
    case IntakeField::Said: return said;
    case IntakeField::Units: return units;
    case IntakeField::ReceivedAt: return receivedAt;
    }
    return type;
}

} // namespace ob::ui
