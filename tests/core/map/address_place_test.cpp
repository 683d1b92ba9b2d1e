// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The place of an address: what the map calls just so, and no guess.
#include "core/map/address_place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace ob::core {
namespace {

/// Finds what begins as the text does, like one that knows more than was asked for.
class Names final : public GazetteerReader {
  public:
    std::vector<GazetteerPlace> find(std::string_view text, std::size_t limit) override {
        if (isBroken) throw std::runtime_error("broken");
        std::vector<GazetteerPlace> found;
        for (auto const& place : places)
            if (found.size() < limit && place.name.local.starts_with(text.substr(0, 3)))
                found.push_back(place);
        return found;
    }
    void add(std::string name, double latitude, PlaceKind kind = PlaceKind::Address,
             std::string english = {}) {
        places.push_back({.kind = kind,
                          .point = *GeoPoint::ofDegrees(latitude, 120),
                          .name = {.local = std::move(name),
                                   .chinese = {},
                                   .english = std::move(english),
                                   .reference = {}},
                          .context = "江北区"});
    }
    std::vector<GazetteerPlace> places;
    bool isBroken = false;
};

struct AddressPlace : testing::Test {
    Names map;
    /// In tenths of a degree.
    std::optional<long> latitudeOf(std::string_view address) {
        auto const found = placeOfAddress(map, address);
        return found ? std::optional(std::lround(found->point.latitude() * 10)) : std::nullopt;
    }
};

TEST_F(AddressPlace, IsThatOfWhatIsCalledJustSo) {
    map.add("福坡街5号", 30.1);
    map.add("福坡街57号", 30.2);
    map.add("福坡街", 30.3, PlaceKind::Road);
    EXPECT_EQ(latitudeOf("福坡街57号"), 302);
    EXPECT_EQ(latitudeOf(" 福坡街５７号 "), 302) << "as wide as it may be typed";
    EXPECT_EQ(latitudeOf("福坡街57"), 302) << "as it is said";
    EXPECT_EQ(latitudeOf("福坡街"), 303);
    EXPECT_EQ(latitudeOf("福坡街58号"), std::nullopt);
    EXPECT_EQ(latitudeOf("福坡"), std::nullopt);
    EXPECT_EQ(latitudeOf(" "), std::nullopt);
    EXPECT_EQ(placeOfAddress(map, "福坡街57号")->context, "江北区");
}

TEST_F(AddressPlace, IsFoundInEachLanguageAndCase) {
    map.add("Main Street 5", 30.1, PlaceKind::Address, "5 Main Street");
    map.add("Mairie", 30.2, PlaceKind::Other, "Main Hall");
    EXPECT_EQ(latitudeOf("Main street 5"), 301);
    EXPECT_EQ(latitudeOf("Main Hall"), 302);
}

TEST_F(AddressPlace, IsNotGuessedWherePlacesApartAreCalledSo) {
    map.add("中心小学", 30.1, PlaceKind::School);
    map.add("中心小学", 30.1001, PlaceKind::School);
    EXPECT_EQ(latitudeOf("中心小学"), 301) << "two gates of one school";
    map.add("中心小学", 30.2, PlaceKind::School);
    EXPECT_EQ(latitudeOf("中心小学"), std::nullopt);
}

TEST_F(AddressPlace, NeedsNoFloorAndNoRoom) {
    map.add("福坡街57号", 30.2);
    map.add("Hauptstraße 5", 30.3);
    EXPECT_EQ(latitudeOf("福坡街57号3楼"), 302);
    EXPECT_EQ(latitudeOf("福坡街57号 门口"), 302);
    EXPECT_EQ(latitudeOf("福坡街57号，二单元"), 302);
    EXPECT_EQ(latitudeOf("Hauptstraße 5, 3. Stock"), 303);
    EXPECT_EQ(latitudeOf("福坡街57号楼"), std::nullopt) << "a house of a block, not of a street";
    EXPECT_EQ(latitudeOf("福坡街57号院2门"), std::nullopt);
}

TEST_F(AddressPlace, NeedsAHouseBeforeTheFloor) {
    map.add("地铁2号", 30.2, PlaceKind::Station);
    EXPECT_EQ(latitudeOf("地铁2号出口"), std::nullopt);
}

TEST_F(AddressPlace, SaysWhenTheMapCannotBeRead) {
    map.isBroken = true;
    EXPECT_THROW(placeOfAddress(map, "福坡街57号"), std::runtime_error);
}

} // namespace
} // namespace ob::core
