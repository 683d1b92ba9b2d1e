// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>

namespace ob::app {

/// Writes a file such as `--format sffd` reads: made up, in the proportions of San Francisco (2.2 units to a
/// call, 178 units). Throws FileError.
void writeRecordedFile(std::filesystem::path const& file, std::size_t rows);

} // namespace ob::app
