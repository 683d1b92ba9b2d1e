// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/importer.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>

namespace ob::app {

/// {"report": {"rows", "made", "changed", "unchanged", "refused", "anomalies", …}}
QJsonObject importReportJson(core::ImportReport const& report);

/// {"line", "reason", "text", …}
QJsonObject refusedRowJson(core::RefusedRow const& row);

/// Says what an import does: words or JSON lines on standard output, progress on standard error when that is
/// a terminal.
class ImportOutput {
  public:
    ImportOutput(bool json, bool namesAnomalies) : m_json(json), m_namesAnomalies(namesAnomalies) {}

    void begin(QString const& file);
    core::Importer::Listener listener(std::function<bool()> goesOn);
    void end(core::ImportReport const& report);

  private:
    void showProgress(core::ImportReport const& report);

    bool m_json;
    bool m_namesAnomalies;
    bool m_showsProgress = false;
    QString m_file;
    std::chrono::steady_clock::time_point m_began;
};

} // namespace ob::app
