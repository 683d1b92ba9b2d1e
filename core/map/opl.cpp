// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/opl.h"

#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ob::core {
namespace {

void appendUtf8(std::string& text, std::uint32_t point) {
    auto const add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) return add(point);
    if (point < 0x800) {
        add(0xc0 | point >> 6);
    } else if (point < 0x10000) {
        add(0xe0 | point >> 12);
        add(0x80 | (point >> 6 & 0x3f));
    } else {
        add(0xf0 | point >> 18);
        add(0x80 | (point >> 12 & 0x3f));
        add(0x80 | (point >> 6 & 0x3f));
    }
    add(0x80 | (point & 0x3f));
}

/// Characters that mean something to the format stand as %hexadecimal%.
std::optional<std::string> unescaped(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        std::size_t const mark = text.find('%');
        plain += text.substr(0, mark);
        if (mark == text.npos) break;
        std::size_t const end = text.find('%', mark + 1);
        if (end == text.npos) return std::nullopt;
        std::uint32_t point = 0;
        auto const [at, error] = std::from_chars(text.data() + mark + 1, text.data() + end, point, 16);
        if (error != std::errc() || at != text.data() + end || point > 0x10ffff) return std::nullopt;
        appendUtf8(plain, point);
        text.remove_prefix(end + 1);
    }
    if (!isValidUtf8(plain)) return std::nullopt;
    return plain;
}

template<class Visit>
bool eachPart(std::string_view list, char separator, Visit visit) {
    while (!list.empty()) {
        std::size_t const end = std::min(list.find(separator), list.size());
        if (!visit(list.substr(0, end))) return false;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return true;
}

/// Takes a number off the front.
std::optional<std::int64_t> takeId(std::string_view& text) {
    std::int64_t id = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return id;
}

std::optional<double> numberOf(std::string_view text) {
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<GeoPoint> pointOf(std::string_view longitude, std::string_view latitude) {
    auto const east = numberOf(longitude);
    auto const north = numberOf(latitude);
    if (!east || !north) return std::nullopt;
    return GeoPoint::ofDegrees(*north, *east);
}

std::optional<OsmObject::Kind> kindOf(char letter) {
    switch (letter) {
    case 'n': return OsmObject::Kind::Node;
    case 'w': return OsmObject::Kind::Way;
    case 'r': return OsmObject::Kind::Relation;
    }
    return std::nullopt;
}

class LineReader {
  public:
    std::optional<OsmObject> read(std::string_view line) {
        bool const isGood = eachPart(line, ' ', [this](std::string_view field) { return readField(field); });
        if (!isGood || !m_hasId) return std::nullopt;
        m_object.point = pointOf(m_longitude, m_latitude);
        return std::move(m_object);
    }

  private:
    bool readField(std::string_view field) {
        if (field.empty()) return true;
        std::string_view const rest = field.substr(1);
        if (!m_hasId) return readId(field);
        switch (field.front()) {
        case 'T': return eachPart(rest, ',', [this](std::string_view tag) { return readTag(tag); });
        case 'N': return eachPart(rest, ',', [this](std::string_view ref) { return readRef(ref); });
        case 'M': return eachPart(rest, ',', [this](std::string_view member) { return readMember(member); });
        case 'x': m_longitude = rest; return true;
        case 'y': m_latitude = rest; return true;
        case 'd': return rest != "D"; // deleted
        }
        return true;
    }

    bool readId(std::string_view field) {
        auto const kind = kindOf(field.front());
        std::string_view rest = field.substr(1);
        auto const id = takeId(rest);
        if (!kind || !id || !rest.empty()) return false;
        m_object.kind = *kind;
        m_object.id = *id;
        m_hasId = true;
        return true;
    }

    bool readTag(std::string_view tag) {
        std::size_t const middle = tag.find('=');
        if (middle == tag.npos) return false;
        auto key = unescaped(tag.substr(0, middle));
        auto value = unescaped(tag.substr(middle + 1));
        if (!key || !value) return false;
        m_object.tags.emplace_back(*std::move(key), *std::move(value));
        return true;
    }

    /// n123, or n123x8.5y47.1
    bool readRef(std::string_view ref) {
        if (!ref.starts_with('n')) return false;
        ref.remove_prefix(1);
        auto const id = takeId(ref);
        if (!id) return false;
        OsmObject::NodeRef node{.id = *id, .point = std::nullopt};
        std::size_t const north = ref.find('y');
        if (ref.starts_with('x') && north != ref.npos)
            node.point = pointOf(ref.substr(1, north - 1), ref.substr(north + 1));
        m_object.nodes.push_back(node);
        return true;
    }

    bool readMember(std::string_view member) {
        auto const kind = kindOf(member.empty() ? '\0' : member.front());
        if (!kind) return false;
        member.remove_prefix(1);
        auto const id = takeId(member);
        if (!id || !member.starts_with('@')) return false;
        auto role = unescaped(member.substr(1));
        if (!role) return false;
        m_object.members.push_back({.kind = *kind, .id = *id, .role = *std::move(role)});
        return true;
    }

    OsmObject m_object;
    bool m_hasId = false;
    std::string_view m_longitude;
    std::string_view m_latitude;
};

/// The node that a way's reference names.
std::int64_t idOf(std::string_view ref) {
    ref.remove_prefix(std::min<std::size_t>(1, ref.size()));
    return takeId(ref).value_or(0);
}

/// The longest run of references that are there; of a ring all that are there.
std::vector<std::string_view> kept(std::vector<std::string_view> const& refs,
                                   std::unordered_set<std::int64_t> const& missing) {
    bool const isRing = refs.size() > 3 && idOf(refs.front()) == idOf(refs.back());
    std::vector<std::string_view> best;
    std::vector<std::string_view> run;
    for (std::string_view const ref : refs) {
        if (missing.contains(idOf(ref))) {
            if (isRing) continue;
            if (run.size() > best.size()) best = run;
            run.clear();
            continue;
        }
        run.push_back(ref);
    }
    if (run.size() > best.size()) best = std::move(run);
    if (isRing && best.size() > 2 && idOf(best.front()) != idOf(best.back())) best.push_back(best.front());
    return best;
}

} // namespace

std::string_view OsmObject::tag(std::string_view key) const {
    for (auto const& [name, value] : tags)
        if (name == key) return value;
    return {};
}

std::optional<OsmObject> readOpl(std::string_view line) { return LineReader().read(line); }

std::optional<std::int64_t> missingNode(std::string_view line) {
    if (!line.starts_with('n')) return std::nullopt;
    line.remove_prefix(1);
    auto const id = takeId(line);
    return id && line.starts_with(" in w") ? id : std::nullopt;
}

std::string withoutMissing(std::string_view line, std::unordered_set<std::int64_t> const& missing) {
    std::size_t const begin = line.find(" N");
    if (!line.starts_with('w') || begin == line.npos) return std::string(line);
    std::string_view const list = line.substr(begin + 2, line.find(' ', begin + 2) - begin - 2);
    std::vector<std::string_view> refs;
    eachPart(list, ',', [&refs](std::string_view ref) {
        refs.push_back(ref);
        return true;
    });
    if (std::ranges::none_of(refs, [&](std::string_view ref) { return missing.contains(idOf(ref)); }))
        return std::string(line);
    auto const rest = kept(refs, missing);
    if (rest.size() < 2) return {};
    std::string whole(line.substr(0, begin + 2));
    for (std::string_view const ref : rest)
        (whole += ref) += ',';
    whole.pop_back();
    return whole += line.substr(begin + 2 + list.size());
}

} // namespace ob::core
