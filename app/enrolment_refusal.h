// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/coded_refusal.h"

#include <string>

namespace ob::app {

/// What was handed over (a request, a certificate, a realm file, a passphrase …) may not be used.
class EnrolmentRefusal : public CodedRefusal {
    using CodedRefusal::CodedRefusal;
};

/// Refuses a name that is empty, longer than 128 bytes, not UTF-8 or holds control characters: names out of
/// files are printed for people to compare.
void checkName(std::string const& name, std::string const& whose);

} // namespace ob::app
