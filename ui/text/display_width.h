// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace ob::ui {

/// Columns of a terminal that the text takes: 2 for East Asian wide and full-width characters and emoji
/// (UAX #11), 0 for combining marks and format characters, else 1.
int displayWidth(QString const& text);

/// Exactly `columns` wide: filled up with blanks, or cut at a whole character and ended by …
QString fitted(QString const& text, int columns);

/// Cells side by side, each fitted into its width; what stands behind the last width is not cut.
QString tableRow(QStringList const& cells, std::span<int const> widths);

} // namespace ob::ui
