// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/enrolment_refusal.h"

#include "core/identity/desk_certificate.h"
#include "core/text.h"

#include <algorithm>

namespace ob::app {

void checkName(std::string const& name, std::string const& whose) {
    auto const isControl = [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    };
    // U+0080 to U+009F are control characters too: 0xc2 and a byte below 0xa0.
    bool const hasLateControl = std::adjacent_find(name.begin(), name.end(),
                                                   [](char a, char b) {
                                                       return static_cast<unsigned char>(a) == 0xc2
                                                              && static_cast<unsigned char>(b) < 0xa0;
                                                   })
                                != name.end();
    if (name.empty() || name.size() > core::DeskCertificate::maxNameBytes || !core::isValidUtf8(name)
        || std::ranges::any_of(name, isControl) || hasLateControl)
        throw EnrolmentRefusal("badName", whose
                                              + " needs a name of 1 to 128 bytes of UTF-8 without control "
                                                "characters");
}

} // namespace ob::app
