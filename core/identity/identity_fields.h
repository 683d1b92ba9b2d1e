// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "core/identity/enrolment_request.h"
#include "core/identity/realm_file.h"
#include "core/journal/field_archive.h"

namespace ob::core {

// Permanent field numbers of the identity documents, and how their values stand in CBOR.

template<>
struct EnumRange<RealmKind> {
    static constexpr RealmKind first = RealmKind::Live, last = RealmKind::Drill;
};
template<>
struct EnumRange<IncidentScope> {
    static constexpr IncidentScope first = IncidentScope::All, last = IncidentScope::Assigned;
};

inline bool isNothing(NumberBlock block) { return block.isEmpty(); }
inline void writeValue(CborWriter& out, NumberBlock block) {
    out.array(2);
    out.unsignedInt(block.first);
    out.unsignedInt(block.last);
}
inline void readValue(CborReader& in, NumberBlock& block) {
    if (in.enterArray() != 2) return in.reject();
    in.nextElement();
    block.first = static_cast<std::uint32_t>(in.unsignedUpTo(IncidentNumber::maxSerial));
    in.nextElement();
    block.last = static_cast<std::uint32_t>(in.unsignedUpTo(IncidentNumber::maxSerial));
    in.nextElement();
    if (block.isEmpty()) in.reject();
}
inline void writeValue(CborWriter& out, PublicKey const& key) { out.bytes(key.bytes); }
inline void readValue(CborReader& in, PublicKey& key) { in.fixedBytes(key.bytes); }

template<class Archive>
void describe(Archive& a, RosterEntry& e) {
    a.required(1, e.code);
    a.required(2, e.nameZh);
    a.required(3, e.nameEn);
    a.required(4, e.rootKey);
    a.field(5, e.numbers);
}
inline void writeValue(CborWriter& out, RosterEntry entry) {
    FieldWriter fields(out);
    describe(fields, entry);
    fields.finish();
}
inline void readValue(CborReader& in, RosterEntry& entry) {
    FieldReader fields(in);
    describe(fields, entry);
    if (!fields.finish()) in.reject();
}

template<class Archive>
void describe(Archive& a, RealmFile& f) {
    a.required(1, f.id);
    a.required(2, f.name);
    a.required(3, f.kind);
    a.required(4, f.version);
    a.required(5, f.zone);
    a.required(6, f.rootKey);
    a.list(7, f.roster, maxAgencies);
    a.set(8, f.coordinators, maxAgencies);
}

template<class Archive>
void describe(Archive& a, DeskCertificate& c) {
    a.required(1, c.realm);
    a.required(2, c.agency);
    a.required(3, c.deskKey);
    a.required(4, c.tlsKey);
    a.required(5, c.name);
    a.set(6, c.clearance.sections, 5);
    a.required(7, c.clearance.scope);
    a.required(8, c.notBefore);
    a.field(9, c.numbers);
    a.field(10, c.serial);
}

template<class Archive>
void describe(Archive& a, EnrolmentDelegation& d) {
    a.required(1, d.realm);
    a.required(2, d.agency);
    a.required(3, d.key);
    a.required(4, d.maxDesks);
    a.field(5, d.mayRevoke);
}

template<class Archive>
void describe(Archive& a, EnrolmentRequest& r) {
    a.required(1, r.realm);
    a.required(2, r.deskKey);
    a.required(3, r.tlsKey);
    a.required(4, r.name);
}

template<class Document>
Bytes encodeFields(Document document) {
    Bytes body;
    CborWriter out(body);
    FieldWriter fields(out);
    describe(fields, document);
    fields.finish();
    return body;
}

/// Nothing when the body is not deterministic CBOR or a field of it is missing or makes no sense.
template<class Document>
std::optional<Document> decodeFields(ByteView body) {
    CborReader in(body);
    FieldReader fields(in);
    Document document;
    describe(fields, document);
    if (!fields.finish() || !in.finish()) return std::nullopt;
    return document;
}

} // namespace ob::core
