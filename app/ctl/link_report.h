// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_host.h"

namespace ob::app {

enum class ReportForm { Text, Json };

/// The links of a running desk. Throws UsageError when it runs alone.
void reportLinks(DeskHost const& host, ReportForm form);
/// How far other agencies have witnessed each log.
void reportWitnesses(DeskHost& host, ReportForm form);

} // namespace ob::app
