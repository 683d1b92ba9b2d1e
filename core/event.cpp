// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event.h"

#include "core/ensure.h"
#include "core/event_body.h"
#include "core/restricted_parts.h"

namespace ob::core {

EventBody const& Event::body() const {
    OB_ENSURE(m_body);
    return *m_body;
}

RestrictedParts const& Event::restricted() const {
    static RestrictedParts const none;
    return m_restricted ? *m_restricted : none;
}

} // namespace ob::core
