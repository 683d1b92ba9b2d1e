// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inspector.h"

#include "core/language/verb.h"
#include "ui/console/unit_standing.h"
#include "ui/console/unit_steps.h"
#include "ui/panels/incident_head.h"
#include "ui/panels/incident_units.h"
#include "ui/panels/note_line.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/premise_strip.h"
#include "ui/panels/row_pen.h"
#include "ui/panels/timeline_delegate.h"
#include "ui/panels/unit_step_bar.h"
#include "ui/panels/wrap_layout.h"
#include "ui/text/board_text.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QDialog>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ob::ui {
namespace {

/// Its lists shrink before it scrolls.
class Body final : public QWidget {
  public:
    int heightForWidth(int width) const override { return layout()->totalMinimumHeightForWidth(width); }
};

QLabel* sectionTitle() {
    auto* const title = new QLabel;
    title->setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(2));
    return title;
}

} // namespace

Inspector::Inspector(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_header(new PanelHeader(console)), m_pin(new QToolButton),
      m_content(new QWidget), m_empty(new QLabel), m_bar(new QWidget), m_premises(new PremiseStrip(console)),
      m_watch(console), m_head(new IncidentHead(console, m_watch)), m_unitsTitle(sectionTitle()),
      m_units(new IncidentUnits(console)), m_steps(new UnitStepBar(console)), m_timelineTitle(sectionTitle()),
      m_shelf(console, this), m_attachments(m_shelf, *this), m_timeline(console, m_shelf),
      m_lines(new QListView), m_note(new NoteLine) {
    build();
    connect(&console, &Console::boardChanged, this, &Inspector::refresh);
    connect(&console, &Console::selectionChanged, this, &Inspector::refresh);
    connect(&console, &Console::themeChanged, this, &Inspector::translate);
    connect(&m_timeline, &QAbstractItemModel::modelReset, this, &Inspector::refresh);
    connect(m_units, &IncidentUnits::menuWanted, this, &Inspector::menuWanted);
    connect(m_note, &NoteLine::entered, this, &Inspector::addNote);
    connect(m_note, &NoteLine::refused, this,
            [this](QString const& words) { m_console.say(Console::Tone::Refused, words); });
    m_note->offerAttaching(console.desk().attachments() != nullptr);
    translate();
}

void Inspector::build() {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_content, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(scaled(12));
    // On a low screen it scrolls, and the note stays: the window is never higher than the screen for it.
    auto* const outer = new QVBoxLayout(m_content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* const scroll = new QScrollArea;
    auto* const body = new Body;
    auto* const inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_premises);
    inside->addWidget(m_head);
    auto* const row = new WrapLayout(m_bar);
    row->setContentsMargins(scaled(8), scaled(2), scaled(8), scaled(4));
    row->setSpacing(scaled(4));
    for (char const* const verb : {"D", "TAKE", "P", "LD", "PAR", "CLOSE"}) {
        auto* const button = new QToolButton;
        button->setFocusPolicy(Qt::TabFocus);
        QString const word = QLatin1StringView(verb);
        connect(button, &QToolButton::clicked, this, [this, word] { ask(word); });
        row->addWidget(button);
        m_buttons.push_back({button, word});
    }
    inside->addWidget(m_bar);
    inside->addWidget(m_unitsTitle);
    inside->addWidget(m_units);
    inside->addWidget(m_steps);
    inside->addWidget(m_timelineTitle);
    m_lines->setModel(&m_timeline);
    m_lines->setItemDelegate(new TimelineDelegate(m_console, m_timeline, m_shelf, m_lines));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setMouseTracking(true);
    m_lines->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setResizeMode(QListView::Adjust);
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_lines, &QWidget::customContextMenuRequested, this, &Inspector::openLineMenu);
    connect(m_lines, &QListView::doubleClicked, this, &Inspector::openLine);
    auto* const enter = new QAction(m_lines);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    m_lines->addAction(enter);
    connect(enter, &QAction::triggered, this, [this] { openLine(m_lines->currentIndex()); });
    m_lines->setMinimumHeight(scaled(66));
    inside->addWidget(m_lines, 1);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    setMinimumWidth(scaled(280));
    outer->addWidget(scroll, 1);
    outer->addWidget(m_note);
    m_bar->setVisible(!m_console.isPast());
    m_note->setVisible(!m_console.isPast());
}

void Inspector::openLineMenu(QPoint at) {
    auto const index = m_lines->indexAt(at);
    if (!index.isValid()) return;
    QMenu menu;
    if (auto const& attachment = m_timeline.row(index.row()).attachment)
        m_attachments.fill(menu, *attachment);
    menu.addAction(tr("Look back to here"), this,
                   [this, line = QPersistentModelIndex(index)] { lookBackTo(line); });
    menu.exec(m_lines->viewport()->mapToGlobal(at));
}

void Inspector::openLine(QModelIndex const& line) {
    if (!line.isValid()) return;
    if (auto const& attachment = m_timeline.row(line.row()).attachment) return m_shelf.open(*attachment);
    lookBackTo(line);
}

void Inspector::lookBackTo(QModelIndex const& line) {
    if (line.isValid()) Q_EMIT lookBackWanted(m_timeline.row(line.row()).recordedAt);
}

QSize Inspector::sizeHint() const { return {scaled(450), scaled(600)}; }

std::shared_ptr<core::Incident const> Inspector::shown() const {
    return m_console.board().incident(m_console.selectedIncident());
}

void Inspector::translate() {
    m_header->setAccessibleName(tr("Inspector"));
    m_empty->setText(m_console.isPast()
                         ? tr("No incident is selected.\nClick one in the queue or on the map.")
                         : tr("No incident is selected.\nClick one in the queue or on the map, or take a "
                              "call with Ctrl+N."));
    m_note->translate();
    m_lines->setAccessibleName(tr("Timeline"));
    m_units->setAccessibleName(tr("Units of this incident"));
    Tokens const& colours = tokens(m_console.theme());
    QPalette look = palette();
    look.setColor(QPalette::WindowText, colours.muted);
    for (QLabel* const label : {m_empty, m_unitsTitle, m_timelineTitle}) {
        label->setPalette(look);
        label->setFont(panelFont(13, label == m_empty ? QFont::Normal : QFont::DemiBold));
    }
    for (auto const& [button, verb] : m_buttons) {
        QString const word = verb == u"D"      ? tr("Dispatch")
                             : verb == u"TAKE" ? tr("Take over")
                             : verb == u"P"    ? tr("Priority")
                             : verb == u"LD"   ? tr("Offer lead")
                             : verb == u"PAR"  ? tr("Roll-call")
                                               : tr("Close");
        button->setText(word);
        button->setToolTip(verb);
        button->setFont(panelFont(13));
    }
    m_premises->retranslate();
    m_timeline.retranslate();
    refresh();
}

void Inspector::refresh() {
    auto const incident = shown();
    m_content->setVisible(incident != nullptr);
    m_empty->setVisible(incident == nullptr);
    m_premises->show(incident);
    m_head->show(incident);
    m_units->show(incident);
    if (!m_console.isPast()) m_steps->refresh();
    if (!incident) {
        m_header->name(tr("Inspector"));
        return m_header->tell({});
    }
    m_header->name(spokenNumber(incident->number) + QStringLiteral(" · ")
                   + typeName(incident->type, m_console.wording()));
    m_header->tell(wordOf(incident->priority) + QStringLiteral(" · ") + standingOf(*incident));
    m_unitsTitle->setText(tr("Units · %1 at work").arg(m_units->atWork()));
    m_timelineTitle->setText(tr("Timeline · %1 entries").arg(m_timeline.entries()));
    // D names units first, the others the incident.
    for (auto const& [button, verb] : m_buttons)
        button->setEnabled(!incident->readOnly);
}

void Inspector::ask(QString const& verb) {
    auto const incident = shown();
    if (!incident) return;
    QString const number = textOf(incident->number.text());
    if (verb == u"D") {
        auto const unit = m_console.board().unit(m_console.selectedUnit());
        QString const callsign = unit ? typedCallsign(*unit, m_console) : QString();
        return m_console.propose(dispatchLine(callsign, *incident), false);
    }
    bool const isWhole = verb == u"TAKE" || verb == u"PAR";
    m_console.propose(verb + QLatin1Char(' ') + number + (isWhole ? QString() : QStringLiteral(" ")),
                      isWhole);
}

void Inspector::addNote(QString const& words, QStringList const& files) {
    auto const incident = shown();
    if (!incident) return;
    core::AddNote note{.incident = incident->id, .text = words.toStdString()};
    if (files.isEmpty()) return submit(std::move(note));
    std::vector<std::filesystem::path> paths;
    for (auto const& file : files)
        paths.emplace_back(file.toStdString());
    m_note->hold(true);
    m_console.desk().attachments()->keep(std::move(paths), [panel = QPointer(this), note = std::move(note)](
                                                               AttachmentPort::Kept const& kept) mutable {
        if (!panel) return;
        panel->m_note->hold(false);
        if (kept.attachments.empty())
            return panel->m_console.say(Console::Tone::Refused, unfitText(kept.file, kept.why));
        note.attachments = kept.attachments;
        panel->submit(std::move(note));
    });
}

/// The line keeps what was typed meanwhile; what was refused comes back into it, with its files.
void Inspector::submit(core::AddNote note) {
    QString const words = textOf(note.text);
    QStringList const files = note.attachments.empty() ? QStringList() : m_note->files();
    if (m_note->line()->text().trimmed() == words) m_note->line()->clear();
    if (!files.isEmpty()) m_note->dropFiles();
    core::Command command{.intent = std::move(note), .occurredAt = {}, .source = core::Source::Operator};
    m_console.submit(std::move(command), [panel = QPointer(this), words, files](auto const& told) {
        if (!panel || told) return;
        auto const wording = panel->m_console.wording();
        if (panel->m_note->line()->text().isEmpty()) panel->m_note->line()->setText(words);
        panel->m_note->attach(files);
        panel->m_console.say(Console::Tone::Refused, refusalText(told.error(), &wording));
    });
}

void Inspector::focusNote() { m_note->setFocus(Qt::ShortcutFocusReason); }

void Inspector::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel); }

void Inspector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    // Nothing personal stays in sight while nobody sits there.
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        for (auto* const dialog : findChildren<QDialog*>())
            dialog->close();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
