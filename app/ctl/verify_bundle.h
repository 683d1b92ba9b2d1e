// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::app {

class Arguments;

/// verify FILE, its arguments parsed. Exit code.
int verifyBundle(Arguments const& arguments);

} // namespace ob::app
