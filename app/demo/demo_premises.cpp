// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_premises.h"

#include "app/premise_file.h"
#include "app/shipped_rules.h"
#include "core/ensure.h"

#include <QFile>

#include <optional>

namespace ob::app {
namespace {

constexpr std::uint64_t purpose = 78; // other dice than those of the traffic
constexpr std::size_t areaAt = 4;
constexpr std::int64_t halfSide = 4'000; // 1e-7 degree: some 45 metres

std::string shippedText() {
    QFile file(QStringLiteral(":/demo/premises.csv"));
    OB_ENSURE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

core::Area squareAround(core::GeoPoint middle) {
    std::vector<core::GeoPoint> ring;
    for (auto const& [north, east] : {std::pair{-1, -1}, {-1, 1}, {1, 1}, {1, -1}})
        if (auto const corner = core::GeoPoint::ofE7(middle.latitudeE7() + north * halfSide,
                                                     middle.longitudeE7() + east * halfSide))
            ring.push_back(*corner);
    return {.rings = {ring}};
}

} // namespace

std::vector<core::PremiseRecord> demoPremises(DemoStage const& stage, std::uint64_t seed) {
    auto const lastDay = core::CalendarDay::ofNumber(99991231);
    auto reading = readPremises(shippedText(), sharedHazardBook(), {.today = *lastDay});
    OB_ENSURE(reading.isGood());
    core::CityDice dice(seed, purpose);
    for (std::size_t index = 0; index < reading.records.size(); ++index) {
        auto& premise = reading.records[index].premise;
        auto const address = stage.anyAddress(dice);
        premise.address = address.text;
        if (index == areaAt)
            premise.area = squareAround(address.point);
        else
            premise.point = address.point;
    }
    return std::move(reading.records);
}

} // namespace ob::app
