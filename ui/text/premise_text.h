// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview.h"
#include "core/premise/contact_answer.h"
#include "core/premise/premise_book.h"
#include "core/premise/premise_reading.h"

#include <QString>
#include <QStringList>

namespace ob::ui {

/// The hazard in the language of the moment; the code itself when the list does not have it.
QString hazardName(core::Code const& code, core::HazardBook const& hazards);
/// With what is known of it there: "气瓶 约40瓶".
QString hazardText(core::PremiseHazard const& hazard, core::HazardBook const& hazards);
/// How bad it is, in words: what the shape of a chip says.
QString gradeText(core::HazardGrade grade);
/// "expired 2025-12-31", "never checked", "last checked 2024-05-01"; empty when it can be relied on.
QString standingText(core::PremiseFound const& found);
/// "at this address", "12 m away".
QString awayText(core::PremiseFound const& found);
/// Source, last check and end, in one line; what is not known is left out.
QString originText(core::Premise const& premise);

/// "Caution: Gas cylinders, Guard dog (Riverside Store)"; empty when nothing is known.
QString cautionText(std::vector<core::PremiseFound> const& found, core::HazardBook const& hazards);
/// Where a line that was understood sends units, or opens an incident; nothing for any other.
std::optional<core::PremiseSpot> spotOf(core::Preview const& preview, core::Board const& board);

/// What is wrong with a row, or a whole file, and what to do.
QString premiseFaultText(core::PremiseRowFault const& fault);
/// "Line 7: …".
QString premiseLineText(core::PremiseRowFault const& fault);
/// What came of a file: taken, or not because of so many faults; columns that were passed over.
QString premiseTakenText(std::size_t made, std::size_t replaced, std::size_t removed);
QString premiseRefusedText(std::size_t faults);
QString premiseIgnoredText(QStringList const& columns);
/// Why nobody is named; empty when somebody is.
QString contactText(core::ContactAnswer::State state);

} // namespace ob::ui
