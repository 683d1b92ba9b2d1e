// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_form.h"

#include "core/rules/rule_book.h"
#include "ui/console/console.h"
#include "ui/intake/call_fields.h"
#include "ui/intake/call_reading.h"
#include "ui/intake/place_line.h"
#include "ui/intake/priority_row.h"
#include "ui/intake/suggesting_edit.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

class CallFormText {
    Q_DECLARE_TR_FUNCTIONS(CallFormText)
};

} // namespace

CallForm::CallForm(Console& console, QWidget* ground, QWidget* parent)
    : QWidget(parent), m_console(console), m_fields(std::make_unique<CallFields>(this)) {
    auto& f = *m_fields;
    f.type->suggest(
        [this](QString const& typed) {
            m_types = typeChoices(typed, m_console);
            return linesOf(m_types);
        },
        ground);
    f.place->suggest(
        [this](QString const& typed) {
            m_places = placeChoices(typed, m_console);
            return linesOf(m_places);
        },
        ground);
    f.units->suggest(
        [this](QString const& typed) {
            m_units = unitChoices(typed, readingOf(m_call, m_console), m_console);
            return linesOf(m_units);
        },
        ground);
    wire();
    use(console.theme());
    retranslate();
}

CallForm::~CallForm() = default;

void CallForm::wire() {
    auto& f = *m_fields;
    connect(f.type, &SuggestingEdit::taken, this, &CallForm::takeType);
    connect(f.type, &QLineEdit::editingFinished, this, &CallForm::settleType);
    connect(f.place, &SuggestingEdit::taken, this, &CallForm::takePlace);
    connect(f.place, &QLineEdit::textEdited, this, &CallForm::typePlace);
    connect(f.place, &QLineEdit::editingFinished, this, &CallForm::settlePlace);
    connect(f.units, &SuggestingEdit::taken, this, &CallForm::takeUnit);
    for (QLineEdit* const edit :
         {static_cast<QLineEdit*>(f.type), f.phone, f.name, static_cast<QLineEdit*>(f.units), f.receivedAt})
        connect(edit, &QLineEdit::textEdited, this, &CallForm::takeUp);
    connect(f.said, &QPlainTextEdit::textChanged, this, &CallForm::takeUp);
    connect(f.channel, &QComboBox::currentIndexChanged, this, &CallForm::takeUp);
    connect(f.priority, &PriorityRow::changed, this, &CallForm::takeUp);
    connect(f.placeLine, &PlaceLine::kept, this, &CallForm::keepPlace);
    connect(f.placeLine, &PlaceLine::dropped, this, &CallForm::dropPlace);
    connect(f.placeLine, &PlaceLine::mapWanted, this, &CallForm::mapWanted);
    for (auto* const edit : {f.type, f.place, f.units})
        connect(edit, &SuggestingEdit::finished, this, [this] { focusNextChild(); });
    for (auto* const edit : {f.phone, f.name, f.receivedAt})
        connect(edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
}

void CallForm::show(CallDraft call) {
    m_call = std::move(call);
    auto& f = *m_fields;
    m_isShowing = true;
    f.type->setText(m_call.type);
    f.place->setText(m_call.address);
    f.phone->setText(m_call.phone);
    f.name->setText(m_call.name);
    f.channel->setCurrentIndex(f.channel->findData(static_cast<int>(m_call.channel)));
    f.said->setPlainText(m_call.said);
    f.units->setText(m_call.units);
    f.receivedAt->setText(m_call.receivedAt);
    m_isShowing = false;
    restate();
}

/// What the widgets alone know; the point is kept beside them.
void CallForm::takeUp() {
    if (m_isShowing) return;
    auto const& f = *m_fields;
    m_call.type = f.type->text();
    m_call.address = f.place->text();
    m_call.priority = f.priority->chosen();
    m_call.phone = f.phone->text();
    m_call.name = f.name->text();
    m_call.channel = static_cast<core::Channel>(f.channel->currentData().toInt());
    m_call.said = f.said->toPlainText();
    m_call.units = f.units->text();
    m_call.receivedAt = f.receivedAt->text();
    if (!m_call.isEmpty() && m_call.begunAt == core::Instant{}) m_call.begunAt = m_console.now();
    restate();
    Q_EMIT edited();
}

void CallForm::restate() {
    auto& f = *m_fields;
    auto const* const type = m_console.rules().findType(m_call.type.toStdString());
    std::optional<core::Priority> ofType;
    if (type) ofType = static_cast<core::Priority>(std::clamp(type->defaultPriority, 1, 4));
    f.priority->show(m_call.priority, ofType);
    f.priorityHint->setText(m_call.priority ? CallFormText::tr("set by hand")
                            : ofType        ? CallFormText::tr("as the type has it")
                                            : QString());
    auto const reading = readingOf(m_call, m_console);
    bool const isFixed = m_call.place && reading.place == m_call.place; // no degrees were typed since
    f.placeLine->show(
        {.point = reading.place, .context = reading.placeContext, .asks = isFixed && m_call.isPlaceInDoubt});
}

void CallForm::typePlace() {
    auto const typed = m_fields->place->text();
    if (m_call.place && !m_call.placeOf.isEmpty()) m_call.isPlaceInDoubt = typed != m_call.placeOf;
    takeUp();
}

void CallForm::settlePlace() {
    // An address that was written to a point of the map belongs to it from now on.
    if (m_call.place && m_call.placeOf.isEmpty()) m_call.placeOf = m_call.address;
}

void CallForm::settleType() {
    auto const* const type = m_console.rules().findType(m_call.type.toStdString());
    if (!type || m_call.type == nameIn(type->name)) return;
    m_fields->type->setText(nameIn(type->name));
    takeUp();
}

void CallForm::takeType(std::size_t index) {
    m_fields->type->setText(nameIn(m_types.at(index).type->name));
    takeUp();
}

void CallForm::takePlace(std::size_t index) {
    PlaceChoice const& choice = m_places.at(index);
    m_call.place = choice.point;
    m_call.placeOf = choice.address;
    m_call.placeContext = choice.context;
    m_call.isPlaceInDoubt = false;
    m_fields->place->setText(choice.address);
    takeUp();
}

void CallForm::takeUnit(std::size_t index) {
    m_fields->units->setText(withLastUnit(m_fields->units->text(), m_units.at(index).callsign));
    takeUp();
}

void CallForm::fixPlace(core::GeoPoint point) {
    m_call.place = point;
    m_call.placeOf = m_call.address;
    m_call.placeContext.clear();
    m_call.isPlaceInDoubt = false;
    takeUp();
}

void CallForm::keepPlace() {
    if (!m_call.place) return;
    m_call.placeOf = m_call.address;
    m_call.isPlaceInDoubt = false;
    takeUp();
}

void CallForm::dropPlace() {
    m_call.place.reset();
    m_call.placeOf.clear();
    m_call.placeContext.clear();
    m_call.isPlaceInDoubt = false;
    takeUp();
}

void CallForm::choose(core::Priority priority) { m_fields->priority->choose(priority); }

void CallForm::join(core::IncidentId incident) {
    m_call.joins = incident;
    takeUp();
}

void CallForm::tick(QString const& line, bool isTicked) {
    m_call.ticked.removeAll(line);
    if (isTicked) m_call.ticked.push_back(line);
    takeUp();
}

void CallForm::awaitMap(bool isWaiting) { m_fields->placeLine->awaitMap(isWaiting); }

void CallForm::show(CallReading const& reading, bool saysMissing) {
    for (auto const& [field, label] : m_fields->faults) {
        auto const wrong = reading.wrong.find(field);
        auto const missing = reading.missing.find(field);
        QString text;
        if (wrong != reading.wrong.end() && (saysMissing || !m_fields->editorOf(field)->hasFocus()))
            text = wrong->second;
        else if (saysMissing && missing != reading.missing.end())
            text = missing->second;
        label->setText(text);
        label->setVisible(!text.isEmpty());
        m_fields->editorOf(field)->setToolTip(text);
    }
}

void CallForm::focusOn(IntakeField field) { m_fields->editorOf(field)->setFocus(Qt::OtherFocusReason); }

void CallForm::lock(bool isLocked) {
    auto& f = *m_fields;
    for (QLineEdit* const edit : {static_cast<QLineEdit*>(f.type), static_cast<QLineEdit*>(f.place), f.phone,
                                  f.name, static_cast<QLineEdit*>(f.units), f.receivedAt})
        edit->setReadOnly(isLocked);
    f.said->setReadOnly(isLocked);
}

void CallForm::use(Theme theme) { m_fields->priority->use(theme); }

bool CallForm::closeLists() {
    bool wasOpen = false;
    for (auto* const edit : {m_fields->type, m_fields->place, m_fields->units}) {
        wasOpen = wasOpen || edit->isListOpen();
        edit->closeList();
    }
    return wasOpen;
}

void CallForm::retranslate() {
    auto const* const type = m_console.rules().findType(m_call.type.toStdString());
    m_isShowing = true;
    m_fields->retranslate();
    m_isShowing = false;
    if (type) m_call.type = nameIn(type->name);
    show(m_call);
}

} // namespace ob::ui
