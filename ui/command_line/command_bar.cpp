// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/command_line/command_bar.h"

#include "core/language/line.h"
#include "core/map/address_place.h"
#include "ui/console/alarm_answer.h"
#include "ui/panels/row_pen.h"
#include "ui/text/premise_text.h"
#include "ui/text/preview_text.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QToolButton>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int historyLength = 200;
constexpr std::size_t hitsShown = 12;

QFont lineFont() {
    QFont font = panelFont(15);
    font.setFamilies({QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"),
                      QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC")});
    return font;
}

/// Bytes of UTF-8 before a cursor that counts UTF-16.
std::size_t bytesBefore(QString const& text, int cursor) {
    return static_cast<std::size_t>(text.left(cursor).toUtf8().size());
}

} // namespace

CommandBar::CommandBar(Console& console, AlarmDesk& alarms, QWidget* parent)
    : QWidget(parent), m_console(console), m_alarms(alarms), m_line(new QLineEdit(this)),
      m_send(new QToolButton(this)), m_candidates(nullptr) {
    m_line->setFrame(false);
    m_line->setMaxLength(static_cast<int>(core::maxLineCodePoints));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_line, &QLineEdit::cursorPositionChanged, this, [this] { complete(); });
    m_send->setFocusPolicy(Qt::NoFocus);
    connect(m_send, &QToolButton::clicked, this, [this] { enter(); });
    connect(&console, &Console::boardChanged, this, [this] { repaintPreview(); });
    connect(&console, &Console::selectionChanged, this, [this] { repaintPreview(); });
    connect(&console, &Console::sessionChanged, this, [this] { repaintPreview(); });
    connect(&console, &Console::premisesChanged, this, [this] { repaintPreview(); });
    connect(&alarms, &AlarmDesk::changed, this, [this] {
        if (m_painted.query) repaintPreview();
    });
    connect(&console, &Console::themeChanged, this, [this] { dress(); });
    connect(&console, &Console::proposed, this, &CommandBar::propose);
    connect(&console, &Console::said, this, [this](Console::Tone tone, QString const& words) {
        say(words, tone == Console::Tone::Done ? Mood::Done : Mood::Refused);
    });
    dress();
    translate();
}

QSize CommandBar::sizeHint() const { return {scaled(600), scaled(36)}; }

void CommandBar::translate() {
    m_line->setAccessibleName(tr("Command line"));
    m_send->setText(tr("Send ⏎"));
    m_send->setAccessibleName(tr("Send"));
    m_send->setFont(panelFont(13));
    repaintPreview();
}

void CommandBar::dress() {
    Tokens const& colours = tokens(m_console.theme());
    QPalette look = palette();
    look.setColor(QPalette::Base, colours.panel);
    look.setColor(QPalette::Text, colours.text);
    look.setColor(QPalette::PlaceholderText, colours.muted);
    m_line->setPalette(look);
    m_line->setFont(lineFont());
    update();
}

void CommandBar::focusLine() {
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

QString CommandBar::line() const { return m_line->text(); }

void CommandBar::propose(QString const& line, bool isSent) {
    m_line->setText(line);
    m_line->setFocus(Qt::OtherFocusReason);
    auto const gap = line.indexOf(QStringLiteral("  "));
    m_line->setCursorPosition(static_cast<int>(gap < 0 ? line.size() : gap + 1));
    edited();
    if (isSent) enter();
}

void CommandBar::resizeEvent(QResizeEvent*) { place(); }

/// Where nothing is said beside it the line has all the room, and so has what it tells before it is used.
void CommandBar::place() {
    int const left = scaled(m_console.isDrill() ? 64 : 26);
    int const part = std::max(scaled(220), width() * 2 / 5 - left);
    bool const isAlone = m_told.words.isEmpty() && m_line->text().trimmed().isEmpty();
    m_line->setGeometry(left, 1, isAlone ? std::max(part, width() - left - scaled(8)) : part, height() - 2);
    QSize const button = m_send->sizeHint();
    m_send->setGeometry(width() - button.width() - scaled(8), (height() - button.height()) / 2,
                        button.width(), button.height());
}

void CommandBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
    RowPen pen(painter, colours);
    QRect const row = rect();
    QString const prompt = m_console.isDrill() ? tr("drill ›") : QStringLiteral("›");
    pen.text(row.adjusted(scaled(10), 0, 0, 0), prompt,
             {.ink = m_console.isDrill() ? colours.drill : colours.selectedEdge,
              .weight = QFont::DemiBold,
              .pixels = 15});
    QColor ink = colours.text;
    if (m_told.mood == Mood::Amber) ink = colours.priority[1];
    if (m_told.mood == Mood::Refused) ink = colours.muted;
    if (m_told.mood == Mood::Done) ink = colours.good;
    QRect const words(m_line->geometry().right() + scaled(12), 0,
                      m_send->x() - m_line->geometry().right() - scaled(20), height());
    QFont::Weight const weight = m_told.mood == Mood::Amber ? QFont::DemiBold : QFont::Normal;
    if (QFontMetrics(panelFont(14, weight)).horizontalAdvance(m_told.words) > words.width()) {
        // Two lines, smaller, before anything is cut off.
        painter.setFont(panelFont(12, weight));
        painter.setPen(ink);
        painter.drawText(words, Qt::AlignVCenter | Qt::TextWordWrap, m_told.words);
        return;
    }
    pen.text(words, m_told.words,
             {.ink = ink, .weight = m_told.mood == Mood::Amber ? QFont::DemiBold : QFont::Normal});
}

void CommandBar::say(QString const& words, Mood mood) {
    m_told = {words, mood};
    m_send->setVisible(!m_line->text().trimmed().isEmpty());
    m_send->setEnabled(m_painted.command.has_value() || m_painted.query.has_value());
    m_line->setPlaceholderText(words.isEmpty() ? tr("Verb first, for example D E07 042 · ? lists all · F2")
                                               : QString());
    place();
    setToolTip(words);
    m_line->setAccessibleDescription(words);
    update();
}

void CommandBar::edited() {
    m_isConfirming = false;
    m_hits.clear();
    repaintPreview();
    complete();
}

void CommandBar::repaintPreview() {
    if (m_line->text().trimmed().isEmpty()) {
        m_painted = {};
        if (m_told.mood == Mood::Plain || m_told.mood == Mood::Amber) say({}, Mood::Plain);
        return;
    }
    auto const context = m_console.context();
    auto preview = core::previewOf(m_line->text().toStdString(), around(context));
    // What was confirmed once is not confirmed when it means something else now.
    if (core::meaningOf(preview) != core::meaningOf(m_painted)) m_isConfirming = false;
    paintMeaning(std::move(preview));
}

void CommandBar::paintMeaning(core::Preview preview) {
    m_painted = std::move(preview);
    auto const text = previewText(m_painted, m_console.wording());
    if (m_painted.refusal) {
        QStringList pieces{text.sentence, text.refusal};
        pieces.removeAll(QString());
        return say(pieces.join(QStringLiteral(" — ")), Mood::Refused);
    }
    if (QString const refusal = refusalOfAlarms(); !refusal.isEmpty())
        return say(joined({text.sentence, refusal}), Mood::Refused);
    QStringList whole{text.sentence, caution()};
    whole.removeAll(QString());
    QString const sentence = whole.join(QStringLiteral("  "));
    if (!m_painted.wantsSecondEnter()) return say(sentence, Mood::Plain);
    QStringList pieces = text.warnings;
    pieces << sentence;
    if (m_isConfirming) pieces.prepend(text.confirm);
    say(joined(pieces), Mood::Amber);
}

QString CommandBar::refusalOfAlarms() const {
    using Kind = core::Query::Kind;
    if (!m_painted.query) return {};
    auto const kind = m_painted.query->kind;
    return kind == Kind::Silence || kind == Kind::Shelve ? alarmRefusal(*m_painted.query, m_alarms)
                                                         : QString();
}

QString CommandBar::caution() const {
    auto const spot = m_painted.refusal ? std::nullopt : spotOf(m_painted, m_console.board());
    return spot ? cautionText(m_console.premisesAt(*spot), m_console.premises().hazards()) : QString();
}

void CommandBar::complete() {
    if (m_candidates == nullptr) {
        m_candidates = new CandidateList(window());
        connect(m_candidates, &QListWidget::itemClicked, this,
                [this](QListWidgetItem* item) { insert(m_candidates->row(item)); });
    }
    if (!m_line->hasFocus() || (m_line->text().isEmpty() && m_hits.empty())) return m_candidates->hide();
    QStringList texts;
    if (m_hits.empty()) {
        auto const context = m_console.context();
        auto const cursor = bytesBefore(m_line->text(), m_line->cursorPosition());
        m_completions = core::completionsOf(m_line->text().toStdString(), cursor, around(context));
        if (m_completions.candidates.empty() && !m_painted.candidates.empty())
            m_completions.candidates = m_painted.candidates;
        auto const wording = m_console.wording();
        for (auto const& candidate : m_completions.candidates)
            texts << candidateText(candidate, wording);
    } else {
        for (auto const& hit : m_hits)
            texts << textOf(hit.number) + QStringLiteral("  ") + textOf(hit.address);
    }
    m_candidates->offer(texts, mapTo(window(), QPoint(m_line->x(), 0)));
}

void CommandBar::insert(int row) {
    if (row < 0) return;
    if (!m_hits.empty()) {
        auto const stream = m_hits[static_cast<std::size_t>(row)].stream;
        m_hits.clear();
        m_line->clear();
        m_candidates->hide();
        if (!m_console.board().incident(stream))
            return say(tr("This incident is finished and in the archive."), Mood::Refused);
        m_console.selectIncident(stream);
        return m_console.flyTo(stream);
    }
    if (static_cast<std::size_t>(row) >= m_completions.candidates.size()) return;
    QByteArray const before = m_line->text().toUtf8();
    auto const& chosen = m_completions.candidates[static_cast<std::size_t>(row)];
    QByteArray after = before.left(static_cast<qsizetype>(m_completions.from));
    after += insertOf(chosen, m_console.wording()).toUtf8();
    QByteArray const tail = before.mid(static_cast<qsizetype>(m_completions.to));
    if (tail.isEmpty()) after += ' ';
    m_line->setText(QString::fromUtf8(after + tail));
    m_line->setCursorPosition(static_cast<int>(QString::fromUtf8(after).size()));
    m_line->setFocus(Qt::OtherFocusReason);
    edited();
}

void CommandBar::enter() {
    m_candidates->hide();
    if (!m_hits.empty()) return insert(std::max(0, m_candidates->currentRow()));
    if (m_line->text().trimmed().isEmpty()) return;
    auto const context = m_console.context();
    auto const which = m_isConfirming ? core::Enter::Second : core::Enter::First;
    auto sending = core::send(m_painted, m_line->text().toStdString(), around(context), which);
    if (auto* const command = std::get_if<core::Command>(&sending)) {
        auto const sentence = previewText(m_painted, m_console.wording()).sentence;
        return sendCommand(std::move(*command), sentence);
    }
    auto& repaint = std::get<core::Repaint>(sending);
    m_isConfirming = repaint.reason == core::Repaint::Reason::WantsSecondEnter;
    auto const query =
        repaint.reason == core::Repaint::Reason::IsQuery ? repaint.preview.query : std::nullopt;
    paintMeaning(std::move(repaint.preview));
    if (query) answer(*query);
}

void CommandBar::sendCommand(core::Command command, QString const& sentence) {
    if (auto* const asked = std::get_if<core::OpenIncident>(&command.intent);
        asked != nullptr && !asked->place)
        if (auto const found = m_console.placeOfAddress(asked->address)) asked->place = found->point;
    remember();
    QString const line = m_line->text();
    bool const opens = std::holds_alternative<core::OpenIncident>(command.intent);
    m_line->clear();
    m_painted = {};
    m_isConfirming = false;
    say(sentence, Mood::Plain);
    m_console.submit(std::move(command), [bar = QPointer(this), sentence, line, opens](auto const& told) {
        if (!bar) return;
        if (told) {
            bar->say(QStringLiteral("✓ ") + sentence, Mood::Done);
            if (opens && !told->streams.empty()) bar->m_console.selectIncident(told->streams.front());
            return;
        }
        auto const wording = bar->m_console.wording();
        if (bar->m_line->text().isEmpty()) bar->m_line->setText(line); // to be mended
        bar->say(refusalText(told.error(), &wording), Mood::Refused);
    });
}

void CommandBar::remember() {
    m_history.removeAll(m_line->text());
    m_history.push_back(m_line->text());
    if (m_history.size() > historyLength) m_history.pop_front();
    m_recalled = m_history.size();
}

core::Surroundings CommandBar::around(core::Context const& context) {
    m_standing = m_alarms.standing();
    auto surroundings = m_console.surroundings(context);
    surroundings.alarms = &m_standing;
    return surroundings;
}

void CommandBar::answerOfAlarms(core::Query const& query) {
    if (query.alarms.empty()) return; // which is what is painted
    QString const sentence = previewText(m_painted, m_console.wording()).sentence;
    if (QString const refusal = carryOut(query, m_alarms); !refusal.isEmpty())
        return say(refusal, Mood::Refused);
    remember();
    m_line->clear();
    m_painted = {};
    m_isConfirming = false;
    say(QStringLiteral("✓ ") + sentence, Mood::Done);
}

void CommandBar::answer(core::Query const& query) {
    switch (query.kind) {
    case core::Query::Kind::Help: Q_EMIT helpWanted(query.verb); break;
    case core::Query::Kind::Silence:
    case core::Query::Kind::Shelve: answerOfAlarms(query); break;
    case core::Query::Kind::Find:
        m_console.desk().find(query.text, hitsShown, [bar = QPointer(this)](auto const& hits) {
            if (bar) bar->showHits(hits);
        });
        break;
    case core::Query::Kind::Go:
        if (!query.incident.isNil()) {
            m_console.selectIncident(query.incident);
            m_console.flyTo(query.incident);
        } else if (!query.unit.isNil()) {
            m_console.selectUnit(query.unit);
            m_console.flyToUnit(query.unit);
        } else {
            m_console.flyToPlace(textOf(query.text));
        }
        m_line->clear();
        break;
    }
}

void CommandBar::showHits(std::vector<core::SearchHit> const& hits) {
    m_hits = hits;
    say(hits.empty() ? tr("Nothing was found.") : tr("%1 found").arg(hits.size()), Mood::Plain);
    complete();
}

void CommandBar::recall(int step) {
    if (m_history.isEmpty()) return;
    if (m_recalled >= m_history.size()) m_unsent = m_line->text();
    m_recalled = std::clamp<qsizetype>(m_recalled + step, 0, m_history.size());
    m_line->setText(m_recalled < m_history.size() ? m_history[m_recalled] : m_unsent);
    edited();
    m_candidates->hide();
}

bool CommandBar::pressKey(int key) {
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: enter(); return true;
    case Qt::Key_Tab:
        if (m_candidates == nullptr || !m_candidates->isVisible()) return false;
        insert(std::max(0, m_candidates->chosen()));
        return true;
    case Qt::Key_Down:
        if (m_candidates != nullptr && m_candidates->isVisible())
            m_candidates->step(1);
        else
            recall(1);
        return true;
    case Qt::Key_Up:
        if (m_candidates != nullptr && m_candidates->isVisible() && m_candidates->chosen() >= 0)
            m_candidates->step(-1);
        else
            recall(-1);
        return true;
    case Qt::Key_Escape:
        if (m_candidates != nullptr && m_candidates->isVisible())
            m_candidates->hide();
        else
            Q_EMIT left();
        m_isConfirming = false;
        m_hits.clear();
        repaintPreview();
        return true;
    default: return false;
    }
}

bool CommandBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && pressKey(static_cast<QKeyEvent*>(event)->key())) return true;
    if (event->type() == QEvent::FocusIn)
        QMetaObject::invokeMethod(this, [this] { complete(); }, Qt::QueuedConnection);
    if (event->type() == QEvent::FocusOut && m_candidates != nullptr) m_candidates->hide();
    return QWidget::eventFilter(watched, event);
}

void CommandBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
