// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/states.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ob::core {

// How a kind of file is read: which columns say what. Comes from JSON (core/interop/mapping_json.h);
// resources/import/README.md explains every key to whoever writes one.

/// One column by any of its spellings. Case, blanks, underscores and other signs do not count, so
/// `Call Number`, `call_number` and `CallNumber` are one spelling.
struct MappedColumn {
    std::vector<std::string> spellings;
};

/// The text of a value: columns joined by `separator`, empty ones left out, or a constant.
struct MappedText {
    std::vector<MappedColumn> columns;
    std::string separator = " ";
    std::string constant;
    bool isEmpty() const { return columns.empty() && constant.empty(); }
};

/// A text turned into a code of the rule book.
struct MappedCode {
    MappedText from;
    std::vector<std::pair<std::string, std::string>> values; ///< as in the file → code; case does not count
    /// A text that is not among the values may be a code, name or alias of this list.
    enum class List : std::uint8_t { None, Types, UnitKinds, Dispositions, Agencies, Channels, Capabilities };
    List list = List::None;
    bool asWritten = false; ///< else the text is itself the code
    std::string fallback;   ///< for everything else; empty = no code
    bool isEmpty() const { return from.isEmpty(); }
};

/// Degrees WGS 84. A point has both in one text: `(lat, lon)` or `POINT (lon lat)`.
struct MappedPlace {
    MappedText latitude;
    MappedText longitude;
    MappedText point;
    bool isEmpty() const { return latitude.isEmpty() && point.isEmpty(); }
};

struct MappedIncident {
    MappedText key; ///< rows with the same key are one incident
    std::string of; ///< format of another file that has the same incidents; empty = of this one
    /// Rows after the first may say other things of it: they are other reports, not contradictions.
    bool firstRowOnly = false;
    MappedText sourceId;
    MappedCode type;
    MappedCode priority; ///< codes 1 to 4
    MappedCode channel;  ///< codes as RuleBookLists::callChannels
    MappedCode agency;   ///< to whom the lead is offered
    MappedText address;
    MappedPlace place;
    MappedCode district;
    std::vector<std::pair<std::string, MappedText>> text; ///< label, value; label may be empty
    MappedText callerName;
    MappedText callerPhone;
    MappedText openedAt;
    MappedText receivedAt;
    MappedText closedAt; ///< empty rule: when the last unit was cleared
    MappedCode state;    ///< codes OPEN, CLOSED; empty rule: closed when it has a closing time
    MappedCode disposition;
};

struct MappedUnit {
    MappedText callsign;
    MappedCode kind;
    MappedText group;
    MappedText home;
    MappedCode capabilities;
    MappedText homeAddress;
    MappedPlace homePlace;
    bool optional = false;  ///< a file of calls alone has no column for units
    bool describes = false; ///< a roster: a known unit is described anew by it
};

struct MappedRun {
    std::array<MappedText, 12> times; ///< by AssignmentState
    MappedCode disposition;
};

/// A row that adds words to its incident.
struct MappedNote {
    std::vector<std::pair<std::string, MappedText>> text;
    MappedText at;
};

/// A column whose texts have a fixed count of digits; others look damaged by a spreadsheet.
struct MappedDigits {
    MappedColumn column;
    std::size_t least = 0;
    std::size_t most = 0;
};

/// Where coordinates of this file lie, degrees WGS 84.
struct MappedBounds {
    double south = -90;
    double west = -180;
    double north = 90;
    double east = 180;
    bool contains(double latitude, double longitude) const {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
};

struct Mapping {
    std::string format; ///< name; part of the keys under which rows are remembered
    std::string timeZone;
    std::vector<std::string> timeFormats; ///< see core/import/time_format.h; the first that fits counts
    std::vector<std::string> missing;     ///< texts that mean: no value
    std::string encoding;
    char delimiter = 0; ///< 0 = found in the header
    MappedText rowKey;
    std::optional<MappedBounds> bounds;
    std::vector<MappedDigits> digits;
    std::optional<MappedIncident> incident;
    std::optional<MappedUnit> unit;
    std::optional<MappedRun> run;
    std::optional<MappedNote> note;
};

} // namespace ob::core
