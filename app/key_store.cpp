// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/key_store.h"

#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "core/crypto/random.h"
#include "core/identity/key_file.h"

#include <algorithm>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(core::KeyFileFault fault, fs::path const& file) {
    switch (fault) {
    case core::KeyFileFault::Malformed:
        throw EnrolmentRefusal("badKeyFile",
                               file.string() + " is not a sound key file: restore it from the copy");
    case core::KeyFileFault::PassphraseRequired:
        throw EnrolmentRefusal("passphraseRequired",
                               file.string()
                                   + " is sealed: give the file with its passphrase (--passphrase-file)");
    case core::KeyFileFault::WrongPassphrase:
        throw EnrolmentRefusal("wrongPassphrase", "this passphrase does not open " + file.string());
    case core::KeyFileFault::NotAffordable: break;
    }
    throw FileError("there is not enough memory to open " + file.string());
}

} // namespace

Passphrase Passphrase::ofFile(fs::path const& file) {
    auto bytes = readFile(file);
    Passphrase made;
    made.m_text.assign(bytes.begin(), std::find(bytes.begin(), bytes.end(), '\n'));
    core::wipe(bytes);
    if (!made.m_text.empty() && made.m_text.back() == '\r') made.m_text.pop_back();
    if (made.m_text.empty())
        throw EnrolmentRefusal("passphraseRequired", "the first line of " + file.string() + " is empty");
    return made;
}

Passphrase::~Passphrase() { core::wipe({reinterpret_cast<std::uint8_t*>(m_text.data()), m_text.size()}); }

core::SecretKey makeKey(fs::path const& file, Passphrase const& passphrase) {
    auto key = core::SecretKey::ofSeed(core::randomBytes<32>());
    core::Bytes bytes;
    if (passphrase.isEmpty()) {
        bytes = core::encodeKeyFile(key);
    } else {
        auto sealed = core::encodeKeyFile(key, {.passphrase = passphrase.text(),
                                                .salt = core::randomBytes<16>(),
                                                .nonce = core::randomBytes<24>(),
                                                .cost = {}});
        if (!sealed) throw FileError("there is not enough memory to seal " + file.string());
        bytes = *std::move(sealed);
    }
    writeFile(file, bytes, Secrecy::Secret);
    core::wipe(bytes);
    return key;
}

core::SecretKey readKey(fs::path const& file, Passphrase const& passphrase) {
    auto bytes = readFile(file);
    auto key = core::decodeKeyFile(bytes, passphrase.text());
    core::wipe(bytes);
    if (!key) refuse(key.error(), file);
    return *std::move(key);
}

core::PublicKey publicKeyOf(fs::path const& file) {
    auto bytes = readFile(file);
    auto const outside = core::readKeyFileOutside(bytes);
    core::wipe(bytes);
    if (!outside) refuse(outside.error(), file);
    return outside->publicKey;
}

void makePrivateFolder(fs::path const& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw FileError("cannot make the folder " + folder.string() + ": " + error.message());
    fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        throw FileError("cannot close the folder " + folder.string() + " to others: " + error.message());
}

} // namespace ob::app
