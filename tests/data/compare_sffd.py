#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""compare_sffd.py CSVFILE --incidents JSONL --units JSONL --assignments JSONL [--replay]

Compares the San Francisco file with what `oneboardctl show --all --json` printed after its import, or with --replay
after its replay. Prints counts and the first differences; exit 0 when there is none, 1 when there is one, 77 without the file.
"""
import argparse
import collections
import json
import sys

from dispatch_file import MILESTONES, as_replayed, instant, iso, point, read_rows

SHOWN = 20
# Nothing in the file says these.
NEVER = ("plannedAt", "deliveredAt", "acknowledgedAt", "stagedAt", "releasedAt", "refusedAt")
DEGREES = 0.6e-7  # the desk keeps 1e-7 of a degree
TEXT = ("Call Number", "Unit ID", "Address", "Location", "Station Area", "Unit Type")


def expected(rows):
    """What the file says: incidents by call number, runs by (call number, unit id)."""
    calls, runs = {}, {}
    for row in rows:
        row.update({key: row[key].strip() for key in TEXT})
        call = row["Call Number"]
        run = {key: instant(row[column]) for key, column in MILESTONES.items()}
        runs[call, row["Unit ID"]] = run
        calls.setdefault(call, row)
    closed = collections.defaultdict(list)
    for (call, _), run in runs.items():
        closed[call].append(run["clearedAt"])
    return calls, runs, {call: None if None in ends else max(ends) for call, ends in closed.items()}


class Comparison:
    def __init__(self):
        self.differences = []

    def differ(self, what, key, file, desk):
        if file != desk:
            self.differences.append(f"{what}: {key}: file {file}, desk {desk}")

    def same_keys(self, what, file, desk):
        for key in sorted(file - desk):
            self.differences.append(f"{what} {key}: not on the desk")
        for key in sorted(desk - file):
            self.differences.append(f"{what} {key}: not in the file")

    def time(self, what, key, file, desk):
        self.differ(what, key, file and iso(file), desk.get(key))


def by_key(comparison, what, objects, key):
    """The objects by a key that each must have, and only once."""
    found = {}
    for each in objects:
        if key(each) in found:
            comparison.differences.append(f"{what} {key(each)}: there twice")
        found[key(each)] = each
    return found


def compare_incident(comparison, row, closed, incident):
    name = f"incident {row['Call Number']}"
    # The desk does not repeat a time of the call that is that of the opening.
    comparison.differ(name, "receivedAt", iso(instant(row["Received DtTm"])),
                      incident.get("receivedAt", incident.get("openedAt")))
    comparison.time(name, "openedAt", instant(row["Entry DtTm"]), incident)
    comparison.time(name, "closedAt", closed, incident)
    comparison.differ(name, "state", "closed" if closed else "open", incident.get("state"))
    if row["Address"] not in incident.get("address", ""):
        comparison.differ(name, "address", row["Address"], incident.get("address"))
    place = point(row["Location"])
    there = (incident.get("latitude"), incident.get("longitude"))
    if place is None or None in there:
        comparison.differ(name, "place", place, None if None in there else there)
    elif any(abs(one - other) > DEGREES for one, other in zip(place, there)):
        comparison.differ(name, "place", place, there)


def compare_run(comparison, key, run, assignment):
    name = f"assignment {key}"
    for milestone, moment in run.items():
        comparison.time(name, milestone, moment, assignment)
    for milestone in NEVER:
        if milestone not in run:
            comparison.differ(name, milestone, None, assignment.get(milestone))
    furthest = [milestone for milestone, moment in run.items() if moment][-1]
    comparison.differ(name, "state", furthest.removesuffix("At"), assignment.get("state"))


def compare_units(comparison, rows, units):
    """Units, that a type of the file is one kind at one agency, and homes that kept their leading zeros."""
    stations = {row["Station Area"] for row in rows}
    kinds = collections.defaultdict(set)
    for row in rows:
        if unit := units.get(row["Unit ID"]):
            kinds[row["Unit Type"]].add((unit.get("agency"), unit.get("kind")))
    for kind, found in kinds.items():
        if len(found) > 1:
            comparison.differences.append(f"unit type {kind}: is {sorted(found, key=str)}")
    for callsign, unit in units.items():
        if unit.get("home") and unit["home"] not in stations:
            comparison.differences.append(f"unit {callsign}: home {unit['home']} is no station of the file")


def compare(rows, incidents, units, assignments, replayed):
    comparison = Comparison()
    calls, runs, closed = expected(rows)
    if replayed:
        runs = {key: as_replayed(run) for key, run in runs.items()}
    incident_of = {each["id"]: each for each in incidents}
    unit_of = {each["id"]: each for each in units}

    desk_calls = by_key(comparison, "incident", incidents, lambda each: each.get("sourceId"))
    desk_units = by_key(comparison, "unit", units, lambda each: each["callsign"])
    desk_runs = by_key(comparison, "assignment", assignments,
                       lambda each: (incident_of.get(each["incident"], {}).get("sourceId"),
                                     unit_of.get(each["unit"], {}).get("callsign")))
    comparison.same_keys("incident", set(calls), set(desk_calls))
    comparison.same_keys("unit", {unit for _, unit in runs}, set(desk_units))
    comparison.same_keys("assignment", set(runs), set(desk_runs))
    for call in calls.keys() & desk_calls.keys():
        compare_incident(comparison, calls[call], closed[call], desk_calls[call])
    for key in runs.keys() & desk_runs.keys():
        compare_run(comparison, key, runs[key], desk_runs[key])
    compare_units(comparison, rows, desk_units)
    print(f"file: {len(rows)} rows, {len(calls)} incidents, {len({unit for _, unit in runs})} units, "
          f"{len(runs)} assignments, {sum(moment is not None for run in runs.values() for moment in run.values())} "
          f"milestones, {sum(moment is None for moment in closed.values())} incidents never closed")
    print(f"desk: {len(incidents)} incidents, {len(units)} units, {len(assignments)} assignments")
    return comparison.differences


def objects_of(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("csvfile")
    for name in ("incidents", "units", "assignments"):
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--replay", action="store_true", help="the desk was filled by a replay")
    given = arguments.parse_args()
    _, rows = read_rows(given.csvfile)
    differences = compare(rows, *(objects_of(path) for path in (given.incidents, given.units, given.assignments)),
                          given.replay)
    for line in differences[:SHOWN]:
        print(line)
    print(f"differences: {len(differences)}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
