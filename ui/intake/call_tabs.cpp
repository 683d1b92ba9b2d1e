// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_tabs.h"

#include "ui/console/flat_button.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace ob::ui {
namespace {

class CallTabsText {
    Q_DECLARE_TR_FUNCTIONS(CallTabsText)
};

} // namespace

CallTabs::CallTabs(CallBook& book, QWidget* parent) : QWidget(parent), m_book(book) {
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->setSpacing(4);
    layout->addStretch();
    restate();
}

void CallTabs::restate() {
    auto const& entries = m_book.entries();
    while (m_tabs.size() < entries.size()) {
        auto* const tab = new FlatButton(FlatButton::Weight::Other, this);
        tab->setCheckable(true);
        tab->setFocusPolicy(Qt::ClickFocus);
        connect(tab, &QAbstractButton::clicked, this, [this, index = m_tabs.size()] {
            m_book.turnTo(index);
            restate();
        });
        auto* const row = static_cast<QHBoxLayout*>(layout());
        row->insertWidget(static_cast<int>(m_tabs.size()), tab);
        m_tabs.push_back(tab);
    }
    for (std::size_t index = 0; index < m_tabs.size(); ++index) {
        FlatButton& tab = *m_tabs[index];
        tab.setVisible(index < entries.size());
        if (index >= entries.size()) continue;
        bool const isCurrent = index == m_book.index();
        QString const number = QString::number(index + 1);
        // The others are short, so that four calls have room.
        tab.name(isCurrent
                     ? filled(CallTabsText::tr("Call %1 of %2"), {number, QString::number(entries.size())})
                     : number);
        tab.setAccessibleName(
            filled(CallTabsText::tr("Call %1 of %2"), {number, QString::number(entries.size())}));
        tab.setToolTip(entries[index].call.type + QLatin1Char(' ') + entries[index].call.address);
        tab.setChecked(isCurrent);
    }
    setVisible(entries.size() > 1);
}

} // namespace ob::ui
