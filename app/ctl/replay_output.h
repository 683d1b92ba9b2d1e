// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/file_replay.h"

#include <QJsonObject>
#include <QString>

#include <deque>
#include <functional>

namespace ob::app {

/// {"replay": {"rows", "incidents", "units", "commands", "refused", "corrections", "released", …}}
QJsonObject replayReportJson(core::ReplayReport const& report);

/// Says what a replay does: words or JSON lines on standard output.
class ReplayOutput {
  public:
    struct Manner {
        bool json = false;
        bool follows = false; ///< every command and every fix is a line
    };
    ReplayOutput(DeskHost& host, QString file, Manner manner);

    FileReplay::Listener listener(std::function<bool()> goesOn);
    void end(core::ReplayReport const& report) const;

  private:
    QJsonObject jsonOf(core::Replay::Performed const& done) const;
    /// In the words of a timeline.
    void say(core::Receipt const& receipt) const;
    void refused(core::RefusedRow const& row) const;
    void fix(core::ReplayMotion::Position const& position, core::Fix const& fix) const;
    QString callsignOf(core::UnitId unit) const;

    DeskHost& m_host;
    QString m_file;
    Manner m_manner;
    std::deque<QJsonObject> m_waiting; ///< commands that are not committed yet
};

} // namespace ob::app
