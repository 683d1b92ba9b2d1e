// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_labels.h"

#include "ui/map/text_sprite.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <numeric>

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

} // namespace

Sprite MarkLabels::painted(Wish const& wish) {
    bool const isStrong = wish.weight == Weight::Strong;
    Tokens const& t = tokens(m_look.theme);
    TextStyle const style{.pixels = isStrong ? 13 : 12,
                          .weight = isStrong ? QFont::DemiBold : QFont::Normal,
                          .colour = t.text,
                          .halo = t.halo,
                          .haloWidth = 1.8};
    Sprite text = textSprite(wish.text, style, m_look.pixelRatio);
    if (!wish.symbol) return text;
    auto const symbol = m_symbols.plain(*wish.symbol, t.text, t.halo, symbolPixels * m_look.pixelRatio);
    return beside(*symbol, text, static_cast<int>(m_look.pixelRatio));
}

Sprite const& MarkLabels::textOf(Wish const& wish) {
    // Symbols are counted from a private plane, so that no text begins as another with its symbol does.
    QString const key =
        wish.symbol ? QChar(0xE000 + static_cast<char16_t>(*wish.symbol)) + wish.text : wish.text;
    std::shared_ptr<Sprite const>& sprite = (wish.weight == Weight::Strong ? m_strong : m_plain)[key];
    if (!sprite) sprite = std::make_shared<Sprite const>(painted(wish));
    return *sprite;
}

QSize MarkLabels::guess(Wish const& wish) const {
    double width = wish.symbol ? 7 + symbolPixels : 7;
    for (QChar const letter : wish.text)
        width += letter.unicode() < 0x2E80 ? 6.6 : 12;
    return (QSizeF(width, 24) * m_look.pixelRatio).toSize();
}

std::array<QPoint, 8> MarkLabels::placesFor(Wish const& wish, QSize text) const {
    int const trim = static_cast<int>(2 * m_look.pixelRatio);
    int const trimDown = static_cast<int>(5 * m_look.pixelRatio);
    int const gap = static_cast<int>(3 * m_look.pixelRatio); // more than a cell, so that the mark is not met
    int const across = (wish.mark.width() + text.width()) / 2 - trim + gap;
    int const down = (wish.mark.height() + text.height()) / 2 - trimDown + gap;
    std::array<QPoint, 8> places{QPoint(across, 0),     QPoint(-across, 0),    QPoint(0, down),
                                 QPoint(0, -down),      QPoint(across, down),  QPoint(across, -down),
                                 QPoint(-across, down), QPoint(-across, -down)};
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
    int const trim = static_cast<int>(2 * look.pixelRatio);
    int const trimDown = static_cast<int>(5 * look.pixelRatio); // fonts leave room above and below
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
                return isFree(QRect(wish.at + place - QPoint(about.width() / 2, about.height() / 2), about)
                                  .adjusted(2 * trim, trimDown, -2 * trim, -trimDown));
            }))
            continue;
        Sprite const& text = textOf(wish);
        auto const places = placesFor(wish, text.image.size());
        auto const boxAt = [&](QPoint place) {
            return text.rectAt(wish.at + place).adjusted(trim, trimDown, -trim, -trimDown);
        };
        auto found = std::find_if(places.begin(), places.end(), [&](QPoint place) {
            return isFree(boxAt(place)) && around.crossed.isFree(boxAt(place));
        });
        if (found == places.end())
            found = std::find_if(places.begin(), places.end(),
                                 [&](QPoint place) { return isFree(boxAt(place)); });
        if (found == places.end()) continue;
        around.taken.take(boxAt(*found));
        stamps.push_back({&text, text.rectAt(wish.at + *found).topLeft()});
    }
}

} // namespace ob::ui
