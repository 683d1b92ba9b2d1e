// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace ob::ui {

/// Puts the arguments in place of %1 … %9. In one pass, so that a typed "%2" stays what it is, and with "?"
/// where there is no argument: a text is never the reason for a fault.
QString filled(QString const& sentence, QStringList const& arguments);

/// "a, b, c", or "a、b、c".
QString listed(QStringList const& things);

/// Sentences one after the other: with a blank between them in English, without in Chinese. Skips empty ones.
QString joined(QStringList const& sentences);

inline QString textOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace ob::ui
