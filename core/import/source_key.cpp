// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/source_key.h"

#include "core/crypto/sha256.h"

#include <algorithm>

namespace ob::core {

std::string incidentSourceKey(Mapping const& mapping, std::string const& incidentKey) {
    bool const joined = mapping.incident && !mapping.incident->of.empty();
    return (joined ? mapping.incident->of : mapping.format) + "\nincident\n" + incidentKey;
}

std::string othersSourceKey(std::string_view sourceId) { return "of others\n" + std::string(sourceId); }

std::string rowSourceKey(Mapping const& mapping, std::string const& rowKey) {
    return mapping.format + "\nrow\n" + rowKey;
}

ShortHash sourceHash(std::string const& key) {
    Hash const whole = sha256(viewOf(key));
    ShortHash half;
    std::copy_n(whole.begin(), half.size(), half.begin());
    return half;
}

} // namespace ob::core
