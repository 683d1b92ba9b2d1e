// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/endpoint.h"

#include <algorithm>
#include <charconv>

namespace ob::net {
namespace {

constexpr std::size_t longestHost = 253; // RFC 1035, as text

bool isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
           || c == '_';
}

bool isOfAddress(char c) { return isOfName(c) || c == ':' || c == '%'; } // fe80::1%eth0

} // namespace

std::optional<Endpoint> Endpoint::of(std::string_view text) {
    auto const colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto host = text.substr(0, colon);
    auto const port = text.substr(colon + 1);
    bool const isBracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
    if (isBracketed) host = host.substr(1, host.size() - 2);
    if (host.empty() || host.size() > longestHost) return std::nullopt;
    if (!std::ranges::all_of(host, isBracketed ? isOfAddress : isOfName)) return std::nullopt;
    std::uint16_t number = 0;
    auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (port.empty() || error != std::errc() || end != port.data() + port.size()) return std::nullopt;
    return Endpoint{.host = std::string(host), .port = number};
}

std::string Endpoint::text() const {
    bool const needsBrackets = host.find(':') != std::string::npos;
    return (needsBrackets ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

} // namespace ob::net
