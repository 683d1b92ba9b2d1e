// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/attachment.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace ob::core {
namespace {

bool isControl(char each) { return static_cast<unsigned char>(each) < 0x20 || each == 0x7f; }
bool isSeparator(char each) { return each == '/' || each == '\\'; }

// What a newer table of characters would normalise in another way must not make an event unreadable, so only
// what lasts is asked for.
bool isName(std::string_view name) {
    return !name.empty() && name.size() <= Attachment::maxNameBytes && name != "." && name != ".."
           && isValidUtf8(name) && std::none_of(name.begin(), name.end(), [](char each) {
                  return isControl(each) || isSeparator(each);
              });
}

struct Ending {
    std::string_view ending;
    std::string_view mediaType;
};
constexpr std::array endings{
    Ending{".jpg", "image/jpeg"},      Ending{".jpeg", "image/jpeg"},       Ending{".png", "image/png"},
    Ending{".webp", "image/webp"},     Ending{".heic", "image/heic"},       Ending{".gif", "image/gif"},
    Ending{".svg", "image/svg+xml"},   Ending{".pdf", "application/pdf"},   Ending{".txt", "text/plain"},
    Ending{".csv", "text/csv"},        Ending{".json", "application/json"}, Ending{".wav", "audio/wav"},
    Ending{".mp3", "audio/mpeg"},      Ending{".ogg", "audio/ogg"},         Ending{".m4a", "audio/mp4"},
    Ending{".amr", "audio/AMR"},       Ending{".mp4", "video/mp4"},         Ending{".mov", "video/quicktime"},
    Ending{".zip", "application/zip"},
};

} // namespace

bool isSound(Attachment const& attachment) {
    return attachment.hash != Hash{} && attachment.bytes >= 1 && attachment.bytes <= Attachment::maxBytes
           && isName(attachment.name) && attachment.mediaType.size() <= Attachment::maxMediaTypeBytes
           && std::all_of(attachment.mediaType.begin(), attachment.mediaType.end(),
                          [](char each) { return each > 0x20 && each < 0x7f; });
}

std::string attachmentName(std::string_view path) {
    auto const last = std::find_if(path.rbegin(), path.rend(), isSeparator);
    // Half-width forms of separators appear only now.
    std::string name = normalise(path.substr(static_cast<std::size_t>(path.rend() - last)));
    std::replace_if(name.begin(), name.end(), isSeparator, '_');
    if (name.size() > Attachment::maxNameBytes) {
        std::size_t end = Attachment::maxNameBytes;
        while ((static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) // within a character
            --end;
        name.resize(end);
    }
    return isName(name) ? name : std::string();
}

std::string_view mediaTypeOf(std::string_view name) {
    std::string const folded = foldCase(name);
    for (auto const& [ending, mediaType] : endings)
        if (folded.ends_with(ending)) return mediaType;
    return {};
}

} // namespace ob::core
