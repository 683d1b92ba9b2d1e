// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/premise_details.h"

#include "ui/console/flat_button.h"
#include "ui/panels/hazard_flow.h"
#include "ui/panels/row_pen.h"
#include "ui/text/premise_text.h"
#include "ui/text/sentence.h"

#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

QLabel* words(QString const& text, int pixels, QColor ink, QFont::Weight weight = QFont::Normal) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(panelFont(pixels, weight));
    QPalette look = label->palette();
    look.setColor(QPalette::WindowText, ink);
    label->setPalette(look);
    label->setForegroundRole(QPalette::WindowText);
    return label;
}

} // namespace

PremiseDetails::PremiseDetails(Console& console, QWidget* parent) : QScrollArea(parent), m_console(console) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&console, &Console::themeChanged, this, [this] { rebuild(); });
    connect(&console, &Console::sessionChanged, this, [this] {
        m_told.clear();
        rebuild();
    });
    rebuild();
}

void PremiseDetails::show(std::vector<core::PremiseFound> found) {
    auto const isSame = [](core::PremiseFound const& a, core::PremiseFound const& b) {
        return a.premise == b.premise && a.metres == b.metres && a.standing == b.standing;
    };
    if (std::ranges::equal(found, m_found, isSame)) return;
    m_found = std::move(found);
    m_told.clear();
    rebuild();
}

void PremiseDetails::hideEvent(QHideEvent* event) {
    if (!std::exchange(m_told, {}).empty()) rebuild();
    QScrollArea::hideEvent(event);
}

void PremiseDetails::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    updateGeometry();
}

int PremiseDetails::heightFor(int width) const {
    return widget()->layout()->hasHeightForWidth() ? widget()->layout()->totalHeightForWidth(width)
                                                   : widget()->sizeHint().height();
}

QSize PremiseDetails::sizeHint() const { return {scaled(300), heightFor(std::max(width(), scaled(240)))}; }

void PremiseDetails::rebuild() {
    auto* const inside = new QWidget;
    auto* const list = new QVBoxLayout(inside);
    list->setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(8));
    list->setSpacing(scaled(3));
    for (auto const& each : m_found)
        addRecord(*list, each);
    list->addStretch();
    setWidget(inside);
    inside->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    setPalette(ui::palette(m_console.theme()));
    updateGeometry();
}

void PremiseDetails::addRecord(QVBoxLayout& list, core::PremiseFound const& found) {
    Tokens const& colours = tokens(m_console.theme());
    core::Premise const& premise = *found.premise;
    if (list.count() > 0) {
        auto* const rule = new QFrame;
        rule->setFixedHeight(1);
        rule->setAutoFillBackground(true);
        rule->setBackgroundRole(QPalette::Mid);
        list.addWidget(rule);
    }
    list.addWidget(words(textOf(premise.name), 14, colours.text, QFont::DemiBold));
    QStringList where{awayText(found)};
    if (!premise.address.empty()) where.prepend(textOf(premise.address));
    list.addWidget(words(where.join(QStringLiteral(" · ")), 13, colours.muted));
    if (!premise.hazards.empty())
        list.addWidget(new HazardFlow(chipsOf(found, m_console.premises().hazards(), ChipWords::WithDetail),
                                      m_console.theme()));
    if (!premise.text.empty()) list.addWidget(words(textOf(premise.text), 14, colours.text));
    if (QString const standing = standingText(found); !standing.isEmpty())
        list.addWidget(words(standing, 13, colours.text, QFont::DemiBold));
    if (QString const origin = originText(premise); !origin.isEmpty())
        list.addWidget(words(origin, 12, colours.muted));
    if (premise.hasContact) addContact(list, premise);
}

void PremiseDetails::addContact(QVBoxLayout& list, core::Premise const& premise) {
    Tokens const& colours = tokens(m_console.theme());
    if (auto const told = m_told.find(premise.key); told != m_told.end()) {
        auto* const label = words(told->second, 14, colours.text);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return list.addWidget(label);
    }
    auto* const row = new QHBoxLayout;
    auto* const button = new FlatButton(FlatButton::Weight::Other);
    button->setFont(panelFont(13));
    button->setText(tr("Show contact"));
    button->setAccessibleName(tr("Show contact of %1").arg(textOf(premise.name)));
    connect(button, &QAbstractButton::clicked, this, [this, key = premise.key] { ask(key); });
    row->addWidget(button);
    row->addWidget(words(tr("Who asks is recorded."), 12, colours.muted), 1);
    list.addLayout(row);
}

void PremiseDetails::ask(std::string const& key) {
    m_console.desk().askContact(
        key, m_console.session(),
        [panel = QPointer(this), key, by = m_console.session().operatorName](auto const& told) {
            // Somebody else may sit here by now, or look at another place.
            bool const isStill = panel && panel->isVisible() && panel->m_console.session().operatorName == by
                                 && std::ranges::any_of(panel->m_found, [&](core::PremiseFound const& each) {
                                        return each.premise->key == key;
                                    });
            if (!isStill) return;
            panel->m_told[key] = told.state == core::ContactAnswer::State::Told
                                     ? tr("Contact: %1").arg(textOf(told.contact))
                                     : contactText(told.state);
            panel->rebuild();
        });
}

} // namespace ob::ui
