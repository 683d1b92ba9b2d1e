// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/program_kind.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace ob::ui {
namespace {

using namespace std::string_view_literals;

/// What is looked at or listened to and runs nothing. Everything else is asked about.
constexpr std::array harmless{".jpg"sv,  ".jpeg"sv, ".png"sv,  ".gif"sv,     ".webp"sv, ".bmp"sv,  ".tif"sv,
                              ".tiff"sv, ".heic"sv, ".pdf"sv,  ".txt"sv,     ".csv"sv,  ".json"sv, ".wav"sv,
                              ".mp3"sv,  ".ogg"sv,  ".m4a"sv,  ".amr"sv,     ".flac"sv, ".mp4"sv,  ".mov"sv,
                              ".mkv"sv,  ".avi"sv,  ".docx"sv, ".xlsx"sv,    ".pptx"sv, ".odt"sv,  ".ods"sv,
                              ".odp"sv,  ".gpx"sv,  ".kml"sv,  ".geojson"sv, ".zip"sv};

/// ELF, Windows, a script, Mach-O in its four forms, Java, a desktop entry.
constexpr std::array beginnings{"\x7f"
                                "ELF"sv,
                                "MZ"sv,
                                "#!"sv,
                                "\xfe\xed\xfa\xce"sv,
                                "\xfe\xed\xfa\xcf"sv,
                                "\xce\xfa\xed\xfe"sv,
                                "\xcf\xfa\xed\xfe"sv,
                                "\xca\xfe\xba\xbe"sv,
                                "[Desktop Entry]"sv};

} // namespace

bool isProgram(std::string_view name, core::ByteView beginning) {
    std::string const folded = core::foldCase(name);
    bool const isHarmless =
        std::ranges::any_of(harmless, [&](std::string_view ending) { return folded.ends_with(ending); });
    std::string_view const bytes(reinterpret_cast<char const*>(beginning.data()), beginning.size());
    return !isHarmless
           || std::ranges::any_of(beginnings, [&](std::string_view each) { return bytes.starts_with(each); });
}

} // namespace ob::ui
