// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/look_back_bar.h"

#include "ui/lookback/look_back_keys.h"
#include "ui/lookback/typed_moment.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace ob::ui {
namespace {

constexpr int slowMs = 150;

QString signedText(int minutes) {
    return (minutes < 0 ? QStringLiteral("−") : QStringLiteral("+")) + QString::number(std::abs(minutes));
}

} // namespace

LookBackBar::LookBackBar(LookBack& look, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent), m_look(look), m_actions(actions), m_time(new QLineEdit), m_state(new QLabel),
      m_first(new QLabel), m_slider(new QSlider(Qt::Horizontal)), m_last(new QLabel) {
    build();
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, &LookBackBar::tellState);
    connect(&look, &LookBack::changed, this, &LookBackBar::follow);
    connect(&look.console(), &Console::ticked, this, &LookBackBar::follow); // now goes on
    connect(&look.console(), &Console::themeChanged, this, &LookBackBar::dress);
    connect(m_time, &QLineEdit::returnPressed, this, &LookBackBar::takeTyped);
    connect(m_slider, &QSlider::valueChanged, this, &LookBackBar::slideTo);
    m_time->installEventFilter(this);
    m_slider->installEventFilter(this);
    translate();
    follow();
}

void LookBackBar::build() {
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6));
    rows->setSpacing(scaled(4));
    auto* const upper = new QHBoxLayout;
    upper->setSpacing(scaled(4));
    m_time->setObjectName(QStringLiteral("moment"));
    rows->addLayout(upper);
    auto const place = [&](char const* id) {
        addButton(lookBackKey(id));
        upper->addWidget(m_buttons.back().button);
    };
    place("lookback.back15");
    place("lookback.back5");
    place("lookback.back1");
    upper->addWidget(m_time);
    place("lookback.on1");
    place("lookback.on5");
    place("lookback.on15");
    upper->addSpacing(scaled(12));
    place("lookback.play1");
    place("lookback.play10");
    place("lookback.play60");
    upper->addSpacing(scaled(12));
    upper->addWidget(m_state, 1);
    auto* const lower = new QHBoxLayout;
    lower->setSpacing(scaled(8));
    lower->addWidget(m_first);
    lower->addWidget(m_slider, 1);
    lower->addWidget(m_last);
    rows->addLayout(lower);
    m_slider->setSingleStep(60);
    m_slider->setPageStep(15 * 60);
    m_state->setWordWrap(true);
    m_actions.add({.id = "lookback.time",
                   .menu = ActionRegistry::Menu::Go,
                   .keys = {lookBackKey("lookback.time").key},
                   .text = [] { return wordsOf(lookBackKey("lookback.time")); },
                   .run = [this] { focusTime(); }});
}

void LookBackBar::addButton(LookBackKey const& key) {
    Button button{.id = key.id, .minutes = key.minutes, .speed = key.speed};
    bool const isPlaying = button.speed > 0;
    button.action = m_actions.add({.id = key.id,
                                   .menu = ActionRegistry::Menu::Go,
                                   .keys = {key.key},
                                   .text =
                                       [button] {
                                           return button.speed > 0 ? QStringLiteral("▶ ×%1").arg(button.speed)
                                                                   : signedText(button.minutes);
                                       },
                                   .run =
                                       [this, button] {
                                           if (button.speed == 0)
                                               m_look.move(core::Duration::ofMinutes(button.minutes));
                                           else
                                               m_look.play(m_look.speed() == button.speed ? 0 : button.speed);
                                       },
                                   .isCheckable = isPlaying});
    button.button = new QToolButton;
    button.button->setDefaultAction(button.action);
    button.button->setFocusPolicy(Qt::TabFocus);
    m_buttons.push_back(button);
}

void LookBackBar::focusTime() {
    m_time->setFocus(Qt::ShortcutFocusReason);
    m_time->selectAll();
}

void LookBackBar::translate() {
    m_time->setAccessibleName(tr("Moment that is shown"));
    m_slider->setAccessibleName(tr("Moment that is shown, over all that this desk knows"));
    for (auto const& each : m_buttons) {
        QString const words = wordsOf(lookBackKey(each.id));
        each.action->setToolTip(words + QStringLiteral(" (")
                                + each.action->shortcut().toString(QKeySequence::NativeText)
                                + QLatin1Char(')'));
        each.button->setAccessibleName(words);
    }
    dress();
}

void LookBackBar::dress() {
    Tokens const& colours = tokens(m_look.console().theme());
    QPalette look = palette();
    look.setColor(QPalette::WindowText, colours.muted);
    for (QLabel* const label : {m_first, m_last, m_state}) {
        label->setPalette(look);
        label->setFont(panelFont(13));
    }
    m_time->setFont(panelFont(16, QFont::DemiBold));
    m_time->setFixedWidth(
        QFontMetrics(m_time->font()).horizontalAdvance(QStringLiteral("2026-00-00 00:00:00")) + scaled(20));
    for (auto const& each : m_buttons) {
        each.button->setFont(panelFont(14));
        each.button->setMinimumWidth(scaled(36));
    }
    tellState();
    update();
}

/// What is typed is left alone.
void LookBackBar::follow() {
    auto& zone = m_look.console().zone();
    QString const time = typedText(m_look.wanted(), zone);
    bool const isTyping = m_time->isModified() && m_time->hasFocus();
    if (!isTyping && m_time->text() != time) m_time->setText(time);
    auto const seconds = [this](core::Instant at) {
        return static_cast<int>(std::clamp<std::int64_t>((at - m_look.first()).milliseconds() / 1000, 0,
                                                         std::numeric_limits<int>::max()));
    };
    {
        QSignalBlocker const quiet(m_slider);
        m_slider->setEnabled(m_look.isShown());
        m_slider->setRange(0, m_look.isShown() ? seconds(m_look.last()) : 0);
        m_slider->setValue(seconds(m_look.wanted()));
    }
    m_first->setText(m_look.isShown() ? typedText(m_look.first(), zone).left(16) : QString());
    m_last->setText(tr("now"));
    for (auto const& each : m_buttons)
        if (each.speed > 0) each.action->setChecked(m_look.speed() == each.speed);
    if (!m_look.isWorking())
        m_slow.stop();
    else if (!m_slow.isActive())
        return m_slow.start();
    tellState();
}

QString LookBackBar::state() const { return m_state->text(); }

/// Amber when it is not just what was asked for.
void LookBackBar::tellState() {
    QString words;
    if (m_isMistyped)
        words = tr("Write 21:40, or 11-22 21:40, or 2026-11-22 21:40.");
    else if (m_look.isWorking() && !m_slow.isActive())
        words = tr("Working …");
    else if (!m_look.problem().empty())
        words =
            tr("The journal cannot be read just now (%1). The console is not affected. Move on to try again.")
                .arg(textOf(m_look.problem()));
    Tokens const& colours = tokens(m_look.console().theme());
    QPalette look = m_state->palette();
    look.setColor(QPalette::WindowText, words.isEmpty() ? colours.muted : colours.priority[1]);
    m_state->setPalette(look);
    m_state->setText(words.isEmpty() ? tr("The board as this desk knew it then") : words);
}

void LookBackBar::takeTyped() {
    auto const at = typedMoment(m_time->text(), {.shown = m_look.wanted(), .now = m_look.last()},
                                m_look.console().zone());
    m_isMistyped = !at;
    if (!at) return tellState();
    m_time->setModified(false);
    m_look.play(0);
    m_look.goTo(*at);
    m_time->selectAll();
}

void LookBackBar::slideTo(int seconds) { m_look.goTo(m_look.first() + core::Duration::ofSeconds(seconds)); }

bool LookBackBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_time && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_isMistyped = false;
        m_time->setModified(false);
        follow();
        m_time->selectAll();
        return true;
    }
    // The line would take them to walk through its words.
    if (watched == m_time && event->type() == QEvent::ShortcutOverride) {
        auto const* const press = static_cast<QKeyEvent*>(event);
        bool const isArrow = press->key() == Qt::Key_Left || press->key() == Qt::Key_Right;
        if (isArrow && press->modifiers().testFlag(Qt::ControlModifier)) {
            event->ignore();
            return true;
        }
    }
    // A click goes there, not a page nearer.
    if (watched == m_slider && event->type() == QEvent::MouseButtonPress) {
        auto const* const press = static_cast<QMouseEvent*>(event);
        if (press->button() == Qt::LeftButton)
            m_slider->setValue(QStyle::sliderValueFromPosition(m_slider->minimum(), m_slider->maximum(),
                                                               press->position().toPoint().x(),
                                                               m_slider->width()));
    }
    return QWidget::eventFilter(watched, event);
}

void LookBackBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

void LookBackBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_look.console().theme());
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
}

} // namespace ob::ui
