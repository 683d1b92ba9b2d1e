// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_view.h"

#include "ui/map/area_layer.h"
#include "ui/map/map_accessible.h"

#include <QApplication>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

constexpr int frameTime = 15;

class MapViewText {
    Q_DECLARE_TR_FUNCTIONS(MapViewText)
  public:
    static QString name() { return tr("Map"); }
    static QString hint(MapTool tool) {
        switch (tool) {
        case MapTool::Look: return {};
        case MapTool::Measure: return tr("Measure: click along the way, Enter ends, Esc gives up");
        case MapTool::Point: return tr("Click where the point is to be");
        case MapTool::Line: return tr("Line: click its points, Enter ends, Backspace takes one back");
        case MapTool::Polygon: return tr("Area: click its corners, Enter ends, Backspace takes one back");
        case MapTool::Circle: return tr("Circle: click its middle, then its edge");
        case MapTool::Text: return tr("Click where the text is to stand");
        }
        return {};
    }
};

} // namespace

MapView::MapView(QWidget* parent) : QWidget(parent), m_motion(Camera({0.5, 0.4}, 2, QSizeF(640, 480))) {
    announceMarks();
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
    setAccessibleName(MapViewText::name());
    m_clock.start();
    m_base.use(currentLanguage());
    connect(&m_base, &BaseMap::changed, this, &MapView::refresh);
    wantAtlas();
}

MapView::~MapView() = default;

void MapView::refresh() {
    m_isDirty = true;
    update();
}

void MapView::follow() {
    m_base.expect(m_motion.target());
    m_frames.start(frameTime, Qt::PreciseTimer, this);
    refresh();
}

void MapView::openMap(std::shared_ptr<core::TilePort> port) {
    m_base.open(std::move(port));
    follow();
}

void MapView::use(Theme theme) {
    m_theme = theme;
    m_base.use(theme);
    wantAtlas();
    refresh();
}

void MapView::use(MapTool tool) {
    m_draw.use(tool);
    setCursor(tool == MapTool::Look ? Qt::ArrowCursor : Qt::CrossCursor);
    Q_EMIT toolChanged(tool);
    refresh();
}

void MapView::crowd(Crowding crowding) {
    m_marks.crowd(crowding);
    refresh();
}

void MapView::showGrid(bool isShown) {
    m_hasGrid = isShown;
    refresh();
}

void MapView::use(CoordinateStyle style) {
    m_coordinates = style;
    refresh();
}

void MapView::show(MarkLists lists) {
    if (lists == m_marks.lists()) return; // each second, while nothing moves
    m_marks.show(std::move(lists));
    refresh();
}

void MapView::select(std::set<MarkKey> keys) {
    m_marks.select(std::move(keys));
    refresh();
}

void MapView::pick(std::set<MarkKey> keys) {
    if (keys == m_marks.selection()) return;
    select(std::move(keys));
    Q_EMIT selectionChanged();
}

Camera MapView::camera() const { return m_motion.at(now()); }

void MapView::lookAt(core::GeoPoint place, double zoom) {
    m_motion.jump(m_motion.target().at(worldOf(place), zoom));
    follow();
    Q_EMIT cameraChanged();
}

void MapView::lookAtAll(WorldBox box) {
    m_motion.jump(m_motion.target().fitted(box, 44));
    follow();
    Q_EMIT cameraChanged();
}

void MapView::flyTo(core::GeoPoint place, double zoom) {
    m_before = camera();
    m_motion.fly(m_motion.target().at(worldOf(place), zoom), now());
    follow();
}

void MapView::flyBack() {
    if (!m_before) return;
    Camera const back = m_before->sized(m_motion.target().size(), m_motion.target().pixelRatio());
    m_before = camera();
    m_motion.fly(back, now());
    follow();
}

void MapView::goHome() {
    Camera home = m_motion.target();
    if (m_home) {
        home = home.at(m_home->centre(), m_home->zoom());
    } else if (auto const* const map = m_base.port()) {
        core::TileSource const& source = map->source();
        home = home.fitted(
            {worldOfDegrees(source.north, source.west), worldOfDegrees(source.south, source.east)}, 24);
    } else {
        return;
    }
    m_before = camera();
    m_motion.fly(home, now());
    follow();
}

void MapView::zoomBy(double steps) {
    m_motion.zoomBy(steps, QPointF(width() / 2.0, height() / 2.0), now());
    follow();
}

bool MapView::isSettled() const {
    return m_atlas && m_atlas->look() == m_wantedLook && !m_motion.isMoving(now()) && m_base.isSettled();
}

void MapView::wantAtlas() {
    MarkAtlas::Look const look{m_theme, currentLanguage(), devicePixelRatioF() * m_enlarged};
    if (m_atlas && m_wantedLook == look) return;
    m_wantedLook = look;
    QPointer<MapView> const self(this);
    // The pointer is looked at in the GUI thread only, where the view lives and dies.
    QThreadPool::globalInstance()->start([self, look, context = QPointer<QObject>(qApp)] {
        auto atlas = std::make_shared<MarkAtlas const>(look);
        QMetaObject::invokeMethod(
            context.data(),
            [self, atlas = std::move(atlas)] {
                if (!self || self->m_wantedLook != atlas->look()) return;
                self->m_atlas = atlas;
                self->refresh();
            },
            Qt::QueuedConnection);
    });
}

void MapView::compose(Camera const& camera) {
    m_list.clear(MapStyle(m_theme).land());
    m_base.appendGround(m_list, camera);
    if (m_hasGrid || !m_base.port()) appendGraticule(m_list, camera, m_theme);
    appendAreas(m_list, *m_marks.lists().areas, camera, m_theme);
    QSize const size = (camera.size() * camera.pixelRatio()).toSize();
    if (m_atlas) m_marks.arrange(camera, *m_atlas);
    std::vector<QRectF> const glass = chrome(camera).plates(camera); // which say how many are shown
    if (m_atlas) {
        m_marks.nameMarks(glass);
        m_marks.appendShapes(m_list);
    }
    m_base.appendNames(m_list, camera, m_atlas ? m_marks.taken() : Occupancy(size, 4), glass);
    if (m_atlas) m_marks.appendMarks(m_list);
    if (m_frame.size() != size) m_frame = QImage(size, QImage::Format_RGB32);
    m_frame.setDevicePixelRatio(1);
    paintFrame(m_frame, m_list, m_threads);
    m_frame.setDevicePixelRatio(camera.pixelRatio());
    paintGlass(camera);
    m_isDirty = false;
}

MapChrome MapView::chrome(Camera const& camera) const {
    MapChrome glass{.theme = m_theme,
                    .counts = m_tellsCounts ? m_marks.counts() : MarkCounts(),
                    .cursor = {},
                    .coordinates = m_coordinates,
                    .attribution = {},
                    .hint = MapViewText::hint(m_draw.tool()),
                    .hasMap = false};
    if (m_cursor) glass.cursor = camera.toWorld(*m_cursor);
    if (auto const* const map = m_base.port()) {
        glass.hasMap = true;
        glass.attribution = QString::fromStdString(map->source().attribution);
    }
    return glass;
}

void MapView::paintGlass(Camera const& camera) {
    QPainter painter(&m_frame);
    m_draw.paint(painter, camera, m_theme);
    Tokens const& t = tokens(m_theme);
    if (m_press.hold == Hold::Band && m_press.hasMoved) {
        QColor fill = t.selectedEdge;
        fill.setAlpha(40);
        painter.setPen(QPen(t.selectionRing, 1, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_press.began, m_press.last).normalized());
    }
    if (m_press.hold == Hold::Unit && m_press.hasMoved && m_press.unit) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.selectionRing, 2, Qt::DashLine));
        painter.drawLine(m_press.began, m_press.last);
        painter.setBrush(t.panel);
        painter.drawRoundedRect(QRectF(m_press.last - QPointF(11, 11), QSizeF(22, 22)), 4, 4);
    }
    chrome(camera).paint(painter, camera);
}

QImage const& MapView::frame() {
    compose(camera());
    return m_frame;
}

void MapView::paintEvent(QPaintEvent*) {
    if (m_isDirty || m_frame.isNull()) compose(camera());
    QPainter painter(this);
    painter.scale(m_enlarged, m_enlarged); // each of its pixels is one of the screen's all the same
    painter.drawImage(0, 0, m_frame);
    painter.end();
    bool const isSettledNow = isSettled();
    if (isSettledNow && !m_wasSettled)
        QMetaObject::invokeMethod(this, &MapView::settled, Qt::QueuedConnection);
    m_wasSettled = isSettledNow;
}

void MapView::resizeEvent(QResizeEvent*) {
    m_motion.resize(QSizeF(size()) / m_enlarged, devicePixelRatioF() * m_enlarged);
    wantAtlas();
    follow();
}

void MapView::tellCounts(bool isTold) {
    m_tellsCounts = isTold;
    refresh();
}

void MapView::enlarge(double times) {
    if (std::exchange(m_enlarged, times) == times) return;
    resizeEvent(nullptr);
}

void MapView::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_frames.timerId()) return;
    if (!m_motion.isMoving(now())) {
        m_frames.stop();
        Q_EMIT cameraChanged();
    }
    refresh();
}

void MapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(MapViewText::name());
        m_base.use(currentLanguage());
        wantAtlas();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace ob::ui
