// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_labels.h"

#include "ui/map/text_sprite.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace ob::ui {

namespace {

constexpr int symbolPixels = 16;

/// One picture of both, side by side; the anchor is its middle.
Sprite beside(Sprite const& symbol, Sprite const& text, int overlap) {
    QSize const size(symbol.image.width() + text.image.width() - overlap,
                     std::max(symbol.image.height(), text.image.height()));
    Sprite both{QImage(size, QImage::Format_ARGB32_Premultiplied), QPoint(size.width(), size.height()) / 2};
    both.image.fill(Qt::transparent);
    QPainter painter(&both.image);
    painter.drawImage(0, (size.height() - symbol.image.height()) / 2, symbol.image);
    painter.drawImage(symbol.image.width() - overlap, (size.height() - text.image.height()) / 2, text.image);
    return both;
}

/// So much of a text's picture is empty, logical pixels: fonts leave room above and below.
constexpr int trimAcross = 2;
constexpr int trimDown = 5;

QRect withoutRoom(QRect const& picture, double ratio) {
    int const x = static_cast<int>(trimAcross * ratio);
    int const y = static_cast<int>(trimDown * ratio);
    return picture.adjusted(x, y, -x, -y);
}

Sprite onPlate(Sprite text, QColor ground, double ratio) {
    QPainter painter(&text.image);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOver);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    int const edge = static_cast<int>(2 * ratio);
    QRect const plate = withoutRoom(text.image.rect(), ratio).adjusted(-edge, -edge, edge, edge);
    painter.drawRoundedRect(QRectF(plate & text.image.rect()), 3 * ratio, 3 * ratio);
    return text;
}

} // namespace

Sprite MarkLabels::painted(Wish const& wish, Ground ground) {
    bool const isStrong = wish.weight == Weight::Strong;
    Tokens const& t = tokens(m_look.theme);
    TextStyle const style{.pixels = isStrong ? 13 : 12,
                          .weight = isStrong ? QFont::DemiBold : QFont::Normal,
                          .colour = t.text,
                          .halo = t.halo,
                          .haloWidth = 1.8};
    Sprite text = textSprite(wish.text, style, m_look.pixelRatio);
    if (wish.symbol) {
        auto const symbol = m_symbols.plain(*wish.symbol, t.text, t.halo, symbolPixels * m_look.pixelRatio);
        text = beside(*symbol, text, static_cast<int>(m_look.pixelRatio));
    }
    switch (ground) {
    case Ground::None: break;
    case Ground::Plate: return onPlate(std::move(text), t.panel, m_look.pixelRatio);
    }
    return text;
}

Sprite const& MarkLabels::textOf(Wish const& wish, Ground ground) {
    // Symbols are counted from a private plane, so that no text begins as another with its symbol does.
    QString key = wish.symbol ? QChar(0xE000 + static_cast<char16_t>(*wish.symbol)) + wish.text : wish.text;
    if (ground == Ground::Plate) key.prepend(QChar(0xF000));
    std::shared_ptr<Sprite const>& sprite = (wish.weight == Weight::Strong ? m_strong : m_plain)[key];
    if (!sprite) sprite = std::make_shared<Sprite const>(painted(wish, ground));
    return *sprite;
}

QSize MarkLabels::guess(Wish const& wish) const {
    double width = wish.symbol ? 7 + symbolPixels : 7;
    for (QChar const letter : wish.text)
        width += letter.unicode() < 0x2E80 ? 6.6 : 12;
    return (QSizeF(width, 24) * m_look.pixelRatio).toSize();
}

MarkLabels::Places MarkLabels::placesFor(Wish const& wish, QSize text) const {
    double const ratio = m_look.pixelRatio;
    int const gap = static_cast<int>(3 * ratio); // more than a cell, so that the mark is not met
    int const across = (wish.mark.width() + text.width()) / 2 - static_cast<int>(trimAcross * ratio) + gap;
    int const down = (wish.mark.height() + text.height()) / 2 - static_cast<int>(trimDown * ratio) + gap;
    int const half = down / 2;
    int const along = across / 2;
    Places places{QPoint(across, 0),    QPoint(-across, 0),    QPoint(0, down),       QPoint(0, -down),
                  QPoint(across, down), QPoint(across, -down), QPoint(-across, down), QPoint(-across, -down),
                  QPoint(across, half), QPoint(across, -half), QPoint(-across, half), QPoint(-across, -half),
                  QPoint(along, down),  QPoint(along, -down),  QPoint(-along, down),  QPoint(-along, -down)};
    if (wish.first == FirstPlace::Below) std::swap(places[0], places[2]);
    return places;
}

void MarkLabels::place(MarkAtlas::Look const& look, Surroundings const& around, std::vector<Stamp>& stamps) {
    if (look != m_look || m_plain.size() > textLimit || m_strong.size() > textLimit) {
        m_plain.clear();
        m_strong.clear();
        m_look = look;
    }
    m_order.resize(m_wishes.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::stable_sort(m_order.begin(), m_order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_wishes[a].rank > m_wishes[b].rank;
    });
    QRect const view(QPoint(0, 0), around.taken.size());
    auto const isFree = [&](QRect const& box) {
        return view.contains(box) && around.taken.isFree(box)
               && std::none_of(around.glass.begin(), around.glass.end(),
                               [&](QRect const& plate) { return plate.intersects(box); });
    };
    for (std::uint32_t const index : m_order) {
        Wish const& wish = m_wishes[index];
        // Painting a text costs a hundred times as much as asking whether one of about its size would fit.
        QSize const about = guess(wish);
        auto const rough = placesFor(wish, about);
        if (std::none_of(rough.begin(), rough.end(), [&](QPoint place) {
                QRect const box(wish.at + place - QPoint(about.width() / 2, about.height() / 2), about);
                int const unsure = static_cast<int>(trimAcross * look.pixelRatio);
                return isFree(withoutRoom(box, look.pixelRatio).adjusted(unsure, 0, -unsure, 0));
            }))
            continue;
        Sprite const* text = &textOf(wish, Ground::None);
        auto const places = placesFor(wish, text->image.size());
        auto const boxAt = [&](QPoint place) {
            return withoutRoom(text->rectAt(wish.at + place), look.pixelRatio);
        };
        auto found = std::find_if(places.begin(), places.end(), [&](QPoint place) {
            return isFree(boxAt(place)) && around.crossed.isFree(boxAt(place));
        });
        if (found == places.end()) {
            auto const usual = places.begin() + besideMark;
            found = std::find_if(places.begin(), usual, [&](QPoint place) { return isFree(boxAt(place)); });
            if (found == usual) continue;
            text = &textOf(wish, Ground::Plate);
        }
        around.taken.take(boxAt(*found));
        stamps.push_back({text, text->rectAt(wish.at + *found).topLeft()});
    }
}

} // namespace ob::ui
