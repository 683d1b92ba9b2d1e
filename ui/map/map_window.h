// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/map_view.h"

#include <QMainWindow>

#include <map>

class QAction;
class QToolBar;

namespace ob::ui {

class MapLegend;

/// A window around one map: tools, looks, legend and a line that says what happened.
class MapWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MapWindow(QWidget* parent = nullptr);

    MapView& view() { return *m_view; }
    void use(Theme theme);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    MapView* m_view;
    MapLegend* m_legend;
    QToolBar* m_bar;
    std::map<MapTool, QAction*> m_tools;
    QAction* m_night;
    QAction* m_grid;
    QAction* m_legendShown;
    QAction* m_home;

    void build();
    void translate();
    void reportDrawing(Drawing const& drawing);
    void reportDrop(std::uint64_t unit, std::uint64_t incident);
    void reportSelection();
};

} // namespace ob::ui
