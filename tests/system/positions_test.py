#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""positions_test.py ONEBOARDCTL: where units are, from a vehicle locating system to the desks of other agencies."""
import json

import desk
import mesh


class Positions(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        realm = self.realm()
        self.fire = self.member(realm, "FD")
        self.police = self.member(realm, "PD")
        self.medical = self.member(realm, "EM")
        # The fire desk and the ambulances' know each other through the police only.
        self.fire.start()
        self.police.start(self.fire)
        self.medical.start(self.police)
        self.must_do(self.fire, "UNIT E07 水罐消防车 滨江站")
        self.must_do(self.fire, "UNIT E09 水罐消防车 滨江站")
        self.until_equal(self.fire, self.police, self.medical)

    def position(self, member, *arguments, text=None):
        return member.run("position", "--data", member.data, "--json", *arguments, text=text)

    def place(self, member, callsign):
        for unit in member.show("units"):
            if unit["callsign"] == callsign and "fixLatitude" in unit:
                return round(unit["fixLatitude"], 7), round(unit["fixLongitude"], 7)
        return None

    def test_a_place_reaches_a_desk_that_is_two_links_away(self):
        said = self.position(self.fire, "E07", "--at", "31.2304,121.4737", "--speed", "12.5", "--heading", "90")
        self.assertEqual(said.code, 0, said)
        self.until(lambda: self.place(self.medical, "E07") == (31.2304, 121.4737), "the ambulance desk sees it")
        unit = next(unit for unit in self.medical.show("units") if unit["callsign"] == "E07")
        self.assertEqual((unit["speed"], unit["heading"]), (12.5, 90))
        self.assertIn("fixedAt", unit)
        self.assertIsNone(self.place(self.medical, "E09"))

    def test_lines_of_a_feed_are_taken_and_what_is_wrong_is_named(self):
        lines = [{"callsign": "E07", "latitude": 31.1, "longitude": 121.1},
                 {"callsign": "E07", "latitude": 31.2, "longitude": 121.2, "fixedAt": "2020-01-01T00:00:00Z"},
                 {"callsign": "E08", "latitude": 31.2, "longitude": 121.2},
                 {"callsign": "E09", "latitude": 91, "longitude": 121.2},
                 {"callsign": "E09", "latitude": 31.3, "longitude": 121.3, "speed": 3}]
        text = "\n".join(["# a feed", *map(json.dumps, lines), "not an object"]) + "\n"
        said = self.position(self.fire, "-", text=text)
        self.assertEqual(said.code, 1)
        self.assertEqual([each["refusal"] for each in said.objects if "refusal" in each],
                         ["older", "unknownUnit", "unclear", "unclear"])
        self.assertEqual(said.objects[-1], {"taken": 2})
        self.until(lambda: self.place(self.medical, "E09") == (31.3, 121.3), "the ambulance desk sees the last line")
        self.assertEqual(self.place(self.medical, "E07"), (31.1, 121.1))

    def test_only_its_own_agency_says_where_a_unit_is_and_nobody_is_followed_home(self):
        said = self.position(self.police, "E07", "--at", "31,121")
        self.assertEqual((said.code, said.objects[0]["refusal"]), (1, "unknownUnit"))
        self.must_do(self.fire, "OFF E09")
        said = self.position(self.fire, "E09", "--at", "31,121")
        self.assertEqual((said.code, said.objects[0]["refusal"]), (1, "offDuty"))
        self.assertEqual(self.position(self.fire, "E07", "--at", "somewhere").code, 2)

    def test_an_agency_says_how_well_others_may_know_it(self):
        options = ("--data", self.fire.data, "--json")
        refused = self.fire.run("policy", "positions", *options, "--to", "EM", "--grid", "1000")
        self.assertEqual((refused.code, refused.objects[0]["refusal"]["code"]), (1, "roleRequired"))
        self.fire.must("policy", "positions", *options, "--to", "EM", "--grid", "1000", "--role", "supervisor")
        self.fire.must("policy", "positions", *options, "--to", "PD", "--withhold", "--role", "supervisor")
        self.assertEqual(self.fire.show("policies")[0]["positions"],
                         [{"to": "PD", "withheld": True}, {"to": "EM", "withheld": False, "gridMetres": 1000}])
        self.assertEqual(self.medical.stop(), 0)
        self.medical.start(self.police, self.fire)
        self.position(self.fire, "E07", "--at", "31.2304,121.4737", "--speed", "3")
        self.until(lambda: self.place(self.medical, "E07") is not None, "the ambulance desk sees about where it is")
        unit = next(unit for unit in self.medical.show("units") if unit["callsign"] == "E07")
        self.assertEqual(unit["gridMetres"], 1000)
        self.assertNotEqual(self.place(self.medical, "E07"), (31.2304, 121.4737))
        self.assertLess(abs(unit["fixLatitude"] - 31.2304), 0.01)
        self.assertIsNone(self.place(self.police, "E07"))

    def test_a_desk_that_starts_again_knows_where_they_were(self):
        self.position(self.fire, "E07", "--at", "31.2304,121.4737")
        self.until(lambda: self.place(self.medical, "E07") == (31.2304, 121.4737), "the ambulance desk sees it")
        self.assertEqual(self.medical.stop(), 0)
        self.medical.start(self.police)
        self.assertEqual(self.place(self.medical, "E07"), (31.2304, 121.4737))


if __name__ == "__main__":
    desk.main()
