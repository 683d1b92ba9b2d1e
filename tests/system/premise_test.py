#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""premise_test.py ONEBOARDCTL: what a desk knows of places. Files are taken whole or not at all, also by a program that is
killed; a running desk takes them too; nobody else gets them, and contacts are told only to who asks."""
import json
import random
import shutil
import sqlite3
import subprocess
import time

import desk
import mesh

HEADER = "编号,名称,地址,纬度,经度,半径(米),风险,说明,联系人,联系电话,有效期至,来源,核查日期"
CANARY = "金丝雀联系人七三一"
KILLS = 200 if desk.FULL else 12


def row(number=1, name="江畔仓储", address="滨江路221号", place="31.5,160.5", hazards="气瓶:约40瓶;烈性犬", contact="",
        until="长期", checked="2026-01-05"):
    return f"k{number},{name},{address},{place},80,{hazards},东门进,{contact},,{until},预案库,{checked}"


def table(*rows):
    return "\n".join([HEADER, *rows]) + "\n"


class Premise(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.one = desk.Desk(self.folder)

    def premise(self, what, *arguments, one=None, json_too=True):
        one = one or self.one
        return one.run("premise", what, "--data", one.data, *(["--json"] if json_too else []), *arguments)

    def file(self, content, name="places.csv"):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def take(self, content, *options, code=0, one=None):
        answer = self.premise("import", *options, self.file(content), one=one)
        self.assertEqual(answer.code, code, answer)
        return answer.objects[-1]["report"]

    def ids(self, *options):
        answer = self.premise("list", *options)
        self.assertEqual(answer.code, 0, answer)
        return [each["id"] for each in answer.objects]

    def test_a_table_is_taken_listed_found_and_removed(self):
        report = self.take(table(row(1), row(2, "冷库", "河港路9号", "31.6,160.6", "有毒气体", checked="")))
        self.assertEqual((report["rows"], report["made"], report["replaced"], report["removed"]), (2, 2, 0, 0))
        listed = {each["id"]: each for each in self.premise("list").objects}
        self.assertEqual(listed["k1"]["hazards"], [{"code": "GAS-CYLINDER", "detail": "约40瓶", "grade": "life"},
                                                   {"code": "DOG", "grade": "care"}])
        self.assertEqual(listed["k2"]["standing"], "neverChecked")
        self.assertEqual(self.ids("--near", "滨江路221号3单元"), ["k1"])
        near = self.premise("list", "--near", "31.5005,160.5").objects
        self.assertEqual([(each["id"], round(each["metres"]), each["isHere"]) for each in near], [("k1", 56, True)])
        self.assertEqual(self.premise("remove", "k1", "k9").code, 1)
        self.assertEqual(len(self.ids()), 2, "nothing half removed")
        self.assertEqual(self.premise("remove", "k1").code, 0)
        self.assertEqual(self.ids(), ["k2"])
        self.assertEqual(self.premise("remove", "--all").code, 0)
        self.assertEqual(self.ids(), [])

    def test_every_bad_row_is_named_and_nothing_is_taken(self):
        self.take(table(row(1)))
        report = self.take(table(row(2), row(3, name=""), row(4, hazards="恶龙"), row(5, place="160.5,31.5"),
                                 row(6, until="早晚"), row(7, address="", place=","), row(2)), "--replace", code=1)
        self.assertEqual([(each["line"], each["reason"]) for each in report["refused"]],
                         [(3, "noName"), (4, "unknownHazard"), (5, "swappedPlace"), (6, "badDate"), (7, "noPlace"),
                          (8, "keyTwice")])
        self.assertTrue(all(each["text"] for each in report["refused"]))
        self.assertEqual((report["made"], report["removed"]), (0, 0))
        self.assertEqual(self.ids(), ["k1"])
        people = self.premise("import", "--lang", "zh_CN", self.file(table(row(4, hazards="恶龙"))), json_too=False)
        self.assertEqual(people.code, 1)
        self.assertIn("第 2 行", people.out)

    def test_replace_and_the_same_file_again(self):
        self.take(table(row(1), row(2)))
        again = self.take(table(row(1), row(2)))
        self.assertEqual((again["made"], again["replaced"]), (0, 2))
        replaced = self.take(table(row(2), row(3)), "--replace")
        self.assertEqual((replaced["made"], replaced["replaced"], replaced["removed"]), (1, 1, 1))
        self.assertEqual(self.ids(), ["k2", "k3"])

    def test_geojson_other_encodings_and_standard_input(self):
        feature = {"type": "Feature", "id": "area", "properties": {"name": "船厂", "hazards": ["坍塌风险", "DOG"]},
                   "geometry": {"type": "Polygon", "coordinates": [[[160, 31], [160.01, 31], [160.01, 31.01], [160, 31]]]}}
        self.take(json.dumps({"type": "FeatureCollection", "features": [feature]}, indent=1))
        self.assertEqual(self.ids("--near", "31.002,160.008"), ["area"])
        self.take(table(row(5)).encode("gb18030"), code=1)
        self.take(table(row(5)).encode("gb18030"), "--encoding", "gb18030")
        self.take(table(row(6)).encode("utf-16"))
        self.take(b"\xef\xbb\xbf" + table(row(7)).replace("\n", "\r\n").encode())
        piped = self.one.run("premise", "import", "--data", self.one.data, "--json", "-", text=table(row(8)))
        self.assertEqual(piped.code, 0, piped)
        self.assertEqual(sorted(self.ids()), ["area", "k5", "k6", "k7", "k8"])

    def test_rubbish_is_refused_and_never_ends_the_program_in_another_way(self):
        self.take(table(row(1)))
        whole = table(row(1), row(2)).encode()
        chance = random.Random(f"{desk.SEED} rubbish")
        for turn in range(200 if desk.FULL else 12):
            content = bytearray(whole)
            for _ in range(chance.randrange(1, 30)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            answer = self.premise("import", self.file(bytes(content[:chance.randrange(len(content))])))
            self.assertIn(answer.code, (0, 1), (turn, answer))
        for content in (b"", b"{", b"[" * 100_000, b"\0" * 5000, b'{"type":"FeatureCollection","features":[{}]}', b'"' * 5000):
            answer = self.premise("import", "--replace", self.file(content))
            self.assertEqual(answer.code, 1, (content[:20], answer))
        self.assertEqual(self.premise("import", self.folder / "not there.csv").code, 3)
        self.assertEqual(self.premise("import").code, 2)
        self.assertGreaterEqual(len(self.ids()), 1)
        self.assertEqual(self.one.verify().code, 0)

    def test_a_kill_leaves_all_of_a_file_or_nothing(self):
        self.take(table(row(0)))
        many = self.file(table(*(row(number, contact="值班室") for number in range(1, 3001))), "many.csv")
        seen = set()
        for kill in range(KILLS):
            program = subprocess.Popen([desk.program(), "premise", "import", "--data", str(self.one.data), "--replace", str(many)],
                                       env=self.one.environment(), stdout=subprocess.DEVNULL)
            time.sleep(self.random.uniform(0.005, 0.2))
            program.kill()
            program.wait()
            count = len(self.ids())
            self.assertIn(count, (1, 3000), kill)
            seen.add(count)
            self.assertEqual(self.one.verify().code, 0)
            self.take(table(row(0)), "--replace")
        self.assertEqual(self.premise("import", "--replace", many).objects[-1]["report"]["made"], 3000)
        self.assertEqual(len(self.ids()), 3000)
        print(f"{KILLS} kills, {sorted(seen)}")

    def test_a_copy_of_the_folder_holds_them_and_verify_names_what_is_damaged(self):
        self.take(table(row(1, contact=CANARY), row(2)))
        copy = desk.Program(self.folder)
        copy.data = self.folder / "copy"
        shutil.copytree(self.one.data, copy.data)
        told = self.premise("contact", "--operator", "王", "k1", one=copy)
        self.assertEqual(told.objects, [{"contact": CANARY}], told)
        database = sqlite3.connect(copy.data / "desk.db", isolation_level=None)
        database.execute("UPDATE premise SET record = replace(record, '}', ']') WHERE key = 'k2'")
        database.close()
        audit = copy.run("verify", "--data", copy.data, "--json")
        self.assertEqual(audit.code, 1)
        self.assertIn({"premise": "k2", "reason": "notReadable"}, audit.objects)
        self.assertEqual(self.one.verify().objects[-1]["premises"], 2)

    def test_a_contact_is_nowhere_in_the_clear_and_told_to_who_asks(self):
        self.take(table(row(1, contact=CANARY)))
        for path in self.one.data.rglob("*"):
            if path.is_file():
                self.assertNotIn(CANARY.encode(), path.read_bytes(), path)
        self.assertNotIn(CANARY, self.premise("list").out)
        self.assertEqual(self.premise("contact", "k1").code, 2, "who asks has a name")
        self.assertEqual(self.premise("contact", "--operator", "王", "--role", "auditor", "k1").code, 1)
        self.assertEqual(self.premise("asked").objects, [])
        self.assertEqual(self.premise("contact", "--operator", "王", "--position", "FD-1", "k1").code, 0)
        asked = self.premise("asked").objects
        self.assertEqual([(each["operator"], each["position"], each["id"]) for each in asked], [("王", "FD-1", "k1")])

    def test_a_running_desk_takes_them_and_no_other_desk_gets_them(self):
        realm = self.folder / "mesh-realm"
        self.one.must("realm", "create", "--out", realm, "--name", "示范市", "--kind", "drill", "--agencies", "FD:消防,PD:公安")
        members = [mesh.Member(self.folder, realm, agency, f"{agency}-1") for agency in ("FD", "PD")]
        fire, police = members
        fire.start()
        police.start(fire)
        try:
            self.assertEqual(self.take(table(row(1, contact=CANARY)), one=fire)["made"], 1)
            self.assertEqual([each["id"] for each in self.premise("list", one=fire).objects], ["k1"])
            opened = fire.run("do", "--data", fire.data, "--json", *desk.OPERATOR, "NI 火警 滨江路221号 p1")
            self.assertEqual(opened.code, 0, opened)
            deadline = time.monotonic() + desk.PATIENCE
            while not police.show("incidents") and time.monotonic() < deadline:
                time.sleep(0.1)
            self.assertTrue(police.show("incidents"))
            self.assertEqual(self.premise("list", one=police).objects, [])
            fire.kill()
            fire.start()
            self.assertEqual([each["id"] for each in self.premise("list", one=fire).objects], ["k1"])
        finally:
            for member in members:
                member.stop()
        for path in police.data.rglob("*"):
            if path.is_file():
                self.assertNotIn("江畔仓储".encode(), path.read_bytes(), path)

    def test_the_list_of_hazards_and_the_example_that_comes_with_it(self):
        codes = [each["code"] for each in self.one.must("premise", "hazards", "--json").objects]
        self.assertIn("GAS-CYLINDER", codes)
        report = self.premise("import", desk.SOURCE / "resources/demo/premises.csv")
        self.assertEqual(report.code, 0, report)
        self.assertEqual(len(self.ids()), 10)


if __name__ == "__main__":
    desk.main()
