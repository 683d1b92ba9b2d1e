// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ob::app {

/// What seals a key file. Never on a command line, where others could read it. Wiped when it goes.
class Passphrase {
  public:
    Passphrase() = default; ///< none
    /// The first line of the file. Throws FileError; EnrolmentRefusal when the line is empty.
    static Passphrase ofFile(std::filesystem::path const& file);
    ~Passphrase();
    Passphrase(Passphrase&& other) noexcept : m_text(std::move(other.m_text)) { other.m_text.clear(); }
    Passphrase& operator=(Passphrase&&) = delete;

    bool isEmpty() const { return m_text.empty(); }
    std::string_view text() const { return m_text; }

  private:
    std::string m_text;
};

/// Makes a key and its file (mode 0600), sealed when there is a passphrase. Throws FileError.
core::SecretKey makeKey(std::filesystem::path const& file, Passphrase const& passphrase = {});
/// Throws FileError when it cannot be read; EnrolmentRefusal when it is no key file or the passphrase is
/// missing or wrong.
core::SecretKey readKey(std::filesystem::path const& file, Passphrase const& passphrase = {});
/// Without the passphrase, and without proof that the secret half is there.
core::PublicKey publicKeyOf(std::filesystem::path const& file);

/// Makes the folder, for the owner alone. Throws FileError.
void makePrivateFolder(std::filesystem::path const& folder);

} // namespace ob::app
