#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Map packs built by the real programs, of small towns of our own. map_test.py ONEBOARDCTL; skips without osmium or tilemaker."""
import gzip
import json
import os
import pathlib
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import unittest

CTL = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
SHARED = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "map"

# Two streets that cross, a hospital in an area of its own, a lake, an address; node 5 is where the streets meet.
TOWN = """n1 v1 x110.000 y30.000
n2 v1 x110.010 y30.000
n3 v1 x110.005 y29.995
n4 v1 x110.005 y30.005
n5 v1 x110.005 y30.000
n6 v1 x110.001 y30.001
n7 v1 x110.003 y30.001
n8 v1 x110.003 y30.003
n9 v1 x110.001 y30.003
n10 v1 Tplace=town,name=示范镇,name:en=Demo,population=5000 x110.005 y30.001
n11 v1 Taddr:street=长江路,addr:housenumber=221 x110.007 y30.0001
w1 v1 Thighway=primary,name=长江路,name:en=Changjiang%20%Road,oneway=yes,maxspeed=60 Nn1,n5,n2
w2 v1 Thighway=residential,name=黄河路 Nn3,n5,n4
w3 v1 Tamenity=hospital,name=人民医院,building=yes,height=12 Nn6,n7,n8,n9,n6
w4 v1 Tnatural=water,name=镜湖 Nn1,n3,n2,n1
r1 v1 Ttype=restriction,restriction=no_left_turn Mw1@from,n5@via,w2@to
"""


def shapefile(file, west, south, east, north):
    """One rectangle, clockwise, as a shapefile has it: the .shp, its index and an empty table."""
    corners = [(west, south), (west, north), (east, north), (east, south), (west, south)]
    box = struct.pack("<4d", west, south, east, north)
    record = struct.pack("<i", 5) + box + struct.pack("<3i", 1, len(corners), 0) \
        + b"".join(struct.pack("<2d", *corner) for corner in corners)

    def head(words):
        return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + struct.pack("<2i", 1000, 5) + box + bytes(32)
    file.write_bytes(head(50 + 4 + len(record) // 2) + struct.pack(">2i", 1, len(record) // 2) + record)
    file.with_suffix(".shx").write_bytes(head(54) + struct.pack(">2i", 50, len(record) // 2))
    field = b"id".ljust(11, b"\0") + b"N" + bytes(4) + bytes([4, 0]) + bytes(14)
    file.with_suffix(".dbf").write_bytes(struct.pack("<4BIHH", 3, 126, 1, 1, 1, 65, 5) + bytes(20) + field + b"\r" + b"    1" + b"\x1a")
    return file


def fields(message):
    """Numbers and values of a protobuf message."""
    def varint(at):
        value, shift = 0, 0
        while True:
            byte = message[at]
            value |= (byte & 127) << shift
            at, shift = at + 1, shift + 7
            if byte < 128:
                return value, at
    at = 0
    while at < len(message):
        key, at = varint(at)
        if key & 7 == 2:
            length, at = varint(at)
            value, at = message[at:at + length], at + length
        elif key & 7 == 0:
            value, at = varint(at)
        else:
            shape = {1: "<d", 5: "<f"}[key & 7]
            value, at = struct.unpack_from(shape, message, at)[0], at + struct.calcsize(shape)
        yield key >> 3, value


def features(tile, layer):
    """The tags of a vector tile's features."""
    for content in (list(fields(one)) for number, one in fields(tile) if number == 3):
        if (1, layer.encode()) not in content:
            continue
        keys = [value.decode() for number, value in content if number == 3]
        values = [next(iter(fields(value)))[1] for number, value in content if number == 4]
        for feature in (dict(fields(value)) for number, value in content if number == 2):
            tags = list(feature.get(2, b""))  # small numbers, a byte each
            yield {keys[key]: values[value] for key, value in zip(tags[::2], tags[1::2])}


def ctl(*arguments, environment=None):
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, text=True, check=False,
                          env={**os.environ, "LANG": "C.UTF-8", **(environment or {})})


class Map(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def extract(self, text, name="town.osm.pbf"):
        file = self.folder / name
        subprocess.run(["osmium", "cat", "--no-progress", "-F", "opl", "-", "-o", file], input=text, text=True, check=True)
        return file

    def build(self, source, *options):
        pack = self.folder / "town.obmap"
        answer = ctl("map", "build", "--osm", source, "--out", pack, "--json", *options)
        self.assertEqual(answer.returncode, 0, answer)
        self.assertEqual([], [one.name for one in self.folder.iterdir() if one.name.startswith(".oneboard")])
        return pack, json.loads(answer.stdout)["built"]

    def checked(self, pack):
        answer = ctl("map", "check", pack, "--json")
        self.assertEqual(answer.returncode, 0, answer)
        return json.loads(answer.stdout)["check"]

    def found(self, pack, text):
        return [json.loads(line) for line in ctl("map", "find", pack, text, "--json").stdout.splitlines()]

    def test_a_town_becomes_a_pack(self):
        pack, built = self.build(self.extract(TOWN), "--date", "2026-01-02", "--name", "示范")
        self.assertEqual((built["nodes"], built["missingNodes"], built["roadSegments"], built["turnBans"]), (11, 0, 4, 2))
        head = json.loads(ctl("map", "info", pack, "--json").stdout)
        self.assertEqual((head["name"], head["date"], head["licence"], head["kind"]), ("示范", "2026-01-02", "ODbL-1.0", "pack"))
        self.assertEqual(head["sha256"], built["sha256"])
        self.assertLess(abs(head["bounds"][0] - 110.0), 0.001)
        check = self.checked(pack)
        self.assertTrue(check["hashChecked"])
        for kind in ("primary", "minorRoad", "hospital", "building", "water", "town", "houseNumber", "waterName"):
            self.assertGreater(check["features"].get(kind, 0), 0, kind)

    def test_an_outline_too_large_for_a_building_is_none(self):
        around = "".join(f"n{20 + i} v1 x{x:.3f} y{y:.3f}\n" for i, (x, y) in enumerate(
            [(109.99, 29.99), (110.02, 29.99), (110.02, 30.02), (109.99, 30.02)]))
        lines = TOWN.splitlines(keepends=True)
        nodes = [line for line in lines if line.startswith("n")] + [around]
        ways = [line for line in lines if line.startswith("w")]
        ways.append("w9 v1 Tbuilding=commercial,name=一座大楼 Nn20,n21,n22,n23,n20\n")
        pack, _ = self.build(self.extract("".join(nodes + ways[:-1]), "plain.osm.pbf"))
        buildings = self.checked(pack)["features"]["building"]
        self.build(self.extract("".join(nodes + ways)))
        self.assertEqual(self.checked(pack)["features"]["building"], buildings)
        self.assertTrue(self.found(pack, "一座大楼"), "its name is no slip")

    def test_a_capital_comes_before_larger_places_and_these_before_smaller(self):
        places = {"甲": "", "乙": ",population=6000", "丙": ",population=900", "丁": ",capital=yes,population=5000"}
        nodes = "".join(f"n{30 + i} v1 Tplace=village,name={name}{tags} x{110.0061 + i / 1000:.4f} y30.0002\n"
                        for i, (name, tags) in enumerate(places.items()))
        town = TOWN.replace("w1 v1", nodes + "w1 v1", 1)
        pack, _ = self.build(self.extract(town))
        with sqlite3.connect(pack) as database:
            tiles = [gzip.decompress(data) for data, in database.execute("SELECT tile_data FROM tiles WHERE zoom_level = 12")]
        ranks = {tags["name"].decode(): tags["rank"] for tile in tiles for tags in features(tile, "place")}
        self.assertLess(ranks["丁"], ranks["乙"])
        self.assertLess(ranks["乙"], ranks["丙"])
        self.assertEqual(ranks["丙"], ranks["甲"])

    def test_places_are_found(self):
        pack, _ = self.build(self.extract(TOWN))
        road = self.found(pack, "长江路")[0]
        self.assertEqual((road["kind"], road["nameEn"], road["context"]), ("road", "Changjiang Road", "示范镇"))
        self.assertEqual(self.found(pack, "长江路 黄河")[0]["kind"], "crossing")
        self.assertEqual(self.found(pack, "长江路221")[0]["kind"], "address")
        self.assertEqual(self.found(pack, "医院")[0]["kind"], "hospital")
        if shutil.which("uconv"):
            self.assertEqual(self.found(pack, "rmyy")[0]["name"], "人民医院")
            self.assertEqual(self.found(pack, "changjianglu")[0]["name"], "长江路")
        self.assertEqual(ctl("map", "find", pack, "南京").returncode, 1)

    def test_roads_are_a_graph(self):
        pack, _ = self.build(self.extract(TOWN))
        with sqlite3.connect(f"file:{pack}?mode=ro", uri=True) as rows:
            nodes = dict(rows.execute("SELECT id, longitude FROM road_node"))
            segments = rows.execute("SELECT id, a, b, flags, limit_kmh, centimetres FROM road_segment").fetchall()
            bans = rows.execute("SELECT from_segment, to_segment FROM road_ban ORDER BY 1, 2").fetchall()
        meeting = [node for node, longitude in nodes.items() if longitude == 1100050000]
        self.assertEqual(len([one for one in segments if meeting[0] in one[1:3]]), 4)
        self.assertEqual({one[3:5] for one in segments}, {(1, 60), (3, 0)})
        for _, _, _, _, _, length in segments:
            self.assertLess(abs(length - 50000), 7000)
        # Who comes along the primary road may turn into neither half of the other.
        self.assertEqual(len(bans), 2)
        self.assertEqual({one[0] for one in bans}, {0})

    def test_any_reader_of_mbtiles_reads_a_pack(self):
        pack, _ = self.build(self.extract(TOWN))
        with sqlite3.connect(f"file:{pack}?mode=ro", uri=True) as rows:
            (tile,) = rows.execute("SELECT tile_data FROM tiles WHERE zoom_level = 14 LIMIT 1").fetchone()
            self.assertIn("长江路".encode(), gzip.decompress(tile))
            self.assertEqual(dict(rows.execute("SELECT name, value FROM metadata"))["format"], "pbf")

    def test_missing_nodes_and_disorder_are_mended(self):
        lines = [line for line in TOWN.splitlines() if not line.startswith(("n4 ", "n9 "))]
        pack, built = self.build(self.extract("\n".join(reversed(lines)) + "\n"))
        self.assertEqual(built["missingNodes"], 2)
        self.assertEqual(built["roadSegments"], 3)
        self.checked(pack)

    def test_the_sea_comes_from_a_shapefile(self):
        text = "\n".join(line for line in TOWN.splitlines() if not line.startswith("w4 ")) + "\n"
        dry, _ = self.build(self.extract(text))
        self.assertNotIn("water", self.checked(dry)["features"])
        sea = shapefile(self.folder / "sea.shp", 110.0, 29.99, 110.02, 29.998)
        wet, _ = self.build(self.extract(text, "coast.osm.pbf"), "--sea", sea)
        self.assertGreater(self.checked(wet)["features"]["water"], 5)
        answer = ctl("map", "build", "--osm", self.folder / "coast.osm.pbf", "--out", wet, "--sea", "/none.shp", "--json")
        self.assertEqual(json.loads(answer.stdout)["problem"], "inputMissing")

    def test_an_older_pack_is_replaced_and_a_failure_leaves_it(self):
        pack, _ = self.build(self.extract(TOWN))
        before = pack.read_bytes()
        bad = self.folder / "bad.osm.pbf"
        bad.write_bytes(b"not a map at all")
        answer = ctl("map", "build", "--osm", bad, "--out", pack, "--json")
        self.assertEqual(answer.returncode, 1)
        self.assertEqual(json.loads(answer.stdout)["problem"], "programFailed")
        self.assertEqual(pack.read_bytes(), before)
        self.build(self.extract(TOWN.replace("示范镇", "新镇"), "other.osm.pbf"))
        self.assertEqual(self.found(pack, "新镇")[0]["kind"], "town")

    def test_refusals_say_what_to_do(self):
        def problem(*arguments, **options):
            answer = ctl("map", *arguments, "--json", **options)
            self.assertEqual(answer.returncode, 1, answer)
            return json.loads(answer.stdout)["problem"]
        town, pack = self.extract(TOWN), self.folder / "x.obmap"
        self.assertEqual(problem("build", "--osm", self.folder / "none", "--out", pack), "inputMissing")
        self.assertEqual(problem("build", "--osm", town, "--out", pack, environment={"PATH": "/nowhere"}), "programMissing")
        self.assertEqual(problem("build", "--osm", town, "--out", pack, "--date", "yesterday"), "badDate")
        self.assertEqual(problem("build", "--osm", self.extract("r1 v1 Ttype=site M\n", "empty.osm.pbf"), "--out", pack), "empty")
        history = self.extract("n1 v1 x1 y1\nn1 v2 x1 y2\n", "history.osm.pbf")
        self.assertEqual(problem("build", "--osm", history, "--out", pack), "hasHistory")
        self.assertEqual(problem("info", town), "notAMap")
        self.assertEqual(problem("check", self.folder / "none"), "missing")
        self.assertFalse(pack.exists())
        self.assertEqual(ctl("map", "build", "--osm", town).returncode, 2)
        self.assertEqual(ctl("map", "build", "--osm", town, "--out", "/nowhere/x.obmap").returncode, 3)

    def test_a_changed_pack_is_found_out(self):
        pack, _ = self.build(self.extract(TOWN))
        with sqlite3.connect(pack) as rows:
            rows.execute("UPDATE place SET latitude = latitude + 1")
        answer = ctl("map", "check", pack, "--json")
        self.assertEqual(answer.returncode, 1)
        self.assertEqual([one["problem"] for one in json.loads(answer.stdout)["check"]["problems"]], ["wrongHash"])
        pack.write_bytes(pack.read_bytes()[:-4096])
        self.assertEqual(json.loads(ctl("map", "info", pack, "--json").stdout)["problem"], "cutShort")

    @unittest.skipUnless(SHARED.is_dir(), "shared map extracts are not here")
    def test_a_small_country_becomes_a_pack(self):
        pack, built = self.build(SHARED / "liechtenstein.osm.pbf")
        self.assertEqual((built["ways"], built["missingNodes"]), (15247, 0))
        self.assertGreater(built["roadSegments"], 5000)
        check = self.checked(pack)
        self.assertGreater(check["features"]["building"], 8000)
        self.assertEqual(self.found(pack, "Vaduz")[0]["name"], "Vaduz")


if __name__ == "__main__":
    if not shutil.which("osmium") or not shutil.which("tilemaker"):
        print("osmium or tilemaker is not here: nothing to test")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
