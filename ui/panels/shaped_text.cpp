// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/shaped_text.h"

#include <QCache>
#include <QFontMetrics>
#include <QHashFunctions>
#include <QTextLayout>

#include <cmath>

namespace ob::ui {
namespace {

struct Key {
    QString words;
    int pixels;
    int weight;
    int room; ///< 0: whole

    friend bool operator==(Key const&, Key const&) = default;
    friend std::size_t qHash(Key const& key, std::size_t seed) {
        return qHashMulti(seed, key.words, key.pixels, key.weight, key.room);
    }
};

/// Some screens full of rows.
constexpr int mostRemembered = 4000;

/// Of the tallest font that the line takes its glyphs from.
int ascentOf(QString const& words, QFont const& font) {
    QTextLayout layout(words, font);
    layout.beginLayout();
    auto const line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? static_cast<int>(std::round(line.ascent())) : 0;
}

ShapedText const& remembered(Key const& key, QFont const& font) {
    static QCache<Key, ShapedText> cache(mostRemembered);
    if (auto const* const known = cache.object(key)) return *known;
    QFontMetrics const metrics(font);
    auto* const made = new ShapedText;
    made->glyphs.setTextFormat(Qt::PlainText);
    made->glyphs.setPerformanceHint(QStaticText::AggressiveCaching);
    made->glyphs.setText(key.room == 0 ? key.words : metrics.elidedText(key.words, Qt::ElideRight, key.room));
    made->glyphs.prepare({}, font);
    made->width = static_cast<int>(std::ceil(made->glyphs.size().width()));
    made->height = metrics.height();
    made->lift = ascentOf(made->glyphs.text(), font) - metrics.ascent();
    cache.insert(key, made);
    return *made;
}

} // namespace

ShapedText const& shapedText(QString const& words, QFont const& font, int room) {
    Key key{words, font.pixelSize(), font.weight(), 0};
    auto const& whole = remembered(key, font);
    if (whole.width <= room) return whole;
    key.room = room;
    return remembered(key, font);
}

} // namespace ob::ui
