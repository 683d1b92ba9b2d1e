// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace ob::tests {

/// Prints figures as JSON lines, each with the load of the machine and what an fdatasync of one 4 KiB write
/// takes here and now, since neither can be told from the figure afterwards.
class Figures {
  public:
    explicit Figures(std::filesystem::path directory) : m_directory(std::move(directory)) {}
    void print(std::string_view name, double value, std::string_view unit);

  private:
    std::filesystem::path m_directory;
};

/// Median of 20, in microseconds.
double fdatasyncMicroseconds(std::filesystem::path const& directory);
/// Since some fixed moment.
double seconds();

} // namespace ob::tests
