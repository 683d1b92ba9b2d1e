// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/marks.h"
#include "ui/map/sprite.h"
#include "ui/text/language.h"
#include "ui/theme.h"

#include <array>
#include <map>

namespace ob::ui {

/// Which letter stands for an agency on its units: 警 or PD.
QString agencyLetter(MarkAgency agency, Language language);

/// The letter of a state; empty for who is available.
QString stateLetter(MarkState state);

/// All marks of one look, painted ahead. Immutable; built in any thread.
class MarkAtlas {
  public:
    struct Look {
        Theme theme = Theme::Night;
        Language language = Language::English;
        double pixelRatio = 1;
        friend bool operator==(Look const&, Look const&) = default;
    };
    static constexpr int unitSize = 22; ///< logical pixels
    static constexpr int incidentSize = 26;
    static constexpr int facilitySize = 18;

    explicit MarkAtlas(Look look);

    Look const& look() const { return m_look; }
    Sprite const& unit(MarkAgency agency, MarkState state, bool isStale) const;
    Sprite const& incident(core::Priority priority, bool isMajor, bool isDrill) const;
    Sprite const& facility(SymbolName symbol) const;
    Sprite const& dot() const { return m_dot; }
    Sprite const& unitRing() const { return m_unitRing; }         ///< selected
    Sprite const& incidentRing() const { return m_incidentRing; } ///< selected
    Sprite const& distressRing() const { return m_distressRing; }
    /// Parts of a group's plate: its ground in one of some widths, figures, and letters of agencies.
    Sprite const& plate(int logicalWidth) const;
    Sprite const& digit(int value) const { return m_digits[static_cast<std::size_t>(value)]; }
    Sprite const& letter(MarkAgency agency) const { return m_letters[static_cast<std::size_t>(agency)]; }
    static constexpr int plateStep = 8;
    static constexpr int mostPlates = 24;

  private:
    static constexpr std::size_t agencies = 10;
    static constexpr std::size_t states = 6;

    Look m_look;
    std::array<Sprite, agencies * states * 2> m_units;
    std::array<Sprite, 4 * 2 * 2> m_incidents;
    std::map<SymbolName, Sprite> m_facilities;
    Sprite m_dot;
    Sprite m_unitRing;
    Sprite m_incidentRing;
    Sprite m_distressRing;
    std::array<Sprite, mostPlates> m_plates;
    std::array<Sprite, 10> m_digits;
    std::array<Sprite, agencies> m_letters;
};

} // namespace ob::ui
