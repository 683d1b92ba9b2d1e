// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/output_file.h"
#include "core/instant.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace ob::app {

enum class TableFormat { Csv, GeoJson, JsonLines };

/// What every exported file says of itself: on each line and feature, so that no part of it loses the mark.
struct ExportMarks {
    bool drill = false;
    QString sharing;     ///< most restricted class of section that a field may come from: open, joint
    QString realm;       ///< name
    QString agency;      ///< code of the desk that exported
    QString desk;        ///< its name
    QString exportedAt;  ///< ISO 8601 UTC
    QStringList leftOut; ///< classes of sections that are not in it
};

/// Writes rows one after the other in one of the formats; keeps none of them.
class TableWriter {
  public:
    /// `columns`: every key that a row may have, in the order of a table.
    TableWriter(OutputFile& out, TableFormat format, ExportMarks marks, QStringList columns);
    void write(QJsonObject const& row);
    /// What stands behind the last row.
    void end();
    std::uint64_t rows() const { return m_rows; }

  private:
    void writeRecord(QJsonObject const& row);
    void writeFeature(QJsonObject const& row);

    OutputFile& m_out;
    TableFormat m_format;
    ExportMarks m_marks;
    QStringList m_columns;
    std::uint64_t m_rows = 0;
};

} // namespace ob::app
