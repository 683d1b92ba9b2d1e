// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_map: frames at 1920×1080 while everything moves, tiles, a cold view, and the way to the first map.
#include "tests/bench/figures.h"
#include "tests/support/source_dir.h"
#include "tests/ui/map/fake_tiles.h"
#include "tests/ui/map/made_up_city.h"
#include "ui/map/map_view.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace ob::tests {
namespace {

using namespace ui;

/// So many shops in each tile that a screen has five thousand names to choose from; an ordinary city has a
/// tenth.
constexpr int manyNames = 5500;

std::shared_ptr<core::TilePort> city(int names = 520) {
    return std::make_shared<FakeTiles>(
        [names](core::TileId id) { return cityTile(id, 20, names, names == manyNames ? 5 : 20); });
}

core::GeoPoint const middle = *core::GeoPoint::ofDegrees(31.23, 121.47);

void settle(MapView& view) {
    while (!view.isSettled())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

/// Of the whole process, all threads, or of this one: what a frame costs whoever else is at work on the
/// machine.
double processorSeconds(clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

/// Units all over the view, each with a drift of its own; a tenth are sent somewhere.
class Traffic {
  public:
    Traffic(WorldBox box, std::size_t units) {
        auto const part = [this] { return static_cast<double>(m_chance()) / 4294967296.0; };
        auto const place = [&] {
            return WorldPoint{box.topLeft.x + part() * (box.bottomRight.x - box.topLeft.x),
                              box.topLeft.y + part() * (box.bottomRight.y - box.topLeft.y)};
        };
        m_step = (box.bottomRight.x - box.topLeft.x) / 4000;
        for (std::size_t i = 0; i < units; ++i) {
            UnitMark unit;
            unit.number = i + 1;
            unit.place = place();
            unit.callsign = QStringLiteral("U%1").arg(i);
            unit.agency = static_cast<MarkAgency>(m_chance() % 9);
            unit.state = m_chance() % 100 == 0 ? MarkState::EnRoute : MarkState::Available;
            m_units.push_back(unit);
        }
        std::vector<IncidentMark> incidents;
        for (std::size_t i = 0; i < 500; ++i) {
            IncidentMark incident;
            incident.number = i + 1;
            incident.place = place();
            incident.label = QString::number(1000 + i);
            incident.priority = static_cast<core::Priority>(m_chance() % 4 + 1);
            incidents.push_back(incident);
        }
        m_lists.incidents = std::make_shared<std::vector<IncidentMark> const>(std::move(incidents));
    }
    MarkLists next() {
        for (std::size_t i = 0; i < m_units.size(); ++i) {
            m_units[i].place.x += m_step * (static_cast<double>(i % 7) - 3) / 3;
            m_units[i].place.y += m_step * (static_cast<double>(i % 5) - 2) / 2;
        }
        m_lists.units = std::make_shared<std::vector<UnitMark> const>(m_units);
        return m_lists;
    }

  private:
    std::mt19937 m_chance{7};
    double m_step = 0;
    std::vector<UnitMark> m_units;
    MarkLists m_lists;
};

void frames(Figures& figures, std::size_t units, Crowding crowding, int threads) {
    MapView view;
    view.resize(1920, 1080);
    view.composeWith(threads);
    view.crowd(crowding);
    view.openMap(city(manyNames));
    view.lookAt(middle, 15);
    settle(view);
    Traffic traffic(view.camera().box(), units);
    std::vector<double> times;
    std::vector<double> costs;
    std::vector<double> mine;
    Camera const home = view.camera();
    for (int i = 0; i < 330; ++i) {
        MarkLists lists = traffic.next();
        double const begin = seconds();
        double const cost = processorSeconds();
        double const own = processorSeconds(CLOCK_THREAD_CPUTIME_ID);
        view.show(std::move(lists));
        view.lookAt(placeOf(home.panned({i % 110 * 3.0, i % 70 * 2.0}).centre()), home.zoom());
        view.frame();
        if (i >= 30) {
            times.push_back((seconds() - begin) * 1000);
            costs.push_back((processorSeconds() - cost) * 1000);
            mine.push_back((processorSeconds(CLOCK_THREAD_CPUTIME_ID) - own) * 1000);
        }
        QCoreApplication::processEvents();
    }
    std::string const name = "frame 1080p, " + std::to_string(units / 1000) + "k units, 500 incidents, "
                             + std::to_string(view.base().names().candidates) + " names"
                             + (crowding == Crowding::Groups ? ", groups" : ", symbols") + ", "
                             + std::to_string(threads) + " threads";
    figures.print(name + ", median", percentile(times, 0.5), "ms");
    figures.print(name + ", processor time of all threads, median", percentile(costs, 0.5), "ms");
    figures.print(name + ", processor time of the GUI thread, median", percentile(mine, 0.5), "ms");
    figures.print(name + ", p99", percentile(times, 0.99), "ms");
}

void tile(Figures& figures, std::string const& name, core::Bytes const& bytes) {
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        double const begin = processorSeconds();
        auto const decoded = core::decodeVectorTile(bytes);
        if (!decoded) return;
        paintTile(*decoded, {{14, 0, 0}, {14, 0, 0}, 512, 14.4, 1}, MapStyle(Theme::Night));
        times.push_back((processorSeconds() - begin) * 1000);
    }
    figures.print(name + ", decode and paint 512 px, processor time, median", percentile(times, 0.5), "ms");
}

void tiles(Figures& figures) {
    tile(figures, "made-up city tile", cityTile({14, 0, 0}, 20, 520));
    std::filesystem::path const folder = std::filesystem::path(sourceDir()) / "../shared/data/map/mvt/omt";
    if (!std::filesystem::exists(folder)) {
        std::fprintf(stderr, "no real tiles: shared/data/map/mvt is not there\n");
        return;
    }
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.path().filename().string().starts_with("14_")) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        tile(figures, "tile " + entry.path().stem().string(),
             core::Bytes(std::istreambuf_iterator<char>(file), {}));
    }
}

void coldView(Figures& figures) {
    MapView view;
    view.resize(1920, 1080);
    view.openMap(city());
    view.lookAt(middle, 13);
    settle(view);
    double const begin = seconds();
    view.lookAt(*core::GeoPoint::ofDegrees(30.1, 120.1), 15);
    settle(view);
    figures.print("cold view 1080p until final", (seconds() - begin) * 1000, "ms");
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    using namespace ob::tests;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    double const begin = seconds();
    QApplication const application(argc, argv);
    Figures figures(std::filesystem::temp_directory_path());
    {
        ob::ui::MapView view;
        view.resize(1920, 1080);
        view.openMap(city());
        view.lookAt(middle, 15);
        view.frame();
        double const first = seconds();
        settle(view);
        figures.print("main to first frame", (first - begin) * 1000, "ms");
        figures.print("main to final map", (seconds() - begin) * 1000, "ms");
    }
    std::string const only = argc > 1 ? argv[1] : ""; // for a profiler
    if (only == "--crowd") frames(figures, 50'000, ob::ui::Crowding::Symbols, 1);
    if (only != "--crowd") tiles(figures);
    if (!only.empty()) return 0;
    coldView(figures);
    for (std::size_t const units : {10'000U, 50'000U})
        for (auto const crowding : {ob::ui::Crowding::Symbols, ob::ui::Crowding::Groups})
            frames(figures, units, crowding, 2);
    frames(figures, 50'000, ob::ui::Crowding::Symbols, 1);
}
