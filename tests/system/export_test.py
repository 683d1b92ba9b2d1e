#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Exported tables say what `show --json` says, read by other programs' own readers."""
import csv
import io
import json
import os
import stat
import time

import desk

MARKS = {"drill", "class"}
THINGS = ("incidents", "units", "assignments")


def restored(text):
    """What --help says to do with a field of the CSV file."""
    return text[1:] if text.startswith("'") else text


class Export(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.desk = desk.Desk(self.folder)
        first = self.desk.first_number
        lines = ["UNIT E07 水罐消防车 滨江站", "UNIT L02 云梯车",
                 f"NI 火警 长江路1 p2 +E07 /三楼冒烟", f"AC {first:04d} 13800001234 /对面楼看见明火", "ACK E07", "到场 E07",
                 "CL E07 扑灭", f"CLOSE {first:04d} 扑灭",
                 'NI 车辆起火 =cmd|"calc" p3', "NI 火警 长江路2 p1 +L02 /浓烟", f"LK {first + 1:04d} {first + 2:04d}"]
        for part in lines[:8], lines[8:9], lines[9:]:  # no two incidents in one millisecond
            answer = self.desk.do("-", "--confirm", text="\n".join(part) + "\n")
            self.assertEqual(answer.code, 0, answer)

    def export(self, kind, *options):
        return self.desk.must("export", "--data", self.desk.data, "--format", kind, *options).out

    def shown(self, what, *options):
        every = ["--all"] if what != "units" and not options else []
        return {one["id"]: one for one in self.desk.show(what, *every, *options)}

    def unmarked(self, row, sharing):
        self.assertIs(row["drill"], True)
        self.assertEqual(row["class"], sharing)
        return {key: value for key, value in row.items() if key not in MARKS}

    def sharing(self, what):
        return "open" if what == "assignments" else "joint"

    def test_json_lines_are_what_show_says(self):
        for what in THINGS:
            rows = [json.loads(line) for line in self.export("jsonl", "--what", what).splitlines()]
            self.assertEqual({row["id"]: self.unmarked(row, self.sharing(what)) for row in rows}, self.shown(what))
            self.assertTrue(rows)

    def test_csv_is_what_show_says(self):
        for what in THINGS:
            text = self.desk.run("export", "--data", self.desk.data, "--format", "csv", "--what", what).out
            # Universal newlines of the pipe hide the line ends: see the file.
            file = self.folder / f"{what}.csv"
            self.export("csv", "--what", what, "--out", file)
            self.assertEqual(file.read_bytes().count(b"\n"), file.read_bytes().count(b"\r\n"))
            self.assertEqual(text, file.read_bytes().decode().replace("\r\n", "\n"))
            rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode(), newline=""), strict=True))
            shown = self.shown(what)
            self.assertEqual({row["id"] for row in rows}, set(shown))
            for row in rows:
                self.assertEqual((row["drill"], row["class"]), ("true", self.sharing(what)))
                for key in set(row) - MARKS:
                    wanted = shown[row["id"]].get(key, "")
                    wanted = wanted if isinstance(wanted, str) else json.dumps(wanted, separators=(",", ":"), ensure_ascii=False)
                    got = restored(row[key])
                    if isinstance(shown[row["id"]].get(key), list):
                        self.assertEqual(json.loads(got), json.loads(wanted))
                    else:
                        self.assertEqual(got, wanted, key)
                self.assertLessEqual(set(shown[row["id"]]), set(row))

    def test_csv_holds_no_formula(self):
        for row in csv.reader(io.StringIO(self.export("csv"))):
            for field in row:
                self.assertFalse(field.startswith(("=", "+", "@", "\t")), field)
        self.assertIn("'=cmd", self.export("csv"))

    def test_geojson_has_a_feature_for_each_incident(self):
        text = self.export("geojson")
        self.assertTrue(text.startswith('{"type":"FeatureCollection","drill":true,"class":"joint",'))
        collection = json.loads(text)
        self.assertEqual((collection["drill"], collection["realm"], collection["agency"], collection["leftOut"]),
                         (True, "示范市", "FD", ["personal", "sealed"]))
        shown = self.shown("incidents")
        self.assertEqual({one["id"] for one in collection["features"]}, set(shown))
        for one in collection["features"]:
            self.assertEqual(set(one), {"type", "id", "geometry", "properties"})
            self.assertEqual(self.unmarked(one["properties"], "joint"), shown[one["id"]])
            if "latitude" in shown[one["id"]]:
                self.assertEqual(one["geometry"], {"type": "Point", "coordinates": [shown[one["id"]]["longitude"],
                                                                                   shown[one["id"]]["latitude"]]})
            else:
                self.assertIsNone(one["geometry"])

    def test_nothing_personal_is_in_it(self):
        for kind in ("csv", "geojson", "jsonl"):
            for what in THINGS:
                self.assertNotIn("13800001234", self.export(kind, "--what", what))

    def test_the_choice_of_incidents(self):
        shown = sorted(self.shown("incidents").values(), key=lambda one: one["openedAt"])
        numbers = [one["number"] for one in shown]

        def chosen(*options):
            return [json.loads(line)["number"] for line in self.export("jsonl", *options).splitlines()]

        self.assertEqual(chosen("--incident", numbers[2], "--incident", numbers[0]), [numbers[0], numbers[2]])
        self.assertEqual(chosen("--from", shown[1]["openedAt"]), numbers[1:])
        self.assertEqual(chosen("--to", shown[1]["openedAt"]), numbers[:1])
        self.assertEqual(chosen("--from", shown[1]["openedAt"], "--to", shown[2]["openedAt"]), numbers[1:2])
        only = [json.loads(line) for line in self.export("jsonl", "--what", "assignments", "--incident", numbers[0])
                .splitlines()]
        self.assertEqual([one["callsign"] for one in only], ["E07"])

    def test_a_moment_in_the_past(self):
        opened = sorted(one["openedAt"] for one in self.shown("incidents").values())
        for known in ([], ["--known"]):
            options = ["--at", opened[1], *known]
            for what in THINGS:
                rows = [json.loads(line) for line in self.export("jsonl", "--what", what, *options).splitlines()]
                self.assertEqual({row["id"]: self.unmarked(row, self.sharing(what)) for row in rows},
                                 self.shown(what, *options), options)

    def test_a_file_is_not_overwritten_unasked_and_nobody_else_reads_it(self):
        file = self.folder / "out.csv"
        arguments = ["export", "--data", self.desk.data, "--format", "csv", "--out", file]
        said = self.desk.must(*arguments)
        self.assertIn("3 rows, DRILL, class joint; left out: personal, sealed", said.out)
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        before = file.read_bytes()
        refused = self.desk.run(*arguments, "--what", "units")
        self.assertEqual(refused.code, 3, refused)
        self.assertIn("--force", refused.err)
        self.assertEqual(file.read_bytes(), before)
        self.desk.must(*arguments, "--what", "units", "--force")
        self.assertNotEqual(file.read_bytes(), before)
        missing = self.desk.run("export", "--data", self.desk.data, "--format", "csv", "--out", self.folder / "no" / "x")
        self.assertEqual(missing.code, 3, missing)
        self.desk.run("export", "--data", self.desk.data, "--format", "csv", "--incident", "20200101-0001", "--out",
                      self.folder / "none.csv")
        self.assertFalse((self.folder / "none.csv").exists())
        self.assertEqual([one for one in os.listdir(self.folder) if ".new" in one], [])

    def test_it_reads_beside_a_desk_at_work_and_changes_nothing(self):
        before = self.desk.show("logs")
        with self.desk.talk() as talk:
            talk.say("NI 火警 长江路9")
            self.assertIn("done", talk.hear(time.monotonic() + desk.PATIENCE) or {})
            self.assertEqual(len(self.export("jsonl").splitlines()), 4)
        self.assertEqual(len(before), len(self.desk.show("logs")))

    def test_wrong_usage_exits_2(self):
        data = ["export", "--data", self.desk.data]
        for arguments in (["export"], data, [*data, "--format", "xls"], ["export", "--format", "csv"],
                          [*data, "--format", "csv", "--what", "links"], [*data, "--format", "csv", "--from", "today"],
                          [*data, "--format", "csv", "--incident", "12"], [*data, "--format", "csv", "--known"],
                          [*data, "--format", "csv", "--incident", "20200101-0001"],
                          [*data, "--format", "csv", "--what", "units", "--from", "2020-01-01T00:00:00Z"],
                          [*data, "--format", "csv", "--from", "2020-01-02T00:00:00Z", "--to", "2020-01-01T00:00:00Z"],
                          [*data, "--format", "csv", "more"]):
            answer = self.desk.run(*arguments)
            self.assertEqual(answer.code, 2, f"{arguments}: {answer}")
            self.assertTrue(answer.err, arguments)


if __name__ == "__main__":
    desk.main()
