// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/symbol_library.h"

#include <QString>

namespace ob::ui {

/// What a symbol stands for, in the language that is spoken.
QString symbolText(SymbolName name);

} // namespace ob::ui
