// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/hello.h"

#include "net/message_fields.h"

namespace ob::net {

template<class Archive, Of<Hello> Message>
void describe(Archive& archive, Message& hello) {
    archive.required(1, hello.minVersion);
    archive.required(2, hello.maxVersion);
    archive.required(3, hello.realm);
    describeEnum(archive, 4, hello.kind);
    archive.required(5, hello.certificate);
    archive.required(6, hello.now);
    archive.required(7, hello.program);
}

namespace {

using core::Bytes;
using core::ByteView;
using core::CborReader;
using core::CborWriter;

constexpr std::string_view helloDomain = "oneboard hello v1";

Bytes helloMessage(ByteView body, ExporterValue const& exporter, LinkSide side) {
    Bytes message(helloDomain.begin(), helloDomain.end());
    message.push_back(0);
    message.insert(message.end(), exporter.begin(), exporter.end());
    message.push_back(static_cast<std::uint8_t>(side));
    message.insert(message.end(), body.begin(), body.end());
    return message;
}

} // namespace

Bytes encodeHello(Hello const& hello, core::SecretKey const& deskKey, ExporterValue const& exporter,
                  LinkSide side) {
    Bytes const body = encodeFields(hello);
    Bytes bytes;
    CborWriter out(bytes);
    out.array(2);
    out.bytes(body);
    out.bytes(deskKey.sign(helloMessage(body, exporter, side)).bytes);
    return bytes;
}

std::optional<SignedHello> decodeHello(ByteView payload) {
    SignedHello made;
    CborReader in(payload);
    if (in.enterArray() != 2) return std::nullopt;
    in.nextElement();
    readBytes(in, made.body);
    in.nextElement();
    in.fixedBytes(made.signature.bytes);
    in.nextElement();
    if (!in.finish()) return std::nullopt;
    auto hello = decodeFields<Hello>(made.body);
    if (!hello || hello->program.size() > maxProgramBytes || hello->minVersion > hello->maxVersion)
        return std::nullopt;
    made.hello = *std::move(hello);
    return made;
}

bool verifyHello(SignedHello const& hello, core::PublicKey const& deskKey, ExporterValue const& exporter,
                 LinkSide side) {
    return core::verify(deskKey, helloMessage(hello.body, exporter, side), hello.signature);
}

} // namespace ob::net
