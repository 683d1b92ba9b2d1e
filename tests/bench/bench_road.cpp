// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_road: who is there first by road, and how often that is somebody else than by air. Real maps are
// built of the extracts in shared/data/map when they, osmium and tilemaker are there; a grid of half a
// million nodes always.
#include "app/map_build.h"
#include "core/road/travel_times.h"
#include "core/store/map_file.h"
#include "core/store/sqlite_roads.h"
#include "tests/bench/figures.h"
#include "tests/support/source_dir.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

namespace ob::tests {
namespace {

using core::DriveProfile;
using core::GeoPoint;
using core::RoadNetwork;

/// Of this process: what a search costs whoever else is at work on the machine.
double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double percentile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

std::shared_ptr<RoadNetwork const> built(std::string const& name, std::filesystem::path const& folder) {
    std::filesystem::path const osm =
        std::filesystem::path(sourceDir()) / "../shared/data/map" / (name + ".osm.pbf");
    try {
        app::MapBuild::Order const order{
            .osm = osm, .out = folder / (name + ".obmap"), .attribution = "©", .licence = "ODbL-1.0"};
        app::MapBuild(order, {.began = [](app::MapBuildStep) {}, .isStopped = [] { return false; }}).run();
        auto const map = store::MapFile::load(order.out);
        return map ? std::make_shared<RoadNetwork const>(store::readRoads(**map)) : nullptr;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "no map of %s (shared/data/map): %s\n", name.c_str(), error.what());
        return nullptr;
    }
}

/// Streets at right angles, every eighth one faster, a tenth of the blocks missing.
std::shared_ptr<RoadNetwork const> grid(std::uint32_t side) {
    std::mt19937 chance(1);
    RoadNetwork::Parts parts;
    for (std::uint32_t i = 0; i < side * side; ++i)
        parts.nodes.push_back(*GeoPoint::ofDegrees(31 + (i / side) * 0.0009, 120 + (i % side) * 0.00105));
    for (std::uint32_t i = 0; i < side * side; ++i)
        for (bool const isEast : {true, false}) {
            std::uint32_t const line = isEast ? i / side : i % side;
            bool const isEdge = isEast ? i % side + 1 == side : i / side + 1 == side;
            if (isEdge || (line % 8 != 0 && chance() % 10 == 0)) continue;
            parts.segments.push_back(
                {.a = i,
                 .b = i + (isEast ? 1 : side),
                 .centimetres = 9'000 + static_cast<std::uint32_t>(chance() % 2000),
                 .roadClass = line % 8 == 0 ? core::RoadClass::Primary : core::RoadClass::Minor,
                 .flags = core::RoadFlag::forward | core::RoadFlag::backward});
        }
    return std::make_shared<RoadNetwork const>(std::move(parts));
}

/// Anywhere along the roads, a few metres beside them.
class Places {
  public:
    explicit Places(RoadNetwork const& roads) : m_roads(roads) {}
    GeoPoint next() {
        auto const& segment = m_roads.segments()[m_chance() % m_roads.segments().size()];
        GeoPoint const a = m_roads.node(segment.a), b = m_roads.node(segment.b);
        double const part = static_cast<double>(m_chance()) / 4294967296.0;
        auto const aside = [&] { return (static_cast<double>(m_chance() % 200) - 100) * 1e-6; };
        return *GeoPoint::ofDegrees(a.latitude() + part * (b.latitude() - a.latitude()) + aside(),
                                    a.longitude() + part * (b.longitude() - a.longitude()) + aside());
    }

  private:
    RoadNetwork const& m_roads;
    std::mt19937 m_chance{7};
};

void measure(Figures& figures, std::string const& name, std::shared_ptr<RoadNetwork const> const& roads,
             int turns) {
    double const begin = seconds();
    core::TravelTimes times(roads, DriveProfile::BlueLight);
    figures.print(name + ", " + std::to_string(roads->nodeCount()) + " nodes: graph and index",
                  (seconds() - begin) * 1000, "ms");
    Places places(*roads);
    std::vector<core::TravelOrigin> units;
    for (int i = 0; i < 200; ++i)
        units.push_back(times.originAt(places.next()));
    std::vector<double> searches, costs, snaps, routes;
    int differs = 0, slower = 0;
    for (int turn = 0; turn < turns; ++turn) {
        GeoPoint const incident = places.next();
        double const start = seconds();
        (void)times.spotOf(incident);
        double const snapped = seconds(), cost = processorSeconds();
        auto const order = times.nearest(incident, units, 20);
        costs.push_back((processorSeconds() - cost) * 1000);
        searches.push_back((seconds() - snapped) * 1000);
        snaps.push_back((snapped - start) * 1e6);
        auto const byAir = std::ranges::min_element(units, {}, [&](core::TravelOrigin const& unit) {
            return core::distanceMetres(unit.point, incident);
        });
        auto const airIndex = static_cast<std::size_t>(byAir - units.begin());
        if (order.empty() || order[0].origin == airIndex) continue;
        ++differs;
        auto const own = std::ranges::find(order, airIndex, &core::TravelTimes::Approach::origin);
        slower += own == order.end() || own->milliseconds > order[0].milliseconds * 5 / 4 ? 1 : 0;
    }
    for (int turn = 0; turn < std::min(turns, 200); ++turn) {
        auto const from = times.originAt(places.next());
        GeoPoint const to = places.next();
        double const start = seconds();
        (void)times.journey(from, to);
        routes.push_back((seconds() - start) * 1000);
    }
    figures.print(name + ": nearest 20 of 200 units, median", percentile(searches, 0.5), "ms");
    figures.print(name + ": nearest 20 of 200 units, p99", percentile(searches, 0.99), "ms");
    figures.print(name + ": nearest 20 of 200 units, processor time, median", percentile(costs, 0.5), "ms");
    figures.print(name + ": nearest 20 of 200 units, processor time, p99", percentile(costs, 0.99), "ms");
    figures.print(name + ": road near a place, median", percentile(snaps, 0.5), "us");
    figures.print(name + ": route between two places, median", percentile(routes, 0.5), "ms");
    figures.print(name + ": another unit is first by road than by air", 100.0 * differs / turns, "%");
    figures.print(name + ": and the one nearest by air takes a quarter longer or more",
                  100.0 * slower / turns, "%");
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    using namespace ob::tests;
    QCoreApplication const application(argc, argv);
    auto const folder =
        std::filesystem::path(argc > 1 ? argv[1] : std::filesystem::temp_directory_path()) / "bench_road";
    std::filesystem::create_directories(folder);
    Figures figures(folder);
    for (char const* const name : {"columbus", "liechtenstein", "macau"})
        if (auto const roads = built(name, folder)) measure(figures, name, roads, 2000);
    measure(figures, "grid", grid(707), 300);
    std::filesystem::remove_all(folder);
}
