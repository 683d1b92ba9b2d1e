// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_atlas.h"

#include "ui/map/mark_painter.h"

#include <algorithm>

namespace ob::ui {
namespace {

std::size_t unitIndex(MarkAgency agency, MarkState state, bool isStale) {
    return (static_cast<std::size_t>(agency) * 6 + static_cast<std::size_t>(state)) * 2 + (isStale ? 1 : 0);
}

std::size_t incidentIndex(core::Priority priority, bool isMajor, bool isDrill) {
    return (static_cast<std::size_t>(priority) - 1) * 4 + (isMajor ? 2 : 0) + (isDrill ? 1 : 0);
}

} // namespace

QString agencyLetter(MarkAgency agency, Language language) {
    bool const isChinese = language == Language::Chinese;
    switch (agency) {
    case MarkAgency::Police: return isChinese ? QStringLiteral("警") : QStringLiteral("PD");
    case MarkAgency::Fire: return isChinese ? QStringLiteral("消") : QStringLiteral("FD");
    case MarkAgency::Ambulance: return isChinese ? QStringLiteral("急") : QStringLiteral("EM");
    case MarkAgency::City: return isChinese ? QStringLiteral("城") : QStringLiteral("UM");
    case MarkAgency::Environment: return isChinese ? QStringLiteral("环") : QStringLiteral("EP");
    case MarkAgency::Market: return isChinese ? QStringLiteral("市") : QStringLiteral("MR");
    case MarkAgency::Traffic: return isChinese ? QStringLiteral("交") : QStringLiteral("TP");
    case MarkAgency::Transport: return isChinese ? QStringLiteral("运") : QStringLiteral("TR");
    case MarkAgency::Emergency: return isChinese ? QStringLiteral("应") : QStringLiteral("EA");
    case MarkAgency::Joint: return isChinese ? QStringLiteral("联") : QStringLiteral("JC");
    }
    return {};
}

QString stateLetter(MarkState state) {
    switch (state) {
    case MarkState::Available: return {};
    case MarkState::Dispatched: return QStringLiteral("D");
    case MarkState::EnRoute: return QStringLiteral("›");
    case MarkState::OnScene: return QStringLiteral("S");
    case MarkState::Transporting: return QStringLiteral("T");
    case MarkState::OutOfService: return QStringLiteral("X");
    }
    return {};
}

MarkAtlas::MarkAtlas(Look look)
    : m_look(look), m_dot(paintDot(look)), m_unitRing(paintUnitRing(look)),
      m_incidentRing(paintIncidentRing(look)), m_distressRing(paintDistressRing(look)) {
    for (std::size_t a = 0; a < agencies; ++a) {
        auto const agency = static_cast<MarkAgency>(a);
        for (std::size_t s = 0; s < states; ++s)
            for (bool const isStale : {false, true}) {
                auto const state = static_cast<MarkState>(s);
                m_units[unitIndex(agency, state, isStale)] = paintUnit(look, agency, state, isStale);
            }
        m_letters[a] = paintInk(look, agencyLetter(agency, look.language), 12, QFont::Normal);
    }
    for (int level = 1; level <= 4; ++level)
        for (bool const isMajor : {false, true})
            for (bool const isDrill : {false, true}) {
                auto const priority = static_cast<core::Priority>(level);
                m_incidents[incidentIndex(priority, isMajor, isDrill)] =
                    paintIncident(look, priority, isMajor, isDrill);
            }
    for (SymbolName const symbol : allSymbols())
        if (symbol >= SymbolName::Hospital) m_facilities[symbol] = paintFacility(look, symbol);
    for (std::size_t i = 0; i < m_plates.size(); ++i)
        m_plates[i] = paintPlate(look, static_cast<int>(i + 1) * plateStep);
    for (std::size_t i = 0; i < m_digits.size(); ++i)
        m_digits[i] = paintInk(look, QString::number(i), 12, QFont::DemiBold);
}

Sprite const& MarkAtlas::unit(MarkAgency agency, MarkState state, bool isStale) const {
    return m_units[unitIndex(agency, state, isStale)];
}

Sprite const& MarkAtlas::incident(core::Priority priority, bool isMajor, bool isDrill) const {
    return m_incidents[incidentIndex(priority, isMajor, isDrill)];
}

Sprite const& MarkAtlas::facility(SymbolName symbol) const {
    auto const found = m_facilities.find(symbol);
    return found == m_facilities.end() ? m_dot : found->second;
}

Sprite const& MarkAtlas::plate(int logicalWidth) const {
    return m_plates[static_cast<std::size_t>(
        std::clamp((logicalWidth + plateStep - 1) / plateStep, 1, mostPlates) - 1)];
}

} // namespace ob::ui
