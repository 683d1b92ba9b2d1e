// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/event_body.h"
#include "core/journal/event_codec.h"
#include "core/journal/event_sections.h"

#include <cstddef>
#include <cstdint>

/// First two bytes: kind. The rest is read as a header, as a section and as an open body of the kind; what is
/// understood is written again and understood again.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace ob::core;
    if (size < 2) return 0;
    auto const kind = static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
    ByteView const rest(bytes + 2, size - 2);
    if (auto const header = decodeHeader(rest)) OB_ENSURE(header->stream.isNil() == header->parents.empty());
    RestrictedParts restricted;
    auto const section = viewSection(rest);
    if (section) readRestrictedBody(*section, restricted);
    auto const body = readOpenBody(kind, section ? section->body : rest);
    if (!body) return 0;
    OB_ENSURE(kindOf(body->fact) == kind);
    auto const sections = encodeSections(*body, restricted, [] { return Salt{}; });
    auto const view = viewSection(sections.front().bytes);
    OB_ENSURE(view && readOpenBody(kind, view->body));
    return 0;
}
