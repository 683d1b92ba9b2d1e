// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_keys.h"

#include "app/files.h"
#include "app/key_store.h"
#include "core/crypto/random.h"
#include "core/identity/tls_key_hash.h"

namespace ob::app {

namespace fs = std::filesystem;

bool hasDeskKeys(fs::path const& data) { return fs::exists(data / "keys" / "desk.key"); }

DeskKeys makeDeskKeys(fs::path const& data) {
    auto const keys = data / "keys";
    auto const tls = makeKey(keys / "tls.key");
    writeFile(keys / "rest.key", core::randomBytes<32>(), Secrecy::Secret);
    writeFile(keys / "lookup.key", core::randomBytes<32>(), Secrecy::Secret);
    return {.desk = makeKey(keys / "desk.key"), .tlsHash = core::tlsKeyHash(tls.publicKey())};
}

DeskKeys readDeskKeys(fs::path const& data) {
    return {.desk = readKey(data / "keys" / "desk.key"),
            .tlsHash = core::tlsKeyHash(publicKeyOf(data / "keys" / "tls.key"))};
}

} // namespace ob::app
