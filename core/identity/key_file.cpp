// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/key_file.h"

#include "core/ensure.h"
#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"

namespace ob::core {
namespace {

constexpr std::uint64_t fileVersion = 1;
constexpr std::size_t seedSize = 32;

// {1 version, 2 public key, 3 seed} or {1, 2, 4 salt, 5 operations, 6 memory, 7 sealed seed}
struct KeyFile {
    PublicKey publicKey;
    bool isSealed = false;
    PassphraseSalt salt{};
    PassphraseCost cost;
    ByteView content; ///< seed, or sealed seed
};

/// Everything of a sealed file in front of the sealed seed, which is tied to it. An open map: to be
/// completed.
void writeOutside(CborWriter& out, PublicKey const& key, PassphraseSalt const& salt, PassphraseCost cost) {
    out.beginMap();
    out.key(1).unsignedInt(fileVersion);
    out.key(2).bytes(key.bytes);
    out.key(4).bytes(salt);
    out.key(5).unsignedInt(cost.operations);
    out.key(6).unsignedInt(cost.memoryBytes);
}

Bytes associatedWith(PublicKey const& key, PassphraseSalt const& salt, PassphraseCost cost) {
    constexpr std::string_view domain = "oneboard key v1";
    Bytes outside;
    CborWriter out(outside);
    writeOutside(out, key, salt, cost);
    out.end();
    Bytes associated(domain.begin(), domain.end());
    associated.push_back(0);
    associated.insert(associated.end(), outside.begin(), outside.end());
    return associated;
}

std::optional<KeyFile> read(ByteView bytes) {
    CborReader in(bytes);
    KeyFile file;
    in.enterMap();
    if (in.nextKey() != 1 || in.unsignedInt() != fileVersion || in.nextKey() != 2) return std::nullopt;
    in.fixedBytes(file.publicKey.bytes);
    auto const key = in.nextKey();
    if (key == 3) {
        file.content = in.bytes();
        if (file.content.size() != seedSize) return std::nullopt;
    } else {
        file.isSealed = true;
        if (key != 4) return std::nullopt;
        in.fixedBytes(file.salt);
        if (in.nextKey() != 5) return std::nullopt;
        file.cost.operations = in.unsignedInt();
        if (in.nextKey() != 6) return std::nullopt;
        file.cost.memoryBytes = in.unsignedInt();
        if (in.nextKey() != 7) return std::nullopt;
        file.content = in.bytes();
        if (file.content.size() != seedSize + sealingOverhead) return std::nullopt;
    }
    if (in.nextKey() || !in.finish()) return std::nullopt;
    return file;
}

} // namespace

Bytes encodeKeyFile(SecretKey const& key) {
    Bytes file;
    file.reserve(128); // so that no copy of the seed stays behind in a buffer that was outgrown
    CborWriter out(file);
    out.map(3);
    out.key(1).unsignedInt(fileVersion);
    out.key(2).bytes(key.publicKey().bytes);
    out.key(3).bytes(key.seed());
    return file;
}

std::optional<Bytes> encodeKeyFile(SecretKey const& key, PassphraseSealing const& sealing) {
    OB_ENSURE(!sealing.passphrase.empty() && isAcceptable(sealing.cost));
    auto const sealingKey = deriveKey(sealing.passphrase, sealing.salt, sealing.cost);
    if (!sealingKey) return std::nullopt;
    Bytes file;
    CborWriter out(file);
    writeOutside(out, key.publicKey(), sealing.salt, sealing.cost);
    out.key(7).bytes(seal(*sealingKey, sealing.nonce, key.seed(),
                          associatedWith(key.publicKey(), sealing.salt, sealing.cost)));
    out.end();
    return file;
}

tl::expected<KeyFileOutside, KeyFileFault> readKeyFileOutside(ByteView bytes) {
    auto const file = read(bytes);
    if (!file) return tl::unexpected(KeyFileFault::Malformed);
    return KeyFileOutside{.publicKey = file->publicKey, .isSealed = file->isSealed};
}

tl::expected<SecretKey, KeyFileFault> decodeKeyFile(ByteView bytes, std::string_view passphrase) {
    auto const file = read(bytes);
    if (!file) return tl::unexpected(KeyFileFault::Malformed);
    SecretBytes<seedSize> seed;
    if (file->isSealed) {
        if (passphrase.empty()) return tl::unexpected(KeyFileFault::PassphraseRequired);
        auto const sealingKey =
            isAcceptable(file->cost) ? deriveKey(passphrase, file->salt, file->cost) : std::nullopt;
        if (!sealingKey) return tl::unexpected(KeyFileFault::NotAffordable);
        auto plain =
            open(*sealingKey, file->content, associatedWith(file->publicKey, file->salt, file->cost));
        if (!plain) return tl::unexpected(KeyFileFault::WrongPassphrase);
        std::copy(plain->begin(), plain->end(), seed.fill().begin());
        wipe(*plain);
    } else {
        std::copy(file->content.begin(), file->content.end(), seed.fill().begin());
    }
    auto key = SecretKey::ofSeed(seed.view());
    if (key.publicKey() != file->publicKey) return tl::unexpected(KeyFileFault::Malformed);
    return key;
}

} // namespace ob::core
