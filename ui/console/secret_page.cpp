// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/secret_page.h"

#include "ui/text/sign_in_text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ob::ui {

SecretPage::SecretPage(Console& console, OperatorPort& operators, QWidget* parent)
    : QWidget(parent), m_console(console), m_operators(operators), m_card(new QWidget(this)),
      m_title(new QLabel(m_card)), m_message(new QLabel(m_card)) {
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    connect(&console, &Console::ticked, this, &SecretPage::tick);
}

void SecretPage::place() {
    auto* const page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(m_card, 0, Qt::AlignHCenter);
    page->addStretch(3);
}

int SecretPage::pixels() const { return font().pixelSize() > 0 ? font().pixelSize() : 14; }

QPalette SecretPage::dressCard() {
    QPalette const look = ob::ui::palette(m_console.theme());
    m_title->setFont(uiFont(pixels() * 20 / 14, QFont::DemiBold));
    m_title->setPalette(look);
    m_message->setFont(uiFont(pixels(), QFont::DemiBold));
    m_message->setMinimumHeight(QFontMetrics(m_message->font()).height() * 2);
    m_message->setPalette(look);
    update();
    return look;
}

void SecretPage::say(QString const& words) {
    m_message->setText(words);
    m_message->setAccessibleName(words);
}

bool SecretPage::isWaiting() {
    if (!m_waitUntil || m_console.now() >= *m_waitUntil) return false;
    tick();
    return true;
}

void SecretPage::waitAfter(SignInAnswer const& answer) {
    m_waitUntil.reset();
    if (answer.wait > core::Duration()) m_waitUntil = m_console.now() + answer.wait;
}

void SecretPage::startRound() {
    ++m_round;
    m_isBusy = false;
    m_waitUntil.reset();
}

void SecretPage::tick() {
    if (!m_waitUntil) return;
    auto const left = *m_waitUntil - m_console.now();
    if (left > core::Duration()) return say(waitText(left));
    m_waitUntil.reset();
    say({});
}

void SecretPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.window);
    QRect const card = m_card->geometry();
    painter.fillRect(card, colours.panel);
    painter.setPen(colours.line);
    painter.drawRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace ob::ui
