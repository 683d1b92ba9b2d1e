// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_place.h"

#include "core/text.h"
#include "ui/map/label_candidate.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <QRegularExpression>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr std::size_t looked = 16;

/// The longest part without figures: 滨江路 of 滨江路221号, Main Street of 5 Main Street.
QString withoutNumber(QString const& address) {
    static QRegularExpression const figures(QStringLiteral("[0-9]+(?:号|弄|室|栋|幢)?"));
    QString longest;
    for (QString const& part : address.split(figures, Qt::SkipEmptyParts))
        if (part.trimmed().size() > longest.size()) longest = part.trimmed();
    return longest;
}

bool isStreet(core::GazetteerPlace const& place) {
    return place.kind == core::PlaceKind::Road || place.kind == core::PlaceKind::Crossing;
}

bool isNamedIn(core::GazetteerPlace const& place, std::string const& address) {
    return std::ranges::any_of(
        std::initializer_list<std::string const*>{&place.name.local, &place.name.chinese,
                                                  &place.name.english},
        [&](std::string const* name) {
            return !name->empty() && address.find(core::normalise(*name)) != std::string::npos;
        });
}

} // namespace

QString wallPlaceOf(core::Incident const& incident, Console const& console) {
    QStringList parts;
    QString district = textOf(incident.district.text());
    if (incident.address) {
        std::string const address = core::normalise(*incident.address);
        for (auto const& place : console.placesCalled(withoutNumber(textOf(address)).toStdString(), looked)) {
            if (!isStreet(place) || !isNamedIn(place, address)) continue;
            if (district.isEmpty()) district = textOf(place.context);
            parts << nameIn(currentLanguage(), place.name);
            break;
        }
    }
    if (!district.isEmpty()) parts.prepend(district);
    return parts.join(QStringLiteral(" · "));
}

} // namespace ob::ui
