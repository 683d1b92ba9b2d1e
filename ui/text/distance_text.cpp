// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/distance_text.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <cmath>

namespace ob::ui {
namespace {

class DistanceText {
    Q_DECLARE_TR_FUNCTIONS(DistanceText)
};

} // namespace

QString airLineText(double metres) {
    constexpr double few = 1000;
    auto const tens = std::llround(metres / 10) * 10;
    if (static_cast<double>(tens) < few)
        return filled(DistanceText::tr("%1 m by air"), {QString::number(tens)});
    constexpr double exact = 9950; // above: whole kilometres
    return filled(DistanceText::tr("%1 km by air"),
                  {QString::number(metres / 1000, 'f', metres < exact ? 1 : 0)});
}

} // namespace ob::ui
