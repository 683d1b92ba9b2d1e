// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// A coded value of the reference data (type, disposition, agency, position …): 1 to 32 characters out of
/// A–Z 0–9 - . _ /, so never free text. Lower case letters are raised.
class Code {
  public:
    Code() = default; ///< the empty code: nothing is coded
    static std::optional<Code> of(std::string_view text);
    bool isEmpty() const { return m_text.empty(); }
    std::string const& text() const { return m_text; }
    friend auto operator<=>(Code const&, Code const&) = default;

    static constexpr std::size_t maxLength = 32;

  private:
    std::string m_text;
};

/// What a unit is called on the radio, without the agency: 1 to 16 letters, digits, hyphens (Chinese
/// characters are letters). `E07`, `环2`. Unique inside an agency.
class Callsign {
  public:
    Callsign() = default;
    /// Normalises width (NFKC) and raises ASCII letters; nothing when something else is in it.
    static std::optional<Callsign> of(std::string_view text);
    std::string const& text() const { return m_text; }
    friend auto operator<=>(Callsign const&, Callsign const&) = default;

    static constexpr std::size_t maxLength = 16; ///< code points

  private:
    std::string m_text;
};

/// Incident number: local date and a serial of at least four digits from the block of the desk that minted
/// it. `20261121-0042`.
class IncidentNumber {
  public:
    IncidentNumber() = default;
    /// day = yyyymmdd. Nothing for an impossible date or a serial over 99,999,999.
    static std::optional<IncidentNumber> of(std::int32_t day, std::uint32_t serial);
    static std::optional<IncidentNumber> parse(std::string_view text);
    std::int32_t day() const { return m_day; }
    std::uint32_t serial() const { return m_serial; }
    std::string text() const;
    friend auto operator<=>(IncidentNumber, IncidentNumber) = default;

    static constexpr std::uint32_t maxSerial = 99'999'999;
    /// Incidents out of other systems' files have serials from here on; nobody types them.
    static constexpr std::uint32_t firstImported = 1'000'000;

  private:
    std::int32_t m_day = 0;
    std::uint32_t m_serial = 0;
};

} // namespace ob::core
