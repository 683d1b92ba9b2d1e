// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/ensure.h"
#include "core/event.h"
#include "core/geo.h"
#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"
#include "core/states.h"

#include <array>
#include <limits>
#include <type_traits>

namespace ob::core {

// How a single value stands in CBOR. `isNothing` values are left out of a map; reading one, or a value that
// the type does not allow, rejects.

/// First and last number of an enum on the wire.
template<class Enum>
struct EnumRange;
template<>
struct EnumRange<Lane> {
    static constexpr Lane first = Lane::Live, last = Lane::Bulk;
};
template<>
struct EnumRange<SectionClass> {
    static constexpr SectionClass first = SectionClass::Open, last = SectionClass::Sealed;
};
template<>
struct EnumRange<Priority> {
    static constexpr Priority first = Priority::P1, last = Priority::P4;
};
template<>
struct EnumRange<Channel> {
    static constexpr Channel first = Channel::Phone, last = Channel::Other;
};
template<>
struct EnumRange<AssignmentState> {
    static constexpr AssignmentState first = AssignmentState::Planned, last = AssignmentState::Refused;
};
template<>
struct EnumRange<DeliveryMeans> {
    static constexpr DeliveryMeans first = DeliveryMeans::Machine, last = DeliveryMeans::InPerson;
};
template<>
struct EnumRange<LinkRelation> {
    static constexpr LinkRelation first = LinkRelation::Related, last = LinkRelation::Part;
};
template<>
struct EnumRange<DutyState> {
    static constexpr DutyState first = DutyState::OffDuty, last = DutyState::Unavailable;
};
template<>
struct EnumRange<DispatchGrant> {
    static constexpr DispatchGrant first = DispatchGrant::Own, last = DispatchGrant::Request;
};
template<>
struct EnumRange<Source> {
    static constexpr Source first = Source::Operator, last = Source::Machine;
};

// --- values that can stand for "nothing" ------------------------------------------------------------------
template<class T>
bool isNothing(T const& value) {
    if constexpr (std::is_unsigned_v<T>)
        return value == 0; // false too
    else
        return false;
}
template<class Tag>
bool isNothing(Id<Tag> const& id) {
    return id.isNil();
}
inline bool isNothing(Hash const& hash) { return hash == Hash{}; }
inline bool isNothing(Code const& code) { return code.isEmpty(); }
inline bool isNothing(Callsign const& callsign) { return callsign.text().empty(); }
inline bool isNothing(IncidentNumber number) { return number == IncidentNumber(); }

// --- writing ----------------------------------------------------------------------------------------------
template<class Enum>
    requires std::is_enum_v<Enum>
void writeValue(CborWriter& out, Enum value) {
    OB_ENSURE(value >= EnumRange<Enum>::first && value <= EnumRange<Enum>::last);
    out.unsignedInt(static_cast<std::uint64_t>(value));
}
template<class Int>
    requires(std::is_unsigned_v<Int> && !std::is_same_v<Int, bool>)
void writeValue(CborWriter& out, Int value) {
    out.unsignedInt(value);
}
template<std::size_t Size>
void writeValue(CborWriter& out, std::array<std::uint8_t, Size> const& bytes) {
    out.bytes(bytes);
}
template<class Tag>
void writeValue(CborWriter& out, Id<Tag> const& id) {
    OB_ENSURE(!id.draft());
    out.bytes(id.bytes());
}
inline void writeValue(CborWriter& out, bool value) { out.boolean(value); }
inline void writeValue(CborWriter& out, Code const& code) { out.text(code.text()); }
inline void writeValue(CborWriter& out, Callsign const& callsign) { out.text(callsign.text()); }
inline void writeValue(CborWriter& out, std::string const& text) { out.text(text); }
inline void writeValue(CborWriter& out, Bytes const& bytes) { out.bytes(bytes); }
inline void writeValue(CborWriter& out, Instant at) {
    out.unsignedInt(static_cast<std::uint64_t>(at.milliseconds()));
}
inline void writeValue(CborWriter& out, Duration length) {
    OB_ENSURE(length.milliseconds() <= Instant::max && length.milliseconds() >= -Instant::max);
    out.signedInt(length.milliseconds());
}
inline void writeValue(CborWriter& out, AgencyIndex agency) {
    OB_ENSURE(agency.value < maxAgencies);
    out.unsignedInt(agency.value);
}
inline void writeValue(CborWriter& out, IncidentNumber number) {
    out.array(2);
    out.unsignedInt(static_cast<std::uint64_t>(number.day()));
    out.unsignedInt(number.serial());
}
inline void writeValue(CborWriter& out, GeoPoint place) {
    out.array(2);
    out.signedInt(place.latitudeE7());
    out.signedInt(place.longitudeE7());
}

// --- reading ----------------------------------------------------------------------------------------------
template<class Enum>
    requires std::is_enum_v<Enum>
void readValue(CborReader& in, Enum& value) {
    auto const number = in.unsignedUpTo(static_cast<std::uint64_t>(EnumRange<Enum>::last));
    if (number < static_cast<std::uint64_t>(EnumRange<Enum>::first)) return in.reject();
    value = static_cast<Enum>(number);
}
template<class Int>
    requires(std::is_unsigned_v<Int> && !std::is_same_v<Int, bool>)
void readValue(CborReader& in, Int& value) {
    value = static_cast<Int>(in.unsignedUpTo(std::numeric_limits<Int>::max()));
}
template<std::size_t Size>
void readValue(CborReader& in, std::array<std::uint8_t, Size>& bytes) {
    in.fixedBytes(bytes);
}
template<class Tag>
void readValue(CborReader& in, Id<Tag>& id) {
    id = Id<Tag>(in.hash());
    if (id.isNil() || id.draft()) in.reject();
}
inline void readValue(CborReader& in, bool& value) { value = in.boolean(); }
inline void readValue(CborReader& in, std::string& text) { text = in.text(); }
inline void readValue(CborReader& in, Bytes& bytes) {
    ByteView const content = in.bytes();
    bytes.assign(content.begin(), content.end());
}
/// Code or Callsign: only the form that it would be written in.
template<class Word>
    requires(std::is_same_v<Word, Code> || std::is_same_v<Word, Callsign>)
void readValue(CborReader& in, Word& word) {
    std::string_view const text = in.text();
    if (text.size() > 4 * Word::maxLength) return in.reject();
    auto const value = Word::of(text);
    if (!value || value->text() != text) return in.reject();
    word = *value;
}
inline void readValue(CborReader& in, Instant& at) {
    at = *Instant::ofMilliseconds(static_cast<std::int64_t>(in.unsignedUpTo(Instant::max)));
}
/// Bounded, so that adding it to an instant cannot overflow.
inline void readValue(CborReader& in, Duration& length) {
    std::int64_t const milliseconds = in.signedInt();
    if (milliseconds > Instant::max || milliseconds < -Instant::max) return in.reject();
    length = Duration::ofMilliseconds(milliseconds);
}
inline void readValue(CborReader& in, AgencyIndex& agency) {
    agency.value = static_cast<std::uint16_t>(in.unsignedUpTo(maxAgencies - 1));
}
inline void readValue(CborReader& in, IncidentNumber& number) {
    if (in.enterArray() != 2) return in.reject();
    in.nextElement();
    auto const day = static_cast<std::int32_t>(in.unsignedUpTo(99'991'231));
    in.nextElement();
    auto const serial = static_cast<std::uint32_t>(in.unsignedUpTo(IncidentNumber::maxSerial));
    in.nextElement();
    auto const value = IncidentNumber::of(day, serial);
    if (!value) return in.reject();
    number = *value;
}
inline void readValue(CborReader& in, std::optional<GeoPoint>& place) {
    if (in.enterArray() != 2) return in.reject();
    in.nextElement();
    std::int64_t const latitude = in.signedInt();
    in.nextElement();
    std::int64_t const longitude = in.signedInt();
    in.nextElement();
    place = GeoPoint::ofE7(latitude, longitude);
    if (!place) in.reject();
}

} // namespace ob::core
