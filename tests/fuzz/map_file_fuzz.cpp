// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/geo.h"
#include "core/journal/journal_port.h"
#include "core/map/gunzip.h"
#include "core/store/connection.h"
#include "core/store/map_check.h"
#include "core/store/map_pack_writer.h"
#include "core/store/sqlite_gazetteer.h"
#include "core/store/sqlite_roads.h"
#include "core/text.h"
#include "tests/support/temporary_directory.h"

#include <QCoreApplication>

#include <fstream>
#include <iterator>

namespace {

using namespace ob;
using core::ByteView;

/// QtSql finds its plug-ins through the application.
void beginQt() {
    static int count = 1;
    static char name[] = "fuzz";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication const application(count, arguments);
}

tests::TemporaryDirectory const& folder() {
    static tests::TemporaryDirectory const directory;
    return directory;
}

/// A small map pack that is in order.
core::Bytes const& soundPack() {
    static core::Bytes const bytes = [] {
        auto const file = folder() / "sound.obmap";
        store::MapPackWriter writer(file);
        for (auto const& [name, value] : {std::pair("format", "pbf"),
                                          {"name", "Sample"},
                                          {"bounds", "121.0,31.0,121.6,31.4"},
                                          {"minzoom", "0"},
                                          {"maxzoom", "1"},
                                          {"datum", "wgs84"}})
            writer.setMetadata(name, value);
        writer.addTile({.zoom = 0, .column = 0, .row = 0}, core::gzip(core::Bytes{0x1a, 0x00}));
        writer.addTile({.zoom = 1, .column = 1, .row = 0}, core::gzip(core::Bytes{}));
        writer.addRoadNode(*core::GeoPoint::ofDegrees(31.1, 121.1));
        writer.addRoadNode(*core::GeoPoint::ofDegrees(31.2, 121.2));
        writer.addRoadName(
            {.local = "长江路", .chinese = {}, .english = "Changjiang Road", .reference = "G15"});
        core::RoadSegment segment{.a = 0, .b = 1, .centimetres = 1'500'000, .flags = 1, .name = 1};
        segment.shape = {*core::GeoPoint::ofDegrees(31.15, 121.16)};
        writer.addRoadSegment(segment);
        writer.addRoadBan({.from = 0, .node = 1, .to = 0});
        core::GazetteerPlace place{.point = *core::GeoPoint::ofDegrees(31.1, 121.1)};
        place.name.local = "长江路小学";
        writer.addPlace(place, "cjlxx");
        writer.finish();
        std::ifstream stream(file, std::ios::binary);
        return core::Bytes(std::istreambuf_iterator<char>(stream), {});
    }();
    return bytes;
}

void write(std::filesystem::path const& file, ByteView bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// Whatever is taken for a map is sound in what it says of itself, and its parts can be read or say why not.
void tryMap(std::filesystem::path const& file) {
    auto const map = store::MapFile::load(file);
    if (!map) return;
    core::TileSource const& source = (*map)->source();
    OB_ENSURE(source.minZoom <= source.maxZoom && source.maxZoom <= 22);
    OB_ENSURE(source.west < source.east && source.south < source.north);
    OB_ENSURE(source.west >= -180 && source.east <= 180 && source.south >= -90 && source.north <= 90);
    for (auto const& text : {source.name, source.attribution})
        OB_ENSURE(core::isValidUtf8(text) && text.size() <= 4000);
    auto const orSayWhyNot = [](auto&& read) {
        try {
            read();
        } catch (core::StoreError const&) { // damage that only shows in the reading
        }
    };
    orSayWhyNot([&] { store::checkMap(**map, [] { return true; }); });
    orSayWhyNot([&] { (*map)->open()->tile({.zoom = 1, .column = 1, .row = 0}); });
    if (!(*map)->isPack()) return;
    orSayWhyNot([&] { store::readRoads(**map); });
    orSayWhyNot([&] { store::openGazetteer(**map)->find("cjl", 10); });
}

/// Lines of name=value as the metadata of MBTiles.
void tryMetadata(ByteView input) {
    auto const file = folder() / "metadata.mbtiles";
    std::filesystem::remove(file);
    {
        store::Connection connection({.file = file.string()});
        connection.run("PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF;CREATE TABLE metadata(name, value);"
                       "CREATE TABLE tiles(zoom_level integer, tile_column integer, tile_row integer,"
                       " tile_data blob);INSERT INTO tiles VALUES(0, 0, 0, x'1a00')");
        store::Statement insert = connection.prepare("INSERT INTO metadata VALUES(?1, ?2)");
        std::string_view rest(reinterpret_cast<char const*>(input.data()), input.size());
        while (!rest.empty()) {
            std::string_view const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            std::size_t const at = std::min(line.find('='), line.size());
            insert.bind(1, line.substr(0, at));
            insert.bind(2, at < line.size() ? line.substr(at + 1) : std::string_view());
            insert.run();
        }
    }
    tryMap(file);
}

/// A sound pack with bytes changed (three bytes where, one byte what), and cut when there is a rest.
void tryDamagedPack(ByteView edits) {
    core::Bytes bytes = soundPack();
    for (; edits.size() >= 4; edits = edits.subspan(4)) {
        std::size_t const at = (std::size_t{edits[0]} << 16 | std::size_t{edits[1]} << 8 | edits[2]);
        bytes[at % bytes.size()] = edits[3];
    }
    if (!edits.empty()) bytes.resize(bytes.size() * edits[0] / 256);
    auto const file = folder() / "damaged.obmap";
    write(file, bytes);
    tryMap(file);
}

} // namespace

/// The first byte says what follows: 'm' metadata of MBTiles, 'p' edits of a map pack; else a whole file.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    beginQt();
    ByteView const input(bytes, size);
    if (size > 0 && input[0] == 'm') {
        tryMetadata(input.subspan(1));
    } else if (size > 0 && input[0] == 'p') {
        tryDamagedPack(input.subspan(1));
    } else {
        auto const file = folder() / "any.mbtiles";
        write(file, input);
        tryMap(file);
    }
    return 0;
}
