// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise.h"
#include "core/rules/hazard_book.h"

#include <map>
#include <memory>

namespace ob::core {

/// Where a call comes from, as far as it is known.
struct PremiseSpot {
    std::string address;
    std::optional<GeoPoint> place;
};

/// A record that is about the place of a call, or near it.
struct PremiseFound {
    std::shared_ptr<Premise const> premise; ///< never null
    std::optional<double> metres;           ///< when both places are known; 0: inside its area
    bool isHere = true;                     ///< false: only near
    PremiseStanding standing{};
    bool endangersLife = false; ///< has a hazard of this grade and has not expired
};

/// All records of a desk, by place. Never changes: a change makes another one, so threads may share it.
class PremiseBook {
  public:
    PremiseBook() = default;
    /// Hazards of a record are put in the order of their grades. `hazards` outlives it. `unreadable`: records
    /// that the store holds and cannot give.
    PremiseBook(HazardBook const& hazards, std::vector<Premise> premises, std::size_t unreadable = 0);

    /// In the order of their names.
    std::vector<std::shared_ptr<Premise const>> const& all() const { return m_all; }
    std::shared_ptr<Premise const> find(std::string_view key) const;
    HazardBook const& hazards() const;
    std::size_t unreadable() const { return m_unreadable; }

    /// What is about this spot: its address is written alike (a flat or shop behind the house number does not
    /// matter), or the place lies in its reach. Of two alike addresses whose places are known to lie more
    /// than `sameAddressMetres` apart one is in another district. What may kill first, what has expired last,
    /// then the nearest; at most `maxFound`.
    std::vector<PremiseFound> at(PremiseSpot const& spot, CalendarDay today) const;
    /// Nearest first, as far as so many metres; what `at` gives among them.
    std::vector<PremiseFound> near(GeoPoint place, double metres, CalendarDay today) const;

    static constexpr std::size_t maxFound = 16;
    static constexpr double sameAddressMetres = 1'000;

  private:
    PremiseFound foundOf(std::size_t index, std::optional<double> metres, CalendarDay today) const;

    HazardBook const* m_hazards = nullptr;
    std::vector<std::shared_ptr<Premise const>> m_all;
    std::vector<Extent> m_reach; ///< around what is in reach of each; south > north: without a place
    std::multimap<std::string, std::size_t, std::less<>> m_addresses;
    std::size_t m_unreadable = 0;
};

} // namespace ob::core
