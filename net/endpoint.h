// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ob::net {

/// Where a desk listens or is to be found.
struct Endpoint {
    std::string host; ///< name or address; IPv6 without brackets
    std::uint16_t port = 0;

    /// "HOST:PORT", "[::1]:5000". Port 0 is allowed: listening takes a free one.
    static std::optional<Endpoint> of(std::string_view text);
    std::string text() const;

    friend auto operator<=>(Endpoint const&, Endpoint const&) = default;
};

} // namespace ob::net
