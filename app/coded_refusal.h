// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ob::app {

/// What was asked for may not be done. `code()` is a stable word for programs; `what()` tells what is wrong
/// and what to do, in English or, about operators, in the language of the moment.
class CodedRefusal : public std::runtime_error {
  public:
    CodedRefusal(std::string_view code, std::string const& text, std::vector<std::string> subjects = {})
        : std::runtime_error(text), m_code(code), m_subjects(std::move(subjects)) {}
    std::string const& code() const { return m_code; }
    /// What it is about, for programs; which, the code tells.
    std::vector<std::string> const& subjects() const { return m_subjects; }

  private:
    std::string m_code;
    std::vector<std::string> m_subjects;
};

} // namespace ob::app
