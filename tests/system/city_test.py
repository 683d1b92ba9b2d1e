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

    def test_a_seed_that_is_no_number_is_refused(self):
        self.assertEqual(ctl("map", "demo", "--seed", "x", "--out", self.pack).returncode, 2)
        self.assertEqual(ctl("map", "demo").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
