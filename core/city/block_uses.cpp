// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_steps.h"

#include <algorithm>
#include <numeric>

namespace ob::core {
namespace {

class Chooser {
  public:
    explicit Chooser(City const& city)
        : m_city(city), m_dice(city.seed, 7), m_uses(city.blocks.size(), BlockUse::Empty) {
        m_order.resize(city.blocks.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1], m_order[m_dice.below(i)]);
        for (Block const& block : city.blocks) {
            m_area.push_back(areaOf(block.ring.points) / 10'000);
            m_middle.push_back(middleOf(block.ring.points));
        }
    }

    std::vector<BlockUse> run() {
        for (std::size_t i = 0; i < m_uses.size(); ++i)
            m_uses[i] = usual(i);
        auto const isLiving = [](Zone zone) {
            return zone == Zone::Inner || zone == Zone::Outer || zone == Zone::OldTown
                   || zone == Zone::Centre;
        };
        pick(1, BlockUse::Stadium, 0, [&](std::size_t i) {
            return m_city.blocks[i].zone == Zone::Outer && m_area[i] > 6.5 && isCompact(i);
        });
        pick(2, BlockUse::University, 2500,
             [&](std::size_t i) { return m_city.blocks[i].zone == Zone::Outer && m_area[i] > 7; });
        pick(9, BlockUse::Hospital, 1500, [&](std::size_t i) {
            return isLiving(m_city.blocks[i].zone) && m_area[i] > 1.8 && m_area[i] < 5;
        });
        pick(4, BlockUse::Hospital, 1500,
             [&](std::size_t i) { return m_city.blocks[i].zone == Zone::Town && m_area[i] > 1.2; });
        pick(46, BlockUse::School, 750, [&](std::size_t i) {
            return isLiving(m_city.blocks[i].zone) && m_area[i] > 2.2 && m_area[i] < 7 && isCompact(i);
        });
        pick(4, BlockUse::School, 1500,
             [&](std::size_t i) { return m_city.blocks[i].zone == Zone::Town && m_area[i] > 1.4; });
        pick(34, BlockUse::Park, 850,
             [&](std::size_t i) { return isLiving(m_city.blocks[i].zone) && m_area[i] > 1.5; });
        pick(1, BlockUse::Civic, 0,
             [&](std::size_t i) { return m_city.blocks[i].zone == Zone::Centre && m_area[i] > 2; });
        pick(4, BlockUse::Square, 900,
             [&](std::size_t i) { return m_city.blocks[i].zone == Zone::Centre && m_area[i] > 1.5; });
        return std::move(m_uses);
    }

  private:
    City const& m_city;
    CityDice m_dice;
    std::vector<BlockUse> m_uses;
    std::vector<std::uint32_t> m_order;
    std::vector<double> m_area; ///< hectares
    std::vector<Spot> m_middle;

    bool isCompact(std::size_t block) const {
        Spot const size = [&] {
            SpotBox const box = boxOf(m_city.blocks[block].ring.points);
            return box.high - box.low;
        }();
        return size.x < 2.2 * size.y && size.y < 2.2 * size.x;
    }

    BlockUse usual(std::size_t block) {
        double const part = m_dice.part();
        switch (m_city.blocks[block].zone) {
        case Zone::Centre:
            return part < 0.62 ? BlockUse::Commerce : part < 0.88 ? BlockUse::Slabs : BlockUse::Towers;
        case Zone::OldTown: return part < 0.88 ? BlockUse::Courtyards : BlockUse::Commerce;
        case Zone::Inner:
            return part < 0.62   ? BlockUse::Slabs
                   : part < 0.85 ? BlockUse::Towers
                   : part < 0.97 ? BlockUse::Commerce
                                 : BlockUse::Civic;
        case Zone::Outer:
            return part < 0.30   ? BlockUse::Slabs
                   : part < 0.78 ? BlockUse::Towers
                   : part < 0.86 ? BlockUse::Commerce
                   : part < 0.95 ? BlockUse::Halls
                                 : BlockUse::Empty;
        case Zone::Works: return part < 0.7 ? BlockUse::Tanks : BlockUse::Halls;
        case Zone::Industry: return part < 0.93 ? BlockUse::Halls : BlockUse::Empty;
        case Zone::Port: return part < 0.7 ? BlockUse::Yard : BlockUse::Tanks;
        case Zone::Town:
            return part < 0.75 ? BlockUse::Houses : part < 0.92 ? BlockUse::Slabs : BlockUse::Halls;
        case Zone::Water:
        case Zone::Green:
        case Zone::LakePark:
        case Zone::Country: return BlockUse::Empty;
        }
        return BlockUse::Empty;
    }

    /// The first that suit, apart from each other.
    template<class Suits>
    void pick(std::size_t count, BlockUse use, double apart, Suits suits) {
        std::vector<Spot> chosen;
        for (std::uint32_t const block : m_order) {
            if (chosen.size() == count) return;
            bool const isTaken = m_uses[block] >= BlockUse::School && m_uses[block] <= BlockUse::Civic;
            if (isTaken || !suits(block)) continue;
            if (std::ranges::any_of(chosen,
                                    [&](Spot other) { return length(other - m_middle[block]) < apart; }))
                continue;
            chosen.push_back(m_middle[block]);
            m_uses[block] = use;
        }
    }
};

} // namespace

std::vector<BlockUse> chooseUses(City const& city) { return Chooser(city).run(); }

} // namespace ob::core
