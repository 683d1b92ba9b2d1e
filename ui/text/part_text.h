// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview_part.h"

#include <QString>

namespace ob::ui {

struct Wording;

/// One piece of what Enter will do, without a full stop.
QString partText(core::PreviewPart const& part, Wording const& wording);

} // namespace ob::ui
