// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_link.h"
#include "app/draft_file.h"
#include "app/oneboard/console_options.h"
#include "app/oneboard/shot.h"
#include "app/operator_check.h"
#include "app/system_time.h"
#include "app/tone_player.h"
#include "core/identity/realm_file.h"
#include "ui/console/console.h"
#include "ui/main_window.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace ob::app {

struct DeskIdentity;

/// The only place that knows all layers: makes the desk, the console and its window out of a data folder, and
/// takes them down in order.
class Composition {
  public:
    /// Throws what DeskLink throws, and FileError for a map that is none.
    explicit Composition(ConsoleOptions options);
    ~Composition();

    ui::MainWindow& window() { return *m_window; }
    ui::Console& console() { return *m_console; }
    void show();
    /// To the front, wherever it is: somebody started the program once more.
    void raise();
    /// Writes the picture when everything has settled, then ends the application.
    void shoot();

  private:
    Composition(ConsoleOptions options, DeskIdentity const& identity);

    /// The console is made with the link, the link with the console's ear.
    class LatePort;
    class PictureDrafts;

    void speak(QString const& language);

    ConsoleOptions m_options;
    core::RealmFile m_realm;
    SystemClock m_clock;
    RealmZone m_zone;
    QTemporaryDir m_scratch; ///< where a picture leaves its settings
    QSettings m_settings;
    std::unique_ptr<LatePort> m_port;
    OperatorCheck m_operators;
    core::SopBook m_cards;
    std::unique_ptr<ui::DraftPort> m_drafts;
    std::unique_ptr<ui::DraftPort> m_pictureDrafts;
    TonePlayer m_sound;
    std::unique_ptr<ui::Console> m_console;
    std::unique_ptr<DeskLink> m_link;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Shot> m_shot;
};

} // namespace ob::app
