// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

#include <span>
#include <vector>

namespace ob::ui {

/// How much of each pixel many shapes cover together: exact areas, added up and cut at one. So shapes that
/// touch show no seam, and a class of a thousand features is laid on in one go. After the accumulation buffer
/// of R. Levien's font-rs.
class Coverage {
  public:
    Coverage(int width, int height);

    /// A ring that is closed by its first point. Rings that run against each other take from each other; one
    /// that runs clockwise on the screen (y down) adds.
    void add(std::span<QPointF const> ring, bool isReversed = false);
    /// Lays the colour (opaque) on the image (RGB32, of this size) and forgets the shapes.
    void layOn(QImage& image, QColor colour);

  private:
    struct Row {
        int first;
        int last; ///< touched cells, inclusive; none when first > last
    };
    int m_width;
    int m_height;
    int m_stride;
    std::vector<float> m_cells;
    std::vector<Row> m_rows;
    int m_top;
    int m_bottom;

    void addEdge(QPointF from, QPointF to, float sign);
    void addCell(int y, int x, float part, float into);
    void addSpan(int y, float x0, float x1, float part);
    void layRow(int y, std::uint32_t* line, std::uint32_t colour);
};

/// Twice the area that the ring encloses; positive when it runs clockwise on the screen.
double signedArea(std::span<QPointF const> ring);

} // namespace ob::ui
