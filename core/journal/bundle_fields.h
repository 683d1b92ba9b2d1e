// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/identity_fields.h"
#include "core/journal/evidence_bundle.h"

#include <string_view>

namespace ob::core {

// How the files of an evidence bundle stand in CBOR. Field numbers are permanent.

namespace bundle_name {
inline constexpr std::string_view manifest = "manifest.cbor", page = "index.html", realm = "realm.obrealm",
                                  certificate = "desk.cert", logs = "logs.cbor", witnesses = "witnesses.cbor",
                                  statements = "statements.cbor", eventsFolder = "events/";
} // namespace bundle_name
std::string eventsName(std::size_t part); ///< from 1

inline constexpr std::string_view manifestDomain = "oneboard evidence manifest v1";

template<>
struct EnumRange<StreamKind> {
    static constexpr StreamKind first = StreamKind::Desk, last = StreamKind::Policy;
};
template<>
struct EnumRange<StatementKind> {
    static constexpr StatementKind first = StatementKind::Revocation, last = StatementKind::ForkProof;
};

template<class Archive>
void describe(Archive& a, BundledStream& s) {
    a.required(1, s.id);
    a.required(2, s.kind);
    a.field(3, s.isWhole);
    a.required(4, s.events);
}
template<class Archive>
void describe(Archive& a, BundleManifest::File& f) {
    a.required(1, f.name);
    a.required(2, f.hash);
}
template<class Archive>
void describe(Archive& a, BundleManifest& m) {
    a.required(1, m.version);
    a.required(2, m.realm);
    a.required(3, m.realmKind);
    a.required(4, m.sharing);
    a.required(5, m.exportedAt);
    a.required(6, m.agency);
    a.required(7, m.operatorName);
    a.field(8, m.position);
    a.required(9, m.program);
    a.required(10, m.language);
    a.field(11, m.from);
    a.field(12, m.to);
    a.list(13, m.streams, maxBundleStreams);
    a.list(14, m.absent, maxBundleStreams);
    a.list(15, m.files, maxBundleParts + 16);
}

template<class Thing>
    requires(std::is_same_v<Thing, BundledStream> || std::is_same_v<Thing, BundleManifest::File>)
void writeValue(CborWriter& out, Thing thing) {
    FieldWriter fields(out);
    describe(fields, thing);
    fields.finish();
}
template<class Thing>
    requires(std::is_same_v<Thing, BundledStream> || std::is_same_v<Thing, BundleManifest::File>)
void readValue(CborReader& in, Thing& thing) {
    FieldReader fields(in);
    describe(fields, thing);
    if (!fields.finish()) in.reject();
}

// Each gives nothing for bytes that are not what encodeBundle writes.
std::optional<std::vector<BundledLog>> decodeBundledLogs(ByteView bytes);
std::optional<std::vector<Bytes>> decodeWitnesses(ByteView bytes);
std::optional<std::vector<BundledStatement>> decodeStatements(ByteView bytes);
std::optional<std::vector<BundledEvent>> decodeBundledEvents(ByteView bytes);

Bytes encodeBundledLogs(std::vector<BundledLog> const& logs);
Bytes encodeWitnesses(std::vector<Bytes> const& certificates);
Bytes encodeStatements(std::vector<BundledStatement> const& statements);
/// As many events from `begin` on as one file takes; moves `begin` behind them.
Bytes encodeBundledEvents(std::vector<BundledEvent> const& events, std::size_t& begin);

} // namespace ob::core
