// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview.h"

#include <QString>
#include <QStringList>

namespace ob::ui {

struct Wording;

/// What a person reads below the command line before Enter.
struct PreviewText {
    QString sentence;       ///< what Enter will do, as far as it was understood; empty for an empty line
    QStringList warnings;   ///< why Enter is wanted twice, one sentence each; none when refused
    QString confirm;        ///< that Enter is wanted twice; empty when it is not
    QString refusal;        ///< why nothing will be done; empty when something will
    QStringList candidates; ///< in the order of Preview::candidates
};

PreviewText previewText(core::Preview const& preview, Wording const& wording);

QString candidateText(core::Candidate const& candidate, Wording const& wording);
/// What stands in the line when it is chosen: in English codes and callsigns that a keyboard can type.
QString insertOf(core::Candidate const& candidate, Wording const& wording);
/// A line with the verb, in the words of the language on screen.
QString exampleText(core::VerbSpec const& spec);
QString amberText(core::Amber amber);

} // namespace ob::ui
