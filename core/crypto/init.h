// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::core {

/// Makes libsodium ready (it chooses its implementations and opens the random source). Every function of
/// core/crypto calls it; a program may call it early to fail at the start. Any thread, any number of times.
/// Aborts when the platform has no source of randomness, for nothing can be signed or sealed then.
void initCrypto();

} // namespace ob::core
