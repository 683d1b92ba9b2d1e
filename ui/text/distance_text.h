// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ob::ui {

/// "650 m by air", "1.2 km by air": as exact as it is worth for the length of a way that nobody drives.
QString airLineText(double metres);

} // namespace ob::ui
