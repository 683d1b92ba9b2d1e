# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Reads public dispatch files with Python's own csv and zoneinfo, for the checks beside this file.

Shares no code, no mapping and no rule with the importer: what both say alike, two authors found.
"""
import csv
import datetime
import pathlib
import re
import sys
import zoneinfo

SKIPPED = 77  # exit code of a test that could not run
SAN_FRANCISCO = zoneinfo.ZoneInfo("America/Los_Angeles")
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
MONTH_FIRST = "%m/%d/%Y %I:%M:%S %p"

# In the order in which a run goes: key of `show assignments`, column of the San Francisco file.
MILESTONES = {
    "dispatchedAt": "Dispatch DtTm",
    "enRouteAt": "Response DtTm",
    "onSceneAt": "On Scene DtTm",
    "transportingAt": "Transport DtTm",
    "atDestinationAt": "Hospital DtTm",
    "clearedAt": "Available DtTm",
}


def read_rows(path):
    """Header and rows, each row a dictionary. Ends the program with SKIPPED when the file is not there."""
    path = pathlib.Path(path)
    if not path.is_file():
        print(f"skipped: {path} is not there (public data lies in the folder shared beside the repository)")
        sys.exit(SKIPPED)
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file)
        return reader.fieldnames, list(reader)


def as_replayed(run):
    """The times of a run (by the keys of MILESTONES) as a replay by ordinary commands has them: who was never on scene
    cannot be cleared and is released, and no time before the minute of the dispatch can be typed."""
    replayed = dict(run)
    if sent := run["dispatchedAt"]:
        earliest = sent.replace(second=0, microsecond=0)
        replayed.update({key: None for key, moment in run.items() if moment and moment < earliest})
    if not any(replayed[key] for key in ("onSceneAt", "transportingAt", "atDestinationAt")):
        replayed["releasedAt"] = replayed.pop("clearedAt")
    return replayed


def wall_time(text, form=MONTH_FIRST):
    """A wall time without zone; None when the text is empty, ValueError when it is not one."""
    return datetime.datetime.strptime(text, form) if text.strip() else None


def instant(text, zone=SAN_FRANCISCO, form=MONTH_FIRST):
    """In UTC; of a wall time that happened twice the first one."""
    wall = wall_time(text, form)
    return wall and wall.replace(tzinfo=zone).astimezone(datetime.timezone.utc)


def is_in_gap(wall, zone):
    """No clock showed it: it was skipped when daylight-saving time began."""
    there = wall.replace(tzinfo=zone)
    return there.astimezone(datetime.timezone.utc).astimezone(zone).replace(tzinfo=None) != wall


def happened_twice(wall, zone):
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return not is_in_gap(wall, zone) and first.utcoffset() != second.utcoffset()


def point(text):
    """(latitude, longitude) of "(37.7, -122.4)"; None when the text is empty or is not a point."""
    found = re.fullmatch(r"\s*\(\s*([-+0-9.eE]+)\s*,\s*([-+0-9.eE]+)\s*\)\s*", text)
    return (float(found[1]), float(found[2])) if found else None


def iso(moment):
    """As OneBoard writes it: UTC with milliseconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def overlapping_pairs(spans):
    """Pairs of half-open spans (begin, end, anything) that share a moment. A span without length shares none."""
    spans = sorted(spans, key=lambda span: span[:2])
    for at, (_, end, _) in enumerate(spans):
        for later in spans[at + 1:]:
            if later[0] >= end:
                break
            if later[0] < later[1]:
                yield spans[at], later
