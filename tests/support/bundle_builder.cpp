// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/bundle_builder.h"

#include "core/journal/cosignature.h"
#include "tests/support/identity_builders.h"
#include "tests/support/memory_journal.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr AgencyIndex police{0}, fire{1};

Draft draftOf(StreamId stream, Fact fact, RestrictedParts restricted = {}) {
    return {
        .stream = stream,
        .body = {.circumstance = {.occurredAt = *Instant::ofMilliseconds(1'750'000'000'000)}, .fact = fact},
        .restricted = std::move(restricted)};
}

std::vector<Hash> leavesOf(MemoryLog const& log) {
    std::vector<Hash> leaves;
    for (auto const& leaf : log.leaves)
        leaves.push_back(std::get<EncodedEvent>(leaf).leaf.hash());
    return leaves;
}

BundledLog bundled(MemoryLog const& log) {
    return {.id = log.record.id,
            .nonce = log.record.nonce,
            .lane = log.record.lane,
            .certificate = log.record.certificate,
            .head = log.heads.back().note};
}

/// The event with its proof; without what is personal.
BundledEvent bundled(MemoryLog const& log, std::uint32_t place, std::size_t index) {
    auto const& event = std::get<EncodedEvent>(log.leaves[index]);
    auto const leaves = leavesOf(log);
    BundledEvent made{.log = place,
                      .sequence = event.sequence,
                      .header = event.header,
                      .sections = event.sections,
                      .proof = *proveInclusion(index, leaves.size(), nodesOf(leaves))};
    std::erase_if(made.sections,
                  [](auto const& each) { return each.sectionClass >= SectionClass::Personal; });
    return made;
}

void addCosignature(BundledLog& log, MemoryLog const& from, SecretKey const& witness) {
    auto const& older = from.heads[from.heads.size() - 3];
    auto note = *parseNote(older.note);
    note.signatures.push_back(cosign(note.text, "witness", witness, {.seconds = 1'750'000'100}));
    auto const leaves = leavesOf(from);
    log.cosigned.push_back({.witness = fire,
                            .note = note.encode(),
                            .consistency = *proveConsistency(older.size, leaves.size(), nodesOf(leaves))});
}

} // namespace

EvidenceBundle smallBundle() {
    ValueSource values(7);
    auto const realm = realmOf(2);
    MemoryDesk desk(realm, police, 1);
    MemoryDesk other(realm, fire, 2);
    StreamId const unit(other
                            .write(draftOf({}, UnitRegistered{.callsign = *Callsign::of("E07"),
                                                              .unitKind = *Code::of("ENGINE"),
                                                              .members = {police, fire}}),
                                   values)
                            .hash());
    RestrictedParts const told{.joint = JointPart{.address = "滨江路221"},
                               .own = OwnPart{.operatorName = "李"},
                               .personal = PersonalPart{.callerPhone = "13800001234"}};
    StreamId const incident(desk.write(draftOf({},
                                               IncidentOpened{.number = *IncidentNumber::of(20261121, 42),
                                                              .type = *Code::of("FIRE-STRUCT"),
                                                              .members = {police, fire}},
                                               told),
                                       values)
                                .hash());
    desk.write(draftOf(incident, PrioritySet{.priority = Priority::P1}), values);
    desk.write(draftOf(incident, UnitDispatched{.unit = unit}), values);
    desk.write(draftOf(incident, NoteAdded{}, {.joint = JointPart{.text = "二楼有液化气瓶"}}), values);

    EvidenceBundle bundle;
    bundle.realmFile = encodeRealmFile(realm, keyOf(1));
    bundle.certificate = desk.log().record.certificate;
    bundle.logs = {bundled(desk.log()), bundled(other.log())};
    addCosignature(bundle.logs[0], desk.log(), keyOf(102));
    bool const isSwapped = bundle.logs[1].id < bundle.logs[0].id;
    if (isSwapped) std::swap(bundle.logs[0], bundle.logs[1]);
    for (std::size_t index = 1; index < desk.log().leaves.size(); ++index)
        bundle.events.push_back(bundled(desk.log(), isSwapped ? 1 : 0, index));
    bundle.events.push_back(bundled(other.log(), isSwapped ? 0 : 1, 1));
    if (unit < incident) std::rotate(bundle.events.begin(), bundle.events.end() - 1, bundle.events.end());
    bundle.witnesses = {other.log().record.certificate};
    auto const& head = desk.log().heads.back();
    Settlement const settlement{.kept = {.log = head.log, .size = head.size, .root = head.root}};
    bundle.statements = {{.kind = StatementKind::Settlement,
                          .log = head.log,
                          .bytes = encodeStatement(signStatement(settlement, agencyRootOf(police)))}};
    auto& manifest = bundle.manifest;
    manifest.realm = realm.id;
    manifest.realmKind = realm.kind;
    manifest.exportedAt = *Instant::ofMilliseconds(1'750'000'200'000);
    manifest.agency = police;
    manifest.program = "OneBoard 0.1.0";
    manifest.language = "en";
    manifest.streams = {{.id = incident, .kind = StreamKind::Incident, .isWhole = true, .events = 4},
                        {.id = unit, .kind = StreamKind::Unit, .isWhole = false, .events = 1}};
    std::ranges::sort(manifest.streams, {}, &BundledStream::id);
    return bundle;
}

BundleFiles filesOf(EvidenceBundle bundle) { return filesSignedBy(std::move(bundle), keyOf(101)); }

BundleFiles filesSignedBy(EvidenceBundle bundle, SecretKey const& key) {
    bundle.manifest.files.clear();
    return *encodeBundle(std::move(bundle), "<!DOCTYPE html>", key);
}

} // namespace ob::core
