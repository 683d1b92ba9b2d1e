// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_window.h"

#include "ui/map/map_legend.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QStatusBar>
#include <QToolBar>

namespace ob::ui {
namespace {

constexpr MapTool tools[] = {MapTool::Look,    MapTool::Measure, MapTool::Point, MapTool::Line,
                             MapTool::Polygon, MapTool::Circle,  MapTool::Text};

class MapWindowText {
    Q_DECLARE_TR_FUNCTIONS(MapWindowText)
  public:
    static QString title() { return tr("OneBoard map"); }
    static QString wholeMap() { return tr("Whole map"); }
    static QString night() { return tr("Night"); }
    static QString grid() { return tr("Grid"); }
    static QString legend() { return tr("Legend"); }
    static QString tools() { return tr("Tools"); }
    static QString selected(qsizetype count) { return tr("%1 selected").arg(count); }
    static QString dropped(QString const& unit, QString const& incident) {
        return tr("Unit %1 was dropped on incident %2").arg(unit, incident);
    }

    static QString tool(MapTool tool) {
        switch (tool) {
        case MapTool::Look: return tr("Select");
        case MapTool::Measure: return tr("Measure");
        case MapTool::Point: return tr("Point");
        case MapTool::Line: return tr("Line");
        case MapTool::Polygon: return tr("Area");
        case MapTool::Circle: return tr("Circle");
        case MapTool::Text: return tr("Text");
        }
        return {};
    }

    static QString drawn(Drawing const& drawing) {
        switch (drawing.tool) {
        case MapTool::Look: return {};
        case MapTool::Point:
        case MapTool::Text: return tr("Point drawn");
        case MapTool::Measure: return tr("Measured: %1").arg(lengthText(lengthMetres(drawing.points)));
        case MapTool::Line: return tr("Line drawn: %1").arg(lengthText(lengthMetres(drawing.points)));
        case MapTool::Polygon: return tr("Area drawn: %1").arg(areaText(areaSquareMetres(drawing.points)));
        case MapTool::Circle: return tr("Circle drawn: radius %1").arg(lengthText(drawing.radiusMetres));
        }
        return {};
    }
};

} // namespace

MapWindow::MapWindow(QWidget* parent)
    : QMainWindow(parent), m_view(new MapView(this)), m_legend(new MapLegend(m_view)),
      m_bar(new QToolBar(this)), m_night(new QAction(this)), m_grid(new QAction(this)),
      m_legendShown(new QAction(this)), m_home(new QAction(this)) {
    setCentralWidget(m_view);
    build();
    translate();
    use(Theme::Night);
    m_view->setFocus();
}

void MapWindow::build() {
    m_bar->setMovable(false);
    m_bar->setObjectName(QStringLiteral("tools"));
    addToolBar(m_bar);
    auto* const group = new QActionGroup(this);
    for (MapTool const tool : tools) {
        auto* const action = m_tools[tool] = m_bar->addAction(QString());
        action->setCheckable(true);
        action->setChecked(tool == MapTool::Look);
        group->addAction(action);
        connect(action, &QAction::triggered, m_view, [this, tool] { m_view->use(tool); });
    }
    connect(m_view, &MapView::toolChanged, this, [this](MapTool tool) { m_tools[tool]->setChecked(true); });
    m_bar->addSeparator();
    m_bar->addActions({m_home, m_night, m_grid, m_legendShown});
    for (QAction* const action : {m_night, m_grid, m_legendShown})
        action->setCheckable(true);
    m_night->setChecked(true);
    m_legend->hide();
    connect(m_home, &QAction::triggered, m_view, &MapView::goHome);
    connect(m_night, &QAction::toggled, this,
            [this](bool isNight) { use(isNight ? Theme::Night : Theme::Day); });
    connect(m_grid, &QAction::toggled, m_view, &MapView::showGrid);
    connect(m_legendShown, &QAction::toggled, m_legend, &QWidget::setVisible);
    connect(m_view, &MapView::drawn, this, &MapWindow::reportDrawing);
    connect(m_view, &MapView::unitDropped, this, &MapWindow::reportDrop);
    connect(m_view, &MapView::selectionChanged, this, &MapWindow::reportSelection);
}

void MapWindow::translate() {
    setWindowTitle(MapWindowText::title());
    for (auto const& [tool, action] : m_tools)
        action->setText(MapWindowText::tool(tool));
    m_home->setText(MapWindowText::wholeMap());
    m_night->setText(MapWindowText::night());
    m_grid->setText(MapWindowText::grid());
    m_legendShown->setText(MapWindowText::legend());
    m_bar->setWindowTitle(MapWindowText::tools());
}

void MapWindow::use(Theme theme) {
    QApplication::setPalette(ob::ui::palette(theme));
    m_view->use(theme);
    m_legend->use(theme);
    m_night->setChecked(theme == Theme::Night);
}

void MapWindow::reportDrawing(Drawing const& drawing) {
    statusBar()->showMessage(MapWindowText::drawn(drawing));
}

void MapWindow::reportDrop(std::uint64_t unit, std::uint64_t incident) {
    statusBar()->showMessage(MapWindowText::dropped(m_view->marks().nameOf({MarkKind::Unit, unit}),
                                                    m_view->marks().nameOf({MarkKind::Incident, incident})));
}

void MapWindow::reportSelection() {
    QStringList names;
    for (MarkKey const key : m_view->selection())
        names << m_view->marks().spokenName(key);
    statusBar()->showMessage(names.size() > 3 ? MapWindowText::selected(names.size())
                                              : names.join(QStringLiteral(" · ")));
}

void MapWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QMainWindow::changeEvent(event);
}

} // namespace ob::ui
