// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/base_map.h"
#include "ui/map/camera_motion.h"
#include "ui/map/draw_tool.h"
#include "ui/map/map_chrome.h"
#include "ui/map/mark_layer.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace ob::ui {

/// The map: a base map, what stands upon it, and the hands upon both. Give it a port for tiles and lists of
/// marks; it says what was selected, dropped and drawn, and decides nothing. GUI thread.
class MapView : public QWidget {
    Q_OBJECT
  public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    /// Another base map, at once; null: none.
    void openMap(std::shared_ptr<core::TilePort> port);
    void use(Theme theme);
    Theme theme() const { return m_theme; }
    void use(MapTool tool);
    MapTool tool() const { return m_draw.tool(); }
    void crowd(Crowding crowding);
    void showGrid(bool isShown);
    /// Whether a unit can be dragged upon an incident; it can at first.
    void letDrop(bool isLet) { m_letsDrop = isLet; }
    /// Whether it is written upon it how many are shown; it is at first.
    void tellCounts(bool isTold);
    /// All that is written and drawn so many times as large: for who stands far away and touches nothing.
    void enlarge(double times);
    /// A click on the coordinates goes from one to the next.
    void use(CoordinateStyle style);

    using QWidget::show;
    void show(MarkLists lists);
    void select(std::set<MarkKey> keys);
    std::set<MarkKey> const& selection() const { return m_marks.selection(); }
    MarkCounts const& counts() const { return m_marks.counts(); }
    MarkLayer const& marks() const { return m_marks; }
    BaseMap const& base() const { return m_base; }

    Camera camera() const;
    void lookAt(core::GeoPoint place, double zoom); ///< at once
    void lookAtAll(WorldBox box);                   ///< at once
    void flyTo(core::GeoPoint place, double zoom);
    /// Where the last flight began.
    void flyBack();
    /// The whole map, or where home was put.
    void goHome();
    void callHome(Camera camera) { m_home = camera; }
    void zoomBy(double steps);

    /// Whether the frame shows the view exactly and finally: nothing moves, no tile or name is outstanding.
    bool isSettled() const;
    /// The frame as it is now, device pixels; for pictures and tests.
    QImage const& frame();
    /// Frames are composed with so many threads; 1…8.
    void composeWith(int threads) { m_threads = threads; }

    /// What is under a point of the view, topmost first.
    std::vector<MarkKey> keysAt(QPointF point) const;
    /// As a click on it would.
    void activate(MarkKey key);

    QSize sizeHint() const override { return {960, 640}; }

  Q_SIGNALS:
    void settled();
    void cameraChanged();
    void selectionChanged();
    void activated(ob::ui::MarkKey key); ///< double click or Enter
    void hovered(std::optional<ob::ui::MarkKey> key);
    void contextRequested(ob::core::GeoPoint place, std::vector<ob::ui::MarkKey> keys, QPoint globalPosition);
    void unitDropped(std::uint64_t unit, std::uint64_t incident);
    void drawn(ob::ui::Drawing drawing);
    void toolChanged(ob::ui::MapTool tool);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    enum class Hold : std::uint8_t { None, Map, Unit, Band };
    struct Press {
        Hold hold = Hold::None;
        QPointF began;
        QPointF last;
        bool hasMoved = false;
        std::optional<MarkKey> unit;
    };

    BaseMap m_base;
    MarkLayer m_marks;
    DrawTool m_draw;
    CameraMotion m_motion;
    std::shared_ptr<MarkAtlas const> m_atlas;
    MarkAtlas::Look m_wantedLook;
    QElapsedTimer m_clock;
    QBasicTimer m_frames;
    Theme m_theme = Theme::Night;
    bool m_hasGrid = false;
    bool m_letsDrop = true;
    bool m_tellsCounts = true;
    double m_enlarged = 1;
    CoordinateStyle m_coordinates = CoordinateStyle::Wgs84;
    bool m_isDirty = true;
    bool m_wasSettled = false;
    int m_threads = 2;
    QImage m_frame;
    DisplayList m_list;
    std::optional<Camera> m_before; ///< the last flight
    std::optional<Camera> m_home;
    Press m_press;
    std::optional<QPointF> m_cursor;
    std::optional<MarkKey> m_hovered;

    double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }
    void refresh(); ///< paint soon
    void follow();  ///< the camera's target changed
    void wantAtlas();
    void compose(Camera const& camera);
    MapChrome chrome(Camera const& camera) const;
    void paintGlass(Camera const& camera);
    void click(QPointF point, Qt::KeyboardModifiers modifiers);
    void clickGroup(MarkHit const& hit);
    bool spreadAt(QPointF point);
    void drop(QPointF point);
    void selectBand(QRectF const& band, Qt::KeyboardModifiers modifiers);
    void pick(std::set<MarkKey> keys);
    void hover(QPointF point);
    void report(std::optional<Drawing> drawing);
    bool pressKey(int key, Qt::KeyboardModifiers modifiers);
};

} // namespace ob::ui
