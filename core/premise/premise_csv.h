// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/csv_reader.h"
#include "core/premise/premise_reading.h"
#include "core/rules/hazard_book.h"

namespace ob::core {

/// Reads a table of places: a header in Chinese or English (core/premise/premise_column.h), a row for each
/// place. Wanted are a name, an address or latitude and longitude, and hazards or notes. In one field hazards
/// stand between ; or commas, each by code, name or alias, with what is known of it behind a colon or in
/// brackets. Rows without a letter are passed over. Any bytes may be given.
PremiseReading readPremiseCsv(CsvReader::Source source, HazardBook const& hazards,
                              PremiseReadingOptions const& options);

} // namespace ob::core
