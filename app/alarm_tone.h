// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <cstdint>

namespace ob::app {

enum class AlarmTone : std::uint8_t { Distress, Alarm, Attention };

/// A WAV file, 16 bit mono: each tone has a rhythm of its own, told apart without looking and at any
/// loudness. In a drill two low ticks come before it.
core::Bytes wavOf(AlarmTone tone, bool isDrill);

} // namespace ob::app
