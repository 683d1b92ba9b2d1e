// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace ob::ui {
namespace {

std::uint32_t blended(std::uint32_t ground, std::uint32_t colour, std::uint32_t alpha) {
    std::uint32_t const left = 256 - alpha;
    std::uint32_t const redBlue = ((colour & 0xFF00FF) * alpha + (ground & 0xFF00FF) * left) >> 8;
    std::uint32_t const green = ((colour & 0x00FF00) * alpha + (ground & 0x00FF00) * left) >> 8;
    return 0xFF000000 | (redBlue & 0xFF00FF) | (green & 0x00FF00);
}

/// The first cell from `x` on that is not empty; `end` when all are.
int nextEdge(float const* row, int x, int end) {
#ifdef __SSE2__
    __m128 const zero = _mm_setzero_ps();
    for (; x + 4 <= end; x += 4)
        if (_mm_movemask_ps(_mm_cmpneq_ps(_mm_loadu_ps(row + x), zero)) != 0) break;
#endif
    while (x < end && row[x] == 0)
        ++x;
    return x;
}

std::uint32_t alphaOf(float sum) {
    return static_cast<std::uint32_t>(std::clamp(sum, 0.0F, 1.0F) * 256.0F + 0.5F);
}

#ifdef __SSE2__
/// Takes four cells out of the row and lays the colour on as many pixels; the sum up to there.
float layFour(float* cells, std::uint32_t* line, __m128i colour, float sum) {
    __m128 sums = _mm_loadu_ps(cells);
    _mm_storeu_ps(cells, _mm_setzero_ps());
    sums = _mm_add_ps(sums, _mm_castsi128_ps(_mm_slli_si128(_mm_castps_si128(sums), 4)));
    sums = _mm_add_ps(sums, _mm_castsi128_ps(_mm_slli_si128(_mm_castps_si128(sums), 8)));
    sums = _mm_add_ps(sums, _mm_set1_ps(sum));
    __m128 const part = _mm_min_ps(_mm_max_ps(sums, _mm_setzero_ps()), _mm_set1_ps(1));
    __m128i alpha = _mm_cvttps_epi32(_mm_add_ps(_mm_mul_ps(part, _mm_set1_ps(256)), _mm_set1_ps(0.5F)));
    alpha = _mm_packs_epi32(alpha, alpha);
    alpha = _mm_unpacklo_epi16(alpha, alpha);
    __m128i const zero = _mm_setzero_si128();
    auto* const pixels = reinterpret_cast<__m128i*>(line);
    __m128i const ground = _mm_loadu_si128(pixels);
    // A channel's two products make 255 * 256 at most: sixteen bits hold them.
    auto const mixed = [&](__m128i channels, __m128i alphas) {
        __m128i const left = _mm_sub_epi16(_mm_set1_epi16(256), alphas);
        return _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(colour, alphas), _mm_mullo_epi16(channels, left)),
                              8);
    };
    __m128i const low = mixed(_mm_unpacklo_epi8(ground, zero), _mm_unpacklo_epi32(alpha, alpha));
    __m128i const high = mixed(_mm_unpackhi_epi8(ground, zero), _mm_unpackhi_epi32(alpha, alpha));
    _mm_storeu_si128(pixels, _mm_packus_epi16(low, high));
    return _mm_cvtss_f32(_mm_shuffle_ps(sums, sums, _MM_SHUFFLE(3, 3, 3, 3)));
}
#endif

} // namespace

double signedArea(std::span<QPointF const> ring) {
    double area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        QPointF const a = ring[i];
        QPointF const b = ring[i + 1 == ring.size() ? 0 : i + 1];
        area += a.x() * b.y() - b.x() * a.y();
    }
    return area;
}

Coverage::Coverage(int width, int height)
    : m_width(width), m_height(height), m_stride(width + 2),
      m_cells(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height)),
      m_rows(static_cast<std::size_t>(height), Row{width + 2, -1}), m_top(height), m_bottom(-1) {}

void Coverage::add(std::span<QPointF const> ring, bool isReversed) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        addEdge(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1], isReversed ? -1.0F : 1.0F);
}

/// An edge inside one cell, so high, its middle so far into it.
void Coverage::addCell(int y, int x, float part, float into) {
    float* const cell = m_cells.data() + static_cast<std::ptrdiff_t>(y) * m_stride + x;
    Row& touched = m_rows[static_cast<std::size_t>(y)];
    touched = {std::min(touched.first, x), std::max(touched.last, std::min(x + 1, m_width))};
    cell[0] += part * (1 - into);
    cell[1] += part * into;
}

void Coverage::addEdge(QPointF from, QPointF to, float sign) {
    if (from.y() == to.y()) return;
    // Downward edges count one way, upward ones the other.
    float const direction = from.y() < to.y() ? -sign : sign;
    if (from.y() > to.y()) std::swap(from, to);
    if (to.y() <= 0 || from.y() >= m_height || std::min(from.x(), to.x()) >= m_width) return;
    double const slope = (to.x() - from.x()) / (to.y() - from.y());
    int const top = std::max(0, static_cast<int>(std::floor(from.y())));
    int const bottom = std::min(m_height - 1, static_cast<int>(std::ceil(to.y())) - 1);
    m_top = std::min(m_top, top);
    m_bottom = std::max(m_bottom, bottom);
    for (int y = top; y <= bottom; ++y) {
        double const begin = std::max<double>(y, from.y());
        double const end = std::min<double>(y + 1, to.y());
        double const x0 = from.x() + (begin - from.y()) * slope;
        double const x1 = from.x() + (end - from.y()) * slope;
        float const height = static_cast<float>(end - begin) * direction;
        auto const low = static_cast<float>(std::min(x0, x1));
        auto const high = static_cast<float>(std::max(x0, x1));
        int const cell = static_cast<int>(low);
        if (low >= 0 && high < static_cast<float>(m_width) && cell == static_cast<int>(high))
            addCell(y, cell, height, (low + high) / 2 - static_cast<float>(cell)); // nearly all are such
        else
            addSpan(y, low, high, height);
    }
}

/// An edge inside one row, from x0 to x1, so high: what lies to its right is covered.
void Coverage::addSpan(int y, float x0, float x1, float part) {
    float* const row = m_cells.data() + static_cast<std::ptrdiff_t>(y) * m_stride;
    Row& touched = m_rows[static_cast<std::size_t>(y)];
    auto const limit = static_cast<float>(m_width);
    if (x1 <= 0) {
        row[0] += part;
        touched = {0, std::max(touched.last, 0)};
        return;
    }
    if (x0 >= limit) return;
    if (x0 < 0) { // the piece left of the image covers whole rows
        float const outside = part * -x0 / (x1 - x0);
        row[0] += outside;
        touched.first = 0;
        part -= outside;
        x0 = 0;
    }
    if (x1 > limit) {
        part *= (limit - x0) / (x1 - x0);
        x1 = limit;
    }
    int const first = static_cast<int>(x0);
    int const last = std::min(static_cast<int>(x1), m_width);
    touched = {std::min(touched.first, first), std::max(touched.last, std::min(last + 1, m_width))};
    if (first == last) return addCell(y, first, part, (x0 + x1) / 2 - static_cast<float>(first));
    // Area to the left of the edge, cell by cell: a triangle, then trapezia.
    float const perCell = part / (x1 - x0);
    float before = 0;
    for (int x = first; x <= last; ++x) {
        float const from = std::max(x0, static_cast<float>(x));
        float const to = std::min(x1, static_cast<float>(x + 1));
        float const reached = (to - x0) * perCell;
        float const begun = (from - x0) * perCell;
        // Covered area of this cell: what was reached before its right side, weighted by the way left in it.
        float const area = begun * (to - from) + (reached - begun) * (to - from) / 2
                           + reached * (static_cast<float>(x + 1) - to);
        row[x] += area - before;
        before = area;
    }
    row[last + 1] += part - before;
}

void Coverage::layRow(int y, std::uint32_t* line, std::uint32_t colour) {
    Row& touched = m_rows[static_cast<std::size_t>(y)];
    if (touched.first > touched.last) return;
    float* const row = m_cells.data() + static_cast<std::ptrdiff_t>(y) * m_stride;
    float sum = 0;
    std::uint32_t alpha = 0;
    int const end = std::min(touched.last + 1, m_width);
#ifdef __SSE2__
    __m128i const channels = _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(colour)), _mm_setzero_si128());
#endif
    for (int x = touched.first; x < end; ++x) {
        if (row[x] == 0 && (alpha == 0 || alpha >= 256)) { // nothing changes up to the next edge
            int const next = nextEdge(row, x, end);
            if (alpha != 0) std::fill(line + x, line + next, colour);
            x = next - 1;
            continue;
        }
#ifdef __SSE2__
        if (x + 4 <= end) {
            sum = layFour(row + x, line + x, channels, sum);
            alpha = alphaOf(sum);
            x += 3;
            continue;
        }
#endif
        sum += row[x];
        row[x] = 0;
        alpha = alphaOf(sum);
        if (alpha != 0) line[x] = alpha >= 256 ? colour : blended(line[x], colour, alpha);
    }
    row[m_width] = row[m_width + 1] = 0;
    std::uint32_t const rest = alphaOf(sum);
    if (rest >= 256)
        std::fill(line + end, line + m_width, colour);
    else if (rest > 2) // less is what rounding leaves
        for (int x = end; x < m_width; ++x)
            line[x] = blended(line[x], colour, rest);
    touched = {m_width + 2, -1};
}

void Coverage::layOn(QImage& image, QColor colour) {
    for (int y = m_top; y <= m_bottom; ++y)
        layRow(y, reinterpret_cast<std::uint32_t*>(image.scanLine(y)), colour.rgb());
    m_top = m_height;
    m_bottom = -1;
}

} // namespace ob::ui
