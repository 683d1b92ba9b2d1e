// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ob {

/// Root of the source tree. One file knows the path, so that the compiler's cache serves every other test in
/// any clone.
std::string sourceDir();

} // namespace ob
