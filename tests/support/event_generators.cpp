// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/event_generators.h"

#include "core/ensure.h"
#include "core/journal/event_fields.h"
#include "core/journal/event_sections.h"
#include "core/journal/field_values.h"

#include <algorithm>
#include <utility>

namespace ob::core {
namespace {

constexpr char const* texts[] = {"", "滨江路 221 号,二楼有浓烟", "caller hangs up", "é\n\t𠮷",
                                 "0571-8800 1100"};
constexpr char const* callsigns[] = {"E07", "消E07", "环2", "A-12"};

void fill(Instant& at, ValueSource& values) {
    at = *Instant::ofMilliseconds(static_cast<std::int64_t>(values.below(Instant::max + 1)));
}
void fill(Duration& length, ValueSource& values) {
    length = Duration::ofMilliseconds(static_cast<std::int64_t>(values.below(2'000'000'000)) - 1'000'000'000);
}
void fill(Code& code, ValueSource& values) {
    constexpr std::string_view alphabet = "ABCXYZ0189-._/";
    std::string text;
    for (auto length = 1 + values.below(Code::maxLength); length > 0; --length)
        text += alphabet[values.below(alphabet.size())];
    code = Code::of(text).value();
}
void fill(Callsign& callsign, ValueSource& values) {
    callsign = Callsign::of(callsigns[values.below(std::size(callsigns))]).value();
}
void fill(IncidentNumber& number, ValueSource& values) {
    auto const day = 20'200'101 + 100 * static_cast<std::int32_t>(values.below(12));
    number = IncidentNumber::of(day, 1 + static_cast<std::uint32_t>(values.below(99'999'999))).value();
}
void fill(AgencyIndex& agency, ValueSource& values) {
    agency.value = static_cast<std::uint16_t>(values.below(maxAgencies));
}
void fill(std::optional<GeoPoint>& place, ValueSource& values) {
    place = GeoPoint::ofE7(static_cast<std::int64_t>(values.below(1'800'000'001)) - 900'000'000,
                           static_cast<std::int64_t>(values.below(3'600'000'001)) - 1'800'000'000);
}
void fill(Hash& hash, ValueSource& values) { hash = values.hash(); }
void fill(bool& value, ValueSource& values) { value = values.oneIn(2); }
template<class Tag>
void fill(Id<Tag>& id, ValueSource& values) {
    id = Id<Tag>(values.hash());
}
template<class Enum>
    requires std::is_enum_v<Enum>
void fill(Enum& value, ValueSource& values) {
    auto const first = static_cast<std::uint64_t>(EnumRange<Enum>::first);
    auto const last = static_cast<std::uint64_t>(EnumRange<Enum>::last);
    value = static_cast<Enum>(first + values.below(last - first + 1));
}
void fill(Attachment& attachment, ValueSource& values) {
    attachment = {.hash = values.hash(),
                  .bytes = 1 + values.below(Attachment::maxBytes),
                  .name = values.oneIn(2) ? "现场 1.jpg" : "plan.pdf",
                  .mediaType = values.oneIn(3) ? "" : "image/jpeg"};
}
template<class Int>
    requires(std::is_unsigned_v<Int> && !std::is_same_v<Int, bool>)
void fill(Int& value, ValueSource& values) {
    value = static_cast<Int>(values.next() >> values.below(64));
}

/// Puts a value into every described field; those that may be absent are, now and then.
class Filler {
  public:
    explicit Filler(ValueSource& values) : m_values(values) {}

    template<class T>
    void required(std::uint64_t, T& value) {
        fill(value, m_values);
    }
    template<class T>
    void field(std::uint64_t, T& value) {
        if (!m_values.oneIn(3)) fill(value, m_values);
    }
    template<class T>
    void field(std::uint64_t, std::optional<T>& value) {
        if (m_values.oneIn(3)) return;
        if constexpr (std::is_same_v<T, GeoPoint>)
            fill(value, m_values);
        else
            fill(value.emplace(), m_values);
    }
    void text(std::uint64_t, std::optional<std::string>& value, std::size_t) {
        if (!m_values.oneIn(3)) value = texts[m_values.below(std::size(texts))];
    }
    template<class T>
    void list(std::uint64_t, std::vector<T>& list, std::size_t) {
        list.resize(m_values.below(4));
        for (auto& value : list)
            fill(value, m_values);
    }
    template<class T>
    void set(std::uint64_t number, std::vector<T>& set, std::size_t max) {
        list(number, set, max);
        std::sort(set.begin(), set.end());
        set.erase(std::unique(set.begin(), set.end()), set.end());
    }

  private:
    ValueSource& m_values;
};

template<std::size_t... Index>
std::optional<Fact> filled(std::uint16_t kind, ValueSource& values, std::index_sequence<Index...>) {
    std::optional<Fact> fact;
    Filler filler(values);
    auto const make = [&]<class Known>(Known known) {
        if (Known::kind != kind) return;
        describe(filler, known);
        fact = known;
    };
    (make(std::variant_alternative_t<Index, Fact>()), ...);
    return fact;
}

template<class Make>
auto bySeed(Make make) {
    return rc::gen::map(
        rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint64_t>())),
        [make](std::uint64_t seed) {
            ValueSource values(seed);
            return make(values);
        });
}

std::uint16_t kindFrom(ValueSource& values) { return allKinds()[values.below(allKinds().size())]; }

} // namespace

std::uint64_t ValueSource::next() {
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

Hash ValueSource::hash() {
    Hash hash;
    for (auto& byte : hash)
        byte = static_cast<std::uint8_t>(next());
    return hash;
}

Salt ValueSource::salt() {
    Salt salt;
    for (auto& byte : salt)
        byte = static_cast<std::uint8_t>(next());
    return salt;
}

std::vector<std::uint16_t> const& allKinds() {
    static auto const kinds = []<std::size_t... Index>(std::index_sequence<Index...>) {
        return std::vector<std::uint16_t>{std::variant_alternative_t<Index, Fact>::kind...};
    }(std::make_index_sequence<std::variant_size_v<Fact>>());
    return kinds;
}

Fact factOf(std::uint16_t kind, ValueSource& values) {
    return filled(kind, values, std::make_index_sequence<std::variant_size_v<Fact>>()).value();
}

Circumstance circumstanceFrom(ValueSource& values) {
    Circumstance circumstance;
    Filler filler(values);
    describe(filler, circumstance);
    return circumstance;
}

RestrictedParts restrictedPartsFrom(ValueSource& values) {
    RestrictedParts parts;
    Filler filler(values);
    auto const add = [&](auto& part) {
        if (!values.oneIn(2)) describe(filler, part.emplace());
    };
    add(parts.joint);
    if (parts.joint) filler.set(0, parts.joint->audience, maxAgencies);
    add(parts.own);
    add(parts.personal);
    add(parts.sealed);
    return parts;
}

EventPlace placeFor(std::uint16_t kind, ValueSource& values) {
    EventPlace place{.realm = values.salt(),
                     .log = LogId(values.hash()),
                     .sequence = values.next() >> values.below(64),
                     .hlc = Hlc(values.next()),
                     .stream = {},
                     .parents = {}};
    if (streamCreatedBy(kind)) return place;
    place.stream = StreamId(values.hash());
    for (auto count = 1 + values.below(values.oneIn(8) ? EventHeader::maxParents : 3); count > 0; --count)
        place.parents.emplace_back(values.hash());
    std::sort(place.parents.begin(), place.parents.end());
    return place;
}

rc::Gen<Fact> anyFactOf(std::uint16_t kind) {
    return bySeed([kind](ValueSource& values) { return factOf(kind, values); });
}
rc::Gen<Fact> anyFact() {
    return bySeed([](ValueSource& values) { return factOf(kindFrom(values), values); });
}
rc::Gen<EventBody> anyBody() {
    return bySeed([](ValueSource& values) {
        auto const kind = kindFrom(values);
        return EventBody{.circumstance = circumstanceFrom(values), .fact = factOf(kind, values)};
    });
}
rc::Gen<RestrictedParts> anyRestrictedParts() { return bySeed(restrictedPartsFrom); }

} // namespace ob::core
