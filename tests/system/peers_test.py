#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""peers_test.py ONEBOARDCTL: desks of three agencies as real processes over real TLS sockets, cut, killed, stopped."""
import csv
import json
import pathlib
import shutil

import desk
import mesh

WEEK = desk.SOURCE.parent / "shared/data/incidents/sffd_2016-12-31_2017-01-07.csv"


class Peers(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        self.realm_folder = self.realm()
        self.fire = self.member(self.realm_folder, "FD")
        self.police = self.member(self.realm_folder, "PD")
        self.medical = self.member(self.realm_folder, "EM")
        self.all = (self.fire, self.police, self.medical)

    def start_all(self):
        self.fire.start()
        self.police.start(self.fire)
        self.medical.start(self.fire, self.police)

    def test_what_one_enters_all_see_and_words_go_to_those_with_a_role(self):
        self.start_all()
        self.must_do(self.fire, "UNIT E07 水罐消防车 滨江站")
        self.must_do(self.fire, "NI 火警 滨江路221 p1 +E07 /三楼冒烟")
        self.until_equal(*self.all)
        self.assertEqual(self.fire.show("incidents")[0]["address"], "滨江路221")
        self.assertNotIn("address", self.police.show("incidents")[0])
        self.must_do(self.police, "UNIT P12 巡逻车 滨江所")
        self.until_equal(*self.all)
        for member in self.all:
            self.assertEqual(member.stop(), 0)
        self.assert_sound(*self.all)

    def test_desks_that_were_apart_merge_what_both_did(self):
        self.start_all()
        self.must_do(self.fire, "UNIT E07 水罐消防车 滨江站")
        self.must_do(self.fire, "NI 火警 滨江路221 p1 +E07")
        self.until_equal(*self.all)
        number = self.fire.show("incidents")[0]["number"].split("-")[1]
        self.assertEqual(self.police.stop(), 0)
        self.must_do(self.fire, f"P {number} 2")
        self.must_do(self.police, f"N {number} 路口已封控")
        self.must_do(self.police, "NI 盗窃 人民路3")
        self.must_do(self.medical, "NI 中风 和平路9")
        self.police.start()
        self.until_equal(*self.all)
        self.assertEqual(len(self.fire.show("incidents")), 3)

    def test_a_week_of_a_city_reaches_everybody_although_one_is_killed_again_and_again(self):
        if not WEEK.exists():
            self.skipTest(f"{WEEK} is not here (shared data)")
        lines = WEEK.read_bytes().split(b"\n")
        part = self.folder / "part.csv"
        part.write_bytes(b"\n".join(lines[: len(lines) if desk.FULL else 1200]) + b"\n")
        self.start_all()
        self.must_do(self.medical, "NI 中风 和平路9")
        report = self.fire.run("import", "--data", self.fire.data, "--format", "sffd", "--json", *desk.OPERATOR, part)
        self.assertEqual(report.code, 0, report)
        for _ in range(4):
            self.police.kill()
            self.police.start()
            self.must_do(self.police, "NI 盗窃 人民路3")
        self.until_equal(*self.all, seconds=240)
        for member in self.all:
            self.assertEqual(member.stop(), 0)
        self.assert_sound(*self.all)

    def test_ambulances_and_police_join_what_the_fire_brigade_opened(self):
        """One computer-aided dispatch system wrote the week: each agency imports the runs of its own units."""
        if not WEEK.exists():
            self.skipTest(f"{WEEK} is not here (shared data)")
        head, *rows = list(csv.reader(WEEK.read_text(encoding="utf-8").splitlines()))[:1200]
        kind, incident = head.index("Unit Type"), head.index("Incident Number")
        parts = {self.fire: [], self.medical: [], self.police: []}
        engines = {row[incident] for row in rows if row[kind] not in ("MEDIC", "PRIVATE", "CHIEF")}
        for row in rows:
            if row[incident] in engines:
                parts[self.medical if row[kind] in ("MEDIC", "PRIVATE") else self.police if row[kind] == "CHIEF" else self.fire].append(row)
        self.start_all()
        for member, ours in parts.items():
            self.assertTrue(ours, member.name)
            file = self.folder / f"{member.name}.csv"
            with open(file, "w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([head, *ours])
            for turn in range(2):
                report = member.run("import", "--data", member.data, "--format", "sffd", "--json", *desk.OPERATOR, file)
                self.assertEqual(report.code, 0, report)
                counts = json.loads(report.out.splitlines()[-1])["report"]
                self.assertEqual(counts["made"], len(ours) if turn == 0 else 0, counts)
            self.until_equal(*self.all, seconds=240)
        incidents = self.police.show("incidents", "--all")
        self.assertEqual(len(incidents), len(engines), "nobody has opened a call a second time")
        self.assertEqual({each["firstReceiver"] for each in incidents}, {"FD"})
        for member in self.all:
            self.assertEqual(member.stop(), 0)
        self.assert_sound(*self.all)

    def test_who_stands_still_is_missed_and_comes_back(self):
        self.start_all()
        self.police.pause()
        self.must_do(self.fire, "NI 火警 滨江路221 p1")
        self.until(lambda: all(link["desk"] != "PD-1" or link["state"] != "connected" for link in self.fire.links()),
                   "the fire desk notices that the police desk is gone", 30)
        self.police.go_on()
        self.until_equal(*self.all)

    def test_a_restored_copy_begins_new_logs_and_accuses_nobody(self):
        self.start_all()
        self.must_do(self.police, "NI 盗窃 人民路3")
        self.until_equal(*self.all)
        self.assertEqual(self.police.stop(), 0)
        old = self.folder / "old"
        shutil.copytree(self.police.data, old)
        self.police.start()
        self.must_do(self.police, "NI 盗窃 人民路4")
        self.until_equal(*self.all)
        self.police.kill()
        shutil.rmtree(self.police.data)
        shutil.copytree(old, self.police.data)
        self.police.start()
        self.until_equal(*self.all)
        self.must_do(self.police, "NI 盗窃 人民路5")
        self.until_equal(*self.all)
        self.assertEqual(len(self.fire.show("incidents")), 3)
        for member in self.all:
            self.assertNotIn("forked", member.said())

    def test_a_desk_of_another_realm_is_refused_with_a_reason_on_both_sides(self):
        stranger = self.member(self.realm(name="other"), "FD", "stranger")
        self.fire.start()
        stranger.start(self.fire)
        self.until(lambda: "of realm" in stranger.said() and "of realm" in self.fire.said(),
                   "both sides say that the realms differ")
        self.assertEqual([link["state"] for link in stranger.links() if link["state"] == "connected"], [])

    def test_stopping_is_orderly_and_quick(self):
        self.start_all()
        self.until_equal(*self.all)
        for member in self.all:
            self.assertEqual(member.stop(), 0)


if __name__ == "__main__":
    desk.main()
