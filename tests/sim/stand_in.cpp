// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/stand_in.h"

#include "core/crypto/sha256.h"
#include "core/event_body.h"
#include "core/fold/stream_order.h"
#include "tests/sim/secrets.h"

#include <memory>
#include <utility>

namespace ob::sim {
namespace {

Reading const* acting = nullptr;
Secrets const* told = nullptr;

bool isUnknown(std::uint16_t kind) { return acting != nullptr && acting->unknownKinds.contains(kind); }

} // namespace

Acting::Acting(Reading const& reading) : m_before(std::exchange(acting, &reading)) {}
Acting::~Acting() { acting = m_before; }

EqualCommitments::EqualCommitments(Secrets const& secrets) : m_before(std::exchange(told, &secrets)) {}
EqualCommitments::~EqualCommitments() { told = m_before; }

} // namespace ob::sim

namespace ob::core {

#define OB_STOOD_IN_FOR(real, standIn, symbol)                                                               \
    real __asm__("__real_" symbol);                                                                          \
    standIn __asm__("__wrap_" symbol)

OB_STOOD_IN_FOR(Hash realSha256(std::uint8_t prefix, ByteView bytes),
                Hash sha256Here(std::uint8_t prefix, ByteView bytes),
                "_ZN2ob4core6sha256EhSt4spanIKhLm18446744073709551615EE");
OB_STOOD_IN_FOR(bool realIsKnownKind(std::uint16_t kind), bool isKnownKindHere(std::uint16_t kind),
                "_ZN2ob4core11isKnownKindEt");
OB_STOOD_IN_FOR(std::shared_ptr<EventBody const> realReadOpenBody(std::uint16_t kind, ByteView body),
                std::shared_ptr<EventBody const> readOpenBodyHere(std::uint16_t kind, ByteView body),
                "_ZN2ob4core12readOpenBodyEtSt4spanIKhLm18446744073709551615EE");
OB_STOOD_IN_FOR(std::optional<StreamKind> realStreamCreatedBy(std::uint16_t kind),
                std::optional<StreamKind> streamCreatedByHere(std::uint16_t kind),
                "_ZN2ob4core15streamCreatedByEt");
OB_STOOD_IN_FOR(StreamOrder realStreamOrder(std::vector<Event> const& events),
                StreamOrder streamOrderHere(std::vector<Event> const& events),
                "_ZN2ob4core11StreamOrder2ofERKSt6vectorINS0_5EventESaIS3_EE");

#undef OB_STOOD_IN_FOR

Hash sha256Here(std::uint8_t prefix, ByteView bytes) {
    constexpr std::uint8_t ofSections = 0x02;
    if (prefix != ofSections || sim::told == nullptr || !sim::told->areChanged())
        return realSha256(prefix, bytes);
    return realSha256(prefix, sim::told->inFirstVersion(bytes));
}

bool isKnownKindHere(std::uint16_t kind) { return !sim::isUnknown(kind) && realIsKnownKind(kind); }

std::shared_ptr<EventBody const> readOpenBodyHere(std::uint16_t kind, ByteView body) {
    return sim::isUnknown(kind) ? nullptr : realReadOpenBody(kind, body);
}

std::optional<StreamKind> streamCreatedByHere(std::uint16_t kind) {
    return sim::isUnknown(kind) ? std::nullopt : realStreamCreatedBy(kind);
}

StreamOrder streamOrderHere(std::vector<Event> const& events) {
    StreamOrder order = realStreamOrder(events);
    if (sim::acting == nullptr || !sim::acting->trustsConcurrent) return order;
    auto const isAboutMembers = [&](StreamOrder::Placed const& placed) {
        auto const kind = events[placed.event].header().kind;
        return kind == MemberGranted::kind || kind == MemberLeft::kind;
    };
    for (std::size_t index = 0; index < order.taken.size(); ++index)
        for (std::size_t before = 0; before < index; ++before)
            if (isAboutMembers(order.taken[index]) && isAboutMembers(order.taken[before]))
                order.taken[index].seen.add(order.taken[before].mark);
    return order;
}

} // namespace ob::core
