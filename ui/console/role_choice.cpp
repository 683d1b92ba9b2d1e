// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/role_choice.h"

#include "ui/text/argument_text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace ob::ui {
namespace {

class RoleChoiceText {
    Q_DECLARE_TR_FUNCTIONS(RoleChoiceText)
};

/// By bit, as refusals name them.
constexpr std::array<char const*, 8> names{"callTaker", "dispatcher", "dutyOfficer", "supervisor",
                                           "arbiter",   "trainer",    "auditor",     "admin"};

/// A square of one pixel with a tick: seen in both themes, also when nothing is chosen.
class RoleBox : public QCheckBox {
  public:
    RoleBox(Console& console, QWidget* parent) : QCheckBox(parent), m_console(console) {
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override {
        QFontMetrics const metrics(font());
        return {metrics.horizontalAdvance(text()) + metrics.height() * 7 / 4, metrics.height() * 6 / 5};
    }

  protected:
    bool hitButton(QPoint const& where) const override { return rect().contains(where); }
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        Tokens const& colours = tokens(m_console.theme());
        int const side = QFontMetrics(font()).ascent();
        QRect const box(0, (height() - side) / 2, side, side);
        painter.fillRect(box, colours.raised);
        painter.setPen(QPen(hasFocus() ? colours.selectedEdge : colours.muted, hasFocus() ? 2 : 1));
        double const inset = hasFocus() ? 1 : 0.5;
        painter.drawRect(QRectF(box).adjusted(inset, inset, -inset, -inset));
        painter.setPen(colours.text);
        painter.setFont(font());
        painter.drawText(rect().adjusted(side + side / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
        if (!isChecked()) return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.text, 2));
        QRectF const inner(box);
        painter.drawPolyline(QPolygonF{{inner.left() + side * 0.22, inner.top() + side * 0.52},
                                       {inner.left() + side * 0.42, inner.top() + side * 0.72},
                                       {inner.left() + side * 0.78, inner.top() + side * 0.28}});
    }

  private:
    Console& m_console;
};

bool hasBit(std::uint8_t roles, std::size_t bit) { return (roles >> bit & 1u) != 0; }

} // namespace

RoleChoice::RoleChoice(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_title(new QLabel(this)) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_title, 0, 0, 1, 2);
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit) {
        m_boxes[bit] = new RoleBox(m_console, this);
        m_boxes[bit]->setObjectName(QLatin1StringView(names[bit]));
    }
    connect(&console, &Console::themeChanged, this, [this] { dress(); });
    offer(0);
    dress();
    translate();
}

void RoleChoice::offer(std::uint8_t roles) {
    m_offered = roles;
    auto* const grid = static_cast<QGridLayout*>(layout());
    int place = 0;
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit) {
        bool const isOffered = hasBit(roles, bit);
        grid->removeWidget(m_boxes[bit]);
        m_boxes[bit]->setVisible(isOffered);
        m_boxes[bit]->setChecked(isOffered);
        if (!isOffered) continue;
        grid->addWidget(m_boxes[bit], 1 + place / 2, place % 2);
        ++place;
    }
    m_title->setVisible(roles != 0);
}

std::uint8_t RoleChoice::chosen() const {
    unsigned roles = 0;
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit)
        if (m_boxes[bit]->isChecked()) roles |= 1u << bit;
    return static_cast<std::uint8_t>(roles & m_offered);
}

void RoleChoice::translate() {
    m_title->setText(RoleChoiceText::tr("Roles that are taken up now"));
    for (std::size_t bit = 0; bit < m_boxes.size(); ++bit)
        m_boxes[bit]->setText(roleWord(names[bit]));
}

void RoleChoice::dress() {
    Tokens const& colours = tokens(m_console.theme());
    QPalette look = ob::ui::palette(m_console.theme());
    look.setColor(QPalette::Base, colours.raised);
    for (auto* const box : m_boxes)
        box->setPalette(look);
    look.setColor(QPalette::WindowText, colours.muted);
    m_title->setPalette(look);
}

void RoleChoice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
