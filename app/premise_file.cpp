// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/premise_file.h"

#include "app/caller.h"
#include "app/csv_file.h"
#include "app/files.h"
#include "core/interop/premise_geojson.h"
#include "core/premise/premise_csv.h"

namespace ob::app {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool looksLikeJson(std::string_view text) {
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    auto const first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && text[first] == '{';
}

} // namespace

std::string premiseFileText(std::string const& file) {
    CsvFile source(file);
    std::string text;
    for (auto piece = source.next(); !piece.empty(); piece = source.next()) {
        text += piece;
        if (text.size() > core::maxPremiseFileBytes)
            throw FileError(file + " is larger than 32 MiB: a desk holds at most "
                            + std::to_string(core::maxPremises) + " places");
        caller().breathe();
    }
    return text;
}

core::PremiseReading readPremises(std::string_view text, core::HazardBook const& hazards,
                                  core::PremiseReadingOptions const& options) {
    if (looksLikeJson(text)) return core::readPremiseGeoJson(text, hazards, options);
    constexpr std::size_t pieceBytes = 64 * 1024;
    return core::readPremiseCsv(
        [&text] {
            auto const piece = text.substr(0, pieceBytes);
            text.remove_prefix(piece.size());
            caller().breathe();
            return piece;
        },
        hazards, options);
}

} // namespace ob::app
