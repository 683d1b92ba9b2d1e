#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Import of other systems' files by the real program: every shape of file, stopped and killed in the middle, and how much
memory a long file takes."""
import datetime
import json
import os
import pathlib
import signal
import subprocess
import time

import desk

HEADER = "number,unit,unit kind,type,priority,address,latitude,longitude,text,received,opened,dispatched,on scene,cleared"
KEYS = ["anomalies", "assignments", "changed", "incidents", "made", "missingColumns", "refused", "refusedRows", "rows", "unchanged", "units"]
ANOMALIES = ["ambiguousTime", "badText", "badTime", "closedEarly", "closedWithoutTime", "coordinates", "digits",
             "doubleAssignment", "milestoneOrder", "movedRow", "neverCleared", "noDispatchTime", "notClosed", "openWithEnd",
             "repeatedKey", "rowsDisagree", "skippedTime", "unknownValue", "unterminated"]
MAPPING = {
    "format": "own", "timeZone": "America/Los_Angeles",
    "timeFormats": ["yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy hh:mm:ss AP", "d MMM yyyy H:mm"],
    "missing": ["NA"], "rowKey": "number",
    "incident": {"key": "number", "type": {"constant": "FIRE-VEH"}, "address": "address", "openedAt": "opened",
                 "closedAt": "closed"},
}
KILL_ROWS = 20_000
# Rows of the short file and how many times longer the long one is.
SHORT, TIMES = (64_000 if desk.FULL else 3_200), 50
# Kilobytes: what the database keeps of its pages, of the connection that writes and of the one that reads
# (core/store/database.cpp), and what a heap may differ.
PAGES, SLACK = (64 + 8) * 1024, 24 * 1024


def row(number=1, unit="E1", text="smoke", opened="2025-06-01 08:00:00", cleared="2025-06-01 08:30:00", address="长江路1",
        place="31.5,121.5"):
    return (f"{number},{unit},ENGINE,FIRE-VEH,2,{address},{place},{text},,{opened},2025-06-01 08:05:00,"
            f"2025-06-01 08:10:00,{cleared}")


def table(*rows, header=HEADER, end="\n"):
    return end.join([header, *rows]) + end


def long_table(path, count):
    """Incidents of three runs each, a minute apart."""
    begin = datetime.datetime(2020, 1, 1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER + "\n")
        for at in range(count):
            incident = at // 3
            when = begin + datetime.timedelta(minutes=incident)
            times_of = [(when + datetime.timedelta(minutes=each)).strftime("%Y-%m-%d %H:%M:%S") for each in (0, 1, 5, 30)]
            file.write(f"{incident},E{at % 97},ENGINE,FIRE-VEH,2,长江路{incident},31.5,121.5,text of {incident},,"
                       + ",".join(times_of) + "\n")


class Import(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.one = desk.Desk(self.folder)

    def command(self, *files, data=None):
        return ["import", "--data", data or self.one.data, "--json", *desk.OPERATOR, *files]

    def import_text(self, text, *options, encoding="utf-8", code=0):
        """The report of a file of this text."""
        path = self.folder / "file.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        answer = self.one.run(*self.command(path), *(options or ("--format", "plain")))
        self.assertEqual(answer.code, code, answer)
        return self.report_of(answer)

    def report_of(self, answer):
        report = answer.objects[-1]["report"]
        self.assertEqual(report["rows"], report["made"] + report["changed"] + report["unchanged"] + report["refusedRows"])
        return report

    def mapping(self, **changes):
        path = self.folder / "own.json"
        path.write_text(json.dumps({**MAPPING, **changes}), encoding="utf-8")
        return ["--map", path]

    def incidents(self):
        return {each["sourceId"]: each for each in self.one.show("incidents", "--all")}

    def test_the_report_has_these_keys(self):
        report = self.import_text(table(row()))
        self.assertEqual(sorted(report), KEYS)
        self.assertEqual(sorted(report["anomalies"]), ANOMALIES)
        self.assertEqual((report["made"], report["incidents"], report["units"], report["assignments"]), (1, 1, 1, 1))

    def test_a_refused_row_is_told_with_line_and_reason(self):
        report = self.import_text(table(row(), "2,E1", "3,,,FIRE-VEH,2,长江路3,,,,,soon,,,"), code=1)
        self.assertEqual([(each["line"], each["reason"]) for each in report["refused"]], [(3, "fieldCount"), (4, "badTime")])
        self.assertEqual(report["refused"][1]["column"], "opened")
        self.assertEqual(report["refused"][1]["value"], "soon")

    def test_every_encoding_and_line_end_is_the_same_file(self):
        text = table(row(), row(2, unit="E2"))
        self.assertEqual(self.import_text(text)["made"], 2)
        shapes = {
            "mark": text.encode("utf-8-sig"), "utf-16": text.encode("utf-16"), "big": b"\xfe\xff" + text.encode("utf-16-be"),
            "crlf": text.replace("\n", "\r\n").encode(), "cr": text.replace("\n", "\r").encode(),
            "tab": text.replace(",", "\t").encode(), "semicolon": text.replace(",", ";").encode(),
        }
        for name, data in shapes.items():
            with self.subTest(name):
                self.assertEqual(self.import_text(data)["unchanged"], 2)

    def test_gb18030_by_a_mapping(self):
        rows = "number,address,opened,closed\n1,长江路1,2025-06-01 08:00:00,2025-06-01 09:00:00\n"
        report = self.import_text(rows, *self.mapping(encoding="gb18030"), encoding="gb18030")
        self.assertEqual((report["made"], report["anomalies"]["badText"]), (1, 0))
        self.assertEqual(self.incidents()["1"]["address"], "长江路1")
        self.assertEqual(self.import_text(rows, *self.mapping(), encoding="gb18030")["anomalies"]["badText"], 1)

    def test_quotes_and_line_ends_inside_them(self):
        report = self.import_text(table(row(text='"two\nlines, ""quoted"""'), row(2, unit="E2")))
        self.assertEqual((report["made"], report["refusedRows"]), (2, 0))
        report = self.import_text(table(row(3, text='"never closed'), row(4, unit="E4")), code=1)
        self.assertEqual([each["reason"] for each in report["refused"]], ["openQuote"])
        self.assertEqual(report["made"], 1)

    def test_a_cut_last_row(self):
        text = table(row(), row(2, unit="E2"))
        report = self.import_text(text[:-40], code=1)
        self.assertEqual([each["reason"] for each in report["refused"]], ["cutShort"])
        report = self.import_text(text[:-1])
        self.assertEqual((report["made"], report["unchanged"], report["anomalies"]["unterminated"]), (1, 1, 1))

    def test_files_without_rows(self):
        self.assertEqual(self.import_text(HEADER + "\n")["rows"], 0)
        self.assertIn("number", self.import_text("", code=1)["missingNeeded"])
        self.assertIn("number", self.import_text("a,b\n1,2\n", code=1)["missingNeeded"])

    def test_dates_of_mixed_shapes_and_the_nights_of_the_clock(self):
        rows = ["number,address,opened,closed",
                "1,a,03/09/2025 01:59:00 AM,NA", "2,a,03/09/2025 02:30:00 AM,", "3,a,9 Mar 2025 3:30,",
                "4,a,2025-11-02 01:30:00,2025-11-02 01:10:00", "5,a,11/02/2025 12:30:00 AM,"]
        report = self.import_text("\n".join(rows) + "\n", *self.mapping())
        opened = {key: each["openedAt"][:19] for key, each in self.incidents().items()}
        self.assertEqual(opened, {"1": "2025-03-09T09:59:00", "2": "2025-03-09T10:30:00", "3": "2025-03-09T10:30:00",
                                  "4": "2025-11-02T08:30:00", "5": "2025-11-02T07:30:00"})
        self.assertEqual(self.incidents()["4"]["closedAt"][:19], "2025-11-02T09:10:00")
        self.assertEqual((report["anomalies"]["skippedTime"], report["anomalies"]["ambiguousTime"]), (1, 2))

    def test_leading_zeros_stay_and_swapped_coordinates_are_named(self):
        report = self.import_text(table(row("007"), row("008", unit="E2", place="121.5,31.5")))
        self.assertEqual(report["anomalies"]["coordinates"], 1)
        held = self.incidents()
        self.assertEqual(sorted(held), ["007", "008"])
        self.assertNotIn("latitude", held["008"])

    def test_what_was_never_cleared_stays_at_work(self):
        self.import_text(table(row(cleared="")))
        self.assertEqual(self.incidents()["1"]["state"], "open")
        [unit] = self.one.show("units")
        self.assertEqual((unit["callsign"], unit["dutyState"]), ("E1", "available"))
        [run] = self.one.show("assignments")
        self.assertEqual(run["state"], "onScene")

    def test_numbers_are_past_what_is_typed(self):
        self.import_text(table(*(row(each, unit=f"E{each}") for each in range(1, 6))))
        self.assertEqual(self.one.do("NI 火警 长江路9").code, 0)
        serials = sorted(int(each["number"].split("-")[1]) for each in self.one.show("incidents", "--all"))
        self.assertEqual(len(set(serials)), 6)
        self.assertEqual([serial > 1_000_000 for serial in serials], [False] + 5 * [True])

    def test_a_changed_row_gives_new_facts(self):
        self.import_text(table(row()))
        report = self.import_text(table(row(cleared="2025-06-01 08:45:00")))
        self.assertEqual((report["made"], report["changed"]), (0, 1))
        self.assertEqual(self.incidents()["1"]["closedAt"][:19], "2025-06-01T00:45:00")
        self.assertEqual(self.one.verify().code, 0)

    def test_exit_codes(self):
        file = self.folder / "file.csv"
        file.write_text(table(row()), encoding="utf-8")
        for code, arguments in {
            0: self.command(file, "--format", "plain"),
            1: self.command(file, "--format", "sfpd"),
            2: ["import", "--data", self.one.data, "--format", "plain"],
        }.items():
            self.assertEqual(self.one.run(*arguments).code, code, arguments)
        for arguments in (self.command(self.folder / "none.csv", "--format", "plain"),
                          self.command(file, "--format", "nonsense"), self.command(self.folder, "--format", "plain")):
            answer = self.one.run(*arguments)
            self.assertIn(answer.code, (2, 3), answer)
            self.assertTrue(answer.err)

    def test_a_wrong_mapping_is_named_with_its_place(self):
        file = self.folder / "file.csv"
        file.write_text("number,address,opened,closed\n", encoding="utf-8")
        for changes, place in (({"colour": 1}, "/colour"), ({"timeZone": "Mars/Olympus"}, "Mars/Olympus"),
                               ({"timeFormats": ["HH:mm"]}, "/timeFormats"), ({"encoding": "klingon"}, "encoding"),
                               ({"incident": {"key": "number"}}, "/incident/")):
            answer = self.one.run(*self.command(file), *self.mapping(**changes))
            self.assertNotIn(answer.code, (0, 1), answer)
            self.assertIn(place, answer.err)

    def process(self, file):
        return subprocess.Popen([desk.program(), *map(str, self.command(file, "--format", "plain"))],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.one.environment())

    def expect_complete(self, file, rows):
        answer = self.one.run(*self.command(file, "--format", "plain"))
        self.assertEqual(answer.code, 0, answer)
        report = self.report_of(answer)
        self.assertEqual(report["made"] + report["unchanged"], rows)
        again = self.report_of(self.one.run(*self.command(file, "--format", "plain")))
        self.assertEqual((again["made"], again["changed"], again["unchanged"]), (0, 0, rows))
        incidents = self.one.show("incidents", "--all")
        self.assertEqual(sorted(int(each["sourceId"]) for each in incidents), list(range((rows + 2) // 3)))
        self.assertEqual({each["state"] for each in incidents}, {"closed"})
        self.assertEqual(len({each["number"] for each in incidents}), len(incidents))
        self.assertEqual(len(self.one.show("assignments", "--all")), rows)
        self.assertEqual(self.one.verify().code, 0)
        return report

    def test_stopped_in_the_middle_it_goes_on(self):
        file = self.folder / "long.csv"
        long_table(file, KILL_ROWS // 4)
        program = self.process(file)
        self.wait_for_rows(program)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=desk.PATIENCE)
        self.assertEqual((program.returncode, err), (1, b""))
        report = json.loads(out.splitlines()[-1])["report"]
        self.assertTrue(report["cancelled"])
        self.assertLess(report["rows"], KILL_ROWS // 4)
        report = self.expect_complete(file, KILL_ROWS // 4)
        self.assertGreater(report["unchanged"], 0)

    def wait_for_rows(self, program):
        """Until something was committed, as far as a reader of the database can see."""
        end = time.monotonic() + desk.PATIENCE
        before = self.one.database.with_name("desk.db-wal")
        size = before.stat().st_size if before.exists() else 0
        while program.poll() is None and time.monotonic() < end:
            if before.exists() and before.stat().st_size > size + 500_000:
                return
            time.sleep(0.01)

    def test_killed_in_the_middle_it_goes_on(self):
        file = self.folder / "long.csv"
        long_table(file, KILL_ROWS)
        kills = 0
        for _ in range(30 if desk.FULL else 8):
            program = self.process(file)
            try:
                program.communicate(timeout=self.random.uniform(0.05, 2.0))
            except subprocess.TimeoutExpired:
                program.kill()
                program.communicate()
                kills += 1
        self.expect_complete(file, KILL_ROWS)
        print(f"{kills} kills")

    def peak(self, name, rows):
        """Kilobytes that the program took at most for importing so many rows."""
        file = self.folder / f"{name}.csv"
        long_table(file, rows)
        folder = self.folder / name
        folder.mkdir()
        one = desk.Desk(folder)
        program = subprocess.Popen([desk.program(), *map(str, self.command(file, "--format", "plain", data=one.data))],
                                   stdout=subprocess.DEVNULL, env=one.environment())
        peak = 0
        # Not wait4: there the kernel counts in what this process had when it started the other.
        while program.poll() is None:
            try:
                for line in pathlib.Path(f"/proc/{program.pid}/status").read_text().splitlines():
                    if line.startswith("VmHWM:"):
                        peak = max(peak, int(line.split()[1]))
            except OSError:
                pass
            time.sleep(0.01)
        self.assertEqual(program.returncode, 0)
        self.assertGreater(peak, 10_000)
        return peak

    def test_memory_does_not_grow_with_the_file(self):
        short, long = self.peak("short", SHORT), self.peak("long", SHORT * TIMES)
        print(f"{short} kB for the short file, {long} kB for the long one")
        self.assertLessEqual(long, short + PAGES + SLACK)


if __name__ == "__main__":
    desk.main()
