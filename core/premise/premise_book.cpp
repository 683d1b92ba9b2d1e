// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_book.h"

#include "core/language/duplicates.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <tuple>

namespace ob::core {
namespace {

constexpr std::string_view houseNumberMark = "号";
constexpr Extent nowhere{.south = 1, .west = 0, .north = 0, .east = 0};

std::int32_t bounded(double value, double limit) {
    return static_cast<std::int32_t>(std::clamp(value, -limit, limit));
}

/// A rectangle around everything that is so near; a little too large, and the whole circle of latitude where
/// that is simpler (across the 180th meridian, at a pole).
Extent reachOf(Premise const& premise, double metres) {
    auto extent = premise.point ? extentOf({.rings = {{*premise.point}}}) : extentOf(premise.area);
    if (!extent) return nowhere;
    constexpr double e7PerMetre = 1e7 / 111'000;
    constexpr double quarter = 900'000'000;
    constexpr double half = 1'800'000'000;
    double const north = metres * e7PerMetre;
    double const south = bounded(extent->south - north, quarter);
    double const top = bounded(extent->north + north, quarter);
    double const widest = std::max(std::abs(south), std::abs(top)) * 1e-7 * std::numbers::pi / 180;
    double const east = north / std::max(0.01, std::cos(widest));
    double const west = extent->west - east;
    double const end = extent->east + east;
    bool const isAround = west < -half || end > half || widest > 1.56;
    return {.south = bounded(south, quarter),
            .west = bounded(isAround ? -half : west, half),
            .north = bounded(top, quarter),
            .east = bounded(isAround ? half : end, half)};
}

bool holds(Extent const& extent, GeoPoint point) {
    return point.latitudeE7() >= extent.south && point.latitudeE7() <= extent.north
           && point.longitudeE7() >= extent.west && point.longitudeE7() <= extent.east;
}

/// 滨江路221号 of 滨江路221号3单元501; empty when there is no house number.
std::string houseOf(std::string_view address) {
    std::string const text = normalise(address);
    for (auto mark = text.find(houseNumberMark); mark != text.npos;
         mark = text.find(houseNumberMark, mark + houseNumberMark.size()))
        if (mark > 0 && text[mark - 1] >= '0' && text[mark - 1] <= '9') return text.substr(0, mark);
    return {};
}

HazardBook const& noHazards() {
    static HazardBook const none;
    return none;
}

} // namespace

PremiseBook::PremiseBook(HazardBook const& hazards, std::vector<Premise> premises, std::size_t unreadable)
    : m_hazards(&hazards), m_unreadable(unreadable) {
    std::ranges::sort(premises, {}, [](Premise const& each) { return std::tie(each.name, each.key); });
    m_all.reserve(premises.size());
    for (Premise& premise : premises) {
        std::ranges::stable_sort(premise.hazards, {}, [&](PremiseHazard const& hazard) {
            return hazards.gradeOf(hazard.code.text());
        });
        m_reach.push_back(reachOf(premise, premise.reachMetres));
        if (auto key = addressKey(premise.address); !key.empty())
            m_addresses.emplace(std::move(key), m_all.size());
        m_all.push_back(std::make_shared<Premise const>(std::move(premise)));
    }
}

HazardBook const& PremiseBook::hazards() const { return m_hazards == nullptr ? noHazards() : *m_hazards; }

std::shared_ptr<Premise const> PremiseBook::find(std::string_view key) const {
    auto const found = std::ranges::find_if(m_all, [&](auto const& each) { return each->key == key; });
    return found == m_all.end() ? nullptr : *found;
}

PremiseFound PremiseBook::foundOf(std::size_t index, std::optional<double> metres, CalendarDay today) const {
    auto const& premise = m_all[index];
    auto const standing = standingOf(*premise, today);
    bool const mayKill = !premise->hazards.empty()
                         && hazards().gradeOf(premise->hazards.front().code.text()) == HazardGrade::Life;
    return {.premise = premise,
            .metres = metres,
            .isHere = true,
            .standing = standing,
            .endangersLife = mayKill && standing != PremiseStanding::Expired};
}

std::vector<PremiseFound> PremiseBook::at(PremiseSpot const& spot, CalendarDay today) const {
    std::set<std::size_t> numbers;
    std::vector<PremiseFound> found;
    for (std::string const& key : {addressKey(spot.address), addressKey(houseOf(spot.address))}) {
        if (key.empty()) continue;
        auto const [begin, end] = m_addresses.equal_range(key);
        for (auto each = begin; each != end; ++each) {
            auto const metres =
                spot.place ? metresFrom(*spot.place, *m_all[each->second]) : std::optional<double>();
            if (metres && *metres > sameAddressMetres) continue;
            if (numbers.insert(each->second).second) found.push_back(foundOf(each->second, metres, today));
        }
    }
    for (std::size_t index = 0; spot.place && index < m_all.size(); ++index) {
        if (!holds(m_reach[index], *spot.place) || numbers.contains(index)) continue;
        auto const metres = metresFrom(*spot.place, *m_all[index]);
        if (metres && *metres <= m_all[index]->reachMetres) found.push_back(foundOf(index, metres, today));
    }
    auto const order = [](PremiseFound const& each) {
        return std::tuple(!each.endangersLife, each.standing == PremiseStanding::Expired,
                          each.metres.value_or(0), std::string_view(each.premise->name),
                          std::string_view(each.premise->key));
    };
    std::ranges::sort(found, {}, order);
    if (found.size() > maxFound) found.resize(maxFound);
    return found;
}

std::vector<PremiseFound> PremiseBook::near(GeoPoint place, double metres, CalendarDay today) const {
    std::vector<PremiseFound> found;
    for (std::size_t index = 0; index < m_all.size(); ++index) {
        if (!holds(reachOf(*m_all[index], metres), place)) continue;
        auto const away = metresFrom(place, *m_all[index]);
        if (!away || *away > metres) continue;
        found.push_back(foundOf(index, away, today));
        found.back().isHere = *away <= m_all[index]->reachMetres;
    }
    std::ranges::stable_sort(found, {}, [](PremiseFound const& each) { return *each.metres; });
    return found;
}

} // namespace ob::core
