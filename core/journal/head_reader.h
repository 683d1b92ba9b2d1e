// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/journal/checkpoint.h"
#include "core/journal/encoded.h"
#include "core/journal/finding.h"

#include <deque>
#include <functional>
#include <optional>

namespace ob::core {

/// One stored head, looked at by itself.
struct CheckedHead {
    EncodedHead head;
    std::optional<FindingReason> fault;
};

/// The heads of a log in their order, their signatures verified ahead on several threads.
class HeadReader {
  public:
    HeadReader(LogId log, PublicKey const& deskKey, unsigned threads,
               std::function<std::optional<EncodedHead>()> next)
        : m_log(log), m_deskKey(deskKey), m_threads(threads), m_next(std::move(next)) {}

    /// Null at the end. Valid until the next call of `pop`.
    CheckedHead const* peek();
    void pop() { m_ready.pop_front(); }

  private:
    LogId m_log;
    PublicKey m_deskKey;
    unsigned m_threads;
    std::function<std::optional<EncodedHead>()> m_next;
    std::deque<CheckedHead> m_ready;
};

/// Note ↔ what is stored beside it, and the signature. Nothing when it is sound.
std::optional<FindingReason> checkHead(EncodedHead const& head, LogId log, PublicKey const& deskKey);

} // namespace ob::core
