// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_reading.h"

namespace ob::core {

std::string_view nameOf(PremiseFault fault) {
    switch (fault) {
    case PremiseFault::NotReadable: return "notReadable";
    case PremiseFault::MissingColumn: return "missingColumn";
    case PremiseFault::ColumnTwice: return "columnTwice";
    case PremiseFault::NoRows: return "noRows";
    case PremiseFault::TooMany: return "tooMany";
    case PremiseFault::FieldCount: return "fieldCount";
    case PremiseFault::OpenQuote: return "openQuote";
    case PremiseFault::TooLong: return "tooLong";
    case PremiseFault::BadText: return "badText";
    case PremiseFault::NoName: return "noName";
    case PremiseFault::NoPlace: return "noPlace";
    case PremiseFault::BadPlace: return "badPlace";
    case PremiseFault::SwappedPlace: return "swappedPlace";
    case PremiseFault::BadArea: return "badArea";
    case PremiseFault::TooManyCorners: return "tooManyCorners";
    case PremiseFault::BadReach: return "badRadius";
    case PremiseFault::NothingSaid: return "nothingSaid";
    case PremiseFault::UnknownHazard: return "unknownHazard";
    case PremiseFault::TooManyHazards: return "tooManyHazards";
    case PremiseFault::BadDate: return "badDate";
    case PremiseFault::FutureDate: return "futureDate";
    case PremiseFault::TextTooLong: return "textTooLong";
    case PremiseFault::KeyTwice: return "keyTwice";
    }
    return "?";
}

} // namespace ob::core
