// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/init.h"

#include "core/ensure.h"

#include <sodium.h>

namespace ob::core {

void initCrypto() {
    static bool const ready = sodium_init() >= 0;
    OB_ENSURE(ready);
}

} // namespace ob::core
