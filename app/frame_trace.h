// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/link.h"
#include "net/messages.h"

#include <string>

namespace ob::app {

/// What a frame says, on one line and without anything that an operator wrote: for finding faults.
std::string traceLine(net::LinkId link, bool isOutgoing, net::FrameType type, core::ByteView payload);

} // namespace ob::app
