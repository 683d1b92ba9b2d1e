// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/messages.h"

#include "core/journal/event_codec.h"
#include "core/journal/header_codec.h"
#include "core/journal/merkle.h"
#include "net/message_fields.h"
#include "net/short_header.h"

#include <algorithm>

namespace ob::net {

template<class Archive, Of<Refuse> Message>
void describe(Archive& archive, Message& refuse) {
    describeEnum(archive, 1, refuse.reason);
    archive.required(2, refuse.detail);
}

template<class Archive, Of<Want> Message>
void describe(Archive& archive, Message& want) {
    archive.required(1, want.log);
    archive.field(2, want.from);
}

template<class Archive, Of<BodiesGiven> Message>
void describe(Archive& archive, Message& given) {
    archive.required(1, given.log);
    archive.field(2, given.end);
}

template<class Archive, Of<Origin> Message>
void describe(Archive& archive, Message& origin) {
    archive.required(1, origin.nonce);
    describeEnum(archive, 2, origin.lane);
    archive.required(3, origin.certificate);
}

template<class Archive, Of<ForkQuestion> Message>
void describe(Archive& archive, Message& question) {
    archive.required(1, question.log);
    archive.required(2, question.head);
}

template<class Archive, Of<Statement> Message>
void describe(Archive& archive, Message& statement) {
    describeEnum(archive, 1, statement.kind);
    archive.field(2, statement.log);
    archive.field(3, statement.agency.value);
    archive.required(4, statement.bytes);
}

namespace {

using core::Bytes;
using core::ByteView;
using core::CborReader;
using core::CborWriter;

/// One unsigned number in an array of its own.
template<std::size_t Count>
Bytes encodeNumbers(std::array<std::uint64_t, Count> const& numbers) {
    Bytes bytes;
    CborWriter out(bytes);
    out.array(Count);
    for (auto const number : numbers)
        out.unsignedInt(number);
    return bytes;
}

template<std::size_t Count>
std::optional<std::array<std::uint64_t, Count>> decodeNumbers(ByteView payload) {
    std::array<std::uint64_t, Count> numbers{};
    CborReader in(payload);
    if (in.enterArray() != Count) return std::nullopt;
    for (auto& number : numbers) {
        in.nextElement();
        number = in.unsignedInt();
    }
    in.nextElement();
    if (!in.finish()) return std::nullopt;
    return numbers;
}

std::uint64_t numberOf(core::Instant at) { return static_cast<std::uint64_t>(at.milliseconds()); }
std::optional<core::Instant> instantOf(std::uint64_t number) {
    if (number > static_cast<std::uint64_t>(core::Instant::max)) return std::nullopt;
    return core::Instant::ofMilliseconds(static_cast<std::int64_t>(number));
}

/// Reads an array of things with `read`, at most `max`; not empty.
template<class Thing, class Read>
void readList(CborReader& in, std::vector<Thing>& things, std::size_t max, Read read) {
    std::size_t const count = in.enterArray();
    if (count > max) return in.reject();
    things.reserve(count);
    while (in.nextElement())
        read(in, things.emplace_back());
}

void writeSections(CborWriter& out, core::EncodedEvent const& event) {
    out.array(event.sections.size());
    for (auto const& section : event.sections) {
        out.array(2);
        out.unsignedInt(section.index);
        out.bytes(section.bytes);
    }
}

void readSections(CborReader& in, std::vector<core::EncodedSection>& sections) {
    readList(in, sections, core::EventHeader::maxSections,
             [](CborReader& reader, core::EncodedSection& section) {
                 if (reader.enterArray() != 2) return reader.reject();
                 reader.nextElement();
                 section.index =
                     static_cast<std::uint8_t>(reader.unsignedUpTo(core::EventHeader::maxSections - 1));
                 reader.nextElement();
                 readBytes(reader, section.bytes);
                 reader.nextElement();
             });
}

/// Fills in what the header says; null: the bytes are none. What cannot be an event of this place stays as
/// its hash: the log goes on, and its root tells whether it is the author's doing or the sender's. False:
/// sections of another event.
bool complete(core::EncodedEvent& event, core::EventHeader const* header) {
    event.leaf = core::EventId(core::leafHash(event.header));
    if (header == nullptr || header->log != event.log || header->sequence != event.sequence) {
        event.header.clear();
        event.sections.clear();
        return true;
    }
    event.creates = header->stream.isNil();
    event.stream = event.creates ? core::StreamId(event.leaf.hash()) : header->stream;
    if (event.creates) event.streamKind = core::streamCreatedBy(header->kind).value_or(core::StreamKind{});
    for (auto& section : event.sections) {
        if (section.index >= header->commitments.size()) return false;
        section.sectionClass = header->commitments[section.index].sectionClass;
    }
    return !event.sections.empty() && event.sections.front().index == 0;
}

bool complete(core::EncodedEvent& event) {
    auto const header = core::decodeHeader(event.header);
    return complete(event, header ? &*header : nullptr);
}

void writeLeaf(CborWriter& out, core::EncodedEvent const& event, std::optional<ShortHeaders>& headers) {
    if (event.isStub()) {
        out.bytes(event.leaf.bytes());
    } else {
        out.array(2);
        if (!headers || !headers->write(out, event)) out.bytes(event.header);
        writeSections(out, event);
    }
    if (headers) headers->note(event);
}

void readShort(CborReader& in, core::EncodedEvent& event, ShortHeaders& headers,
               std::optional<core::AgencyIndex> author) {
    auto header = headers.read(in, event.sequence);
    in.nextElement();
    readSections(in, event.sections);
    if (!in.ok()) return;
    if (!ShortHeaders::complete(header, event)) return in.reject();
    event.header = core::encodeHeader(header);
    bool const isSound = core::isSound(header);
    if (!complete(event, isSound ? &header : nullptr)) return in.reject();
    if (!isSound || !author) return;
    if (auto decoded = core::decodeMade(event, std::move(header), *author))
        event.decoded = std::make_shared<core::Event const>(*std::move(decoded));
}

void readLeaf(CborReader& in, core::EncodedEvent& event, std::optional<ShortHeaders>& headers,
              std::optional<core::AgencyIndex> author) {
    if (in.peek() == core::CborType::ByteString) {
        event.leaf = core::EventId(in.hash());
    } else {
        if (in.enterArray() != 2) return in.reject();
        in.nextElement();
        if (in.peek() == core::CborType::Array) {
            if (!headers) return in.reject();
            readShort(in, event, *headers, author);
        } else {
            readBytes(in, event.header);
            in.nextElement();
            readSections(in, event.sections);
            if (event.header.empty()) return in.reject();
            if (!complete(event)) return in.reject();
        }
        in.nextElement();
    }
    if (headers) headers->note(event);
}

/// Of the first event that is more than a hash.
std::optional<core::RealmId> realmOf(Batch const& batch) {
    for (auto const& event : batch.events)
        if (auto const header = core::decodeHeader(event.header)) return header->realm;
    return std::nullopt;
}

} // namespace

Bytes encode(Refuse const& refuse) { return encodeFields(refuse); }
std::optional<Refuse> decodeRefuse(ByteView payload) {
    auto refuse = decodeFields<Refuse>(payload);
    if (refuse && refuse->detail.size() > maxReasonBytes) return std::nullopt;
    return refuse;
}

Bytes encode(Ping const& ping) { return encodeNumbers<1>({numberOf(ping.sentAt)}); }
Bytes encode(Pong const& pong) {
    return encodeNumbers<2>({numberOf(pong.sentAt), numberOf(pong.answeredAt)});
}
std::optional<Ping> decodePing(ByteView payload) {
    auto const numbers = decodeNumbers<1>(payload);
    auto const sentAt = numbers ? instantOf((*numbers)[0]) : std::nullopt;
    if (!sentAt) return std::nullopt;
    return Ping{*sentAt};
}
std::optional<Pong> decodePong(ByteView payload) {
    auto const numbers = decodeNumbers<2>(payload);
    auto const sentAt = numbers ? instantOf((*numbers)[0]) : std::nullopt;
    auto const answeredAt = numbers ? instantOf((*numbers)[1]) : std::nullopt;
    if (!sentAt || !answeredAt) return std::nullopt;
    return Pong{*sentAt, *answeredAt};
}

Bytes encodeHave(std::vector<HaveEntry> const& entries) {
    OB_ENSURE(entries.size() <= maxHaveEntries);
    Bytes bytes;
    CborWriter out(bytes);
    out.array(entries.size());
    for (auto const& entry : entries) {
        out.array(entry.hops ? 5 : 4);
        out.bytes(entry.log.bytes());
        out.unsignedInt(entry.size);
        out.unsignedInt(entry.complete);
        out.bytes(entry.root);
        if (entry.hops) out.unsignedInt(*entry.hops);
    }
    return bytes;
}

std::optional<std::vector<HaveEntry>> decodeHave(ByteView payload) {
    std::vector<HaveEntry> entries;
    CborReader in(payload);
    readList(in, entries, maxHaveEntries, [](CborReader& reader, HaveEntry& entry) {
        std::size_t const parts = reader.enterArray();
        if (parts != 4 && parts != 5) return reader.reject();
        reader.nextElement();
        core::readValue(reader, entry.log);
        reader.nextElement();
        entry.size = reader.unsignedUpTo(core::maxTreeSize);
        reader.nextElement();
        entry.complete = reader.unsignedUpTo(entry.size);
        reader.nextElement();
        entry.root = reader.hash();
        if (reader.nextElement()) {
            entry.hops = static_cast<std::uint8_t>(reader.unsignedUpTo(maxHops));
            reader.nextElement();
        }
    });
    if (!in.finish()) return std::nullopt;
    return entries;
}

Bytes encode(Want const& want) { return encodeFields(want); }
std::optional<Want> decodeWant(ByteView payload) { return decodeFields<Want>(payload); }

Bytes encodeUnwant(core::LogId log) {
    Bytes bytes;
    CborWriter(bytes).bytes(log.bytes());
    return bytes;
}
std::optional<core::LogId> decodeUnwant(ByteView payload) {
    CborReader in(payload);
    core::LogId log;
    core::readValue(in, log);
    if (!in.finish()) return std::nullopt;
    return log;
}

Bytes encode(Batch const& batch) {
    Bytes bytes;
    CborWriter out(bytes);
    std::optional<ShortHeaders> headers;
    out.beginMap();
    if (auto const realm = realmOf(batch)) {
        out.key(0).bytes(*realm);
        headers.emplace(*realm, batch.log);
    }
    out.key(1).bytes(batch.log.bytes());
    out.key(2).unsignedInt(batch.first);
    if (batch.origin) {
        out.key(3).item(encodeFields(*batch.origin));
    }
    out.key(4).array(batch.events.size());
    for (auto const& event : batch.events)
        writeLeaf(out, event, headers);
    if (batch.head) out.key(5).text(*batch.head);
    if (batch.isAll) out.key(6).boolean(true);
    out.end();
    return bytes;
}

std::optional<Batch> decodeBatch(ByteView payload, AuthorOf const& authorOf) {
    Batch batch;
    CborReader in(payload);
    in.enterMap();
    std::optional<core::RealmId> realm;
    auto key = in.nextKey();
    if (key == 0) {
        in.fixedBytes(realm.emplace());
        key = in.nextKey();
    }
    if (key != 1) return std::nullopt;
    core::readValue(in, batch.log);
    std::optional<ShortHeaders> headers;
    if (realm) headers.emplace(*realm, batch.log);
    if (in.nextKey() != 2) return std::nullopt;
    batch.first = in.unsignedUpTo(core::maxTreeSize);
    key = in.nextKey();
    if (key == 3) {
        batch.origin = decodeFields<Origin>(in.item());
        if (!batch.origin || batch.origin->lane > core::Lane::Bulk) return std::nullopt;
        key = in.nextKey();
    }
    if (key != 4) return std::nullopt;
    std::uint64_t sequence = batch.first;
    auto const author = authorOf ? authorOf(batch.log) : std::nullopt;
    readList(in, batch.events, batchEvents, [&](CborReader& reader, core::EncodedEvent& event) {
        event.log = batch.log;
        event.sequence = sequence++;
        readLeaf(reader, event, headers, author);
    });
    key = in.nextKey();
    if (key == 5) {
        batch.head = std::string(in.text());
        key = in.nextKey();
    }
    if (key == 6) {
        batch.isAll = in.boolean();
        key = in.nextKey();
    }
    while (key)
        key = in.nextKey(); // fields of a newer version
    if (!in.finish()) return std::nullopt;
    return batch;
}

std::size_t sizeInBatch(core::EncodedEvent const& event) {
    if (event.isStub()) return 34;
    std::size_t size = event.header.size() + 8;
    for (auto const& section : event.sections)
        size += section.bytes.size() + 8;
    return size;
}

Bytes encodeCredit(std::uint64_t bytes) { return encodeNumbers<1>({bytes}); }
std::optional<std::uint64_t> decodeCredit(ByteView payload) {
    auto const numbers = decodeNumbers<1>(payload);
    if (!numbers || (*numbers)[0] > maxCredit) return std::nullopt;
    return (*numbers)[0];
}

Bytes encodePositionsTaken(std::uint64_t bytes) { return encodeNumbers<1>({bytes}); }
std::optional<std::uint64_t> decodePositionsTaken(ByteView payload) {
    auto const numbers = decodeNumbers<1>(payload);
    return numbers ? std::optional((*numbers)[0]) : std::nullopt;
}

Bytes encodeWantStreams(std::vector<core::StreamId> const& streams) {
    OB_ENSURE(streams.size() <= maxStreamsAsked);
    Bytes bytes;
    CborWriter out(bytes);
    out.array(streams.size());
    for (auto const& stream : streams)
        out.bytes(stream.bytes());
    return bytes;
}

std::optional<std::vector<core::StreamId>> decodeWantStreams(ByteView payload) {
    std::vector<core::StreamId> streams;
    CborReader in(payload);
    readList(in, streams, maxStreamsAsked,
             [](CborReader& reader, core::StreamId& stream) { core::readValue(reader, stream); });
    if (!in.finish()) return std::nullopt;
    return streams;
}

Bytes encode(WantBodies const& wanted) {
    OB_ENSURE(wanted.ranges.size() <= maxRangesAsked);
    Bytes bytes;
    CborWriter out(bytes);
    out.array(1 + 2 * wanted.ranges.size());
    out.bytes(wanted.log.bytes());
    for (auto const& range : wanted.ranges) {
        out.unsignedInt(range.begin);
        out.unsignedInt(range.end);
    }
    return bytes;
}

std::optional<WantBodies> decodeWantBodies(ByteView payload) {
    WantBodies wanted;
    CborReader in(payload);
    std::size_t const count = in.enterArray();
    if (count % 2 == 0 || count > 1 + 2 * maxRangesAsked) return std::nullopt;
    in.nextElement();
    core::readValue(in, wanted.log);
    std::uint64_t last = 0;
    for (std::size_t at = 0; at < count / 2; ++at) {
        WantBodies::Range range;
        in.nextElement();
        range.begin = in.unsignedUpTo(core::maxTreeSize);
        in.nextElement();
        range.end = in.unsignedUpTo(core::maxTreeSize);
        if (range.begin >= range.end || range.begin < last) return std::nullopt;
        last = range.end;
        wanted.ranges.push_back(range);
    }
    in.nextElement();
    if (!in.finish()) return std::nullopt;
    return wanted;
}

Bytes encode(BodiesGiven const& given) { return encodeFields(given); }
std::optional<BodiesGiven> decodeBodiesGiven(ByteView payload) { return decodeFields<BodiesGiven>(payload); }

Bytes encode(Upgrade const& upgrade) {
    Bytes bytes;
    CborWriter out(bytes);
    out.array(2);
    out.bytes(upgrade.log.bytes());
    out.array(upgrade.events.size());
    for (auto const& event : upgrade.events) {
        out.array(3);
        out.unsignedInt(event.sequence);
        out.bytes(event.header);
        writeSections(out, event);
    }
    return bytes;
}

std::optional<Upgrade> decodeUpgrade(ByteView payload) {
    Upgrade upgrade;
    CborReader in(payload);
    if (in.enterArray() != 2) return std::nullopt;
    in.nextElement();
    core::readValue(in, upgrade.log);
    in.nextElement();
    std::uint64_t next = 0;
    readList(in, upgrade.events, batchEvents, [&](CborReader& reader, core::EncodedEvent& event) {
        if (reader.enterArray() != 3) return reader.reject();
        event.log = upgrade.log;
        reader.nextElement();
        event.sequence = reader.unsignedUpTo(core::maxTreeSize);
        reader.nextElement();
        readBytes(reader, event.header);
        reader.nextElement();
        readSections(reader, event.sections);
        reader.nextElement();
        bool const isInOrder = event.sequence >= next;
        next = event.sequence + 1;
        if (!reader.ok() || !isInOrder || event.header.empty() || !complete(event) || event.isStub())
            reader.reject();
    });
    in.nextElement();
    if (!in.finish()) return std::nullopt;
    return upgrade;
}

Bytes encode(ForkQuestion const& question) { return encodeFields(question); }
std::optional<ForkQuestion> decodeForkQuestion(ByteView payload) {
    return decodeFields<ForkQuestion>(payload);
}

Bytes encode(Statement const& statement) { return encodeFields(statement); }
std::optional<Statement> decodeStatement(ByteView payload) {
    auto statement = decodeFields<Statement>(payload);
    if (statement && statement->agency.value >= core::maxAgencies) return std::nullopt;
    return statement;
}

Statement statementOf(core::StatementFile const& file) {
    return {.kind = file.kind == core::StatementKind::Revocation ? StatementKind::Revocation
                                                                 : StatementKind::Settlement,
            .log = {},
            .agency = {},
            .bytes = core::encodeStatementFile(file)};
}

} // namespace ob::net
