// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/row_reader.h"

namespace ob::core {

std::string_view nameOf(RowFault fault) {
    switch (fault) {
    case RowFault::FieldCount: return "fieldCount";
    case RowFault::CutShort: return "cutShort";
    case RowFault::OpenQuote: return "openQuote";
    case RowFault::TooLong: return "tooLong";
    case RowFault::NoKey: return "noKey";
    case RowFault::NoTime: return "noTime";
    case RowFault::BadTime: return "badTime";
    case RowFault::BadCallsign: return "badCallsign";
    case RowFault::NoUnit: return "noUnit";
    }
    return "?";
}

std::string_view nameOf(AnomalyKind kind) {
    switch (kind) {
    case AnomalyKind::MilestoneOrder: return "milestoneOrder";
    case AnomalyKind::NeverCleared: return "neverCleared";
    case AnomalyKind::DoubleAssignment: return "doubleAssignment";
    case AnomalyKind::Coordinates: return "coordinates";
    case AnomalyKind::Digits: return "digits";
    case AnomalyKind::BadTime: return "badTime";
    case AnomalyKind::AmbiguousTime: return "ambiguousTime";
    case AnomalyKind::SkippedTime: return "skippedTime";
    case AnomalyKind::BadText: return "badText";
    case AnomalyKind::UnknownValue: return "unknownValue";
    case AnomalyKind::NoDispatchTime: return "noDispatchTime";
    case AnomalyKind::ClosedEarly: return "closedEarly";
    case AnomalyKind::ClosedWithoutTime: return "closedWithoutTime";
    case AnomalyKind::OpenWithEnd: return "openWithEnd";
    case AnomalyKind::RowsDisagree: return "rowsDisagree";
    case AnomalyKind::RepeatedKey: return "repeatedKey";
    case AnomalyKind::Unterminated: return "unterminated";
    case AnomalyKind::NotClosed: return "notClosed";
    case AnomalyKind::MovedRow: return "movedRow";
    }
    return "?";
}

} // namespace ob::core
