// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/ring_back_list.h"

#include "ui/console/console.h"
#include "ui/console/flat_button.h"
#include "ui/intake/heading.h"
#include "ui/intake/line_button.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace ob::ui {
namespace {

class RingBackListText {
    Q_DECLARE_TR_FUNCTIONS(RingBackListText)
};

} // namespace

RingBackList::RingBackList(Console& console, CallBook& book, QWidget* parent)
    : QWidget(parent), m_console(console), m_book(book) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&book, &CallBook::ringBacksChanged, this, &RingBackList::rebuild);
    rebuild();
}

void RingBackList::rebuild() {
    m_lines.clear();
    // One of its buttons may be what was pressed.
    if (auto* const old = std::exchange(m_content, nullptr)) {
        old->hide();
        old->deleteLater();
    }
    setVisible(!m_book.ringBacks().empty());
    if (m_book.ringBacks().empty()) return;
    m_content = new QWidget(this);
    auto* const lines = new QVBoxLayout(m_content);
    lines->setContentsMargins(0, 0, 0, 4);
    lines->setSpacing(0);
    auto* const heading = new Heading(m_content);
    heading->say(RingBackListText::tr("Ring back"), QString::number(m_book.ringBacks().size()));
    lines->addWidget(heading);
    for (std::size_t index = 0; index < m_book.ringBacks().size(); ++index)
        lines->addWidget(row(index));
    layout()->addWidget(m_content);
    m_content->show();
    restate();
}

QWidget* RingBackList::row(std::size_t index) {
    auto* const row = new QWidget(m_content);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 1, 8, 1);
    layout->setSpacing(4);
    auto* const line = new LineButton(row);
    line->setFocusPolicy(Qt::ClickFocus);
    connect(line, &QAbstractButton::clicked, this,
            [this, index] { m_console.selectIncident(m_book.ringBacks().at(index).incident); });
    m_lines.push_back(line);
    layout->addWidget(line, 1);
    auto* const reached = new FlatButton(FlatButton::Weight::Other, row);
    reached->name(RingBackListText::tr("Reached"));
    auto* const notReached = new FlatButton(FlatButton::Weight::Other, row);
    notReached->name(RingBackListText::tr("Not reached"));
    connect(reached, &QAbstractButton::clicked, this,
            [this, index] { m_book.rangBack(index, CallBook::Outcome::Reached); });
    connect(notReached, &QAbstractButton::clicked, this,
            [this, index] { m_book.rangBack(index, CallBook::Outcome::NotReached); });
    layout->addWidget(reached);
    layout->addWidget(notReached);
    return row;
}

void RingBackList::restate() {
    Wording const wording = m_console.wording();
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        RingBack const& each = m_book.ringBacks().at(index);
        QStringList words{incidentName(each.incident, wording).right(4),
                          ageText(m_console.now() - each.since)};
        if (each.attempts > 0) words.push_back(RingBackListText::tr("not reached ×%1").arg(each.attempts));
        m_lines[index]->show({.title = each.phone,
                              .words = words.join(QStringLiteral(" · ")),
                              .aside = {},
                              .second = {},
                              .bar = {}});
        m_lines[index]->setToolTip(words.join(QStringLiteral(" · ")));
    }
}

} // namespace ob::ui
