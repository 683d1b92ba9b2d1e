// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/label_candidate.h"

#include "ui/map/line_chain.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace ob::ui {
namespace {

constexpr double extent = 4096;

bool isInside(core::TilePoint p) { return p.x >= 0 && p.y >= 0 && p.x < extent && p.y < extent; }

class TileFrame {
  public:
    explicit TileFrame(core::TileId id)
        : m_size(std::exp2(-id.zoom)), m_x(id.column * m_size), m_y(id.row * m_size) {}
    WorldPoint worldOf(QPointF p) const {
        return {m_x + p.x() / extent * m_size, m_y + p.y() / extent * m_size};
    }

  private:
    double m_size;
    double m_x;
    double m_y;
};

std::vector<QPointF> ringOf(core::VectorTile const& tile, std::uint32_t ring) {
    std::vector<QPointF> points;
    for (std::uint32_t i = ring == 0 ? 0 : tile.ringEnds[ring - 1]; i < tile.ringEnds[ring]; ++i)
        points.emplace_back(tile.points[i].x, tile.points[i].y);
    return points;
}

} // namespace

/// Where two scripts stand side by side (“友誼大橋 Ponte da Amizade”), the words of one of them; otherwise
/// all.
static QString inScript(QString const& text, Language language) {
    QStringList han;
    QStringList other;
    for (QString const& word : text.split(u' ', Qt::SkipEmptyParts)) {
        bool const isHan =
            std::any_of(word.begin(), word.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
        (isHan ? han : other) << word;
    }
    if (han.isEmpty() || other.isEmpty()) return text;
    bool const hasWords =
        std::any_of(other.begin(), other.end(), [](QString const& word) { return word.size() > 2; });
    return hasWords ? (language == Language::Chinese ? han : other).join(u' ') : text;
}

QString nameIn(Language language, core::MapName const& name) {
    std::string const& wished = language == Language::Chinese ? name.chinese : name.english;
    std::string const& other = language == Language::Chinese ? name.english : name.chinese;
    return inScript(QString::fromStdString(!wished.empty()       ? wished
                                           : !name.local.empty() ? name.local
                                                                 : other),
                    language);
}

QString shortRoadNumber(std::string const& reference) {
    constexpr qsizetype longest = 8;
    QString const first = QString::fromStdString(reference).section(u';', 0, 0).simplified();
    return first.size() <= longest ? first : QString();
}

std::vector<LabelCandidate> labelCandidates(core::VectorTile const& tile, core::TileId id,
                                            Language language) {
    std::vector<LabelCandidate> candidates;
    struct Road {
        core::MapClass mapClass;
        bool isNumber;
        QString text;
        bool operator<(Road const& other) const {
            return std::tie(mapClass, isNumber, text) < std::tie(other.mapClass, other.isNumber, other.text);
        }
    };
    std::map<Road, std::vector<std::vector<QPointF>>> lines;
    TileFrame const frame(id);
    for (core::TileFeature const& feature : tile.features) {
        if (feature.name == 0 || feature.ringCount == 0) continue;
        QString const text = nameIn(language, tile.names[feature.name]);
        QString const number = feature.kind == core::GeometryKind::Line
                                   ? shortRoadNumber(tile.names[feature.name].reference)
                                   : QString();
        if (text.isEmpty() && number.isEmpty()) continue;
        switch (feature.kind) {
        case core::GeometryKind::Point: {
            std::uint32_t const first = feature.firstRing == 0 ? 0 : tile.ringEnds[feature.firstRing - 1];
            core::TilePoint const p = tile.points[first];
            if (isInside(p) && !text.isEmpty())
                candidates.push_back(
                    {feature.mapClass, feature.rank, text, {frame.worldOf(QPointF(p.x, p.y))}, false});
            break;
        }
        case core::GeometryKind::Line:
            for (std::uint32_t i = 0; i < feature.ringCount; ++i)
                for (auto const& piece :
                     clipped(ringOf(tile, feature.firstRing + i), QRectF(0, 0, extent, extent))) {
                    if (!text.isEmpty()) lines[{feature.mapClass, false, text}].push_back(piece);
                    if (!number.isEmpty()) lines[{feature.mapClass, true, number}].push_back(piece);
                }
            break;
        case core::GeometryKind::Polygon: break; // the schema names areas by points
        }
    }
    for (auto& [key, pieces] : lines)
        for (std::vector<QPointF> const& chain : joined(std::move(pieces), 6)) {
            LabelCandidate candidate{key.mapClass, 1, key.text, {}, key.isNumber};
            for (QPointF const& p : chain)
                candidate.line.push_back(frame.worldOf(p));
            if (candidate.isLine()) candidates.push_back(std::move(candidate));
        }
    return candidates;
}

} // namespace ob::ui
