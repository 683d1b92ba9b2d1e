// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The hands upon the map: mouse, wheel and keys of MapView.
#include "ui/map/map_view.h"

#include "ui/map/mark_text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

constexpr double wheelStep = 0.5; ///< zoom levels a notch
constexpr double keyStep = 0.5;
/// From this zoom on a group is spread out by a click instead of flown into.
constexpr double closest = 18;

} // namespace

void MapView::mousePressEvent(QMouseEvent* event) {
    QPointF const point = event->position();
    m_press = {Hold::None, point, point, false, std::nullopt};
    if (event->button() == Qt::MiddleButton) m_press.hold = Hold::Map;
    if (event->button() != Qt::LeftButton) return;
    bool const isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    auto const hit = m_marks.hitAt(point);
    if (m_draw.isDrawing())
        m_press.hold = Hold::Map;
    else if (isShift)
        m_press.hold = Hold::Band;
    else if (m_letsDrop && hit && hit->group == 0 && hit->key.kind == MarkKind::Unit)
        m_press = {Hold::Unit, point, point, false, hit->key};
    else
        m_press.hold = Hold::Map;
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    QPointF const point = event->position();
    m_cursor = point;
    m_draw.hover(camera().toWorld(point));
    if (m_press.hold == Hold::None) {
        hover(point);
        refresh();
        return;
    }
    if (!m_press.hasMoved && (point - m_press.began).manhattanLength() < QApplication::startDragDistance())
        return;
    QPointF const step = point - m_press.last;
    m_press.hasMoved = true;
    m_press.last = point;
    if (m_press.hold == Hold::Map) {
        setCursor(Qt::ClosedHandCursor);
        m_motion.pan(step, now());
        m_base.expect(m_motion.target());
    }
    refresh();
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    Press const press = std::exchange(m_press, {});
    setCursor(m_draw.isDrawing() ? Qt::CrossCursor : Qt::ArrowCursor);
    QPointF const point = event->position();
    if (press.hold == Hold::None || event->button() == Qt::RightButton) return;
    if (!press.hasMoved) {
        if (event->button() == Qt::LeftButton) click(point, event->modifiers());
    } else if (press.hold == Hold::Band) {
        selectBand(QRectF(press.began, point).normalized(), event->modifiers());
    } else if (press.hold == Hold::Unit && press.unit) {
        m_press.unit = press.unit;
        drop(point);
        m_press = {};
    } else {
        Q_EMIT cameraChanged();
    }
    refresh();
}

void MapView::drop(QPointF point) {
    std::optional<MarkKey> const unit = m_press.unit;
    for (MarkHit const& hit : m_marks.hitsAt(point))
        if (unit && hit.key.kind == MarkKind::Incident) {
            Q_EMIT unitDropped(unit->number, hit.key.number);
            return;
        }
}

void MapView::click(QPointF point, Qt::KeyboardModifiers modifiers) {
    if (MapChrome::coordinatePlate(size()).contains(point)) {
        use(static_cast<CoordinateStyle>((static_cast<int>(m_coordinates) + 1) % 3));
        return;
    }
    if (m_draw.isDrawing()) {
        report(m_draw.click(camera().toWorld(point)));
        return;
    }
    auto const hit = m_marks.hitAt(point);
    if (!hit) {
        m_marks.spread(std::nullopt);
        if (!modifiers.testFlag(Qt::ControlModifier)) pick({});
        return;
    }
    if (hit->group > 0) {
        clickGroup(*hit);
        return;
    }
    bool const isSpread = m_marks.spider()
                          && std::find(m_marks.spider()->keys.begin(), m_marks.spider()->keys.end(), hit->key)
                                 != m_marks.spider()->keys.end();
    if (!isSpread && spreadAt(point)) return;
    std::set<MarkKey> keys;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        keys = m_marks.selection();
        if (keys.erase(hit->key) == 0) keys.insert(hit->key);
    } else {
        keys.insert(hit->key);
    }
    pick(std::move(keys));
}

/// Marks that lie on each other are spread out, so that each can be taken.
bool MapView::spreadAt(QPointF point) {
    std::vector<MarkHit> const hits = m_marks.hitsAt(point);
    if (hits.size() < 2) return false;
    auto const middle = m_marks.placeOf(hits.front().key);
    if (!middle) return false;
    Spider spider{*middle, {}};
    for (MarkHit const& hit : hits)
        if (spider.keys.size() < Spider::most) spider.keys.push_back(hit.key);
    m_marks.spread(std::move(spider));
    return true;
}

void MapView::clickGroup(MarkHit const& hit) {
    m_before = camera();
    Camera const here = m_motion.target();
    m_motion.fly(here.at(camera().toWorld(hit.at), std::min(closest, here.zoom() + 2)), now());
    follow();
}

void MapView::selectBand(QRectF const& band, Qt::KeyboardModifiers modifiers) {
    std::set<MarkKey> keys;
    if (modifiers.testFlag(Qt::ControlModifier)) keys = m_marks.selection();
    for (MarkHit const& hit : m_marks.hits())
        if (hit.group == 0 && hit.key.kind != MarkKind::Facility && band.contains(hit.at))
            keys.insert(hit.key);
    pick(std::move(keys));
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (m_draw.isDrawing()) {
        report(m_draw.finish());
        return;
    }
    auto const hit = m_marks.hitAt(event->position());
    if (hit && hit->group == 0) {
        Q_EMIT activated(hit->key);
        return;
    }
    m_motion.zoomBy(1, event->position(), now());
    follow();
}

void MapView::wheelEvent(QWheelEvent* event) {
    double const notches = event->angleDelta().y() / 120.0;
    if (notches != 0) {
        m_motion.zoomBy(notches * wheelStep, event->position(), now());
        follow();
    }
    event->accept();
}

void MapView::report(std::optional<Drawing> drawing) {
    refresh();
    if (drawing) Q_EMIT drawn(std::move(*drawing));
}

bool MapView::pressKey(int key, Qt::KeyboardModifiers modifiers) {
    double const part = modifiers.testFlag(Qt::ShiftModifier) ? 0.5 : 0.15;
    QPointF const step(width() * part, height() * part);
    switch (key) {
    case Qt::Key_Left: m_motion.glide({step.x(), 0}, now()); break;
    case Qt::Key_Right: m_motion.glide({-step.x(), 0}, now()); break;
    case Qt::Key_Up: m_motion.glide({0, step.y()}, now()); break;
    case Qt::Key_Down: m_motion.glide({0, -step.y()}, now()); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(keyStep); return true;
    case Qt::Key_Minus: zoomBy(-keyStep); return true;
    case Qt::Key_PageUp: zoomBy(2); return true;
    case Qt::Key_PageDown: zoomBy(-2); return true;
    case Qt::Key_Home: goHome(); return true;
    case Qt::Key_Backspace:
        if (!m_draw.isDrawing()) flyBack();
        m_draw.stepBack();
        refresh();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_draw.isDrawing())
            report(m_draw.finish());
        else if (selection().size() == 1)
            Q_EMIT activated(*selection().begin());
        return true;
    case Qt::Key_Escape:
        if (m_draw.isDrawing()) {
            m_draw.cancel();
            if (!m_draw.isDrawing()) use(MapTool::Look);
        } else if (m_marks.spider()) {
            m_marks.spread(std::nullopt);
        } else {
            pick({});
        }
        refresh();
        return true;
    default: return false; // a key, not one of our enums
    }
    follow();
    return true;
}

void MapView::keyPressEvent(QKeyEvent* event) {
    if (!pressKey(event->key(), event->modifiers())) QWidget::keyPressEvent(event);
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    WorldPoint const place = camera().toWorld(event->pos());
    Q_EMIT contextRequested(placeOf(place), keysAt(event->pos()), event->globalPos());
}

std::vector<MarkKey> MapView::keysAt(QPointF point) const {
    std::vector<MarkKey> keys;
    for (MarkHit const& hit : m_marks.hitsAt(point))
        keys.push_back(hit.key);
    return keys;
}

void MapView::activate(MarkKey key) {
    pick({key});
    Q_EMIT activated(key);
}

void MapView::hover(QPointF point) {
    auto const hit = m_marks.hitAt(point);
    std::optional<MarkKey> const key = hit && hit->group == 0 ? std::optional(hit->key) : std::nullopt;
    if (key == m_hovered) return;
    m_hovered = key;
    if (!m_draw.isDrawing()) setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT hovered(key);
}

void MapView::leaveEvent(QEvent*) {
    m_cursor.reset();
    m_hovered.reset();
    refresh();
}

bool MapView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto const* const help = static_cast<QHelpEvent*>(event);
    QString text;
    for (MarkKey const key : keysAt(help->pos()))
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + m_marks.spokenName(key);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace ob::ui
