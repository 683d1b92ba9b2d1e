// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/unit_sheet.h"

#include "ui/console/unit_standing.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/panel_scroll.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"
#include "ui/units/duty_bar.h"
#include "ui/units/fact_list.h"
#include "ui/units/log_on_form.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ob::ui {
namespace {

/// Time, words, and at the right how long it lasted.
class HistoryDelegate : public QStyledItemDelegate {
  public:
    HistoryDelegate(Console& console, ShiftHistoryModel const& model, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console), m_model(model) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const override {
        return {scaled(120), scaled(22)};
    }
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        auto const row = m_model.row(index.row());
        RowPen pen(*painter, tokens(m_console.theme()));
        QRect where = option.rect.adjusted(scaled(10), 0, -scaled(10), 0);
        QColor const muted = pen.tokens().muted;
        int const lasted = pen.text(where, row.lasted,
                                    {.ink = muted, .pixels = 13, .align = Qt::AlignRight | Qt::AlignVCenter});
        where.setRight(where.right() - lasted - scaled(8));
        int const time = pen.text(where, row.time, {.ink = muted, .pixels = 13});
        pen.text(where.adjusted(time + scaled(8), 0, 0, 0), row.words,
                 {.ink = pen.tokens().text, .pixels = 13});
    }

  private:
    Console& m_console;
    ShiftHistoryModel const& m_model;
};

} // namespace

UnitSheet::UnitSheet(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_header(new PanelHeader(console)), m_scroll(new QScrollArea),
      m_layout(new QVBoxLayout), m_close(new QToolButton), m_empty(new QLabel),
      m_facts(new FactList(console)), m_links(new QWidget), m_linkRow(new QHBoxLayout(m_links)),
      m_readOnly(new QLabel), m_shiftTitle(new QLabel), m_form(new LogOnForm(console)),
      m_dutyTitle(new QLabel), m_duty(new DutyBar(console)), m_historyTitle(new QLabel), m_history(console),
      m_lines(new QListView) {
    build();
    connect(&console, &Console::boardChanged, this, &UnitSheet::refresh);
    connect(&console, &Console::selectionChanged, this, &UnitSheet::refresh);
    connect(&console, &Console::ticked, this, &UnitSheet::showFacts);
    connect(&console, &Console::fixesChanged, this, &UnitSheet::showFacts);
    connect(&console, &Console::themeChanged, this, &UnitSheet::translate);
    connect(&m_history, &ShiftHistoryModel::read, this, [this] {
        if (m_unit && whyReadOnly(*m_unit).isEmpty()) m_form->show(m_unit, m_history.shift());
    });
    connect(&m_history, &QAbstractItemModel::modelReset, this, [this] {
        m_lines->setFixedHeight(m_history.rowCount() * scaled(22));
        m_historyTitle->setVisible(m_history.rowCount() > 0);
    });
    connect(m_close, &QToolButton::clicked, this, &UnitSheet::left);
    translate();
}

void UnitSheet::build() {
    placeScrolled(*this, *m_header, *m_scroll, *m_layout);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setText(QStringLiteral("✕"));
    m_header->add(m_close);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_readOnly->setWordWrap(true);
    m_linkRow->setContentsMargins(scaled(8), scaled(2), scaled(8), scaled(4));
    m_linkRow->setSpacing(scaled(4));
    m_linkRow->addStretch(1);
    m_lines->setModel(&m_history);
    m_lines->setItemDelegate(new HistoryDelegate(m_console, m_history, m_lines));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setUniformItemSizes(true);
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // What is done most often comes first.
    QWidget* const parts[] = {m_empty, m_facts,      m_links, m_readOnly,     m_dutyTitle,
                              m_duty,  m_shiftTitle, m_form,  m_historyTitle, m_lines};
    for (auto* const part : parts)
        m_layout->addWidget(part);
    m_layout->addStretch(1);
}

QSize UnitSheet::sizeHint() const { return {scaled(420), scaled(600)}; }

void UnitSheet::focusFirst() {
    if (m_form->isVisible() && m_unit && m_unit->duty == core::DutyState::OffDuty) return focusForm();
    // On a link, where a key that slips does no harm.
    for (auto* const link : m_links->findChildren<QToolButton*>())
        if (link->isVisible()) return link->setFocus(Qt::ShortcutFocusReason);
    m_close->setFocus(Qt::ShortcutFocusReason);
}

void UnitSheet::focusForm() {
    m_form->focusFirst();
    m_layout->activate(); // where it stands, is known now
    m_scroll->ensureWidgetVisible(m_form, 0, 0);
    m_scroll->ensureWidgetVisible(m_shiftTitle, 0, 0);
}

QString UnitSheet::whyReadOnly(core::Unit const& unit) const {
    auto const wording = m_console.wording();
    if (unit.agency != m_console.agency())
        return tr("A unit of %1: only its own agency changes its duty.")
            .arg(agencyName(unit.agency, wording));
    if (unit.readOnly)
        return tr("A newer version has written about this unit: update this desk to change it.");
    return {};
}

void UnitSheet::refresh() {
    if (!isVisible()) return;
    auto const unit = m_console.board().unit(m_console.selectedUnit());
    bool const isShown = unit != nullptr;
    m_empty->setVisible(!isShown);
    m_facts->setVisible(isShown);
    m_links->setVisible(isShown);
    m_history.show(unit);
    QString const why = isShown ? whyReadOnly(*unit) : QString();
    m_readOnly->setText(why);
    m_readOnly->setVisible(!why.isEmpty());
    bool const isOurs = isShown && why.isEmpty();
    bool const isOnDuty = isOurs && unit->duty != core::DutyState::OffDuty;
    m_shiftTitle->setVisible(isOurs);
    m_form->setVisible(isOurs);
    m_dutyTitle->setVisible(isOnDuty);
    m_duty->setVisible(isOnDuty);
    m_historyTitle->setVisible(isShown && m_history.rowCount() > 0);
    m_lines->setVisible(isShown);
    if (std::exchange(m_unit, unit) != unit && isOurs) {
        m_form->show(unit, m_history.shift());
        m_duty->show(unit);
    }
    if (!isShown) {
        m_header->name(tr("Unit"));
        return m_header->tell({});
    }
    auto const wording = m_console.wording();
    m_header->name(unitName(*unit, wording));
    m_header->tell(kindName(*unit, m_console.rules()) + QStringLiteral(" · ")
                   + agencyName(unit->agency, wording));
    m_shiftTitle->setText(isOnDuty ? tr("This shift") : tr("Log on"));
    showFacts();
}

void UnitSheet::showFacts() {
    auto const unit = isVisible() ? m_console.board().unit(m_console.selectedUnit()) : nullptr;
    if (!unit) return;
    m_facts->show(factsOf(*unit, m_console));
    layLinks(*unit);
}

/// To its incidents and to its place; laid anew only when they are others.
void UnitSheet::layLinks(core::Unit const& unit) {
    std::vector<std::pair<QString, std::function<void()>>> links;
    for (auto const& active : m_console.board().activeAssignments(unit.id))
        if (auto const incident = m_console.board().incident(active.incident))
            links.emplace_back(tr("Incident %1").arg(spokenNumber(incident->number)),
                               [this, id = incident->id] { m_console.selectIncident(id); });
    links.emplace_back(tr("Show on the map"), [this, id = unit.id] { m_console.flyToUnit(id); });
    QStringList shown{textOf(unit.id.hex())};
    for (auto const& [words, press] : links)
        shown << words;
    if (std::exchange(m_linksShown, shown) == shown) return;
    for (auto* const button : m_links->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        button->hide();
        button->deleteLater();
    }
    int place = 0;
    QWidget* before = m_close;
    for (auto const& [words, press] : links) {
        auto* const button = new QToolButton(m_links);
        button->setText(words);
        button->setAccessibleName(words);
        button->setFont(panelFont(13));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [does = press] { does(); });
        m_linkRow->insertWidget(place++, button);
        button->show(); // at once, so that it can be given the focus
        setTabOrder(std::exchange(before, button), button);
    }
}

void UnitSheet::translate() {
    m_close->setAccessibleName(tr("Close the unit sheet"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setFont(panelFont(13));
    m_empty->setText(tr("No unit is selected.\nClick one on the unit board or on the map, then F3."));
    m_dutyTitle->setText(tr("Duty"));
    m_historyTitle->setText(tr("Last shift"));
    m_lines->setAccessibleName(tr("States of the last shift"));
    Tokens const& colours = tokens(m_console.theme());
    QPalette look = palette();
    look.setColor(QPalette::WindowText, colours.muted);
    look.setColor(QPalette::Window, colours.panel);
    for (QLabel* const title : {m_shiftTitle, m_dutyTitle, m_historyTitle}) {
        title->setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(2));
        title->setFont(panelFont(13, QFont::DemiBold));
        title->setPalette(look);
    }
    for (QLabel* const sentence : {m_empty, m_readOnly}) {
        sentence->setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6));
        sentence->setFont(panelFont(13));
        sentence->setPalette(look);
    }
    m_scroll->setPalette(look);
    m_form->translate();
    m_duty->translate();
    m_linksShown.clear();
    m_lines->viewport()->update();
    refresh();
}

void UnitSheet::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void UnitSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

void UnitSheet::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel); }

void UnitSheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
