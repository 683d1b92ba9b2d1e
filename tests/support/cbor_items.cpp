// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cbor_items.h"

#include <algorithm>
#include <limits>

namespace ob::core {
namespace {

std::uint64_t pick(std::mt19937_64& random, std::uint64_t below) { return random() % below; }

std::uint64_t randomMagnitude(std::mt19937_64& random) {
    constexpr std::uint64_t edges[] = {0, 23, 24, 255, 256, 65535, 65536, 0xffffffff, 0x100000000};
    if (pick(random, 3) == 0) return edges[pick(random, std::size(edges))];
    return random() >> pick(random, 64);
}

std::string randomText(std::mt19937_64& random) {
    constexpr char const* pieces[] = {
        "", "a", "Z9", "\n", "消防", "é", "😀", "\xef\xbf\xbf", "0123456789abcdefghij"};
    std::string text;
    for (std::uint64_t left = pick(random, 6); left > 0; --left)
        text += pieces[pick(random, std::size(pieces))];
    return text;
}

std::string randomContent(std::mt19937_64& random) {
    std::string content(pick(random, pick(random, 20) == 0 ? 300 : 30), '\0');
    for (char& byte : content)
        byte = static_cast<char>(random());
    return content;
}

CborItem randomScalar(std::mt19937_64& random, std::uint64_t kinds) {
    switch (pick(random, kinds)) {
    case 0:
        return {
            .type = CborType::Unsigned, .magnitude = randomMagnitude(random), .content = {}, .children = {}};
    case 1:
        return {.type = CborType::Negative,
                .magnitude = randomMagnitude(random) & std::numeric_limits<std::int64_t>::max(),
                .content = {},
                .children = {}};
    case 2:
        return {
            .type = CborType::ByteString, .magnitude = 0, .content = randomContent(random), .children = {}};
    case 3: return {.type = CborType::Text, .magnitude = 0, .content = randomText(random), .children = {}};
    case 4: return {.type = CborType::True, .magnitude = 0, .content = {}, .children = {}};
    case 5: return {.type = CborType::False, .magnitude = 0, .content = {}, .children = {}};
    }
    return {};
}

} // namespace

CborItem randomCborItem(std::mt19937_64& random, int depth) {
    std::uint64_t const kind = depth == 0 ? 0 : pick(random, 4);
    if (kind < 2) return randomScalar(random, 7);
    std::uint64_t const count = pick(random, pick(random, 10) == 0 ? 40 : 5);
    CborItem item{
        .type = kind == 2 ? CborType::Array : CborType::Map, .magnitude = 0, .content = {}, .children = {}};
    if (kind == 2) {
        for (std::uint64_t index = 0; index < count; ++index)
            item.children.push_back(randomCborItem(random, depth - 1));
        return item;
    }
    std::vector<CborItem> keys;
    for (std::uint64_t index = 0; index < count; ++index)
        keys.push_back(randomScalar(random, 4));
    std::sort(keys.begin(), keys.end(),
              [](auto const& a, auto const& b) { return encodeCbor(a) < encodeCbor(b); });
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (CborItem& key : keys) {
        item.children.push_back(std::move(key));
        item.children.push_back(randomCborItem(random, depth - 1));
    }
    return item;
}

void writeCbor(CborItem const& item, CborWriter& writer) {
    bool const knowsCount = item.children.size() % 3 != 0; // so that both ways of writing are used
    switch (item.type) {
    case CborType::Unsigned: writer.unsignedInt(item.magnitude); break;
    case CborType::Negative: writer.signedInt(-1 - static_cast<std::int64_t>(item.magnitude)); break;
    case CborType::ByteString: writer.bytes(viewOf(item.content)); break;
    case CborType::Text: writer.text(item.content); break;
    case CborType::Array:
    case CborType::Map:
        if (item.type == CborType::Array)
            knowsCount ? writer.array(item.children.size()) : writer.beginArray();
        else
            knowsCount ? writer.map(item.children.size() / 2) : writer.beginMap();
        for (CborItem const& child : item.children)
            writeCbor(child, writer);
        if (!knowsCount) writer.end();
        break;
    case CborType::False: writer.boolean(false); break;
    case CborType::True: writer.boolean(true); break;
    case CborType::Null:
    case CborType::None: writer.null(); break;
    }
}

Bytes encodeCbor(CborItem const& item) {
    Bytes bytes;
    CborWriter writer(bytes);
    writeCbor(item, writer);
    return bytes;
}

CborItem readCbor(CborReader& reader) {
    CborItem item;
    item.type = reader.peek();
    switch (item.type) {
    case CborType::Unsigned: item.magnitude = reader.unsignedInt(); break;
    case CborType::Negative: item.magnitude = static_cast<std::uint64_t>(-1 - reader.signedInt()); break;
    case CborType::ByteString: {
        ByteView const content = reader.bytes();
        item.content.assign(content.begin(), content.end());
        break;
    }
    case CborType::Text: item.content = reader.text(); break;
    case CborType::Array:
        reader.enterArray();
        while (reader.nextElement())
            item.children.push_back(readCbor(reader));
        break;
    case CborType::Map:
        reader.enterMap();
        while (reader.nextEntry()) {
            item.children.push_back(readCbor(reader));
            item.children.push_back(readCbor(reader));
        }
        break;
    case CborType::False:
    case CborType::True: reader.boolean(); break;
    case CborType::Null:
    case CborType::None: reader.null(); break;
    }
    return item;
}

std::string pythonExpression(CborItem const& item) {
    std::string text;
    switch (item.type) {
    case CborType::Unsigned: return std::to_string(item.magnitude);
    case CborType::Negative: return "-1-" + std::to_string(item.magnitude);
    case CborType::ByteString: return "B('" + toHex(viewOf(item.content)) + "')";
    case CborType::Text: return "T('" + toHex(viewOf(item.content)) + "')";
    case CborType::Array:
        for (CborItem const& child : item.children)
            text += pythonExpression(child) + ",";
        return "[" + text + "]";
    case CborType::Map:
        for (std::size_t at = 0; at < item.children.size(); at += 2)
            text += pythonExpression(item.children[at]) + ":" + pythonExpression(item.children[at + 1]) + ",";
        return "{" + text + "}";
    case CborType::False: return "False";
    case CborType::True: return "True";
    case CborType::Null:
    case CborType::None: break;
    }
    return "None";
}

Bytes mutated(Bytes bytes, std::mt19937_64& random) {
    for (std::uint64_t left = 1 + pick(random, 3); left > 0; --left) {
        auto const at = static_cast<std::ptrdiff_t>(bytes.empty() ? 0 : pick(random, bytes.size()));
        auto const value = static_cast<std::uint8_t>(random());
        switch (bytes.empty() ? 2 : pick(random, 4)) {
        case 0: bytes[static_cast<std::size_t>(at)] = value; break;
        case 1: bytes.erase(bytes.begin() + at); break;
        case 2: bytes.insert(bytes.begin() + at, value); break;
        case 3: bytes[static_cast<std::size_t>(at)] ^= static_cast<std::uint8_t>(1u << (value & 7)); break;
        }
    }
    return bytes;
}

} // namespace ob::core
