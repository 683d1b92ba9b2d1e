// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/snapshot_archive.h"
#include "core/fold/stream_fold_parts.h"

#include <algorithm>

namespace ob::core {

// The order of members here is the format: whoever changes it raises the version.
constexpr std::uint64_t snapshotVersion = 5;

template<>
struct EnumRange<IncidentState> {
    static constexpr IncidentState first = IncidentState::Open, last = IncidentState::Voided;
};
template<>
struct EnumRange<StreamKind> {
    static constexpr StreamKind first = StreamKind::Desk, last = StreamKind::Policy;
};
template<>
struct EnumRange<ConflictRule> {
    static constexpr ConflictRule first = ConflictRule::ConcurrentValues, last = ConflictRule::BuiltOnVoided;
};

// Found by argument-dependent look-up from the archive, so not in an unnamed namespace.

template<class Self, class Other>
concept Is = std::is_same_v<std::remove_const_t<Self>, Other>;

static void parts(Is<Mark> auto& self, auto&& visit) { visit(self.chain, self.position); }
static void parts(Is<MemberFold::Standing> auto& self, auto&& visit) { visit(self.member, self.mayGrant); }
static void parts(Is<IncidentFold::Standing> auto& self, auto&& visit) {
    visit(self.state, self.code, self.survivor, self.at);
}
static void parts(Is<IncidentFold::Place> auto& self, auto&& visit) {
    visit(self.address, self.point, self.district, self.withheld);
}
static void parts(Is<IncidentFold::Handler> auto& self, auto&& visit) { visit(self.position, self.agency); }
static void parts(Is<AssignmentFold::Phase> auto& self, auto&& visit) {
    visit(self.state, self.code, self.divertedTo);
}
static void parts(Is<UnitFold::Duty> auto& self, auto&& visit) {
    visit(self.state, self.reason, self.until, self.recall, self.crew, self.shiftEnd, self.capabilities,
          self.crewNames, self.vehicle, self.since);
}
static void parts(Is<UnitFold::Description> auto& self, auto&& visit) {
    visit(self.kind, self.group, self.capabilities, self.home);
}
static void parts(Is<Distress> auto& self, auto&& visit) { visit(self.id, self.raisedAt, self.incident); }
static void parts(Is<Call> auto& self, auto&& visit) { visit(self.id, self.receivedAt, self.channel); }
static void parts(Is<IncidentLink> auto& self, auto&& visit) { visit(self.other, self.relation); }
static void parts(Is<Attachment> auto& self, auto&& visit) {
    visit(self.hash, self.bytes, self.name, self.mediaType);
}
static void parts(Is<LeadOffer> auto& self, auto&& visit) { visit(self.id, self.agency, self.phase); }
static void parts(Is<Sighting> auto& self, auto&& visit) { visit(self.agency, self.position, self.at); }
static void parts(Is<Conflict> auto& self, auto&& visit) {
    visit(self.id, self.rule, self.stream, self.leaves, self.concerned, self.settled);
}
static void parts(Is<Assignment> auto& self, auto&& visit) {
    visit(self.id, self.unit, self.sender, self.reachedAt, self.deliveredBy, self.fixAge,
          self.welfareCheckedAt);
}
static void parts(Is<Incident> auto& self, auto&& visit) {
    visit(self.id, self.number, self.sourceId, self.channel, self.firstReceiver, self.calls, self.links,
          self.leadOffers, self.seen, self.noteCount, self.narrative, self.attachments, self.openedAt,
          self.receivedAt, self.resolvedAt, self.reopenedAt, self.lastChangedAt, self.disposition,
          self.resolvedBy, self.resolvedByOperator, self.referralTarget);
}
static void parts(Is<Unit> auto& self, auto&& visit) {
    visit(self.id, self.callsign, self.agency, self.homePlace, self.homeAddress, self.lastChangedAt);
}
static void parts(Is<PositionSharing> auto& self, auto&& visit) {
    visit(self.isWithheld, self.gridMetres, self.delay);
}
static void parts(Is<AgencyPolicy> auto& self, auto&& visit) { visit(self.id, self.agency); }

template<class T>
concept RegisterWrite = requires(T& write) {
    write.value;
    write.mark;
    write.event;
};
static void parts(RegisterWrite auto& self, auto&& visit) { visit(self.value, self.mark, self.event); }
template<class T>
concept SomeRegister = requires(T& field) {
    field.writes();
    field.winner();
};
static void parts(SomeRegister auto& self, auto&& visit) { visit(self.writes()); }

static void parts(Is<AssignmentFold> auto& self, auto&& visit) { visit(self.raw(), self.phases()); }
static void parts(Is<MemberFold> auto& self, auto&& visit) { visit(self.creator(), self.registers()); }
template<class Fold>
    requires(Is<Fold, IncidentFold> || Is<Fold, UnitFold> || Is<Fold, PolicyFold>)
static void parts(Fold& self, auto&& visit) {
    std::remove_const_t<Fold>::visitParts(self, visit);
}

namespace {

void stateParts(auto& state, auto& visit) {
    std::visit(
        [&](auto& fold) {
            using Fold = std::remove_cvref_t<decltype(fold)>;
            if constexpr (!std::is_same_v<Fold, std::monostate> && !std::is_same_v<Fold, DeskFold>)
                visit(fold);
        },
        state);
}

StreamState emptyStateOf(StreamKind kind) {
    switch (kind) {
    case StreamKind::Desk: return DeskFold();
    case StreamKind::Incident: return IncidentFold();
    case StreamKind::Unit: return UnitFold();
    case StreamKind::Policy: return PolicyFold();
    }
    return {};
}

} // namespace

Bytes StreamFold::snapshot() const {
    Parts const& from = *m_parts;
    Bytes bytes;
    // Waiting events cannot be kept: such a stream is folded anew, as is one whose creation is missing, and
    // one with events that an upgrade may understand.
    bool const isUnderstood =
        std::ranges::none_of(from.order, [](Taken const& taken) { return taken.verdict == Verdict::Inert; });
    if (!from.waiting.empty() || !isUnderstood || std::holds_alternative<std::monostate>(from.state))
        return bytes;
    CborWriter out(bytes);
    SnapshotWriter put(out);
    out.beginArray();
    put(snapshotVersion, from.id, from.kind, from.count, from.heads, from.known.reaches(), from.lengths,
        from.settled, from.builtOnVoided, from.readOnly);
    stateParts(from.state, put);
    out.end();
    return bytes;
}

std::optional<StreamFold> StreamFold::restore(ByteView snapshot) {
    CborReader in(snapshot);
    SnapshotReader get(in);
    std::uint64_t version = 0;
    std::vector<std::uint32_t> reaches;
    auto made = std::make_unique<Parts>();
    in.enterArray();
    get(version);
    if (version != snapshotVersion) return std::nullopt;
    get(made->id, made->kind, made->count, made->heads, reaches, made->lengths, made->settled,
        made->builtOnVoided, made->readOnly);
    made->state = emptyStateOf(made->kind);
    stateParts(made->state, get);
    if (in.nextElement() || !in.finish() || made->heads.empty()) return std::nullopt;
    made->known = Knowledge::ofReaches(std::move(reaches));
    made->orderKept = false;
    return StreamFold(std::move(made));
}

} // namespace ob::core
