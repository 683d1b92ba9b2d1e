// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/statement.h"

#include "core/ensure.h"
#include "core/journal/cbor_writer.h"
#include "core/journal/merkle.h"

#include <algorithm>
#include <limits>

namespace ob::core {
namespace {

constexpr std::string_view domainOf(BodiesStatement const&) { return "oneboard bodies v1"; }
constexpr std::string_view domainOf(Settlement const&) { return "oneboard settlement v1"; }
constexpr std::string_view domainOf(Revocation const&) { return "oneboard revocation v1"; }

bool isPossible(LogPosition const& position) {
    return position.size <= maxTreeSize && (position.size != 0 || position.root == emptyRoot());
}
bool isPossible(BodiesStatement const& statement) {
    return isPossible(statement.seen) && statement.completeSize <= statement.seen.size
           && statement.at.seconds > 0 && statement.at.seconds <= std::numeric_limits<std::int64_t>::max();
}
bool isPossible(Settlement const& statement) { return isPossible(statement.kept); }
bool isPossible(Revocation const& statement) {
    auto const ascends = [](LogPosition const& a, LogPosition const& b) { return a.log >= b.log; };
    return statement.kept.size() <= maxRevokedLogs
           && std::ranges::all_of(statement.kept, [](LogPosition const& at) { return isPossible(at); })
           && std::ranges::adjacent_find(statement.kept, ascends) == statement.kept.end();
}

void write(CborWriter& writer, LogPosition const& position) {
    writer.array(3);
    writer.bytes(position.log.bytes());
    writer.unsignedInt(position.size);
    writer.bytes(position.root);
}
void write(CborWriter& writer, BodiesStatement const& statement) {
    writer.array(3);
    write(writer, statement.seen);
    writer.unsignedInt(statement.completeSize);
    writer.unsignedInt(statement.at.seconds);
}
void write(CborWriter& writer, Settlement const& statement) {
    writer.array(1);
    write(writer, statement.kept);
}
void write(CborWriter& writer, Revocation const& statement) {
    writer.array(3);
    writer.bytes(statement.realm);
    writer.bytes(statement.deskKey.bytes);
    writer.array(statement.kept.size());
    for (LogPosition const& position : statement.kept)
        write(writer, position);
}

void expectArray(CborReader& reader, std::size_t count) {
    if (reader.enterArray() != count) reader.reject();
}

void read(CborReader& reader, LogPosition& position) {
    expectArray(reader, 3);
    position.log = LogId(reader.hash());
    position.size = reader.unsignedInt();
    position.root = reader.hash();
    reader.nextElement();
}
void read(CborReader& reader, BodiesStatement& statement) {
    expectArray(reader, 3);
    read(reader, statement.seen);
    statement.completeSize = reader.unsignedInt();
    statement.at.seconds = reader.unsignedInt();
    reader.nextElement();
}
void read(CborReader& reader, Settlement& statement) {
    expectArray(reader, 1);
    read(reader, statement.kept);
    reader.nextElement();
}
void read(CborReader& reader, Revocation& statement) {
    expectArray(reader, 3);
    reader.fixedBytes(statement.realm);
    reader.fixedBytes(statement.deskKey.bytes);
    if (reader.enterArray() > maxRevokedLogs) reader.reject();
    while (reader.nextElement())
        read(reader, statement.kept.emplace_back());
    reader.nextElement();
}

template<class Statement>
Bytes bodyOf(Statement const& statement) {
    Bytes body;
    CborWriter writer(body);
    write(writer, statement);
    return body;
}

template<class Statement>
Bytes messageOf(Statement const& statement) {
    std::string_view const domain = domainOf(statement);
    Bytes message(domain.begin(), domain.end());
    message.push_back(0);
    Bytes const body = bodyOf(statement);
    message.insert(message.end(), body.begin(), body.end());
    return message;
}

} // namespace

template<class Statement>
SignedStatement<Statement> signStatement(Statement statement, SecretKey const& key) {
    OB_ENSURE(isPossible(statement));
    Signature const signature = key.sign(messageOf(statement));
    return {.statement = std::move(statement), .signature = signature};
}

template<class Statement>
bool verifyStatement(SignedStatement<Statement> const& made, PublicKey const& key) {
    return isPossible(made.statement) && verify(key, messageOf(made.statement), made.signature);
}

template<class Statement>
Bytes encodeStatement(SignedStatement<Statement> const& made) {
    Bytes encoded;
    CborWriter writer(encoded);
    writer.array(2);
    write(writer, made.statement);
    writer.bytes(made.signature.bytes);
    return encoded;
}

template<class Statement>
std::optional<SignedStatement<Statement>> decodeStatement(ByteView encoded) {
    CborReader reader(encoded);
    SignedStatement<Statement> made;
    expectArray(reader, 2);
    read(reader, made.statement);
    reader.fixedBytes(made.signature.bytes);
    reader.nextElement();
    if (!reader.finish() || !isPossible(made.statement)) return std::nullopt;
    return made;
}

template SignedStatement<BodiesStatement> signStatement(BodiesStatement, SecretKey const&);
template SignedStatement<Settlement> signStatement(Settlement, SecretKey const&);
template SignedStatement<Revocation> signStatement(Revocation, SecretKey const&);
template bool verifyStatement(SignedStatement<BodiesStatement> const&, PublicKey const&);
template bool verifyStatement(SignedStatement<Settlement> const&, PublicKey const&);
template bool verifyStatement(SignedStatement<Revocation> const&, PublicKey const&);
template Bytes encodeStatement(SignedStatement<BodiesStatement> const&);
template Bytes encodeStatement(SignedStatement<Settlement> const&);
template Bytes encodeStatement(SignedStatement<Revocation> const&);
template std::optional<SignedStatement<BodiesStatement>> decodeStatement(ByteView);
template std::optional<SignedStatement<Settlement>> decodeStatement(ByteView);
template std::optional<SignedStatement<Revocation>> decodeStatement(ByteView);

} // namespace ob::core
