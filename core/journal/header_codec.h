// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"

namespace ob::core {

/// The only bytes of this header: deterministic CBOR. OB_ENSURE: they fit maxHeaderBytes.
Bytes encodeHeader(EventHeader const& header);

} // namespace ob::core
