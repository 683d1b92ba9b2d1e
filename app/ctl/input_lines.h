// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace ob::app {

/// Lines of the caller's standard input as they come, until its end; not those that are empty or begin with
/// a #. A line may end with a carriage return.
void eachInputLine(std::function<void(std::string const&)> const& take);

} // namespace ob::app
