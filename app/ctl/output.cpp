// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/output.h"

#include "app/caller.h"

#include <cstdarg>
#include <cstdio>

namespace ob::app {
namespace {

std::string formatted(char const* format, std::va_list& values) {
    std::va_list again;
    va_copy(again, values);
    int const length = std::vsnprintf(nullptr, 0, format, again);
    va_end(again);
    std::string text(length > 0 ? static_cast<std::size_t>(length) : 0, '\0');
    std::vsnprintf(text.data(), text.size() + 1, format, values);
    return text;
}

} // namespace

void print(QString const& line) { caller().write(line.toStdString() + '\n'); }

void printFormatted(char const* format, ...) {
    std::va_list values;
    va_start(values, format);
    std::string const text = formatted(format, values);
    va_end(values);
    caller().write(text);
}

void printError(char const* format, ...) {
    std::va_list values;
    va_start(values, format);
    std::string const text = formatted(format, values);
    va_end(values);
    caller().writeError(text);
}

} // namespace ob::app
