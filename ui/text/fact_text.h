// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ob::core {
class Event;
}

namespace ob::ui {

struct Wording;

/// What happened, in words, with the free text that this desk holds; parts that were withheld are said as
/// 未共享, except the author's own section: the missing name of the operator says as much. An event that this
/// version does not understand is named by its kind.
/// With `Attached::Apart` whoever shows it names the attachments by himself.
enum class Attached : std::uint8_t { Named, Apart };
QString factText(core::Event const& event, Wording const& wording, Attached attached = Attached::Named);

} // namespace ob::ui
