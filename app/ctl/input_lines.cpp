// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/input_lines.h"

#include "app/caller.h"

#include <array>

namespace ob::app {
namespace {

bool isComment(std::string const& line) {
    auto const first = line.find_first_not_of(" \t\r");
    return first == std::string::npos || line[first] == '#';
}

} // namespace

void eachInputLine(std::function<void(std::string const&)> const& take) {
    auto const told = [&](std::string const& line) {
        if (!isComment(line)) take(line);
    };
    std::string text;
    std::array<char, 64 * 1024> piece;
    while (auto const count = caller().read(piece)) {
        text.append(piece.data(), count);
        std::size_t begin = 0;
        for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
            told(text.substr(begin, end - begin));
            begin = end + 1;
        }
        text.erase(0, begin);
    }
    told(text);
}

} // namespace ob::app
