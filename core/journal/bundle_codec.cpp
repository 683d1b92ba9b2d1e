// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/bundle_fields.h"

#include "core/journal/event_codec.h"

#include <algorithm>

namespace ob::core {
namespace {

/// A file of events ends after the event that reaches this; the largest event leaves it below cborMaxSize.
constexpr std::size_t eventsFileBytes = std::size_t{256} << 10;
static_assert(eventsFileBytes + maxHeaderBytes + EventHeader::maxSections * (maxSectionBytes + 16)
              < cborMaxSize);

constexpr std::size_t maxProofHashes = 128;

void writeProof(CborWriter& out, MerkleProof const& proof) {
    Bytes bytes;
    for (Hash const& hash : proof)
        bytes.insert(bytes.end(), hash.begin(), hash.end());
    out.bytes(bytes);
}

void readProof(CborReader& in, MerkleProof& proof) {
    ByteView const bytes = in.bytes();
    if (bytes.size() % sizeof(Hash) != 0 || bytes.size() > maxProofHashes * sizeof(Hash)) return in.reject();
    proof.resize(bytes.size() / sizeof(Hash));
    for (std::size_t at = 0; at < proof.size(); ++at)
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at * sizeof(Hash)), sizeof(Hash),
                    proof[at].begin());
}

/// An array of exactly so many things; each call of `next` stands before one of them.
class Tuple {
  public:
    Tuple(CborReader& in, std::size_t count) : m_in(in) {
        if (in.enterArray() != count) in.reject();
    }
    CborReader& next() {
        m_in.nextElement();
        return m_in;
    }
    void end() { m_in.nextElement(); }

  private:
    CborReader& m_in;
};

template<class Thing, class Read>
std::optional<std::vector<Thing>> readList(ByteView bytes, std::size_t max, Read const& read) {
    CborReader in(bytes);
    std::vector<Thing> things;
    if (in.enterArray() > max) in.reject();
    while (in.nextElement())
        read(in, things.emplace_back());
    if (!in.finish()) return std::nullopt;
    return things;
}

void readCosigned(CborReader& in, CosignedHead& head) {
    Tuple tuple(in, 3);
    readValue(tuple.next(), head.witness);
    readValue(tuple.next(), head.note);
    readProof(tuple.next(), head.consistency);
    tuple.end();
}

void readLog(CborReader& in, BundledLog& log) {
    Tuple tuple(in, 6);
    readValue(tuple.next(), log.id);
    readValue(tuple.next(), log.nonce);
    readValue(tuple.next(), log.lane);
    readValue(tuple.next(), log.certificate);
    readValue(tuple.next(), log.head);
    if (tuple.next().enterArray() > maxAgencies) in.reject();
    while (in.nextElement())
        readCosigned(in, log.cosigned.emplace_back());
    tuple.end();
}

void readSection(CborReader& in, EncodedSection& section) {
    Tuple tuple(in, 3);
    readValue(tuple.next(), section.index);
    readValue(tuple.next(), section.sectionClass);
    readValue(tuple.next(), section.bytes);
    tuple.end();
}

void readEvent(CborReader& in, BundledEvent& event) {
    Tuple tuple(in, 5);
    readValue(tuple.next(), event.log);
    readValue(tuple.next(), event.sequence);
    readValue(tuple.next(), event.header);
    if (tuple.next().enterArray() > EventHeader::maxSections) in.reject();
    while (in.nextElement())
        readSection(in, event.sections.emplace_back());
    readProof(tuple.next(), event.proof);
    tuple.end();
}

void writeEvent(CborWriter& out, BundledEvent const& event) {
    out.array(5);
    out.unsignedInt(event.log);
    out.unsignedInt(event.sequence);
    out.bytes(event.header);
    out.array(event.sections.size());
    for (auto const& section : event.sections) {
        out.array(3);
        out.unsignedInt(section.index);
        writeValue(out, section.sectionClass);
        out.bytes(section.bytes);
    }
    writeProof(out, event.proof);
}

} // namespace

std::string eventsName(std::size_t part) {
    std::string const digits = std::to_string(part);
    return std::string(bundle_name::eventsFolder)
           + std::string(6 - std::min<std::size_t>(6, digits.size()), '0') + digits + ".cbor";
}

Bytes encodeBundledLogs(std::vector<BundledLog> const& logs) {
    Bytes bytes;
    CborWriter out(bytes);
    out.array(logs.size());
    for (auto const& log : logs) {
        out.array(6);
        writeValue(out, log.id);
        writeValue(out, log.nonce);
        writeValue(out, log.lane);
        writeValue(out, log.certificate);
        writeValue(out, log.head);
        out.array(log.cosigned.size());
        for (auto const& head : log.cosigned) {
            out.array(3);
            writeValue(out, head.witness);
            writeValue(out, head.note);
            writeProof(out, head.consistency);
        }
    }
    return bytes;
}

Bytes encodeWitnesses(std::vector<Bytes> const& certificates) {
    Bytes bytes;
    CborWriter out(bytes);
    out.array(certificates.size());
    for (auto const& certificate : certificates)
        writeValue(out, certificate);
    return bytes;
}

Bytes encodeStatements(std::vector<BundledStatement> const& statements) {
    Bytes bytes;
    CborWriter out(bytes);
    out.array(statements.size());
    for (auto const& statement : statements) {
        out.array(4);
        writeValue(out, statement.kind);
        out.bytes(statement.log.bytes());
        writeValue(out, statement.bytes);
        writeValue(out, statement.delegation);
    }
    return bytes;
}

Bytes encodeBundledEvents(std::vector<BundledEvent> const& events, std::size_t& begin) {
    Bytes bytes;
    CborWriter out(bytes);
    out.beginArray();
    while (begin < events.size() && bytes.size() < eventsFileBytes)
        writeEvent(out, events[begin++]);
    out.end();
    return bytes;
}

std::optional<std::vector<BundledLog>> decodeBundledLogs(ByteView bytes) {
    return readList<BundledLog>(bytes, maxBundleLogs, readLog);
}

std::optional<std::vector<Bytes>> decodeWitnesses(ByteView bytes) {
    return readList<Bytes>(bytes, maxBundleLogs, [](CborReader& in, Bytes& each) { readValue(in, each); });
}

std::optional<std::vector<BundledStatement>> decodeStatements(ByteView bytes) {
    return readList<BundledStatement>(bytes, maxBundleLogs, [](CborReader& in, BundledStatement& each) {
        Tuple tuple(in, 4);
        readValue(tuple.next(), each.kind);
        each.log = LogId(tuple.next().hash());
        readValue(tuple.next(), each.bytes);
        readValue(tuple.next(), each.delegation);
        tuple.end();
    });
}

std::optional<std::vector<BundledEvent>> decodeBundledEvents(ByteView bytes) {
    return readList<BundledEvent>(bytes, maxBundleEvents, readEvent);
}

} // namespace ob::core
