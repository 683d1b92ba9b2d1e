// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/section_sealer.h"

#include "core/crypto/random.h"
#include "core/ensure.h"

namespace ob::store {
namespace {

std::array<std::uint8_t, 8> bigEndian(std::int64_t row) {
    std::array<std::uint8_t, 8> bytes;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        bytes[at] = static_cast<std::uint8_t>(row >> (56 - 8 * at));
    return bytes;
}

} // namespace

bool SectionSealer::isSealed(core::SectionClass sectionClass) {
    return sectionClass == core::SectionClass::Personal || sectionClass == core::SectionClass::Sealed;
}

core::Bytes SectionSealer::stored(std::int64_t row, core::SectionClass sectionClass,
                                  core::ByteView bytes) const {
    if (!isSealed(sectionClass)) return {bytes.begin(), bytes.end()};
    OB_ENSURE(m_key.has_value());
    return core::seal(*m_key, core::randomBytes<24>(), bytes, bigEndian(row));
}

core::Bytes SectionSealer::plain(std::int64_t row, core::SectionClass sectionClass,
                                 core::ByteView stored) const {
    if (isSealed(sectionClass) && m_key) {
        if (auto opened = core::open(*m_key, stored, bigEndian(row))) return std::move(*opened);
    }
    return {stored.begin(), stored.end()};
}

} // namespace ob::store
