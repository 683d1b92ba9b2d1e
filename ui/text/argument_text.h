// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string_view>

namespace ob::ui {

/// What a dispatcher calls the argument of this name (`nameOf` of core/language/verb.h, and the names that
/// core's decisions give); the name itself when there is no word for it.
QString argumentWord(std::string_view name);
/// Words for the roles as refusals name them; the name itself for another.
QString roleWord(std::string_view name);
/// Words for all roles among the bits, in their order.
QStringList roleWords(std::uint8_t roles);
/// "派(D)", in English "D": the word is the canonical one of the verb table, in capitals.
QString verbWord(std::string_view word);

} // namespace ob::ui
