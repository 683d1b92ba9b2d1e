// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/oneboard/console_options.h"
#include "core/ports.h"
#include "ui/lookback/look_back_window.h"
#include "ui/main_window.h"

#include <QPointer>
#include <QTimer>

namespace ob::app {

/// Takes the picture that was asked for, when everything has settled, and ends the application.
class Shot {
  public:
    struct Scene {
        ConsoleOptions const& options;
        ui::Console& console;
        ui::MainWindow& window;
        core::ZonePort& zone;
    };
    explicit Shot(Scene scene);

  private:
    void grab();
    void open();
    void openMenu();
    void select();
    void type();
    /// The window; null as long as it is not there.
    QWidget* wanted() const;
    /// Nothing of it is outstanding.
    bool isSettled() const;
    /// With the menus and dialogs that lie above it.
    static QPixmap pictureOf(QWidget& window);

    Scene m_scene;
    QPointer<ui::LookBackWindow> m_look;
    QPointer<QWidget> m_side;
    QTimer m_settling;
    int m_calm = 0;
};

} // namespace ob::app
