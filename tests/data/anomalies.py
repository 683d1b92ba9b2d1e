#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""anomalies.py sffd|sfpd|nyc311 CSVFILE: counts what is odd in a public file and prints it as one JSON object.

Definitions stand beside the functions; the README has the figures of the files that we know. Exit 77 without the file.
"""
import collections
import json
import math
import re
import sys

from dispatch_file import (MILESTONES, MONTH_FIRST, NEW_YORK, SAN_FRANCISCO, happened_twice, is_in_gap, overlapping_pairs,
                           point, read_rows, wall_time)

YEAR_FIRST = "%Y/%m/%d %I:%M:%S %p"
BAY = (37.0, -123.6, 38.3, -121.8)  # south, west, north, east
FIVE_BOROUGHS = (40.4, -74.3, 41.0, -73.6)

FORMATS = {
    "sffd": {
        "incident": "Call Number", "row": "RowID", "unit": "Unit ID", "zone": SAN_FRANCISCO, "form": MONTH_FIRST,
        "times": ["Received DtTm", "Entry DtTm", *MILESTONES.values()],
        "dates": {"Call Date": "%m/%d/%Y", "Watch Date": "%m/%d/%Y"},
        "point": "Location", "bounds": BAY,
        # column -> digits that every value has
        "digits": {"Call Number": 9, "Incident Number": 8, "Zipcode of Incident": 5, "Station Area": 2, "Box": 4},
    },
    "sfpd": {
        "incident": "Incident Number", "row": "Row ID", "zone": SAN_FRANCISCO, "form": YEAR_FIRST,
        "times": ["Incident Datetime", "Report Datetime"], "dates": {"Incident Date": "%Y/%m/%d"},
        "latitude": "Latitude", "longitude": "Longitude", "same point": "point", "bounds": BAY,
        "order": ("Incident Datetime", "Report Datetime"),
        "digits": {"Row ID": 11, "Incident ID": 6, "Incident Number": 9, "CAD Number": 9, "Incident Code": 5, "CNN": 8},
    },
    "nyc311": {
        "incident": "Unique Key", "row": "Unique Key", "zone": NEW_YORK, "form": MONTH_FIRST,
        "times": ["Created Date", "Closed Date", "Resolution Action Updated Date"], "dates": {},
        "latitude": "Latitude", "longitude": "Longitude", "same point": "Location", "bounds": FIVE_BOROUGHS,
        "order": ("Created Date", "Closed Date"), "status": ("Status", "Closed", "Closed Date"),
        "digits": {"Unique Key": 8, "Incident Zip": 5, "BBL": 10},
    },
}


def count_shape(path, header, rows):
    """Of the file: rows that are not as wide as the header, rows that are there twice, text that is not UTF-8."""
    whole = collections.Counter(tuple(str(row.get(name)) for name in header) for row in rows)
    with open(path, "rb") as file:
        bad_lines = sum(not decodes(line) for line in file)
    return {
        "rows": len(rows),
        "columns": len(header),
        "rowsNotAsWideAsTheHeader": sum(None in row or None in row.values() for row in rows),
        "rowsRepeatedWhole": sum(count - 1 for count in whole.values()),
        "linesNotUtf8": bad_lines,
        "fieldsWithLineEnd": sum("\n" in (row[name] or "") for row in rows for name in header),
        "fieldsWithBlanksAtAnEnd": sum(row[name] != (row[name] or "").strip() for row in rows for name in header
                                       if row[name] is not None),
    }


def decodes(line):
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def count_keys(form, rows):
    """Rows beyond the first with the key of a row; incidents whose rows disagree about the place."""
    incidents = collections.defaultdict(set)
    for row in rows:
        incidents[row[form["incident"]]].add(place_text(form, row))
    counts = {
        "incidents": len(incidents),
        "rowKeysRepeated": len(rows) - len({row[form["row"]] for row in rows}),
        "rowsWithoutIncidentKey": sum(not row[form["incident"]].strip() for row in rows),
        "incidentsOfSeveralPlaces": sum(len(places) > 1 for places in incidents.values()),
    }
    if "unit" in form:
        counts["units"] = len({row[form["unit"]] for row in rows})
    return counts


def place_text(form, row):
    return row[form["point"]] if "point" in form else (row[form["latitude"]], row[form["longitude"]])


def place_of(form, row):
    """(latitude, longitude), None without one, a text when it is no number."""
    text = place_text(form, row)
    if "point" in form:
        return (point(text) or "not a point") if text.strip() else None
    if not any(part.strip() for part in text):
        return None
    try:
        return tuple(float(part) for part in text)
    except ValueError:
        return "not a number"


def count_places(form, rows):
    """One row is in one of these at most, in this order, or is well."""
    counts = dict.fromkeys(("without", "notNumbers", "outsideTheEarth", "zero", "swapped", "outsideTheRegion"), 0)
    south, west, north, east = form["bounds"]
    for row in rows:
        place = place_of(form, row)
        if place is None:
            counts["without"] += 1
        elif isinstance(place, str) or not all(map(math.isfinite, place)):
            counts["notNumbers"] += 1
        elif place == (0, 0):
            counts["zero"] += 1
        elif south <= place[1] <= north and west <= place[0] <= east:
            counts["swapped"] += 1
        elif abs(place[0]) > 90 or abs(place[1]) > 180:
            counts["outsideTheEarth"] += 1
        elif not (south <= place[0] <= north and west <= place[1] <= east):
            counts["outsideTheRegion"] += 1
    if "same point" in form:
        counts["columnsDisagree"] = sum(isinstance(place := place_of(form, row), tuple)
                                        and point(row[form["same point"]]) != place for row in rows)
    return counts


def count_digits(form, rows):
    """Values that a spreadsheet damaged: 2.4E+07, 94103.0, or fewer or more digits than every value of the column has."""
    counts = {}
    for column, width in form["digits"].items():
        values = [row[column].strip() for row in rows if row[column].strip()]
        scientific = sum(bool(re.fullmatch(r"[-+]?\d+(\.\d+)?[eE][-+]?\d+", value)) for value in values)
        fraction = sum(bool(re.fullmatch(r"\d+\.0*", value)) for value in values)
        other = sum(value.isdecimal() and len(value) != width for value in values)
        not_digits = sum(not value.isdecimal() for value in values) - scientific - fraction
        counts[column] = {"scientific": scientific, "withFraction": fraction, "otherWidth": other, "notDigits": not_digits,
                          "empty": len(rows) - len(values), "leadingZero": sum(value.startswith("0") for value in values)}
    counts["damaged"] = sum(each["scientific"] + each["withFraction"] + each["otherWidth"] for each in counts.values())
    return counts


def count_times(form, rows):
    """Of single values."""
    counts = {"notParsed": 0, "inGap": 0, "happenedTwice": 0, "midnight": 0, "empty": {}, "first": {}, "last": {}}
    for column, pattern in [(column, form["form"]) for column in form["times"]] + list(form["dates"].items()):
        walls = []
        for row in rows:
            try:
                walls.append(wall_time(row[column], pattern))
            except ValueError:
                counts["notParsed"] += 1
        known = [wall for wall in walls if wall]
        counts["empty"][column] = len(walls) - len(known)
        counts["first"][column], counts["last"][column] = str(min(known)), str(max(known))
        if column in form["times"]:
            counts["inGap"] += sum(is_in_gap(wall, form["zone"]) for wall in known)
            counts["happenedTwice"] += sum(happened_twice(wall, form["zone"]) for wall in known)
            counts["midnight"] += sum((wall.hour, wall.minute, wall.second) == (0, 0, 0) for wall in known)
    return counts


def count_order(form, rows):
    """Rows whose second time is before their first; equal is in order."""
    if "order" not in form:
        return {}
    first, second = form["order"]
    pairs = [(wall_time(row[first], form["form"]), wall_time(row[second], form["form"])) for row in rows]
    known = [(one, other) for one, other in pairs if one and other]
    return {"compared": f"{second} before {first}", "rows": sum(other < one for one, other in known),
            "equal": sum(other == one for one, other in known)}


def count_ends(form, rows):
    """Rows whose status says that it is over and that have no time of it, and rows with a time that are not over."""
    column, closed, ended = form["status"]
    return {
        "closedWithoutTime": sum(row[column] == closed and not row[ended].strip() for row in rows),
        "openWithEnd": sum(row[column] != closed and bool(row[ended].strip()) for row in rows),
    }


def milestones_of(row):
    """Of a run, in the order in which a run goes; what is missing is left out."""
    return [(key, wall_time(row[column])) for key, column in MILESTONES.items() if row[column]]


def count_runs(rows):
    """Order of milestones: `milestones` counts each one that is earlier than the one before it that the row has (equal is
    in order), `rows` the rows with such a one, `behindTheLatest` each one that is earlier than any before it, `pairs`
    any two of a row that stand the wrong way round. Overlaps: runs from dispatch to available, the end not included, of
    rows that have both; see overlapping_pairs."""
    violations, pairs, behind, violated = collections.Counter(), 0, 0, 0
    spans = collections.defaultdict(list)
    for at, row in enumerate(rows):
        times = milestones_of(row)
        wrong = [f"{later} before {earlier}" for (earlier, one), (later, other) in zip(times, times[1:]) if other < one]
        violations.update(wrong)
        violated += bool(wrong)
        behind += sum(other < max(one for _, one in times[:index]) for index, (_, other) in enumerate(times) if index)
        pairs += sum(other < one for index, (_, one) in enumerate(times) for _, other in times[index + 1:])
        run = dict(times)
        if "clearedAt" in run and "dispatchedAt" in run:
            spans[row["Unit ID"]].append((run["dispatchedAt"], run["clearedAt"], at))
    overlaps = [pair for unit in spans.values() for pair in overlapping_pairs(unit)]
    entry = [(wall_time(row["Entry DtTm"]), wall_time(row["Received DtTm"]), milestones_of(row)) for row in rows]
    return {
        "order": {"rows": violated, "milestones": sum(violations.values()), "behindTheLatest": behind, "pairs": pairs,
                  "kinds": dict(violations)},
        "neverCleared": sum(not row["Available DtTm"] for row in rows),
        "incidentsNeverCleared": len({row["Call Number"] for row in rows if not row["Available DtTm"]}),
        "neverEnRoute": sum(not row["Response DtTm"] for row in rows),
        "neverOnScene": sum(not row["On Scene DtTm"] for row in rows),
        "clearedWhenDispatched": sum(run[0] == run[1] for unit in spans.values() for run in unit),
        "milestoneBeforeDispatch": sum(at < times[0][1] for _, _, times in entry for _, at in times[1:]),
        "milestoneBeforeReceived": sum(at < received for _, received, times in entry for _, at in times),
        "enteredBeforeReceived": sum(entered < received for entered, received, _ in entry),
        "overlaps": {"pairs": len(overlaps), "rows": len({span[2] for pair in overlaps for span in pair}),
                     "units": len({rows[pair[0][2]]["Unit ID"] for pair in overlaps})},
    }


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in FORMATS:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    form = FORMATS[sys.argv[1]]
    header, rows = read_rows(sys.argv[2])
    report = {**count_shape(sys.argv[2], header, rows), **count_keys(form, rows), "places": count_places(form, rows),
              "digits": count_digits(form, rows), "times": count_times(form, rows), "order": count_order(form, rows)}
    if "unit" in form:
        report["runs"] = count_runs(rows)
    if "status" in form:
        report["ends"] = count_ends(form, rows)
    print(json.dumps(report, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
