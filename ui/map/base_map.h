// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"
#include "ui/map/display_list.h"
#include "ui/map/label_scene.h"
#include "ui/map/tile_store.h"

#include <QObject>
#include <QRegion>

namespace ob::ui {

class LabelWorker;

/// The ground: tiles, names, and hatching where the map says nothing. GUI thread; the work is done in others.
class BaseMap : public QObject {
    Q_OBJECT
  public:
    explicit BaseMap(QObject* parent = nullptr);
    ~BaseMap() override;

    void open(std::shared_ptr<core::TilePort> port);
    core::TilePort const* port() const { return m_tiles.port(); }
    void use(Theme theme);
    void use(Language language);

    /// What will be looked at when the view is at rest.
    void expect(Camera const& rest);
    /// Whether everything of the expected view is there, names included.
    bool isSettled() const;

    void appendGround(DisplayList& list, Camera const& camera);
    /// Names; those that would cover a taken place, lie under the glass (logical pixels) or be cut by the
    /// edge of the view are left out for now. Names of roads may be cut: they go on beside it.
    void appendNames(DisplayList& list, Camera const& camera, class Occupancy const& taken,
                     std::vector<QRectF> const& glass) const;
    LabelScene const& names() const { return *m_scene; }

  Q_SIGNALS:
    void changed();

  private:
    /// Tiles of one zoom in view, inclusive.
    struct Range {
        int zoom = 0;
        int left = 0, top = 0, right = -1, bottom = -1;
        friend bool operator==(Range const&, Range const&) = default;
    };
    /// Two equal keys: the names need no new search.
    struct NamesKey {
        Range range;
        double zoom = 0;
        double pixelRatio = 0;
        Theme theme = Theme::Night;
        Language language = Language::English;
        std::vector<std::pair<core::TileId, DecodedTile>> tiles;
        friend bool operator==(NamesKey const&, NamesKey const&) = default;
    };

    TileStore m_tiles;
    QThread m_labelThread;
    std::unique_ptr<LabelWorker> m_labelWorker;
    bool m_isLabelling = false;
    NamesKey m_labelled;
    std::shared_ptr<LabelScene const> m_scene = std::make_shared<LabelScene const>();
    Camera m_rest;
    Theme m_theme = Theme::Night;
    Language m_language = Language::English;

    static Range rangeOf(Camera const& camera);
    static int pixelsOf(Camera const& camera, int zoom);
    static QRect placeOf(Camera const& camera, core::TileId id);
    TileJob jobFor(core::TileId id, Camera const& camera) const;
    void wish();
    void searchNames();
    NamesKey namesKey();
    void appendTile(DisplayList& list, Camera const& camera, core::TileId id, QRegion& unknown);
    bool appendAncestor(DisplayList& list, core::TileId id, QRect const& place);
    void appendChildren(DisplayList& list, Camera const& camera, core::TileId id);
    void appendHatching(DisplayList& list, Camera const& camera, QRegion unknown) const;
};

} // namespace ob::ui
