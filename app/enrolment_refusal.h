// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace ob::app {

/// What was handed over (a request, a certificate, a realm file, a passphrase …) may not be used. `code` is a
/// stable word for programs; `what()` tells what is wrong and what to do, in English.
class EnrolmentRefusal : public std::runtime_error {
  public:
    EnrolmentRefusal(std::string code, std::string const& text)
        : std::runtime_error(text), m_code(std::move(code)) {}
    std::string const& code() const { return m_code; }

  private:
    std::string m_code;
};

/// Refuses a name that is empty, longer than 128 bytes, not UTF-8 or holds control characters: names out of
/// files are printed for people to compare.
void checkName(std::string const& name, std::string const& whose);

} // namespace ob::app
