#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""import_test.py ONEBOARDCTL: imports the public files and compares report and desk with what independent readers say."""
import json
import pathlib
import subprocess
import sys
import unittest

import anomalies
import compare_sffd
from dispatch_file import SKIPPED

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "system"))
import desk  # noqa: E402

SHARED = HERE.parents[1] / ".." / "shared" / "data" / "incidents"
# In the report → in what anomalies.py counts.
SAME = {
    "sffd": {"milestoneOrder": "runs.order.rows", "neverCleared": "runs.neverCleared",
             "doubleAssignment": "runs.overlaps.pairs", "coordinates": "places.without", "digits": "digits.damaged",
             "badTime": "times.notParsed", "repeatedKey": "rowKeysRepeated"},
    "sfpd": {"coordinates": "places.without", "digits": "digits.damaged", "badTime": "times.notParsed",
             "repeatedKey": "rowKeysRepeated"},
    "nyc311": {"coordinates": "places.without", "digits": "digits.damaged", "badTime": "times.notParsed",
               "closedWithoutTime": "ends.closedWithoutTime", "openWithEnd": "ends.openWithEnd",
               "closedEarly": "order.rows", "repeatedKey": "rowKeysRepeated"},
}
FILES = {"sffd_2016-12-31_2017-01-07.csv": "sffd", "sfpd_reports_2018-12.csv": "sfpd",
         "nyc311_2022-05-01.csv": "nyc311", "nyc311_2025-03.csv": "nyc311"}


def figure(report, path):
    for key in path.split("."):
        report = report[key]
    return report


class Import(desk.DeskTest):
    def setUp(self):
        super().setUp()
        desk.PATIENCE = 600  # whole files
        self.one = desk.Desk(self.folder)

    def report(self, form, path):
        answer = self.one.run("import", "--data", self.one.data, "--json", *desk.OPERATOR, "--format", form, path)
        self.assertEqual(answer.code, 0, answer.err)
        return answer.objects[-1]["report"]

    def counted(self, form, path):
        done = subprocess.run([sys.executable, anomalies.__file__, form, str(path)], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def test_public_files(self):
        for name, form in FILES.items():
            path = SHARED / name
            if not path.exists():
                self.skipTest(f"{path} is not there: the folder shared has the public files")
            with self.subTest(name):
                counted, report = self.counted(form, path), self.report(form, path)
                self.assertEqual((report["rows"], report["made"], report["refusedRows"]), (counted["rows"], counted["rows"], 0))
                self.assertEqual(report["incidents"], counted["incidents"])
                for key, there in SAME[form].items():
                    self.assertEqual(report["anomalies"][key], figure(counted, there), key)
                again = self.report(form, path)
                self.assertEqual((again["made"], again["changed"], again["unchanged"]), (0, 0, counted["rows"]))
                self.assertEqual(again["anomalies"], report["anomalies"])
        self.assertEqual(self.one.verify().code, 0)
        self.compare_the_fire_service()

    def compare_the_fire_service(self):
        """All files are in one desk: what the others brought is taken out by its number."""
        _, rows = compare_sffd.read_rows(str(SHARED / "sffd_2016-12-31_2017-01-07.csv"))
        calls = {row["Call Number"].strip() for row in rows}
        incidents = [each for each in self.one.show("incidents", "--all") if each.get("sourceId") in calls]
        differences = compare_sffd.compare(rows, incidents, self.one.show("units", "--all"),
                                           self.one.show("assignments", "--all"), replayed=False)
        self.assertEqual(differences[:20], [])


if __name__ == "__main__":
    if not SHARED.exists():
        print(f"skipped: {SHARED} is not there: the folder shared has the public files")
        sys.exit(SKIPPED)
    desk.main()
