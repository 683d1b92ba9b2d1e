// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/source_dir.h"

namespace ob {

std::string sourceDir() { return OB_SOURCE_DIR; }

} // namespace ob
