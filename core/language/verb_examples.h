// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/verb.h"

namespace ob::core {

/// As VerbSpec::example, for who reads no Chinese: a line that is read in the same way.
std::string_view englishExampleOf(Verb verb);

} // namespace ob::core
