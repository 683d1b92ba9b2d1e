// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/position_frame.h"

#include "core/ensure.h"
#include "net/limits.h"
#include "net/message_fields.h"

#include <algorithm>
#include <string_view>

namespace ob::net {
namespace {

using core::Bytes;
using core::ByteView;
using core::CborReader;
using core::CborWriter;

constexpr std::string_view positionsDomain = "oneboard positions v1";

Bytes signedMessage(ByteView body) {
    Bytes message(positionsDomain.begin(), positionsDomain.end());
    message.push_back(0);
    message.insert(message.end(), body.begin(), body.end());
    return message;
}

void write(CborWriter& out, std::optional<std::uint16_t> const& number) {
    number ? out.unsignedInt(*number) : out.null();
}

std::optional<std::uint16_t> readOptional(CborReader& in) {
    if (in.tryNull()) return std::nullopt;
    return static_cast<std::uint16_t>(in.unsignedUpTo(0xffff));
}

core::Instant newestOf(std::vector<TaggedFix> const& fixes) {
    core::Instant newest;
    for (auto const& each : fixes)
        newest = std::max(newest, each.fix.fixedAt);
    return newest;
}

void write(CborWriter& out, TaggedFix const& each, core::Instant newest) {
    out.array(6);
    out.bytes(each.unit);
    out.signedInt(each.fix.place.latitudeE7());
    out.signedInt(each.fix.place.longitudeE7());
    out.unsignedInt(static_cast<std::uint64_t>((newest - each.fix.fixedAt).milliseconds()));
    write(out, each.fix.speedCentimetresPerSecond);
    write(out, each.fix.headingCentidegrees);
}

std::optional<TaggedFix> readFix(CborReader& in, core::Instant newest) {
    if (in.enterArray() != 6) return std::nullopt;
    UnitTag unit{};
    in.nextElement();
    in.fixedBytes(unit);
    in.nextElement();
    auto const latitude = in.signedInt();
    in.nextElement();
    auto const longitude = in.signedInt();
    in.nextElement();
    auto const age = static_cast<std::int64_t>(in.unsignedUpTo(core::Instant::max));
    in.nextElement();
    auto const speed = readOptional(in);
    in.nextElement();
    auto const heading = readOptional(in);
    in.nextElement();
    auto const place = core::GeoPoint::ofE7(latitude, longitude);
    auto const fixedAt = core::Instant::ofMilliseconds(newest.milliseconds() - age);
    if (!in.ok() || !place || !fixedAt) return std::nullopt;
    return TaggedFix{.unit = unit,
                     .fix = {.place = *place,
                             .fixedAt = *fixedAt,
                             .speedCentimetresPerSecond = speed,
                             .headingCentidegrees = heading}};
}

void readAudience(CborReader& in, std::vector<core::AgencyIndex>& audience) {
    in.enterArray();
    while (in.nextElement()) {
        core::AgencyIndex agency;
        core::readValue(in, agency);
        if (!audience.empty() && agency <= audience.back()) return in.reject();
        audience.push_back(agency);
    }
    if (audience.empty()) in.reject();
}

bool readBody(ByteView body, PositionFrame& frame) {
    CborReader in(body);
    std::optional<core::Instant> newest;
    in.enterMap();
    while (auto const key = in.nextKey()) {
        switch (*key) {
        case 1: core::readValue(in, frame.log); break;
        case 2: frame.stamp.epoch = in.unsignedInt(); break;
        case 3: frame.stamp.sequence = in.unsignedInt(); break;
        case 4: readAudience(in, frame.audience); break;
        case 5: core::readValue(in, newest.emplace()); break;
        case 7: core::readValue(in, frame.gridMetres); break;
        case 6:
            if (!newest || in.enterArray() > maxPositionFixes) return false;
            while (in.nextElement()) {
                auto const fix = readFix(in, *newest);
                if (!fix) return false;
                frame.fixes.push_back(*fix);
            }
            break;
        }
    }
    for (auto& each : frame.fixes)
        each.fix.gridMetres = frame.gridMetres;
    return in.finish() && !frame.log.isNil() && frame.stamp.epoch > 0 && !frame.fixes.empty();
}

} // namespace

UnitTag tagOf(core::UnitId unit) {
    UnitTag tag{};
    std::copy_n(unit.bytes().begin(), tag.size(), tag.begin());
    return tag;
}

bool PositionFrame::isFor(core::AgencyIndex agency) const {
    return audience.empty() || std::ranges::find(audience, agency) != audience.end();
}

Bytes encodePositions(PositionFrame const& frame, core::SecretKey const& deskKey) {
    OB_ENSURE(!frame.fixes.empty() && frame.fixes.size() <= maxPositionFixes);
    Bytes body;
    CborWriter out(body);
    auto const newest = newestOf(frame.fixes);
    out.map(5 + (frame.audience.empty() ? 0 : 1) + (frame.gridMetres == 0 ? 0 : 1));
    out.key(1).bytes(frame.log.bytes());
    out.key(2).unsignedInt(frame.stamp.epoch);
    out.key(3).unsignedInt(frame.stamp.sequence);
    if (!frame.audience.empty()) {
        out.key(4).array(frame.audience.size());
        for (auto const agency : frame.audience)
            out.unsignedInt(agency.value);
    }
    out.key(5).unsignedInt(static_cast<std::uint64_t>(newest.milliseconds()));
    out.key(6).array(frame.fixes.size());
    for (auto const& each : frame.fixes)
        write(out, each, newest);
    if (frame.gridMetres > 0) out.key(7).unsignedInt(frame.gridMetres);
    Bytes bytes;
    CborWriter payload(bytes);
    payload.array(2);
    payload.bytes(body);
    payload.bytes(deskKey.sign(signedMessage(body)).bytes);
    return bytes;
}

std::optional<SignedPositions> decodePositions(ByteView payload) {
    SignedPositions made;
    CborReader in(payload);
    if (in.enterArray() != 2) return std::nullopt;
    in.nextElement();
    readBytes(in, made.body);
    in.nextElement();
    in.fixedBytes(made.signature.bytes);
    in.nextElement();
    if (!in.finish() || !readBody(made.body, made.frame)) return std::nullopt;
    return made;
}

bool verifyPositions(SignedPositions const& positions, core::PublicKey const& deskKey) {
    return core::verify(deskKey, signedMessage(positions.body), positions.signature);
}

} // namespace ob::net
