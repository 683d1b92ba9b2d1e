#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""figures_test.py: what anomalies.py counts in the public files, and its definitions on cases one can count by hand."""
import datetime
import json
import pathlib
import subprocess
import sys
import unittest

import anomalies
from dispatch_file import NEW_YORK, SKIPPED, happened_twice, instant, is_in_gap, iso, overlapping_pairs, point

SHARED = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "incidents"
FIGURES = {
    ("sffd", "sffd_2016-12-31_2017-01-07.csv"): {
        "rows": 7704, "incidents": 3560, "units": 178, "rowKeysRepeated": 0, "rowsRepeatedWhole": 0,
        "places.without": 0, "digits.damaged": 0, "times.notParsed": 0, "runs.neverCleared": 5, "runs.neverEnRoute": 214,
        "runs.order.rows": 28, "runs.order.milestones": 28, "runs.order.behindTheLatest": 29, "runs.order.pairs": 36,
        "runs.overlaps.pairs": 9, "runs.overlaps.rows": 18,
    },
    ("sfpd", "sfpd_reports_2018-12.csv"): {
        "rows": 11884, "incidents": 8766, "rowKeysRepeated": 0, "rowsRepeatedWhole": 0, "places.without": 608,
        "digits.CNN.scientific": 8, "digits.damaged": 8, "times.notParsed": 0, "order.rows": 0,
    },
    ("nyc311", "nyc311_2022-05-01.csv"): {
        "rows": 924, "incidents": 924, "places.without": 11, "digits.damaged": 0, "times.empty.Closed Date": 444,
        "order.rows": 0,
    },
    ("nyc311", "nyc311_2025-03.csv"): {
        "rows": 235, "incidents": 235, "places.without": 3, "digits.damaged": 0, "times.empty.Closed Date": 34,
        "order.rows": 0,
    },
}


class Figures(unittest.TestCase):
    def test_of_the_public_files(self):
        for (form, name), figures in FIGURES.items():
            with self.subTest(name):
                done = subprocess.run([sys.executable, anomalies.__file__, form, str(SHARED / name)], capture_output=True,
                                      text=True, check=False)
                if done.returncode == SKIPPED:
                    self.skipTest(done.stdout.strip())
                report = json.loads(done.stdout)
                for path, figure in figures.items():
                    value = report
                    for key in path.split("."):
                        value = value[key]
                    self.assertEqual(value, figure, path)


class Definitions(unittest.TestCase):
    def test_spans_that_touch_do_not_overlap(self):
        def pairs(*spans):
            return len(list(overlapping_pairs([(*span, None) for span in spans])))
        self.assertEqual(pairs((0, 5), (5, 9)), 0)
        self.assertEqual(pairs((0, 6), (5, 9)), 1)
        self.assertEqual(pairs((0, 9), (1, 2), (3, 4)), 2)
        self.assertEqual(pairs((0, 9), (3, 3)), 0)

    def test_clocks_that_change(self):
        gap = datetime.datetime(2022, 3, 13, 2, 30)
        twice = datetime.datetime(2022, 11, 6, 1, 30)
        self.assertTrue(is_in_gap(gap, NEW_YORK) and not happened_twice(gap, NEW_YORK))
        self.assertTrue(happened_twice(twice, NEW_YORK) and not is_in_gap(twice, NEW_YORK))
        self.assertEqual(iso(instant("07/01/2017 12:00:00 AM")), "2017-07-01T07:00:00.000Z")
        self.assertEqual(iso(instant("12/31/2016 11:57:56 PM")), "2017-01-01T07:57:56.000Z")

    def test_damaged_digits(self):
        form = {"digits": {"id": 8}}
        counts = anomalies.count_digits(form, [{"id": text} for text in ("01234567", "2.4e+07", "12345678.0", "1234567", "")])
        self.assertEqual(counts["damaged"], 3)
        self.assertEqual(counts["id"]["leadingZero"], 1)

    def test_places(self):
        form = {"point": "at", "bounds": anomalies.BAY}
        rows = [{"at": text} for text in ("(37.7, -122.4)", "(-122.4, 37.7)", "(0, 0)", "", "(37.7)", "(40.7, -74.0)",
                                          "(95, 10)")]
        self.assertEqual(anomalies.count_places(form, rows), {"without": 1, "notNumbers": 1, "outsideTheEarth": 1, "zero": 1,
                                                              "swapped": 1, "outsideTheRegion": 1})
        self.assertEqual(point("(37.5, -122)"), (37.5, -122.0))

    def test_order_of_milestones(self):
        def at(*minutes):
            columns = anomalies.MILESTONES.values()
            return {"Unit ID": "E01", "Call Number": "1", "Received DtTm": "01/01/2017 01:00:00 AM",
                    "Entry DtTm": "01/01/2017 01:00:00 AM",
                    **{column: "" if minute is None else f"01/01/2017 01:{minute:02d}:00 AM"
                       for column, minute in zip(columns, minutes)}}
        order = anomalies.count_runs([at(10, None, 12, 11, 11, 30), at(5, 20, 3, 4, None, None)])["order"]
        self.assertEqual((order["rows"], order["milestones"], order["behindTheLatest"], order["pairs"]), (2, 2, 4, 6))


if __name__ == "__main__":
    unittest.main()
