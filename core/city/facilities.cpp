// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_steps.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace ob::core {
namespace {

struct Words {
    std::string_view chinese;
    std::string_view english;
};

constexpr Words ordinals[] = {{"一", "1"},    {"二", "2"},    {"三", "3"},    {"四", "4"},    {"五", "5"},
                              {"六", "6"},    {"七", "7"},    {"八", "8"},    {"九", "9"},    {"十", "10"},
                              {"十一", "11"}, {"十二", "12"}, {"十三", "13"}, {"十四", "14"}, {"十五", "15"},
                              {"十六", "16"}, {"十七", "17"}, {"十八", "18"}, {"十九", "19"}, {"二十", "20"}};

class Placer {
  public:
    Placer(City const& city, CityNames& names) : m_city(city), m_names(names), m_dice(city.seed, 8) {
        m_order.resize(city.houseNumbers.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1], m_order[m_dice.below(i)]);
        m_isTaken.resize(city.buildings.size());
    }

    std::vector<Facility> run() {
        onBlocks();
        offices();
        stations();
        trade();
        transport();
        return std::move(m_placed);
    }

  private:
    City const& m_city;
    CityNames& m_names;
    CityDice m_dice;
    std::vector<std::uint32_t> m_order; ///< of the house numbers
    std::vector<bool> m_isTaken;
    std::vector<Facility> m_placed;

    /// 锦屿 of 锦屿市.
    std::string cityWord() const { return m_city.name.local.substr(0, 6); }

    void put(FacilityKind kind, std::string chinese, std::string english, Spot spot, std::uint32_t district) {
        m_placed.push_back({kind, {std::move(chinese), {}, std::move(english), {}}, spot, district});
    }

    Zone zoneOf(std::uint32_t building) const {
        std::uint32_t const block = m_city.buildings[building].block;
        return block < m_city.blocks.size() ? m_city.blocks[block].zone : Zone::Country;
    }

    /// Houses of a size that suits, apart from each other.
    using Suits = std::function<bool(HouseNumber const&)>;
    std::vector<HouseNumber> houses(std::size_t count, double apart, double least, double most,
                                    Suits const& suits) {
        std::vector<HouseNumber> found;
        std::vector<Spot> spots;
        for (std::uint32_t const index : m_order) {
            if (found.size() == count) break;
            HouseNumber const& house = m_city.houseNumbers[index];
            SpotLine const& outline = m_city.buildings[house.building].outline;
            double const area = areaOf(outline);
            if (m_isTaken[house.building] || area < least || area > most || !suits(house)) continue;
            Spot const middle = middleOf(outline);
            if (std::ranges::any_of(spots, [&](Spot other) { return length(other - middle) < apart; }))
                continue;
            m_isTaken[house.building] = true;
            spots.push_back(middle);
            found.push_back(house);
        }
        return found;
    }
    Spot spotOf(HouseNumber const& house) const { return middleOf(m_city.buildings[house.building].outline); }
    MapName const& streetOf(HouseNumber const& house) const { return m_city.streetNames[house.name - 1]; }

    /// On a long street of one district the first has the name.
    void byStreet(FacilityKind kind, std::vector<HouseNumber> const& at, Words ending) {
        for (HouseNumber const& house : at) {
            std::string const name = streetOf(house).local + std::string(ending.chinese);
            bool const isKnown = std::ranges::any_of(m_placed, [&](Facility const& other) {
                return other.name.local == name && other.district == house.district;
            });
            if (!isKnown)
                put(kind, name, streetOf(house).english + " " + std::string(ending.english), spotOf(house),
                    house.district);
        }
    }

    void onBlocks() {
        std::size_t hospitals = 0, schools = 0, universities = 0;
        for (std::uint32_t i = 0; i < m_city.blocks.size(); ++i) {
            Block const& block = m_city.blocks[i];
            Spot const spot = insideOf(block.ring);
            std::uint32_t const district = m_city.districtOf[block.face];
            bool const isTown = block.zone == Zone::Town;
            BlockUse const use = m_city.uses[i];
            if (use == BlockUse::Hospital && isTown) {
                MapName const& name = m_city.districts[district].name;
                put(FacilityKind::Hospital, name.local + "人民医院", name.english + " People's Hospital",
                    spot, district);
            } else if (use == BlockUse::Hospital)
                hospital(hospitals++, spot, district);
            else if (use == BlockUse::School)
                school(schools++, spot, district);
            else if (use == BlockUse::University)
                university(universities++, spot, district);
            else if (use == BlockUse::Stadium)
                put(FacilityKind::Stadium, cityWord() + "体育场", m_city.name.english + " Stadium", spot,
                    district);
            else if (use == BlockUse::Park || use == BlockUse::Square) {
                auto const word = m_names.word();
                bool const isPark = use == BlockUse::Park;
                put(FacilityKind::Park, word.chinese + (isPark ? "公园" : "广场"),
                    word.latin + (isPark ? " Park" : " Square"), spot, district);
            }
        }
    }

    void school(std::size_t turn, Spot spot, std::uint32_t district) {
        if (turn % 2 == 0 && turn / 2 < std::size(ordinals)) {
            Words const& number = ordinals[turn / 2];
            return put(FacilityKind::School, cityWord() + "第" + std::string(number.chinese) + "中学",
                       "No. " + std::string(number.english) + " Middle School", spot, district);
        }
        auto const word = m_names.word();
        put(FacilityKind::School, word.chinese + "小学", word.latin + " Primary School", spot, district);
    }

    void university(std::size_t turn, Spot spot, std::uint32_t district) {
        put(FacilityKind::University, cityWord() + (turn == 0 ? "大学" : "职业技术学院"),
            m_city.name.english + (turn == 0 ? " University" : " Technical College"), spot, district);
    }

    void hospital(std::size_t turn, Spot spot, std::uint32_t district) {
        std::string const city = m_city.name.local;
        if (turn == 3)
            return put(FacilityKind::Hospital, city + "中医院", "Hospital of Chinese Medicine", spot,
                       district);
        if (turn == 5)
            return put(FacilityKind::Hospital, city + "妇幼保健院", "Women and Children's Hospital", spot,
                       district);
        std::size_t const number = turn - (turn > 5 ? 2 : turn > 3 ? 1 : 0);
        put(FacilityKind::Hospital, city + "第" + std::string(ordinals[number].chinese) + "人民医院",
            "No. " + std::string(ordinals[number].english) + " People's Hospital", spot, district);
    }

    /// One of each in every district.
    void offices() {
        struct Office {
            FacilityKind kind;
            Words ending;
        };
        constexpr Office kinds[] = {
            {FacilityKind::Police, {"公安分局", "Public Security Bureau"}},
            {FacilityKind::TrafficPolice, {"交警大队", "Traffic Police"}},
            {FacilityKind::CityManagement, {"城市管理执法大队", "Urban Management"}},
            {FacilityKind::Environment, {"生态环境分局", "Environment Bureau"}},
            {FacilityKind::MarketSupervision, {"市场监督管理局", "Market Supervision"}},
            {FacilityKind::Government, {"人民政府", "Government"}}};
        for (std::uint32_t district = 0; district < m_city.districts.size(); ++district)
            for (Office const& office : kinds) {
                MapName const& name = m_city.districts[district].name;
                for (bool const isCentral : {true, false}) {
                    auto const at = houses(1, 0, isCentral ? 350 : 60, 2600, [&](HouseNumber const& house) {
                        return house.district == district
                               && (!isCentral
                                   || length(spotOf(house) - m_city.districts[district].middle) < 2600);
                    });
                    for (HouseNumber const& house : at)
                        put(office.kind, name.local + std::string(office.ending.chinese),
                            name.english + " " + std::string(office.ending.english), spotOf(house), district);
                    if (!at.empty()) break;
                }
            }
    }

    void stations() {
        auto const built = [&](HouseNumber const& house) { return zoneOf(house.building) != Zone::Country; };
        byStreet(FacilityKind::Fire, houses(17, 2200, 500, 3200, built), {"消防救援站", "Fire Station"});
        byStreet(FacilityKind::Police, houses(34, 1250, 220, 1500, built), {"派出所", "Police Station"});
        byStreet(FacilityKind::Ambulance, houses(14, 2300, 220, 1600, built),
                 {"急救站", "Ambulance Station"});
        byStreet(FacilityKind::TrafficPolice, houses(8, 2600, 220, 1200, built),
                 {"交警中队", "Traffic Police Post"});
        byStreet(FacilityKind::CityManagement, houses(10, 2200, 220, 1200, built),
                 {"城管执法中队", "Urban Management Post"});
        byStreet(FacilityKind::MarketSupervision, houses(8, 2400, 220, 1200, built),
                 {"市场监督管理所", "Market Supervision Post"});
        for (HouseNumber const& house :
             houses(1, 0, 500, 2600, [&](HouseNumber const& h) { return zoneOf(h.building) == Zone::Inner; }))
            put(FacilityKind::Ambulance, m_city.name.local + "急救中心",
                m_city.name.english + " Emergency Medical Centre", spotOf(house), house.district);
    }

    void trade() {
        auto const in = [this](std::initializer_list<Zone> zones) {
            std::uint32_t wanted = 0;
            for (Zone const zone : zones)
                wanted |= 1U << static_cast<unsigned>(zone);
            return [this, wanted](HouseNumber const& house) {
                return ((wanted >> static_cast<unsigned>(zoneOf(house.building))) & 1) != 0;
            };
        };
        for (HouseNumber const& house : houses(16, 420, 1100, 9000, in({Zone::Centre, Zone::Inner}))) {
            auto const word = m_names.word();
            put(FacilityKind::Shopping, word.chinese + "购物中心", word.latin + " Shopping Centre",
                spotOf(house), house.district);
        }
        for (HouseNumber const& house :
             houses(26, 450, 700, 4000, in({Zone::Centre, Zone::Inner, Zone::Outer}))) {
            auto const word = m_names.word();
            put(FacilityKind::Hotel, word.chinese + "大酒店", word.latin + " Hotel", spotOf(house),
                house.district);
        }
        byStreet(FacilityKind::Market, houses(22, 900, 300, 2500, in({Zone::Inner, Zone::Outer, Zone::Town})),
                 {"农贸市场", "Market"});
        byStreet(FacilityKind::Fuel,
                 houses(30, 900, 100, 1200, in({Zone::Outer, Zone::Inner, Zone::Industry, Zone::Town})),
                 {"加油站", "Petrol Station"});
        for (HouseNumber const& house : houses(1, 0, 900, 6000, in({Zone::Centre})))
            put(FacilityKind::Museum, cityWord() + "博物馆", m_city.name.english + " Museum", spotOf(house),
                house.district);
        for (HouseNumber const& house : houses(1, 0, 900, 6000, in({Zone::Centre})))
            put(FacilityKind::Library, cityWord() + "图书馆", m_city.name.english + " Library", spotOf(house),
                house.district);
        std::size_t number = 0;
        for (HouseNumber const& house : houses(6, 380, 900, 9000, in({Zone::Works}))) {
            auto const word = m_names.word();
            put(FacilityKind::Works, word.chinese + (number % 2 == 0 ? "化工厂" : "石油化工"),
                word.latin + (number % 2 == 0 ? " Chemical Works" : " Petrochemicals"), spotOf(house),
                house.district);
            ++number;
        }
        number = 0;
        for (HouseNumber const& house : houses(3, 600, 900, 9000, in({Zone::Port}))) {
            Words const& word = ordinals[number++];
            put(FacilityKind::Port, cityWord() + "港" + std::string(word.chinese) + "号码头",
                "Port of " + m_city.name.english + ", Terminal " + std::string(word.english), spotOf(house),
                house.district);
        }
    }

    void transport() {
        put(FacilityKind::RailStation, cityWord() + "站", m_city.name.english + " Railway Station",
            m_city.plan.station, districtAt(m_city.plan.station));
        for (std::size_t const course : m_city.plan.metro) {
            SpotLine const& way = m_city.plan.courses[course].line;
            double const whole = lengthOf(way);
            for (double at = 500; at < whole - 300; at += 1150) {
                Spot const spot = alongLine(way, at);
                if (m_city.shape.isWater(spot)) continue;
                auto const crossing = nearestOtherStreet(spot, course);
                if (!crossing) continue;
                MapName const& name = m_city.streetNames[*crossing - 1];
                bool const isKnown = std::ranges::any_of(m_placed, [&](Facility const& f) {
                    return f.kind == FacilityKind::MetroStation && f.name.local == name.local + "站";
                });
                if (!isKnown)
                    put(FacilityKind::MetroStation, name.local + "站", name.english + " Station", spot,
                        districtAt(spot));
            }
        }
    }

    std::optional<std::uint32_t> nearestOtherStreet(Spot spot, std::size_t course) const {
        std::optional<std::uint32_t> best;
        double least = 500;
        for (NetEdge const& edge : m_city.net.edges) {
            if (edge.name == 0 || edge.stroke == course || edge.border > Border::Tertiary
                || edge.role == CourseRole::Expressway)
                continue;
            if (double const away = length(m_city.net.nodes[edge.a] - spot); away < least) {
                least = away;
                best = edge.name;
            }
        }
        return best;
    }

    std::uint32_t districtAt(Spot spot) const {
        for (std::size_t face = 0; face < m_city.ground.faces.size(); ++face)
            if (holds(m_city.ground.faces[face].points, spot)) return m_city.districtOf[face];
        return 0;
    }
};

} // namespace

std::vector<Facility> placeFacilities(City const& city, CityNames& names) {
    return Placer(city, names).run();
}

} // namespace ob::core
