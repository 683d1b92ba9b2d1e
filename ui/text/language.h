// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

class QCoreApplication;

namespace ob::ui {

enum class Language : std::uint8_t { English, Chinese };

/// Takes "en" or "zh_CN" (any further "zh…" and "en…" alike) and may be called again to change the language:
/// texts made afterwards are in the new one. False, and nothing changes, for another name. The catalogue is
/// part of the program. Call in the thread of the application object.
bool installLanguage(QCoreApplication& application, std::string_view name);

/// In which language tr() answers now.
Language currentLanguage();

} // namespace ob::ui
