// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QStaticText>
#include <QString>

namespace ob::ui {

/// One line of text with its glyphs found: most rows say the same as a second ago, and finding the glyphs of
/// a line costs more than drawing them.
struct ShapedText {
    QStaticText glyphs;
    int width = 0;  ///< pixels
    int height = 0; ///< pixels; of the font, whatever script the line is in
    int lift = 0;   ///< pixels that the glyphs begin above that height: lines of all scripts on one baseline
};

/// Cut with … where it is longer than `room` pixels. Valid until the next call. GUI thread.
ShapedText const& shapedText(QString const& words, QFont const& font, int room);

} // namespace ob::ui
