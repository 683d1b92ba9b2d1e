// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/premise_strip.h"

#include "ui/panels/premise_details.h"
#include "ui/panels/row_pen.h"
#include "ui/text/premise_text.h"
#include "ui/text/sentence.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

/// What is open takes at most so much of the inspector.
constexpr int mostHeight = 260;

} // namespace

class PremiseStrip::Line : public QAbstractButton {
  public:
    Line(Console& console, QWidget* parent) : QAbstractButton(parent), m_console(console) {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void tell(std::vector<HazardChip> chips, QString words) {
        m_chips = std::move(chips);
        m_words = std::move(words);
        update();
    }
    QSize sizeHint() const override { return {scaled(200), scaled(30)}; }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        Tokens const& colours = tokens(m_console.theme());
        painter.fillRect(rect(), underMouse() || hasFocus() ? colours.raised : colours.panel);
        if (hasFocus()) painter.fillRect(QRect(0, 0, 2, height()), colours.selectedEdge);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
        int const left = scaled(10);
        QRect room(left, 0, width() - 2 * left, height() - 1);
        RowPen pen(painter, colours);
        int const arrow = pen.text(room, isChecked() ? QStringLiteral("▾") : QStringLiteral("▸"),
                                   {.ink = colours.muted, .align = Qt::AlignRight | Qt::AlignVCenter});
        room.setWidth(room.width() - arrow - scaled(8));
        QFont const font = panelFont(13, QFont::DemiBold);
        int const taken = ChipPen(painter, font, colours).drawRow(room, m_chips);
        room.setLeft(room.left() + taken + (taken > 0 ? scaled(8) : 0));
        if (room.width() > scaled(60)) pen.text(room, m_words, {.ink = colours.muted, .pixels = 13});
    }

  private:
    Console& m_console;
    std::vector<HazardChip> m_chips;
    QString m_words;
};

PremiseStrip::PremiseStrip(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_line(new Line(console, this)),
      m_details(new PremiseDetails(console, this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_details);
    m_details->hide();
    connect(m_line, &QAbstractButton::toggled, this, [this](bool isOpen) { open(isOpen); });
    connect(&console, &Console::premisesChanged, this, [this] { restate(); });
    hide();
}

bool PremiseStrip::isOpen() const { return m_line->isChecked(); }

void PremiseStrip::open(bool isOpen) {
    m_details->setVisible(isOpen);
    m_details->setFixedHeight(
        std::min(m_details->heightFor(std::max(width(), scaled(240))), scaled(mostHeight)));
}

/// Another incident begins closed.
void PremiseStrip::show(std::shared_ptr<core::Incident const> const& incident) {
    bool const isOther = !incident || !m_incident || incident->id != m_incident->id;
    m_incident = incident;
    if (isOther) m_line->setChecked(false);
    restate();
}

void PremiseStrip::restate() {
    auto const found = m_incident ? m_console.premisesAt(*m_incident) : std::vector<core::PremiseFound>();
    setVisible(!found.empty());
    m_details->show(found);
    if (found.empty()) return m_line->setChecked(false);
    auto chips = chipsOf(found, m_console.premises().hazards());
    QString words = textOf(found.front().premise->name);
    if (found.size() > 1) words = tr("%1 and %2 more").arg(words).arg(found.size() - 1);
    if (found.size() == 1)
        if (QString const standing = standingText(found.front()); !standing.isEmpty())
            words = standing + QStringLiteral(" · ") + words;
    m_line->setAccessibleName(tr("Hazards at this place") + QStringLiteral(": ") + spokenChips(chips)
                              + QStringLiteral(", ") + words);
    m_line->setToolTip(cautionText(found, m_console.premises().hazards()));
    m_line->tell(std::move(chips), words);
    if (m_line->isChecked()) open(true);
}

void PremiseStrip::retranslate() {
    m_details->retranslate();
    restate();
}

} // namespace ob::ui
