// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/sprite.h"

#include <algorithm>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace ob::ui {
namespace {

/// Source over, premultiplied; x·(255-a)/255 rounded as (t + (t >> 8) + 128) >> 8 in both paths, so that
/// their bytes are the same.
std::uint32_t over(std::uint32_t source, std::uint32_t target) {
    std::uint32_t const left = 255 - (source >> 24);
    auto const scaled = [left](std::uint32_t channel) {
        std::uint32_t const t = channel * left + 128;
        return (t + (t >> 8)) >> 8;
    };
    std::uint32_t const result = scaled(target & 0xFF) | scaled((target >> 8) & 0xFF) << 8
                                 | scaled((target >> 16) & 0xFF) << 16 | scaled(target >> 24) << 24;
    return source + result;
}

void blitRow(std::uint32_t const* source, std::uint32_t* target, int count) {
    int i = 0;
#ifdef __SSE2__
    __m128i const zero = _mm_setzero_si128();
    __m128i const half = _mm_set1_epi16(128);
    __m128i const full = _mm_set1_epi16(255);
    for (; i + 4 <= count; i += 4) {
        __m128i const s = _mm_loadu_si128(reinterpret_cast<__m128i const*>(source + i));
        __m128i const alphas = _mm_srli_epi32(s, 24);
        if (_mm_movemask_epi8(_mm_cmpeq_epi32(alphas, zero)) == 0xFFFF) continue;
        __m128i const t = _mm_loadu_si128(reinterpret_cast<__m128i const*>(target + i));
        auto const scaled = [&](__m128i channels, __m128i colours) {
            __m128i alpha = _mm_shufflelo_epi16(colours, _MM_SHUFFLE(3, 3, 3, 3));
            alpha = _mm_shufflehi_epi16(alpha, _MM_SHUFFLE(3, 3, 3, 3));
            __m128i product = _mm_mullo_epi16(channels, _mm_sub_epi16(full, alpha));
            product = _mm_add_epi16(product, half);
            return _mm_srli_epi16(_mm_add_epi16(product, _mm_srli_epi16(product, 8)), 8);
        };
        __m128i const low = scaled(_mm_unpacklo_epi8(t, zero), _mm_unpacklo_epi8(s, zero));
        __m128i const high = scaled(_mm_unpackhi_epi8(t, zero), _mm_unpackhi_epi8(s, zero));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(target + i),
                         _mm_add_epi8(s, _mm_packus_epi16(low, high)));
    }
#endif
    for (; i < count; ++i)
        if (source[i] >> 24) target[i] = over(source[i], target[i]);
}

} // namespace

Sprite trimmed(Sprite const& sprite) {
    QImage const& image = sprite.image;
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        auto const* const line = reinterpret_cast<QRgb const*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(line[x]) != 0) ink |= QRect(x, y, 1, 1);
    }
    if (ink.isEmpty()) return sprite;
    return {image.copy(ink), sprite.anchor - ink.topLeft()};
}

void blit(QImage& target, Stamp const& stamp, int rowOffset) {
    QImage const& image = stamp.sprite->image;
    int const left = std::max(0, stamp.topLeft.x());
    int const right = std::min(target.width(), stamp.topLeft.x() + image.width());
    int const top = std::max(rowOffset, stamp.topLeft.y());
    int const bottom = std::min(rowOffset + target.height(), stamp.topLeft.y() + image.height());
    if (left >= right || top >= bottom) return;
    uchar const* const from = image.constBits();
    uchar* const to = target.bits();
    for (int y = top; y < bottom; ++y) {
        auto const* const source =
            reinterpret_cast<std::uint32_t const*>(from + (y - stamp.topLeft.y()) * image.bytesPerLine());
        auto* const line = reinterpret_cast<std::uint32_t*>(to + (y - rowOffset) * target.bytesPerLine());
        blitRow(source + (left - stamp.topLeft.x()), line + left, right - left);
    }
}

Dot::Dot(Sprite const& sprite) : m_box(sprite.rectAt({0, 0})) {
    for (int y = 0; y < sprite.image.height(); ++y)
        for (int x = 0; x < sprite.image.width(); ++x)
            if (QRgb const pixel = sprite.image.pixel(x, y); qAlpha(pixel) > 127)
                m_pixels.push_back({QPoint(x, y) - sprite.anchor, pixel | 0xFF000000});
}

void Dot::layOn(QImage& target, QPoint place, int rowOffset) const {
    int const left = place.x() + m_box.left();
    int const right = place.x() + m_box.right();
    int const top = place.y() - rowOffset + m_box.top();
    int const bottom = place.y() - rowOffset + m_box.bottom();
    int const width = target.width();
    int const height = target.height();
    if (right < 0 || bottom < 0 || left >= width || top >= height) return;
    bool const isWhole = left >= 0 && top >= 0 && right < width && bottom < height;
    auto* const bits = reinterpret_cast<std::uint32_t*>(target.bits());
    auto const stride = target.bytesPerLine() / 4;
    for (Pixel const& pixel : m_pixels) {
        int const x = place.x() + pixel.at.x();
        int const y = place.y() - rowOffset + pixel.at.y();
        if (isWhole || (x >= 0 && y >= 0 && x < width && y < height)) bits[y * stride + x] = pixel.colour;
    }
}

} // namespace ob::ui
