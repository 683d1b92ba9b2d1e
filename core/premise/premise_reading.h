// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_port.h"
#include "core/premise/premise.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

enum class PremiseFault : std::uint8_t {
    // of the file as a whole
    NotReadable,   ///< no table and no GeoJSON; value: what is wrong with it
    MissingColumn, ///< column: what is wanted
    ColumnTwice,   ///< two columns mean the same; value: the second one's header
    NoRows,
    TooMany, ///< value: how many records a desk holds
    // of a row
    FieldCount, ///< value: how many fields it has
    OpenQuote,
    TooLong,
    BadText, ///< bytes that are not of the encoding
    NoName,
    NoPlace,        ///< neither address nor coordinates
    BadPlace,       ///< value: the coordinates
    SwappedPlace,   ///< latitude and longitude look exchanged
    BadArea,        ///< no point, polygon or polygons; value: what it is
    TooManyCorners, ///< value: how many there may be
    BadReach,
    NothingSaid,    ///< neither a hazard nor a note
    UnknownHazard,  ///< value: the word
    TooManyHazards, ///< value: how many there may be
    BadDate,
    FutureDate,  ///< checked after today
    TextTooLong, ///< value: how many bytes there may be
    KeyTwice,    ///< value: the line that has it too
};
/// Lower camel case, stable: for reports.
std::string_view nameOf(PremiseFault fault);

/// What is wrong with a file, or with one row of it.
struct PremiseRowFault {
    std::uint64_t line = 0; ///< on which it begins, from 1
    PremiseFault fault{};
    std::string column{}; ///< of the header, as it is written there
    std::string value{};  ///< cut after 80 code points
    friend bool operator==(PremiseRowFault const&, PremiseRowFault const&) = default;
};

/// What stood in a file. Only one without faults is to be taken.
struct PremiseReading {
    std::vector<PremiseRecord> records;
    std::vector<PremiseRowFault> faults; ///< in the order of lines
    std::uint64_t faultsLeftOut = 0;     ///< after the first `maxFaults`
    std::uint64_t rows = 0;
    std::vector<std::string> ignoredColumns; ///< that mean nothing here

    bool isGood() const { return faults.empty(); }
    static constexpr std::size_t maxFaults = 1'000;
};

/// How the file is to be understood.
struct PremiseReadingOptions {
    CalendarDay today;
    Datum datum = Datum::Wgs84; ///< of the coordinates
    std::string encoding{};     ///< of a table (core/interop/text_decoder.h); empty: by its mark, else UTF-8
};

inline constexpr std::size_t maxPremiseFileBytes = std::size_t{32} << 20;

} // namespace ob::core
