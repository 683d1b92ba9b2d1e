// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/journal/bundle_check.h"
#include "core/journal/bundle_fields.h"

#include <algorithm>
#include <array>

using namespace ob::core;

namespace {

constexpr std::array<std::string_view, 9> names{
    bundle_name::manifest,    bundle_name::page,    bundle_name::realm,
    bundle_name::certificate, bundle_name::logs,    bundle_name::witnesses,
    bundle_name::statements,  "events/000001.cbor", "events/000002.cbor"};

/// name (1 byte), length (3 bytes), content, and so on.
BundleFiles filesIn(ByteView input) {
    BundleFiles files;
    while (input.size() >= 4) {
        auto const name = names[input[0] % names.size()];
        std::size_t const length = std::size_t{input[1]} << 16 | std::size_t{input[2]} << 8 | input[3];
        input = input.subspan(4);
        auto const content = input.first(std::min(length, input.size()));
        files[std::string(name)].assign(content.begin(), content.end());
        input = input.subspan(content.size());
    }
    return files;
}

void tryCodecs(ByteView bytes) {
    if (auto const logs = decodeBundledLogs(bytes))
        OB_ENSURE(std::ranges::equal(encodeBundledLogs(*logs), bytes));
    if (auto const each = decodeWitnesses(bytes))
        OB_ENSURE(std::ranges::equal(encodeWitnesses(*each), bytes));
    if (auto const each = decodeStatements(bytes))
        OB_ENSURE(std::ranges::equal(encodeStatements(*each), bytes));
    if (auto const events = decodeBundledEvents(bytes)) {
        std::size_t at = 0;
        auto const again = encodeBundledEvents(*events, at);
        OB_ENSURE(at < events->size() || std::ranges::equal(again, bytes));
    }
}

} // namespace

/// The files of an evidence bundle.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const files = filesIn({bytes, size});
    for (auto const& [name, content] : files)
        tryCodecs(content);
    auto const check = checkBundle(files);
    if (check.bundle && check.realm) eventsOf(*check.bundle, *check.realm);
    return 0;
}
