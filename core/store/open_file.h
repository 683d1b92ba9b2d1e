// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <filesystem>
#include <optional>
#include <span>
#include <utility>

namespace ob::store {

/// A descriptor that closes itself. What fails gives errno.
class OpenFile {
  public:
    /// `flags` as for open(2); what is made is for its owner alone. Never waits for the other end of a pipe.
    OpenFile(std::filesystem::path const& path, int flags);
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    OpenFile& operator=(OpenFile&&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    /// Nothing when it is no regular file.
    std::optional<std::uint64_t> size() const;
    /// Bytes read from that place on: fewer than asked for only at the end; nothing on an error.
    std::optional<std::size_t> read(std::uint64_t from, std::span<std::uint8_t> into) const;
    /// 0 or errno.
    int write(std::uint64_t at, core::ByteView bytes) const;
    int sync() const;

  private:
    int m_descriptor;
};

} // namespace ob::store
