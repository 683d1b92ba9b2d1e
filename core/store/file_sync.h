// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace ob::store {

/// fsync of a file, or of a directory so that names made in it last. Throws StoreError.
void syncFile(std::filesystem::path const& path);

} // namespace ob::store
