// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace ob::ui {

/// "main (a, b)"; empty details are left out, and the brackets when there is none.
QString withDetails(QString const& main, QStringList const& details);
/// "main: rest", or main alone when there is no rest.
QString withRest(QString const& main, QString const& rest);

} // namespace ob::ui
