// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/intake_panel.h"

#include "core/language/duplicates.h"
#include "ui/console/console.h"
#include "ui/console/flat_button.h"
#include "ui/intake/call_form.h"
#include "ui/intake/call_tabs.h"
#include "ui/intake/duplicate_list.h"
#include "ui/intake/heading.h"
#include "ui/intake/premise_card.h"
#include "ui/intake/premise_history.h"
#include "ui/intake/premise_sheet.h"
#include "ui/intake/ring_back_list.h"
#include "ui/intake/sop_panel.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>

namespace ob::ui {
namespace {

class IntakePanelText {
    Q_DECLARE_TR_FUNCTIONS(IntakePanelText)
};

// Long enough to pass over the letters of one word.
constexpr int lookUpMilliseconds = 50;
constexpr int historyMilliseconds = 250;

} // namespace

IntakePanel::IntakePanel(Console& console, core::SopBook const& cards, DraftPort& drafts, QWidget* parent)
    : QWidget(parent), m_console(console), m_book(new CallBook(console, drafts, this)),
      m_history(new PremiseHistory(console, this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_lookUp.setSingleShot(true);
    m_lookUp.setInterval(lookUpMilliseconds);
    m_askHistory.setSingleShot(true);
    m_askHistory.setInterval(historyMilliseconds);
    build(cards);
    wire();
    for (auto* const child : m_form->findChildren<QWidget*>())
        child->installEventFilter(this);
    restyle();
    retranslate();
    turn();
}

/// While the fields go, the focus does.
IntakePanel::~IntakePanel() {
    disconnect(qApp, nullptr, this, nullptr);
    delete m_sheet;
}

void IntakePanel::wire() {
    connect(m_form, &CallForm::edited, this, &IntakePanel::takeUp);
    connect(m_form, &CallForm::mapWanted, this, &IntakePanel::askMap);
    connect(m_book, &CallBook::turned, this, &IntakePanel::turn);
    connect(m_book, &CallBook::restated, this, &IntakePanel::restate);
    connect(m_book, &CallBook::offerChanged, this, &IntakePanel::restateHeader);
    connect(m_history, &PremiseHistory::changed, m_premise, &PremiseCard::restate);
    connect(m_premise, &PremiseCard::chosen, this, [this](core::IncidentId incident, QString const& number) {
        if (!m_console.board().incident(incident))
            return m_console.propose(QStringLiteral("FIND ") + number, true);
        m_console.selectIncident(incident);
        m_console.flyTo(incident);
    });
    connect(m_premise, &PremiseCard::hazardsWanted, this, &IntakePanel::toggleHazards);
    connect(&m_console, &Console::premisesChanged, this, &IntakePanel::showHazards);
    connect(m_duplicates, &DuplicateList::chosen, this, &IntakePanel::join);
    connect(m_card, &SopPanel::ticked, m_form, &CallForm::tick);
    connect(m_newCall, &QAbstractButton::clicked, this, [this] { obey(IntakeKey::NewCall); });
    connect(m_restore, &QAbstractButton::clicked, m_book, &CallBook::restore);
    connect(m_discard, &QAbstractButton::clicked, m_book, &CallBook::discard);
    connect(m_save, &QAbstractButton::clicked, this, [this] { take(CallBook::Saving::Whole); });
    connect(m_dropped, &QAbstractButton::clicked, this, [this] { take(CallBook::Saving::Dropped); });
    connect(&m_lookUp, &QTimer::timeout, this, &IntakePanel::lookUp);
    connect(&m_askHistory, &QTimer::timeout, this, &IntakePanel::askHistory);
    connect(&m_console, &Console::boardChanged, this, [this] {
        m_lookUp.start();
        restate();
    });
    connect(&m_console, &Console::ticked, this, [this] {
        m_duplicates->restate();
        m_ringBacks->restate();
    });
    connect(&m_console, &Console::themeChanged, this, &IntakePanel::restyle);
    connect(&m_console, &Console::healthChanged, this, [this] { m_askHistory.start(); });
    connect(qApp, &QApplication::focusChanged, this, &IntakePanel::followFocus);
}

void IntakePanel::followFocus(QWidget* old, QWidget* now) {
    bool const isHere = now && isAncestorOf(now);
    bool const wasHere = old && isAncestorOf(old);
    if (isHere && !wasHere) m_cameFrom = old;
    if (isHere) m_lastHere = now;
    // What is wrong with a field is said when it is left.
    if (isHere || wasHere) m_form->show(m_book->reading(), m_book->current().tried.has_value());
}

void IntakePanel::start() {
    bool const goesOn = m_lastHere && m_lastHere->isVisible() && !m_book->current().call.isEmpty();
    if (goesOn)
        m_lastHere->setFocus(Qt::OtherFocusReason);
    else
        m_form->focusOn(IntakeField::Type);
}

void IntakePanel::setPlace(core::GeoPoint place) {
    m_form->awaitMap(false);
    m_form->fixPlace(place);
    m_form->focusOn(IntakeField::Place);
}

void IntakePanel::askMap() {
    m_form->awaitMap(true);
    Q_EMIT placeWanted();
}

bool IntakePanel::event(QEvent* event) {
    // Before menus and the shortcuts of other panels.
    if (event->type() == QEvent::ShortcutOverride && intakeKeyOf(*static_cast<QKeyEvent*>(event)))
        event->accept();
    return QWidget::event(event);
}

bool IntakePanel::eventFilter(QObject* watched, QEvent* event) {
    bool const isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto const key = intakeKeyOf(*static_cast<QKeyEvent*>(event));
    if (!key) return QWidget::eventFilter(watched, event);
    event->accept();
    if (!isOverride) obey(*key);
    return true;
}

void IntakePanel::keyPressEvent(QKeyEvent* event) {
    auto const key = intakeKeyOf(*event);
    if (key)
        obey(*key);
    else
        QWidget::keyPressEvent(event);
}

void IntakePanel::obey(IntakeKey key) {
    switch (key) {
    case IntakeKey::Save: return take(CallBook::Saving::Whole);
    case IntakeKey::Dropped: return take(CallBook::Saving::Dropped);
    case IntakeKey::Join: return joinFirst();
    case IntakeKey::P1: return m_form->choose(core::Priority::P1);
    case IntakeKey::P2: return m_form->choose(core::Priority::P2);
    case IntakeKey::P3: return m_form->choose(core::Priority::P3);
    case IntakeKey::P4: return m_form->choose(core::Priority::P4);
    case IntakeKey::KeepPoint: return m_form->keepPlace();
    case IntakeKey::DropPoint: return m_form->dropPlace();
    case IntakeKey::AskMap: return askMap();
    case IntakeKey::Hazards: return toggleHazards();
    case IntakeKey::NewCall: return m_book->begin();
    case IntakeKey::NextCall: return m_book->turnTo((m_book->index() + 1) % m_book->entries().size());
    case IntakeKey::PreviousCall:
        return m_book->turnTo((m_book->index() + m_book->entries().size() - 1) % m_book->entries().size());
    case IntakeKey::RestoreDrafts: return m_book->restore();
    case IntakeKey::Leave: return leave();
    }
}

void IntakePanel::take(CallBook::Saving saving) {
    m_form->closeLists();
    if (m_book->save(saving)) return;
    auto const reading = m_book->reading();
    for (auto const* const faults : {&reading.missing, &reading.wrong})
        if (!faults->empty()) return m_form->focusOn(faults->begin()->first);
}

void IntakePanel::leave() {
    m_form->awaitMap(false);
    if (m_form->closeLists()) return;
    if (m_sheet && m_sheet->isVisible()) return m_sheet->hide();
    if (m_cameFrom && m_cameFrom->isVisible())
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT left();
}

void IntakePanel::join(core::IncidentId incident) {
    m_form->join(m_book->current().call.joins == incident ? core::IncidentId{} : incident);
}

void IntakePanel::joinFirst() {
    if (m_lookUp.isActive()) lookUp();
    if (!m_book->current().call.joins.isNil())
        m_form->join({});
    else if (!m_duplicates->found().empty())
        m_form->join(m_duplicates->found().front().incident->id);
}

void IntakePanel::takeUp() {
    m_book->write(m_form->call());
    m_lookUp.start();
    m_askHistory.start();
}

void IntakePanel::turn() {
    m_form->show(m_book->current().call);
    m_form->awaitMap(false);
    if (m_lastHere && m_lastHere->hasFocus()) m_form->focusOn(IntakeField::Type);
    lookUp();
    askHistory();
    restate();
}

void IntakePanel::restate() {
    auto const& entry = m_book->current();
    auto const reading = m_book->reading();
    m_form->show(reading, entry.tried.has_value());
    m_form->lock(entry.isSaving);
    auto const* const type = entry.tried == CallBook::Saving::Dropped
                                 ? m_console.rules().findType(entry.call.type.toStdString())
                                 : reading.type;
    m_card->show(type, entry.call.ticked);
    m_tabs->restate();
    restateHeader();
    restateFoot();
}

void IntakePanel::restateHeader() {
    auto const& call = m_book->current().call;
    m_title->say(IntakePanelText::tr("Call intake"),
                 call.isEmpty()
                     ? QString()
                     : filled(IntakePanelText::tr("since %1"), {clockText(call.begunAt, m_console.zone())}));
    m_offer->setVisible(m_book->offer().has_value());
    if (m_book->offer())
        m_offerWords->setText(filled(IntakePanelText::tr("A draft of %1 is left."),
                                     {minuteText(m_book->offer()->keptAt, m_console.zone())}));
}

void IntakePanel::restateFoot() {
    auto const& entry = m_book->current();
    bool const joins = !entry.call.joins.isNil();
    Wording const wording = m_console.wording();
    QString const number = joins ? incidentName(entry.call.joins, wording) : QString();
    QString words = entry.refusal;
    if (entry.isSaving)
        words = IntakePanelText::tr("Saving …");
    else if (words.isEmpty() && joins)
        words = filled(IntakePanelText::tr("Goes to %1 as a further call. Alt+D: a new incident after all."),
                       {number});
    m_foot->setText(words);
    m_foot->setVisible(!words.isEmpty());
    m_save->name(joins ? IntakePanelText::tr("Add call") : IntakePanelText::tr("Open incident"),
                 QStringLiteral("Ctrl+Enter"));
    m_save->setEnabled(!entry.isSaving);
    m_dropped->setEnabled(!entry.isSaving);
}

void IntakePanel::lookUp() {
    m_lookUp.stop();
    auto const& call = m_book->current().call;
    auto const reading = readingOf(call, m_console);
    core::ReportedPlace reported{.type = {}, .address = reading.address, .place = reading.place};
    if (reading.type) reported.type = core::Code::of(reading.type->code).value_or(core::Code{});
    m_duplicates->show(
        core::possibleDuplicates(reported, m_console.board(), m_console.rules(), m_console.now()),
        call.joins);
    showHazards();
}

/// At once: they are here, and nobody need be asked.
void IntakePanel::showHazards() {
    auto const reading = readingOf(m_book->current().call, m_console);
    bool const isKnown = !reading.address.empty() || reading.place;
    m_premise->show(
        isKnown ? m_console.premisesAt(core::PremiseSpot{.address = reading.address, .place = reading.place})
                : std::vector<core::PremiseFound>());
    if (m_sheet) m_sheet->show(m_premise->found());
}

void IntakePanel::toggleHazards() {
    if (m_sheet && m_sheet->isVisible()) return m_sheet->hide();
    if (m_lookUp.isActive()) lookUp();
    // The dock may stand in another window by now.
    if (m_sheet && m_sheet->parentWidget() != window()) delete m_sheet;
    if (!m_sheet) m_sheet = new PremiseSheet(m_console, *this);
    m_sheet->show(m_premise->found());
    m_sheet->open();
}

void IntakePanel::askHistory() {
    m_askHistory.stop();
    m_history->ask(readingOf(m_book->current().call, m_console).address);
}

void IntakePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void IntakePanel::retranslate() {
    refit();
    setAccessibleName(IntakePanelText::tr("Call intake"));
    m_newCall->name(IntakePanelText::tr("Another call"), QStringLiteral("Ctrl+Shift+N"));
    m_restore->name(IntakePanelText::tr("Restore"), QStringLiteral("Ctrl+Shift+R"));
    m_discard->name(IntakePanelText::tr("Discard"));
    m_dropped->name(IntakePanelText::tr("Call broke off"), QStringLiteral("Alt+R"));
    m_form->retranslate();
    if (!m_form->call().isEmpty()) m_book->write(m_form->call());
    m_premise->restate();
    if (m_sheet) m_sheet->retranslate();
    m_duplicates->restate();
    m_card->retranslate();
    m_ringBacks->rebuild();
    restate();
}

} // namespace ob::ui
