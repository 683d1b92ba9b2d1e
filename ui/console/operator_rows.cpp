// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/operator_rows.h"

#include "ui/text/argument_text.h"
#include "ui/text/sentence.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int rowsInSight = 6;

} // namespace

class OperatorRows::Delegate : public QStyledItemDelegate {
  public:
    explicit Delegate(OperatorRows& rows) : QStyledItemDelegate(&rows), m_rows(rows) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const override {
        return {0, QFontMetrics(m_rows.font()).height() * 13 / 10};
    }
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        Tokens const& colours = tokens(m_rows.m_console.theme());
        bool const isCurrent = option.state.testFlag(QStyle::State_Selected);
        if (isCurrent) {
            painter->fillRect(option.rect, colours.selectedGround);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
                              colours.selectedEdge);
        }
        QString const name = index.data().toString();
        auto const* const entry = m_rows.find(name);
        QRect const row = option.rect.adjusted(8, 0, -8, 0);
        QFont strong = m_rows.font();
        strong.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter->setFont(strong);
        painter->setPen(colours.text);
        int const half = row.width() * 2 / 5;
        QString const shown = QFontMetrics(strong).elidedText(name, Qt::ElideRight, half);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, shown);
        if (entry == nullptr) return;
        painter->setFont(m_rows.font());
        painter->setPen(colours.muted);
        QString const roles = listed(roleWords(entry->roles));
        painter->drawText(
            row, Qt::AlignRight | Qt::AlignVCenter,
            QFontMetrics(m_rows.font()).elidedText(roles, Qt::ElideRight, row.width() - half - 16));
    }

  private:
    OperatorRows& m_rows;
};

OperatorRows::OperatorRows(Console& console, QWidget* parent) : QListView(parent), m_console(console) {
    setModel(&m_names);
    setItemDelegate(new Delegate(*this));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    connect(this, &QListView::clicked, this,
            [this](QModelIndex const& index) { Q_EMIT picked(index.data().toString()); });
    connect(&console, &Console::themeChanged, this, [this] { dress(); });
    dress();
}

void OperatorRows::show(std::vector<OperatorEntry> operators) {
    m_operators = std::move(operators);
    filter({});
    updateGeometry();
}

void OperatorRows::filter(QString const& typed) {
    QStringList names;
    for (auto const& each : m_operators)
        if (typed.isEmpty() || each.name.contains(typed, Qt::CaseInsensitive)) names << each.name;
    // Whole names stand among their like: nothing to choose from any more shows everybody.
    if (find(typed) != nullptr || names.isEmpty()) {
        names.clear();
        for (auto const& each : m_operators)
            names << each.name;
    }
    if (names != m_names.stringList()) m_names.setStringList(names);
    auto const* const entry = find(typed);
    auto const row = entry != nullptr ? names.indexOf(entry->name) : -1;
    if (row >= 0)
        setCurrentIndex(m_names.index(static_cast<int>(row)));
    else
        setCurrentIndex({});
}

QString OperatorRows::current() const { return currentIndex().data().toString(); }

QString OperatorRows::move(int rows) {
    int const count = m_names.rowCount();
    if (count == 0) return {};
    int const from = currentIndex().isValid() ? currentIndex().row() : (rows > 0 ? -1 : count);
    setCurrentIndex(m_names.index(std::clamp(from + rows, 0, count - 1)));
    return current();
}

OperatorEntry const* OperatorRows::find(QString const& name) const {
    auto const found = std::ranges::find_if(m_operators, [&](OperatorEntry const& each) {
        return each.name.compare(name.simplified(), Qt::CaseInsensitive) == 0;
    });
    return found == m_operators.end() ? nullptr : &*found;
}

QSize OperatorRows::sizeHint() const {
    int const row = QFontMetrics(font()).height() * 13 / 10;
    return {0, row * std::clamp(static_cast<int>(m_operators.size()), 1, rowsInSight)};
}

void OperatorRows::dress() {
    QPalette look = ob::ui::palette(m_console.theme());
    look.setColor(QPalette::Base, tokens(m_console.theme()).panel);
    setPalette(look);
    viewport()->update();
}

void OperatorRows::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) viewport()->update();
    QListView::changeEvent(event);
}

} // namespace ob::ui
