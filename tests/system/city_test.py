#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The demo city as a map pack. city_test.py ONEBOARDCTL"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

CTL = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None


def ctl(*arguments):
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, text=True, check=False)


def lines(*arguments):
    return [json.loads(line) for line in ctl(*arguments, "--json").stdout.splitlines()]


class DemoCity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.pack = pathlib.Path(cls.folder.name) / "city.obmap"
        made = ctl("map", "demo", "--seed", 3, "--out", cls.pack, "--json")
        assert made.returncode == 0, made.stderr
        cls.report = json.loads(made.stdout)["demo"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_the_pack_is_sound_and_says_what_it_is(self):
        checked = ctl("map", "check", self.pack, "--json")
        self.assertEqual(checked.returncode, 0, checked.stdout)
        found = json.loads(checked.stdout)["check"]
        self.assertTrue(found["hashChecked"])
        for name in ("water", "building", "motorway", "rail", "park", "districtBorder", "houseNumber", "police", "hospital"):
            self.assertGreater(found["features"].get(name, 0), 0, name)
        (head,) = lines("map", "info", self.pack)
        self.assertEqual(head["kind"], "pack")
        self.assertIn("Demo city", head["attribution"])
        self.assertEqual(head["sha256"], self.report["sha256"])

    def test_the_same_seed_makes_the_same_pack(self):
        again = pathlib.Path(self.folder.name) / "again.obmap"
        (made,) = lines("map", "demo", "--seed", 3, "--out", again)
        self.assertEqual(made["demo"]["sha256"], self.report["sha256"])
        (other,) = lines("map", "demo", "--seed", 4, "--out", again)
        self.assertNotEqual(other["demo"]["sha256"], self.report["sha256"])

    def test_places_are_found_by_name_by_pinyin_and_in_english(self):
        for text, kind in (("派出所", "police"), ("消防救援站", "fireStation"), ("cxs", "city"), ("chengxi", "city"), ("人民医院", "hospital"), ("Railway Station", "station")):
            self.assertIn(kind, {place["kind"] for place in lines("map", "find", self.pack, text)}, text)
        (address, *_) = [place for place in lines("map", "find", self.pack, "滨江", "--limit", 1000) if place["kind"] == "address"]
        self.assertIn(address["name"], {place["name"] for place in lines("map", "find", self.pack, address["name"])})
        self.assertTrue(address["context"].endswith(("区", "县")))

    def place(self, text, kind):
        found = [place for place in lines("map", "find", self.pack, text, "--limit", 1000) if place["kind"] == kind]
        return [f'{place["latitude"]},{place["longitude"]}' for place in found]

    def test_a_way_is_found_and_lights_make_it_faster(self):
        fire, hospital = self.place("消防救援站", "fireStation"), self.place("人民医院", "hospital")
        (usual,) = lines("map", "route", self.pack, "--from", fire[0], "--to", hospital[0])
        self.assertEqual(usual["basis"], "road")
        self.assertGreater(len(usual["line"]), 2)
        self.assertGreater(len(usual["roads"]), 0)
        (blue,) = lines("map", "route", self.pack, "--from", fire[0], "--to", hospital[0], "--blue-light")
        self.assertLess(blue["seconds"], usual["seconds"])
        # Nobody gets through the middle of the way, a hundred metres around.
        latitude, longitude = usual["line"][len(usual["line"]) // 2]
        corners = [(latitude + south * 0.001, longitude + west * 0.001) for south, west in ((-1, -1), (-1, 1), (1, 1), (1, -1))]
        (around,) = lines("map", "route", self.pack, "--from", fire[0], "--to", hospital[0], "--closed",
                          ";".join(f"{one},{other}" for one, other in corners))
        self.assertGreater(around["seconds"], usual["seconds"])

    def test_who_is_there_first_is_told_in_order(self):
        fire = self.place("消防救援站", "fireStation")
        (to, *_) = self.place("公园", "other")
        order = lines("map", "nearest", self.pack, "--to", to, *[word for place in fire for word in ("--from", place)], "--limit", 5)
        self.assertEqual(len(order), 5)
        self.assertEqual({approach["basis"] for approach in order}, {"road"})
        self.assertEqual([approach["seconds"] for approach in order], sorted(approach["seconds"] for approach in order))
        (alone,) = lines("map", "route", self.pack, "--from", fire[order[0]["from"]], "--to", to)
        self.assertEqual(alone["seconds"], order[0]["seconds"])

    def test_more_is_reached_in_more_time(self):
        (fire, *_) = self.place("消防救援站", "fireStation")
        few, many = (len(lines("map", "reach", self.pack, "--from", fire, "--minutes", minutes)) for minutes in (1, 4))
        self.assertLess(0, few)
        self.assertLess(few * 3, many)

    def test_where_there_is_no_road_the_air_line_is_told(self):
        answer = ctl("map", "route", self.pack, "--from", "0,0", "--to", "31,160", "--json")
        self.assertEqual((answer.returncode, json.loads(answer.stdout)["basis"]), (1, "airLine"))
        for wrong in ("31", "31,x", "31,160,1", "91,0"):
            self.assertEqual(ctl("map", "route", self.pack, "--from", wrong, "--to", "31,160").returncode, 2, wrong)

    def test_a_seed_that_is_no_number_is_refused(self):
        self.assertEqual(ctl("map", "demo", "--seed", "x", "--out", self.pack).returncode, 2)
        self.assertEqual(ctl("map", "demo").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
