// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/suggesting_edit.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ob::ui {

/// Lies over the form; a child, so that it never leaves the window or takes the focus.
class SuggestingEdit::List final : public QWidget {
  public:
    explicit List(QWidget* parent) : QWidget(parent) {
        auto* const layout = new QVBoxLayout(this);
        layout->setContentsMargins(1, 1, 1, 1);
        layout->setSpacing(0);
        hide();
    }
    void show(std::vector<ListLine> const& lines, std::function<void(int)> const& take) {
        qDeleteAll(m_rows);
        m_rows.clear();
        for (std::size_t index = 0; index < lines.size(); ++index) {
            auto* const row = new LineButton(this);
            row->setFocusPolicy(Qt::NoFocus);
            row->show(lines[index]);
            connect(row, &QAbstractButton::pressed, this, [take, index] { take(static_cast<int>(index)); });
            layout()->addWidget(row);
            row->setVisible(true); // a child of what is visible already is hidden at first
            m_rows.push_back(row);
        }
        layout()->activate();
    }
    void mark(int marked) {
        for (int index = 0; index < static_cast<int>(m_rows.size()); ++index)
            m_rows.at(static_cast<std::size_t>(index))->mark(index == marked);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::Link));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

  private:
    std::vector<LineButton*> m_rows;
};

SuggestingEdit::SuggestingEdit(Preselect preselect, QWidget* parent)
    : QLineEdit(parent), m_preselect(preselect) {
    setFrame(false);
    connect(this, &QLineEdit::textEdited, this, [this] { lookUp(); });
}

SuggestingEdit::~SuggestingEdit() { delete m_list; }

void SuggestingEdit::suggest(Suggest suggest, QWidget* ground) {
    m_suggest = std::move(suggest);
    m_ground = ground;
}

bool SuggestingEdit::isListOpen() const { return m_list && m_list->isVisible(); }

void SuggestingEdit::closeList() {
    if (m_list) m_list->hide();
    m_lines.clear();
    m_marked = -1;
    setAccessibleDescription({});
}

void SuggestingEdit::lookUp() {
    m_lines = m_suggest && m_ground ? m_suggest(text()) : std::vector<ListLine>{};
    if (m_lines.empty()) return closeList();
    openList();
    // What nobody has typed anything of is not taken by Tab or Enter.
    moveTo(m_preselect == Preselect::First && !text().isEmpty() ? 0 : -1);
}

void SuggestingEdit::openList() {
    if (!m_list) m_list = new List(m_ground);
    m_list->show(m_lines, [this](int index) {
        m_marked = index;
        takeMarked();
    });
    QWidget const* const frame = parentWidget() == m_ground ? this : parentWidget();
    QPoint const corner = frame->mapTo(m_ground, QPoint(0, 0));
    int const height = m_list->sizeHint().height();
    int const below = corner.y() + frame->height();
    bool const fits = below + height <= m_ground->height() || below + height / 2 <= m_ground->height();
    m_list->setGeometry(corner.x(), fits ? below : std::max(0, corner.y() - height),
                        m_ground->width() - corner.x() - 8, height);
    m_list->raise();
    m_list->setVisible(true);
}

void SuggestingEdit::moveTo(int marked) {
    m_marked = marked;
    m_list->mark(marked);
    if (marked < 0) return setAccessibleDescription({});
    ListLine const& line = m_lines.at(static_cast<std::size_t>(marked));
    setAccessibleDescription(line.words + QLatin1Char(' ') + line.aside);
}

bool SuggestingEdit::takeMarked() {
    if (!isListOpen() || m_marked < 0) return false;
    auto const index = static_cast<std::size_t>(m_marked);
    m_list->hide();
    m_marked = -1;
    Q_EMIT taken(index);
    closeList();
    return true;
}

bool SuggestingEdit::event(QEvent* event) {
    // Tab never comes as a key press where the focus can go on.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab)
        takeMarked();
    return QLineEdit::event(event);
}

void SuggestingEdit::keyPressEvent(QKeyEvent* event) {
    int const last = static_cast<int>(m_lines.size()) - 1;
    bool const isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (isPlain ? event->key() : 0) {
    case Qt::Key_Down:
        if (isListOpen())
            moveTo(std::min(m_marked + 1, last));
        else
            lookUp();
        return;
    case Qt::Key_Up:
        if (isListOpen()) moveTo(std::max(m_marked - 1, m_preselect == Preselect::First ? 0 : -1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeMarked();
        closeList();
        Q_EMIT finished();
        return;
    case Qt::Key_Escape:
        if (!isListOpen()) break;
        closeList();
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

/// By the mouse alone: a click into it offers what there is.
void SuggestingEdit::mousePressEvent(QMouseEvent* event) {
    QLineEdit::mousePressEvent(event);
    if (!isListOpen()) lookUp();
}

void SuggestingEdit::focusOutEvent(QFocusEvent* event) {
    closeList();
    QLineEdit::focusOutEvent(event);
}

} // namespace ob::ui
