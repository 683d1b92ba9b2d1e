// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/oneboard/screens.h"

#include "core/desk.h"
#include "net/endpoint.h"
#include "ui/theme.h"

#include <QSize>
#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

class QCoreApplication;

namespace ob::app {

/// What was asked for on the command line.
struct ConsoleOptions {
    std::filesystem::path data;
    std::filesystem::path map; ///< empty: none
    std::optional<net::Endpoint> listen;
    std::vector<net::Endpoint> peers;
    QString language;                             ///< empty: as it was, else of the system
    std::optional<ui::Theme> theme;               ///< else as it was
    std::optional<core::OperatorSession> session; ///< signed in without asking: drills only
    bool isSelfTest = false;
    bool tellsStalls = false;       ///< when it ends, on standard error
    QString shot;                   ///< file to write; empty: none
    QString selected;               ///< number of an incident, name of a unit or `first`, for a shot
    std::optional<double> text;     ///< how large text is, for a shot; else as it was
    Screen const* screen = nullptr; ///< that is opened for a shot; null: the board alone
    QString typed;                  ///< in the command line or what was opened, for a shot
    QString at;                     ///< moment of the look back, as it is typed there
    QSize size{1920, 1080};
};

/// Nothing: it was told what cannot be read, or what there is; `status` is the exit code.
std::optional<ConsoleOptions> consoleOptionsOf(QCoreApplication& application, int& status);
/// What has to be known before the application object begins.
void takeScale(int argc, char** argv);

} // namespace ob::app
