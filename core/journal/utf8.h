// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace ob::core {

/// Well-formed UTF-8 (RFC 3629): shortest forms, no surrogates, at most U+10FFFF.
bool isUtf8(std::string_view text);

} // namespace ob::core
