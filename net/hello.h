// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/identity/realm_file.h"
#include "core/instant.h"
#include "net/limits.h"

#include <array>
#include <optional>
#include <string>

namespace ob::net {

/// 32 bytes that both ends of one TLS connection know and nobody else.
using ExporterValue = std::array<std::uint8_t, 32>;
/// Who opened the connection: its signature must not do for the other side.
enum class LinkSide : std::uint8_t { Dialled = 0, Accepted = 1 };

/// The first frame of each side.
struct Hello {
    std::uint16_t minVersion = minProtocolVersion;
    std::uint16_t maxVersion = maxProtocolVersion;
    core::RealmId realm{};
    core::RealmKind kind = core::RealmKind::Live;
    core::Bytes certificate; ///< of the desk
    core::Instant now;       ///< its clock
    std::string program;     ///< name and version
    friend bool operator==(Hello const&, Hello const&) = default;
};
/// Signed by the desk key over the exporter value and the side: good for this connection only.
core::Bytes encodeHello(Hello const& hello, core::SecretKey const& deskKey, ExporterValue const& exporter,
                        LinkSide side);
struct SignedHello {
    Hello hello;
    core::Bytes body;
    core::Signature signature;
};
/// Unverified.
std::optional<SignedHello> decodeHello(core::ByteView payload);
[[nodiscard]] bool verifyHello(SignedHello const& hello, core::PublicKey const& deskKey,
                               ExporterValue const& exporter, LinkSide side);

} // namespace ob::net
