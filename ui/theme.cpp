// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

Tokens night() {
    return {.window = 0x10151B,
            .panel = 0x171D25,
            .raised = 0x1F2731,
            .line = 0x2B3542,
            .text = 0xE8ECF1,
            .muted = 0x93A1B2,
            .selectedGround = 0x16293D,
            .selectedEdge = 0x2F6FB2,
            .selectionRing = 0xFFFFFF,
            .priority = {0xFF5A52, 0xFF9A3D, 0xF2D13C, 0x4DA3FF},
            .numeral = {0x10151B, 0x10151B, 0x10151B, 0x10151B},
            .good = 0x35B58A,
            .drill = 0xB79CFF,
            .label = 0xE8ECF1,
            .halo = 0x12181F};
}

Tokens day() {
    return {.window = 0xE9EDF1,
            .panel = 0xFFFFFF,
            .raised = 0xF4F6F9,
            .line = 0xD3DAE2,
            .text = 0x1A2027,
            .muted = 0x5B6875,
            .selectedGround = 0xDCEBFA,
            .selectedEdge = 0x1F66B0,
            .selectionRing = 0x1A2027,
            .priority = {0xC62828, 0xAD4500, 0xF5C400, 0x1F66B0},
            .numeral = {0xFFFFFF, 0xFFFFFF, 0x1A2027, 0xFFFFFF},
            .good = 0x086B4B,
            .drill = 0x5B35A8,
            .label = 0x3F4A55,
            .halo = 0xFCFBF8};
}

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(QColor colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

} // namespace

Tokens const& tokens(Theme theme) {
    static Tokens const nightTokens = night();
    static Tokens const dayTokens = day();
    return theme == Theme::Night ? nightTokens : dayTokens;
}

QPalette palette(Theme theme) {
    Tokens const& t = tokens(theme);
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.text);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.selectedGround);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.selectedEdge);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.window);
    for (auto const role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.muted);
    return p;
}

QFont uiFont(int pixels, QFont::Weight weight) {
    // Of each thread: rows ask for the same few fonts thousands of times a second.
    thread_local QHash<int, QFont> known;
    int const key = pixels * 1024 + weight;
    if (auto const found = known.constFind(key); found != known.constEnd()) return *found;
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    known.insert(key, font);
    return font;
}

double contrast(QColor a, QColor b) {
    double const one = luminance(a);
    double const other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace ob::ui
