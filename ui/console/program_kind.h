// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <string_view>

namespace ob::ui {

/// Whether opening it may run something: by the ending of its name, whatever it calls itself besides, or by
/// how it begins. Documents with macros count. Errs on the side of asking.
bool isProgram(std::string_view name, core::ByteView beginning);

} // namespace ob::ui
