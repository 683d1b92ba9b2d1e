// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace ob::app {

/// What was asked for may not be done. `code()` is a stable word for programs; `what()` tells what is wrong
/// and what to do, in English.
class CodedRefusal : public std::runtime_error {
  public:
    CodedRefusal(std::string_view code, std::string const& text) : std::runtime_error(text), m_code(code) {}
    std::string const& code() const { return m_code; }

  private:
    std::string m_code;
};

} // namespace ob::app
