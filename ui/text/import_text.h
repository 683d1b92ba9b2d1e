// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/import_report.h"

#include <QString>

namespace ob::ui {

/// What an anomaly is, in a few words.
QString anomalyText(core::AnomalyKind kind);
/// With the column and the value that show it.
QString anomalyText(core::Anomaly const& anomaly);
/// Why a row was not taken and what to do.
QString refusedRowText(core::RefusedRow const& row);
/// What came of a file, a line each.
QString reportText(core::ImportReport const& report);

} // namespace ob::ui
