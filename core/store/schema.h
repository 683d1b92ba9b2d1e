// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace ob::store {

class Connection;

/// A step from schema `number - 1` to `number`. Once shipped it never changes: a change is a new step.
struct Migration {
    int number;
    std::string_view sql;
};

/// All steps, in order, from an empty file.
std::span<Migration const> migrations();

/// The schema of the file; 0 when it is empty. Throws StoreError for a file that is newer than the last step,
/// and for one that is no desk file at all.
int schemaOf(Connection& connection, std::span<Migration const> steps);

/// Runs the steps that the file lacks, each in a transaction of its own together with its number. Throws
/// as `schemaOf`, before anything is changed.
void migrate(Connection& connection, std::span<Migration const> steps);

} // namespace ob::store
