// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/mapping.h"
#include "core/journal/journal_port.h"

#include <string>

namespace ob::core {

// Under which keys a desk remembers what it took out of other systems' files (SourceEntry). Permanent: other
// keys would take everything for new.

/// Formats that share incidents share these keys.
std::string incidentSourceKey(Mapping const& mapping, std::string const& incidentKey);
/// Under which a desk remembers the incidents of others by their key in the system they came from, whatever
/// the mapping: `sourceId` of an incident.
std::string othersSourceKey(std::string_view sourceId);
std::string rowSourceKey(Mapping const& mapping, std::string const& rowKey);
ShortHash sourceHash(std::string const& key);

} // namespace ob::core
