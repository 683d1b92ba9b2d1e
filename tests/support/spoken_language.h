// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/language.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace ob::test {

/// The language of the texts as long as this lives; English afterwards.
class SpokenLanguage {
  public:
    explicit SpokenLanguage(char const* name) {
        if (!ui::installLanguage(*QCoreApplication::instance(), name))
            throw std::runtime_error(std::string("no catalogue for ") + name);
    }
    SpokenLanguage(SpokenLanguage const&) = delete;
    SpokenLanguage& operator=(SpokenLanguage const&) = delete;
    ~SpokenLanguage() { ui::installLanguage(*QCoreApplication::instance(), "en"); }
};

inline bool hasHan(QString const& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar each) { return each.unicode() >= 0x4e00 && each.unicode() <= 0x9fff; });
}

/// Nothing of the template is left: no numbered argument and no "?" in place of one.
inline bool isFilled(QString const& text) {
    for (qsizetype at = 0; at + 1 < text.size(); ++at)
        if (text[at] == QLatin1Char('%') && text[at + 1].isDigit()) return false;
    return true;
}

} // namespace ob::test
