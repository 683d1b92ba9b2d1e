#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""many_test.py ONEBOARDCTL: eight desks of seven agencies with a real week of a city, while some are killed, stopped and
cut off from each other."""
import random

import desk
import mesh

WEEK = desk.SOURCE.parent / "shared/data/incidents/sffd_2016-12-31_2017-01-07.csv"
AGENCIES = "FD:消防,PD:公安,EM:急救,UM:城管,EP:生态环境,MR:市场监管,TR:交通"
NEIGHBOURS = 3


class Many(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        realm = self.realm(AGENCIES)
        codes = [each.split(":")[0] for each in AGENCIES.split(",")]
        self.all = [self.member(realm, code) for code in codes]
        self.second = self.member(realm, "FD", "FD-2")
        self.all.append(self.second)
        # Nobody knows everybody: most of what a desk gets comes through others.
        for index, member in enumerate(self.all):
            member.start(*self.neighbours(index))
        self.fire = self.all[0]

    def neighbours(self, index):
        """Those before it; desks of one agency have to meet to share what is their own."""
        near = self.all[max(0, index - NEIGHBOURS):index]
        return [self.all[0], *near] if self.all[index] is self.second else near

    def test_a_week_of_a_city_and_a_night_of_trouble_end_in_one_picture(self):
        if not WEEK.exists():
            self.skipTest(f"{WEEK} is not here (shared data)")
        lines = WEEK.read_bytes().split(b"\n")
        part = self.folder / "part.csv"
        part.write_bytes(b"\n".join(lines[: len(lines) if desk.FULL else 800]) + b"\n")
        self.must_do(self.all[1], "UNIT P12 巡逻车 滨江所")
        report = self.fire.run("import", "--data", self.fire.data, "--format", "sffd", "--json", *desk.OPERATOR, part)
        self.assertEqual(report.code, 0, report)
        chosen = random.Random(5)
        entered = 0
        for turn in range(24):
            member = chosen.choice(self.all[1:])
            if turn % 4 == 0:
                member.kill()
                member.start()
            elif turn % 4 == 1 and member is not self.all[1]:
                self.assertEqual(member.stop(), 0)
                self.must_do(member, f"NI 盗窃 人民路{turn}")
                member.start()
                entered += 1
            else:
                self.must_do(member, f"NI 火警 滨江路{turn} p1")
                entered += 1
        self.position_reaches_everybody()
        self.until_equal(*self.all, seconds=300)
        streets = [each for each in self.second.show("incidents") if each["firstReceiver"] != "FD"]
        fires = [each for each in self.second.show("incidents") if each["number"].split("-")[0] > "2020"]
        self.assertEqual(len(fires), entered, streets)
        for member in self.all:
            self.assertEqual(member.stop(), 0)
        self.assert_sound(*self.all)

    def position_reaches_everybody(self):
        police = self.all[1]
        police.must("position", "--data", police.data, "P12", "--at", "31.2304,121.4737")

        def placed(member):
            return any(unit["callsign"] == "P12" and "fixLatitude" in unit for unit in member.show("units"))
        self.until(lambda: all(placed(member) for member in self.all), "everybody knows where P12 is", 120)


if __name__ == "__main__":
    desk.main()
