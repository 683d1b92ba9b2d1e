// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/priority_row.h"

#include "ui/panels/row_pen.h"
#include "ui/text/state_text.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ob::ui {
namespace {

class PriorityRowText {
    Q_DECLARE_TR_FUNCTIONS(PriorityRowText)
};

constexpr int margin = 2;

core::Priority priorityAt(std::size_t index) { return static_cast<core::Priority>(index + 1); }

class PriorityButton final : public QAbstractButton {
  public:
    PriorityButton(std::size_t index, QWidget* parent) : QAbstractButton(parent), m_index(index) {
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setText(wordOf(priorityAt(index)));
        setAccessibleName(text());
    }
    void use(Theme theme) {
        m_theme = theme;
        update();
    }
    void show(bool counts, bool isChosen) {
        setChecked(counts);
        m_isChosen = isChosen;
        update();
    }

  protected:
    void nextCheckState() override {} // whoever owns the row says what is checked
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        Tokens const& t = tokens(m_theme);
        QRect const edge = rect().adjusted(0, 0, -1, -1);
        painter.fillRect(rect(), isChecked() ? t.priority.at(m_index) : t.raised);
        painter.setPen(t.line);
        if (!isChecked()) {
            painter.drawRect(edge);
            painter.fillRect(QRect(0, 0, 3, height()), t.priority.at(m_index));
        }
        painter.setFont(panelFont(14, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isChecked() ? t.numeral.at(m_index) : t.muted);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (m_isChosen)
            painter.fillRect(QRect(scaled(12), height() - 4, width() - 2 * scaled(12), 2),
                             t.numeral.at(m_index));
    }

  private:
    std::size_t m_index;
    Theme m_theme = Theme::Night;
    bool m_isChosen = false;
};

} // namespace

PriorityRow::PriorityRow(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(4);
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        m_buttons.at(index) = new PriorityButton(index, this);
        layout->addWidget(m_buttons.at(index));
        connect(m_buttons.at(index), &QAbstractButton::clicked, this,
                [this, index] { choose(priorityAt(index)); });
    }
    restate();
}

void PriorityRow::use(Theme theme) {
    for (auto* const button : m_buttons)
        static_cast<PriorityButton*>(button)->use(theme);
}

void PriorityRow::show(std::optional<core::Priority> chosen, std::optional<core::Priority> ofType) {
    m_chosen = chosen;
    m_ofType = ofType;
    restate();
}

void PriorityRow::choose(core::Priority priority) {
    m_chosen = m_chosen == priority ? std::nullopt : std::optional(priority);
    restate();
    Q_EMIT changed();
}

void PriorityRow::restate() {
    auto const counting = m_chosen ? m_chosen : m_ofType;
    for (std::size_t index = 0; index < m_buttons.size(); ++index)
        static_cast<PriorityButton*>(m_buttons.at(index))
            ->show(counting == priorityAt(index), m_chosen == priorityAt(index));
    retranslate();
}

void PriorityRow::retranslate() {
    setAccessibleName(PriorityRowText::tr("Priority"));
    for (auto* const button : m_buttons)
        button->setFixedSize(scaled(48), scaled(24));
    auto const counting = m_chosen ? m_chosen : m_ofType;
    setAccessibleDescription(!counting ? QString()
                             : m_chosen
                                 ? wordOf(*counting)
                                 : PriorityRowText::tr("%1, as the type has it").arg(wordOf(*counting)));
}

void PriorityRow::keyPressEvent(QKeyEvent* event) {
    int const step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) return QWidget::keyPressEvent(event);
    auto const counting = m_chosen ? m_chosen : m_ofType;
    int const next = std::clamp(static_cast<int>(counting.value_or(core::Priority::P3)) + step, 1, 4);
    m_chosen = static_cast<core::Priority>(next);
    restate();
    Q_EMIT changed();
}

void PriorityRow::focusInEvent(QFocusEvent*) { update(); }
void PriorityRow::focusOutEvent(QFocusEvent*) { update(); }

void PriorityRow::paintEvent(QPaintEvent*) {
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Link));
    int const end = m_buttons.back()->geometry().right() + margin;
    painter.drawRect(
        QRect(0, m_buttons.front()->y() - margin, end, m_buttons.front()->height() + 2 * margin - 1));
}

} // namespace ob::ui
