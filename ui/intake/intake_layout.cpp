// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// How the panel is laid out: what is known of the place, the fields, then all that may be longer than the
// window.
#include "ui/console/console.h"
#include "ui/console/flat_button.h"
#include "ui/intake/call_form.h"
#include "ui/intake/call_tabs.h"
#include "ui/intake/duplicate_list.h"
#include "ui/intake/field_frame.h"
#include "ui/intake/heading.h"
#include "ui/intake/intake_panel.h"
#include "ui/intake/premise_card.h"
#include "ui/intake/premise_sheet.h"
#include "ui/intake/ring_back_list.h"
#include "ui/intake/sop_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int roomyHeight = 760;
constexpr int lowHeight = 380;
constexpr std::size_t lowLines = 2;
constexpr std::size_t fewLines = 3;
constexpr std::size_t manyLines = 4;

QLabel* words(QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QScrollArea* scrolled(QWidget* content) {
    auto* const scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    return scroll;
}

} // namespace

void IntakePanel::resizeEvent(QResizeEvent* event) {
    fitPremise();
    if (m_sheet && m_sheet->isVisible()) m_sheet->place();
    QWidget::resizeEvent(event);
}

void IntakePanel::fitPremise() {
    bool const isLow = height() < scaled(lowHeight); // what is asked for comes into sight first
    m_premise->showLines(height() >= scaled(roomyHeight) ? manyLines : isLow ? lowLines : fewLines);
}

/// Every size goes with the scale of text, which changes as a language does.
void IntakePanel::refit() {
    setFont(panelFont());
    setMinimumWidth(std::min(scaled(360), screen()->availableGeometry().width() * 2 / 5));
    m_title->parentWidget()->setFixedHeight(scaled(30));
    for (auto* const label : findChildren<MutedLabel*>())
        label->refont();
    for (auto* const heading : findChildren<Heading*>())
        heading->refont();
    fitPremise();
    for (auto* const child : findChildren<QWidget*>())
        child->updateGeometry();
}

void IntakePanel::hideEvent(QHideEvent* event) {
    if (m_sheet) m_sheet->hide();
    QWidget::hideEvent(event);
}

void IntakePanel::restyle() {
    setPalette(ui::palette(m_console.theme()));
    m_form->use(m_console.theme());
    m_duplicates->restate();
    m_premise->restate();
}

void IntakePanel::build(core::SopBook const& cards) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header());
    layout->addWidget(new Rule(this));
    layout->addWidget(offerBar());
    m_tabs = new CallTabs(*m_book, this);
    layout->addWidget(m_tabs);
    // On a low screen all of it scrolls between the header and what Enter does.
    auto* const body = new QWidget;
    auto* const parts = new QVBoxLayout(body);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    m_premise = new PremiseCard(m_console, *m_history, body);
    parts->addWidget(m_premise);
    parts->addWidget(new Rule(body));
    m_form = new CallForm(m_console, this, body);
    parts->addWidget(m_form);
    parts->addWidget(new Rule(body));
    auto* const rest = new QWidget;
    auto* const lists = new QVBoxLayout(rest);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(0);
    m_ringBacks = new RingBackList(m_console, *m_book, rest);
    m_duplicates = new DuplicateList(m_console, rest);
    m_card = new SopPanel(m_console, cards, rest);
    lists->addWidget(m_ringBacks);
    lists->addWidget(m_duplicates);
    lists->addWidget(m_card);
    lists->addStretch();
    m_scroll = scrolled(rest);
    m_scroll->setMinimumHeight(scaled(60));
    parts->addWidget(m_scroll, 1);
    auto* const whole = scrolled(body);
    whole->setMinimumHeight(scaled(120));
    layout->addWidget(whole, 1);
    layout->addWidget(new Rule(this));
    layout->addWidget(footer());
}

QWidget* IntakePanel::header() {
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 8, 0);
    m_title = new Heading(bar, Heading::Level::Panel);
    m_newCall = new FlatButton(FlatButton::Weight::Other, bar);
    m_newCall->setFocusPolicy(Qt::ClickFocus);
    row->addWidget(m_title, 1);
    row->addWidget(m_newCall);
    return bar;
}

QWidget* IntakePanel::offerBar() {
    m_offer = new QWidget(this);
    auto* const row = new QHBoxLayout(m_offer);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    m_offerWords = words(m_offer);
    m_restore = new FlatButton(FlatButton::Weight::Other, m_offer);
    m_discard = new FlatButton(FlatButton::Weight::Other, m_offer);
    row->addWidget(m_offerWords, 1);
    row->addWidget(m_restore);
    row->addWidget(m_discard);
    m_offer->hide();
    return m_offer;
}

QWidget* IntakePanel::footer() {
    auto* const bar = new QWidget(this);
    auto* const lines = new QVBoxLayout(bar);
    lines->setContentsMargins(8, 4, 8, 8);
    lines->setSpacing(4);
    m_foot = words(bar);
    lines->addWidget(m_foot);
    auto* const row = new QHBoxLayout;
    row->setSpacing(4);
    m_save = new FlatButton(FlatButton::Weight::Main, bar);
    m_dropped = new FlatButton(FlatButton::Weight::Other, bar);
    row->addWidget(m_save);
    row->addStretch();
    row->addWidget(m_dropped);
    lines->addLayout(row);
    return bar;
}

} // namespace ob::ui
