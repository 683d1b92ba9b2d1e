// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int scrollExtent = 10;
constexpr int shortestHandle = 24;
constexpr int chevronRoom = 14;
constexpr int sliderLength = 8;
constexpr int sliderThickness = 18;

void frame(QPainter& painter, QRect where, QColor colour) {
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(where.adjusted(0, 0, -1, -1));
}

/// The line around it, or the colour of selection while the keys go there.
QColor edgeOf(QStyleOption const& option) {
    bool const hasKeys = option.state.testFlag(QStyle::State_HasFocus);
    return option.palette.color(hasKeys ? QPalette::Link : QPalette::Midlight);
}

void button(QPainter& painter, QStyleOption const& option) {
    bool const isOn = option.state.testFlag(QStyle::State_On);
    bool const isTouched =
        option.state.testFlag(QStyle::State_Enabled)
        && (option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_MouseOver));
    painter.fillRect(option.rect, option.palette.color(isOn        ? QPalette::Highlight
                                                       : isTouched ? QPalette::Midlight
                                                                   : QPalette::AlternateBase));
    frame(painter, option.rect, isOn ? option.palette.color(QPalette::Link) : edgeOf(option));
}

void chevron(QPainter& painter, QRect where, QColor colour) {
    QPoint const tip(where.center().x(), where.center().y() + 2);
    painter.setPen(colour);
    painter.drawLine(tip + QPoint(-4, -4), tip);
    painter.drawLine(tip, tip + QPoint(4, -4));
}

void tickBox(QPainter& painter, QStyleOption const& option) {
    int const side = std::min(option.rect.width(), option.rect.height());
    QRect const box(option.rect.left(), option.rect.center().y() - side / 2, side, side);
    painter.fillRect(box, option.palette.color(QPalette::AlternateBase));
    frame(painter, box, option.palette.color(QPalette::PlaceholderText));
    if (!option.state.testFlag(QStyle::State_On)) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(QPalette::Text), 2));
    painter.drawPolyline(QPolygonF{{box.left() + side * 0.22, box.top() + side * 0.52},
                                   {box.left() + side * 0.42, box.top() + side * 0.72},
                                   {box.left() + side * 0.78, box.top() + side * 0.28}});
    painter.restore();
}

/// The chosen one has the ground of what it shows, and a line of the colour of selection above it.
void tab(QPainter& painter, QStyleOptionTab const& option) {
    bool const isChosen = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, option.palette.color(isChosen ? QPalette::Base : QPalette::Window));
    QRect const top(option.rect.left(), option.rect.top(), option.rect.width(), 2);
    if (isChosen) painter.fillRect(top, option.palette.color(QPalette::Link));
    if (option.state.testFlag(QStyle::State_HasFocus))
        frame(painter, option.rect, option.palette.color(QPalette::Link));
}

bool isOpenedByClick(QStyleOptionToolButton const& option) {
    return option.features.testFlag(QStyleOptionToolButton::HasMenu)
           && !option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

} // namespace

ConsoleStyle::ConsoleStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, QStyleOption const* option, QPainter* painter,
                                 QWidget const* widget) const {
    switch (element) {
    case PE_PanelButtonTool:
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel: return button(*painter, *option);
    case PE_PanelLineEdit: {
        auto const* const line = qstyleoption_cast<QStyleOptionFrame const*>(option);
        if (line == nullptr || line->lineWidth == 0) break;
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        return frame(*painter, option->rect, edgeOf(*option));
    }
    case PE_FrameLineEdit:
    case PE_FrameGroupBox:
    case PE_FrameMenu:
    case PE_Frame: return frame(*painter, option->rect, option->palette.color(QPalette::Midlight));
    case PE_PanelMenu: return painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return frame(*painter, option->rect, option->palette.color(QPalette::Midlight));
    case PE_FrameFocusRect: return frame(*painter, option->rect, option->palette.color(QPalette::Link));
    case PE_IndicatorCheckBox: return tickBox(*painter, *option);
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem: return;
    default: break; // an enum of Qt's: the rest is Fusion's
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ConsoleStyle::drawControl(ControlElement element, QStyleOption const* option, QPainter* painter,
                               QWidget const* widget) const {
    switch (element) {
    case CE_TabBarTabShape:
        if (auto const* const shown = qstyleoption_cast<QStyleOptionTab const*>(option))
            return tab(*painter, *shown);
        break;
    case CE_ToolBar: return painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    case CE_Splitter: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, QStyleOptionComplex const* option,
                                      QPainter* painter, QWidget const* widget) const {
    if (control == CC_ScrollBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        auto const* const bar = qstyleoption_cast<QStyleOptionSlider const*>(option);
        if (bar == nullptr || bar->minimum == bar->maximum) return;
        bool const isTouched =
            option->state.testFlag(State_Sunken) || option->state.testFlag(State_MouseOver);
        QRect const handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
        bool const isLying = bar->orientation == Qt::Horizontal;
        return painter->fillRect(
            isLying ? handle.adjusted(0, 3, 0, -2) : handle.adjusted(3, 0, -2, 0),
            option->palette.color(isTouched ? QPalette::PlaceholderText : QPalette::Midlight));
    }
    if (control == CC_ToolButton) {
        auto const* const tool = qstyleoption_cast<QStyleOptionToolButton const*>(option);
        if (tool == nullptr) return;
        bool const isBare = tool->state.testFlag(State_AutoRaise) && !tool->state.testFlag(State_MouseOver)
                            && !tool->state.testFlag(State_On) && !tool->state.testFlag(State_Sunken)
                            && !tool->state.testFlag(State_HasFocus);
        if (!isBare) button(*painter, *tool);
        QStyleOptionToolButton label(*tool);
        if (isOpenedByClick(*tool) && !tool->state.testFlag(State_AutoRaise)) {
            label.rect.setRight(label.rect.right() - chevronRoom);
            QRect const room(label.rect.right() + 1, label.rect.top(), chevronRoom, label.rect.height());
            chevron(*painter, room.translated(-4, 0), tool->palette.color(QPalette::PlaceholderText));
        }
        return drawControl(CE_ToolButtonLabel, &label, painter, widget);
    }
    if (control == CC_ComboBox) {
        auto const* const box = qstyleoption_cast<QStyleOptionComboBox const*>(option);
        if (box != nullptr && box->frame) button(*painter, *box);
        QRect const arrow = option->rect.adjusted(option->rect.width() - chevronRoom - 6, 0, -6, 0);
        return chevron(*painter, arrow, option->palette.color(QPalette::PlaceholderText));
    }
    if (control == CC_Slider) {
        bool const hasKeys = option->state.testFlag(State_HasFocus);
        QRect const handle = subControlRect(control, option, SC_SliderHandle, widget);
        int const middle = option->rect.center().y();
        painter->fillRect(QRect(option->rect.left(), middle - 1, option->rect.width(), 3),
                          option->palette.color(QPalette::Midlight));
        painter->fillRect(QRect(option->rect.left(), middle - 1, handle.center().x(), 3),
                          option->palette.color(QPalette::Link));
        painter->fillRect(handle, option->palette.color(QPalette::Text));
        if (hasKeys) frame(*painter, handle.adjusted(-2, -1, 2, 1), option->palette.color(QPalette::Link));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// Without arrows at its ends: the wheel, the keys and the handle are enough.
QRect ConsoleStyle::subControlRect(ComplexControl control, QStyleOptionComplex const* option, SubControl part,
                                   QWidget const* widget) const {
    auto const* const bar = qstyleoption_cast<QStyleOptionSlider const*>(option);
    if (control != CC_ScrollBar || bar == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    bool const isLying = bar->orientation == Qt::Horizontal;
    int const room = isLying ? bar->rect.width() : bar->rect.height();
    qint64 const range = qint64(bar->maximum) - bar->minimum;
    qint64 const whole = range + bar->pageStep;
    int const length = whole <= 0 ? room
                                  : std::clamp(static_cast<int>(qint64(room) * bar->pageStep / whole),
                                               std::min(shortestHandle, room), room);
    int const from = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length,
                                             bar->upsideDown);
    auto const piece = [&](int begin, int size) {
        return isLying ? QRect(begin, 0, size, bar->rect.height()) : QRect(0, begin, bar->rect.width(), size);
    };
    QRect result;
    if (part == SC_ScrollBarGroove) result = bar->rect;
    if (part == SC_ScrollBarSlider) result = piece(from, length);
    if (part == SC_ScrollBarSubPage) result = piece(0, from);
    if (part == SC_ScrollBarAddPage) result = piece(from + length, room - from - length);
    return visualRect(bar->direction, bar->rect, result);
}

/// What is typed does not touch the line around it.
QRect ConsoleStyle::subElementRect(SubElement part, QStyleOption const* option, QWidget const* widget) const {
    QRect const room = QProxyStyle::subElementRect(part, option, widget);
    auto const* const line = qstyleoption_cast<QStyleOptionFrame const*>(option);
    bool const isFramed = part == SE_LineEditContents && line != nullptr && line->lineWidth > 0;
    return isFramed ? room.adjusted(4, 0, -2, 0) : room;
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, QStyleOption const* option, QSize const& size,
                                     QWidget const* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (auto const* const tool = qstyleoption_cast<QStyleOptionToolButton const*>(option);
        type == CT_ToolButton && tool != nullptr)
        result +=
            QSize(isOpenedByClick(*tool) && !tool->state.testFlag(State_AutoRaise) ? chevronRoom + 4 : 2, 0);
    return result;
}

int ConsoleStyle::pixelMetric(PixelMetric metric, QStyleOption const* option, QWidget const* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent: return scrollExtent;
    case PM_ScrollBarSliderMin: return shortestHandle;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth: return 4;
    case PM_MenuPanelWidth: return 1;
    case PM_SliderLength: return sliderLength;
    case PM_SliderThickness:
    case PM_SliderControlThickness: return sliderThickness;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuButtonIndicator: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, QStyleOption const* option, QWidget const* widget,
                            QStyleHintReturn* answer) const {
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText) return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

} // namespace ob::ui
