// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/refusal.h"

#include <QString>

namespace ob::ui {

struct Wording;

/// What happened and what to do, in one or two sentences. Total: a missing subject is "?", further ones are
/// left out. With a wording, codes are named and times are local; without, they stand as they are.
QString refusalText(core::Refusal const& refusal, Wording const* wording = nullptr);

/// A few words for an event that had no effect when it was folded: there a code comes without subjects. Empty
/// for a code that folding does not give.
QString refusalInBrief(core::RefusalCode code);

} // namespace ob::ui
