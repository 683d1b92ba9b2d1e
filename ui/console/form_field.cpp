// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/form_field.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

namespace ob::ui {
namespace {

class FormFieldText {
    Q_DECLARE_TR_FUNCTIONS(FormFieldText)
};

} // namespace

FormField::FormField(Console& console, Kind kind, QWidget* parent)
    : QWidget(parent), m_console(console), m_kind(kind), m_line(new QLineEdit(this)) {
    m_line->setFrame(false);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    if (kind == Kind::Secret) {
        m_line->setEchoMode(QLineEdit::Password);
        m_line->setMaxLength(1024);
        m_line->setContextMenuPolicy(Qt::NoContextMenu);
    }
    connect(m_line, &QLineEdit::returnPressed, this, &FormField::entered);
    connect(&console, &Console::themeChanged, this, [this] { dress(); });
    dress();
}

void FormField::name(QString const& label) {
    m_name = label;
    m_line->setAccessibleName(label);
    update();
}

void FormField::remark(QString const& words) {
    if (m_remark == words) return;
    m_remark = words;
    m_line->setAccessibleDescription(words);
    update();
}

core::SecretText FormField::takeSecret() {
    QByteArray bytes = m_line->text().toUtf8();
    core::SecretText secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    core::wipe({reinterpret_cast<std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size())});
    m_line->setText({}); // unlike clear(), this forgets what could be undone
    return secret;
}

QSize FormField::sizeHint() const {
    QFontMetrics const metrics(font());
    return {metrics.averageCharWidth() * 40, metrics.height() + 4 + metrics.height() * 8 / 5};
}

QRect FormField::box() const {
    int const top = QFontMetrics(font()).height() + 4;
    return {0, top, width(), height() - top};
}

void FormField::resizeEvent(QResizeEvent*) { m_line->setGeometry(box().adjusted(8, 2, -8, -2)); }

void FormField::dress() {
    Tokens const& colours = tokens(m_console.theme());
    QPalette look = ob::ui::palette(m_console.theme());
    look.setColor(QPalette::Base, colours.raised);
    look.setColor(QPalette::Highlight, colours.selectedEdge);
    look.setColor(QPalette::HighlightedText, Qt::white);
    m_line->setPalette(look);
    update();
}

void FormField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QWidget::changeEvent(event);
}

void FormField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    QRect const heading(0, 0, width(), QFontMetrics(font()).height());
    painter.setFont(font());
    painter.setPen(colours.muted);
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter, m_name);
    QString const beside = m_isCapsLockOn ? FormFieldText::tr("Caps Lock is on") : m_remark;
    painter.setPen(colours.text);
    painter.drawText(heading, Qt::AlignRight | Qt::AlignVCenter, beside);
    bool const isFocused = m_line->hasFocus();
    painter.fillRect(box(), colours.raised);
    painter.setPen(QPen(isFocused ? colours.selectedEdge : colours.line, isFocused ? 2 : 1));
    double const inset = isFocused ? 1 : 0.5;
    painter.drawRect(QRectF(box()).adjusted(inset, inset, -inset, -inset));
}

bool FormField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
        if (event->type() == QEvent::FocusOut) showCapsLock(false);
    }
    if (event->type() == QEvent::KeyPress && m_kind == Kind::Secret)
        noteCapsLock(static_cast<QKeyEvent const&>(*event));
    return QWidget::eventFilter(watched, event);
}

/// Qt cannot be asked, so it is seen from what a letter became.
void FormField::noteCapsLock(QKeyEvent const& event) {
    if (event.text().size() != 1 || !event.text()[0].isLetter()) return;
    bool const isShifted = event.modifiers().testFlag(Qt::ShiftModifier);
    QChar const letter = event.text()[0];
    if (letter.isUpper() || letter.isLower()) showCapsLock(letter.isUpper() != isShifted);
}

void FormField::showCapsLock(bool isOn) {
    if (std::exchange(m_isCapsLockOn, isOn) == isOn) return;
    m_line->setAccessibleDescription(isOn ? FormFieldText::tr("Caps Lock is on") : m_remark);
    update();
}

} // namespace ob::ui
