// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/signed_document.h"

#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"

#include <utility>

namespace ob::core {
namespace {

Bytes messageOf(std::string_view domain, ByteView body) {
    Bytes message(domain.begin(), domain.end());
    message.push_back(0);
    message.insert(message.end(), body.begin(), body.end());
    return message;
}

void write(CborWriter& out, SignedDocument const& document) {
    out.bytes(document.body);
    out.bytes(document.signature.bytes);
}

void read(CborReader& in, SignedDocument& document) {
    ByteView const body = in.bytes();
    document.body.assign(body.begin(), body.end());
    in.nextElement();
    in.fixedBytes(document.signature.bytes);
}

} // namespace

SignedDocument signDocument(std::string_view domain, Bytes body, SecretKey const& key) {
    auto const signature = key.sign(messageOf(domain, body));
    return {.body = std::move(body), .signature = signature};
}

bool verifyDocument(std::string_view domain, SignedDocument const& document, PublicKey const& key) {
    return verify(key, messageOf(domain, document.body), document.signature);
}

Bytes encodeDocuments(DocumentChain const& chain) {
    Bytes encoded;
    CborWriter out(encoded);
    out.array(chain.authority ? 4 : 2);
    write(out, chain.document);
    if (chain.authority) write(out, *chain.authority);
    return encoded;
}

std::optional<DocumentChain> decodeDocuments(ByteView encoded) {
    CborReader in(encoded);
    DocumentChain chain;
    std::size_t const count = in.enterArray();
    if (count != 2 && count != 4) return std::nullopt;
    in.nextElement();
    read(in, chain.document);
    if (count == 4) {
        in.nextElement();
        read(in, chain.authority.emplace());
    }
    if (in.nextElement() || !in.finish()) return std::nullopt;
    return chain;
}

} // namespace ob::core
