// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/place_line.h"

#include "ui/console/flat_button.h"
#include "ui/intake/heading.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace ob::ui {
namespace {

class PlaceLineText {
    Q_DECLARE_TR_FUNCTIONS(PlaceLineText)
};

} // namespace

QString degreesText(core::GeoPoint point) {
    return QString::number(point.latitude(), 'f', 5) + QStringLiteral(", ")
           + QString::number(point.longitude(), 'f', 5);
}

PlaceLine::PlaceLine(QWidget* parent)
    : QWidget(parent), m_words(new MutedLabel(this)), m_keep(new FlatButton(FlatButton::Weight::Other, this)),
      m_drop(new FlatButton(FlatButton::Weight::Other, this)),
      m_map(new FlatButton(FlatButton::Weight::Other, this)) {
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_keep);
    layout->addWidget(m_drop);
    layout->addWidget(m_map);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (auto* const button : {m_keep, m_drop, m_map})
        button->setFocusPolicy(
            Qt::ClickFocus); // each has its key, and the way through the fields stays short
    connect(m_keep, &QAbstractButton::clicked, this, &PlaceLine::kept);
    connect(m_drop, &QAbstractButton::clicked, this, &PlaceLine::dropped);
    connect(m_map, &QAbstractButton::clicked, this, &PlaceLine::mapWanted);
    retranslate();
}

void PlaceLine::show(Shown shown) {
    m_shown = std::move(shown);
    restate();
}

void PlaceLine::awaitMap(bool isWaiting) {
    m_isWaiting = isWaiting;
    restate();
}

void PlaceLine::retranslate() {
    m_keep->name(PlaceLineText::tr("Keep"), QStringLiteral("Alt+K"));
    m_drop->name(PlaceLineText::tr("Drop"), QStringLiteral("Alt+X"));
    m_map->name(PlaceLineText::tr("Map"), QStringLiteral("Alt+M"));
    restate();
}

void PlaceLine::restate() {
    m_keep->setVisible(m_shown.asks);
    m_drop->setVisible(m_shown.asks);
    m_map->setVisible(!m_shown.asks);
    m_words->setForegroundRole(m_shown.asks || m_isWaiting ? QPalette::Text : QPalette::PlaceholderText);
    QString words;
    if (m_isWaiting)
        words = PlaceLineText::tr("Click the place on the map …");
    else if (m_shown.asks)
        words = PlaceLineText::tr("Does the point still hold?");
    else if (m_shown.point)
        words = m_shown.context.isEmpty()
                    ? degreesText(*m_shown.point)
                    : m_shown.context + QStringLiteral(" · ") + degreesText(*m_shown.point);
    else
        words = PlaceLineText::tr("No point yet");
    m_words->setText(words);
    m_words->setToolTip(words);
}

} // namespace ob::ui
