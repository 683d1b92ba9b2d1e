// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::app {

/// Tries on this machine what the console needs of it: data, translations, fonts, drawings, and a desk of a
/// drill of its own in a temporary folder that takes a call. Prints a line for each and `N passed, N failed`;
/// exit code.
int runSelfTest();

} // namespace ob::app
