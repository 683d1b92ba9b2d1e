// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "core/event.h"

#include <optional>

namespace ob::store {

/// Encrypts the bodies of classes personal and sealed at rest. The row id is authenticated with them, so that
/// a body cannot be moved to another event.
class SectionSealer {
  public:
    /// Without a key such sections can be neither written nor read: they count as withheld.
    explicit SectionSealer(std::optional<core::SealingKey> key) : m_key(std::move(key)) {}

    static bool isSealed(core::SectionClass sectionClass);
    bool canRead(core::SectionClass sectionClass) const { return m_key || !isSealed(sectionClass); }

    /// What is stored for a section of any class.
    core::Bytes stored(std::int64_t row, core::SectionClass sectionClass, core::ByteView bytes) const;
    /// What was given to `stored`. When the bytes on disk were changed, they are returned as they stand: the
    /// commitment in the header will not match them, which is how every other damage to a section shows.
    core::Bytes plain(std::int64_t row, core::SectionClass sectionClass, core::ByteView stored) const;

  private:
    std::optional<core::SealingKey> m_key;
};

} // namespace ob::store
