// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/text_sprite.h"

#include "ui/map/halo.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ob::ui {
namespace {

QFont fontOf(TextStyle const& style) {
    QFont font = uiFont(style.pixels, style.weight);
    if (style.spacing != 0) font.setLetterSpacing(QFont::AbsoluteSpacing, style.spacing);
    return font;
}

/// Breaks where words end, or between Chinese letters; lines of about equal length.
QStringList brokenLines(QString const& text, QFontMetricsF const& metrics, int wrap) {
    double const width = metrics.horizontalAdvance(text);
    if (wrap <= 0 || width <= wrap) return {text};
    double const share = width / std::ceil(width / wrap);
    // Half a letter more, so that none is left for a line of its own.
    double const even = share + std::max(share * 0.08, metrics.height() * 0.5);
    QStringList lines;
    QString line;
    auto const isBreak = [&](qsizetype at) {
        if (at <= 0 || at >= text.size()) return false;
        bool const isHan =
            text[at].script() == QChar::Script_Han && text[at - 1].script() == QChar::Script_Han;
        return isHan || text[at - 1].isSpace() || text[at - 1] == u'-' || text[at - 1] == u'/';
    };
    qsizetype begin = 0;
    qsizetype lastBreak = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        if (i < text.size() && !isBreak(i)) continue;
        if (lastBreak > begin && metrics.horizontalAdvance(text.mid(begin, i - begin).trimmed()) > even) {
            lines << text.mid(begin, lastBreak - begin).trimmed();
            begin = lastBreak;
        }
        lastBreak = i;
    }
    lines << text.mid(begin).trimmed();
    return lines;
}

QImage emptyMask(int width, int height) {
    QImage mask(std::max(1, width), std::max(1, height), QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    return mask;
}

/// A point on the path and where the path is going there.
struct Along {
    QPointF point;
    QPointF direction;
};

class Path {
  public:
    explicit Path(std::vector<QPointF> const& points) : m_points(points) {
        m_lengths.push_back(0);
        for (std::size_t i = 1; i < points.size(); ++i) {
            QPointF const step = points[i] - points[i - 1];
            m_lengths.push_back(m_lengths.back() + std::hypot(step.x(), step.y()));
        }
    }
    double length() const { return m_lengths.back(); }
    QPointF at(double distance) const {
        auto const next = std::upper_bound(m_lengths.begin(), m_lengths.end(), distance);
        auto const i = std::clamp<std::ptrdiff_t>(next - m_lengths.begin(), 1,
                                                  static_cast<std::ptrdiff_t>(m_points.size()) - 1);
        auto const k = static_cast<std::size_t>(i);
        double const span = m_lengths[k] - m_lengths[k - 1];
        double const part = span > 0 ? (distance - m_lengths[k - 1]) / span : 0;
        return m_points[k - 1] + (m_points[k] - m_points[k - 1]) * part;
    }
    /// Looks so far to both sides, which rounds corners off.
    Along around(double distance, double reach) const {
        QPointF const before = at(std::max(0.0, distance - reach));
        QPointF const after = at(std::min(length(), distance + reach));
        return {(before + after + at(distance) * 2) / 4, after - before};
    }

  private:
    std::vector<QPointF> const& m_points;
    std::vector<double> m_lengths;
};

struct Glyph {
    QGlyphRun run;
    double middle = 0; ///< from the text's beginning, device pixels
    double advance = 0;
    double x = 0;        ///< where its origin is in the run's line
    char32_t letter = 0; ///< that it shows; 0 where letters and glyphs are not one to one
};

std::vector<Glyph> glyphsOf(QString const& text, QFont const& font) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    std::vector<Glyph> glyphs;
    for (QGlyphRun const& run : line.glyphRuns()) {
        auto const indexes = run.glyphIndexes();
        auto const positions = run.positions();
        auto const advances = run.rawFont().advancesForGlyphIndexes(indexes);
        for (qsizetype i = 0; i < indexes.size(); ++i) {
            Glyph glyph;
            glyph.run.setRawFont(run.rawFont());
            glyph.run.setGlyphIndexes({indexes[i]});
            glyph.run.setPositions({QPointF(0, 0)});
            glyph.advance = advances[i].x();
            glyph.x = positions[i].x();
            glyph.middle = glyph.x + glyph.advance / 2;
            glyphs.push_back(glyph);
        }
    }
    auto const letters = text.toUcs4(); // rare characters of names are two of QString's
    if (glyphs.size() == static_cast<std::size_t>(letters.size()))
        for (std::size_t i = 0; i < glyphs.size(); ++i)
            glyphs[i].letter = letters[static_cast<qsizetype>(i)];
    return glyphs;
}

/// Chinese, perhaps with figures: 南京東路13巷.
bool isChinese(QString const& text) {
    auto const isLetter = [](QChar c) { return c.isLetter() && c.script() != QChar::Script_Han; };
    auto const isHan = [](QChar c) { return c.script() == QChar::Script_Han; };
    return std::any_of(text.begin(), text.end(), isHan) && std::none_of(text.begin(), text.end(), isLetter);
}

/// A glyph in the row or column that a name is set in, device pixels.
struct Letter {
    Glyph const* glyph;
    double middle;     ///< along the path from the name's beginning
    double across = 0; ///< from the path, where several share a place of a column
    double turn = 0;   ///< degrees
};

struct Setting {
    std::vector<Letter> letters;
    double length = 0;
};

Setting row(std::vector<Glyph> const& glyphs) {
    Setting setting;
    for (Glyph const& glyph : glyphs)
        setting.letters.push_back({&glyph, glyph.middle});
    setting.length = glyphs.back().x + glyphs.back().advance;
    return setting;
}

/// Chinese from top to bottom: up to three figures stand side by side as one letter, as on street signs, more
/// one below the other; brackets and dashes lie down.
Setting column(std::vector<Glyph> const& glyphs, double em) {
    constexpr std::ptrdiff_t mostBeside = 3;
    auto const isFigure = [](Glyph const& glyph) { return QChar::isDigit(glyph.letter); };
    Setting setting;
    for (auto glyph = glyphs.begin(); glyph != glyphs.end();) {
        auto end = isFigure(*glyph) ? std::find_if_not(glyph, glyphs.end(), isFigure) : glyph + 1;
        if (end - glyph > mostBeside) end = glyph + 1;
        double const centre = (glyph->x + (end - 1)->x + (end - 1)->advance) / 2;
        bool const lies = QChar::isPunct(glyph->letter);
        double const length = lies ? glyph->advance : std::max(em, glyph->advance);
        for (; glyph != end; ++glyph)
            setting.letters.push_back(
                {&*glyph, setting.length + length / 2, glyph->middle - centre, lies ? 90.0 : 0.0});
        setting.length += length;
    }
    return setting;
}

struct Placed {
    Glyph const* glyph;
    QPointF middle;
    double degrees;
    double turn = 0; ///< more degrees, of this letter alone
};

/// Empty when the line is too short, two neighbours would be turned by more than 28°, or all by more than
/// 75°.
std::vector<Placed> placed(std::vector<Glyph> const& glyphs, Path const& path, double middle, bool isHan,
                           double em) {
    constexpr double degree = std::numbers::pi / 180;
    Setting setting = row(glyphs);
    double begin = middle - setting.length / 2;
    auto const hasRoom = [&] { return begin >= 0 && begin + setting.length <= path.length(); };
    if (!hasRoom()) return {};
    QPointF const chord = path.at(begin + setting.length) - path.at(begin);
    double const steep = std::abs(std::atan2(chord.y(), chord.x())) / degree;
    bool const isDown = isHan && steep > 52 && steep < 128;
    bool const isTurned = isDown ? chord.y() < 0 : chord.x() < 0;
    if (isDown) {
        setting = column(glyphs, em);
        begin = middle - setting.length / 2;
        if (!hasRoom()) return {};
    }
    std::vector<Placed> result;
    double turned = 0; // from the first letter on; round a circus it comes to 360
    double least = 0;
    double most = 0;
    for (Letter const& letter : setting.letters) {
        double const distance = isTurned ? begin + setting.length - letter.middle : begin + letter.middle;
        Along const along = path.around(distance, std::max(letter.glyph->advance / 2, em / 2));
        QPointF const direction = isTurned ? -along.direction : along.direction;
        double degrees = std::atan2(direction.y(), direction.x()) / degree;
        if (isDown) degrees -= 90;
        double const turn = result.empty() ? 0 : std::remainder(degrees - result.back().degrees, 360.0);
        turned += turn;
        least = std::min(least, turned);
        most = std::max(most, turned);
        if (std::abs(turn) > 28 || most - least > 75) return {};
        QPointF const aside(std::cos(degrees * degree), std::sin(degrees * degree));
        result.push_back({letter.glyph, along.point + aside * letter.across, degrees, letter.turn});
    }
    return result;
}

} // namespace

Sprite plateSprite(QString const& text, TextStyle const& style, double pixelRatio) {
    QFont const font = fontOf(style);
    QRectF const ink = QFontMetricsF(font).tightBoundingRect(text);
    QSizeF const plate(std::ceil(ink.width()) + 8, style.pixels + 4);
    QSize const size = ((plate + QSizeF(2, 2)) * pixelRatio).toSize();
    Sprite sprite{emptyMask(size.width(), size.height()), QPoint(size.width(), size.height()) / 2};
    QPainter painter(&sprite.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QPointF(size.width(), size.height()) / 2);
    painter.scale(pixelRatio, pixelRatio);
    painter.setPen(QPen(style.colour, 1));
    painter.setBrush(style.halo);
    painter.drawRoundedRect(QRectF(QPointF(-plate.width() / 2, -plate.height() / 2), plate), 3, 3);
    painter.setFont(font);
    painter.drawText(-ink.center(), text);
    return sprite;
}

double textWidth(QString const& text, TextStyle const& style) {
    return QFontMetricsF(fontOf(style)).horizontalAdvance(text);
}

Sprite textSprite(QString const& text, TextStyle const& style, double pixelRatio) {
    QFont font = fontOf(style);
    QFontMetricsF const metrics(font);
    QStringList const lines = brokenLines(text, metrics, style.wrap);
    double width = 0;
    for (QString const& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    double const lineHeight = std::round(style.pixels * 1.2);
    double const height = lineHeight * static_cast<double>(lines.size() - 1) + metrics.height();
    double const margin = style.haloWidth + 1.5;
    QImage mask = emptyMask(static_cast<int>(std::ceil((width + 2 * margin) * pixelRatio)),
                            static_cast<int>(std::ceil((height + 2 * margin) * pixelRatio)));
    QPainter painter(&mask);
    painter.scale(pixelRatio, pixelRatio);
    painter.setFont(font);
    painter.setPen(Qt::black);
    double y = margin + metrics.ascent();
    for (QString const& line : lines) {
        double const x = margin + (width - metrics.horizontalAdvance(line)) / 2;
        painter.drawText(QPointF(std::round(x), std::round(y)), line);
        y += lineHeight;
    }
    painter.end();
    QImage const image = withHalo(mask, style.colour, style.halo, style.haloWidth * pixelRatio);
    return {image, QPoint(image.width() / 2, image.height() / 2)};
}

QPointF pointAlong(std::vector<QPointF> const& path, double distance) {
    Path const line(path);
    return line.at(std::clamp(distance, 0.0, line.length()));
}

std::optional<LineText> textAlong(QString const& text, TextStyle const& style, double pixelRatio,
                                  std::vector<QPointF> const& points, double middle) {
    if (text.isEmpty() || points.size() < 2) return std::nullopt;
    TextStyle device = style;
    device.pixels = static_cast<int>(std::lround(style.pixels * pixelRatio));
    device.spacing = style.spacing * pixelRatio;
    QFont font = fontOf(device);
    font.setHintingPreference(QFont::PreferNoHinting);
    auto const glyphs = glyphsOf(text, font);
    if (glyphs.empty()) return std::nullopt;
    Path const path(points);
    double const em = device.pixels;
    auto const letters = placed(glyphs, path, middle, isChinese(text), em);
    if (letters.empty()) return std::nullopt;

    QPoint const anchor = path.at(middle).toPoint();
    LineText result;
    QRect all;
    double const half = em * 0.62;
    for (Placed const& letter : letters) {
        QPointF const at = letter.middle - anchor;
        result.boxes.push_back(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half).toAlignedRect());
        all |= result.boxes.back();
    }
    int const margin = static_cast<int>(std::ceil(style.haloWidth * pixelRatio + em * 0.3)) + 1;
    all.adjust(-margin, -margin, margin, margin);
    QImage mask = emptyMask(all.width(), all.height());
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setPen(Qt::black);
    for (Placed const& letter : letters) {
        painter.resetTransform();
        painter.translate(letter.middle - anchor - all.topLeft());
        painter.rotate(letter.degrees + letter.turn);
        painter.drawGlyphRun({-letter.glyph->advance / 2, em * 0.36}, letter.glyph->run);
    }
    painter.end();
    result.sprite = {withHalo(mask, style.colour, style.halo, style.haloWidth * pixelRatio), -all.topLeft()};
    return result;
}

} // namespace ob::ui
