#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""boards_sffd.py CSVFILE --data DIR --ctl oneboardctl --instants N --seed S [--replay]

Compares the board of random moments of the week with the San Francisco file: which units are on which call, and how far
they are. Half of the moments are those of a milestone, where a second decides. Exit 0, 1 with a difference, 77 without
the file.

A run counts from its dispatch on. Its state is the furthest milestone, in the order of MILESTONES, whose time has come:
the file has milestones out of order.
"""
import argparse
import datetime
import json
import random
import subprocess
import sys

from dispatch_file import MILESTONES, as_replayed, instant, iso, read_rows

SHOWN = 20
PATIENCE = 300  # seconds after which the program counts as hung


def runs_of(rows):
    return {(row["Call Number"].strip(), row["Unit ID"].strip()):
            {key: instant(row[column]) for key, column in MILESTONES.items()} for row in rows}


def replayed(runs):
    return {key: as_replayed(run) for key, run in runs.items()}


def board_at(runs, moment):
    """State of every run that was dispatched by then."""
    board = {}
    for key, run in runs.items():
        if run["dispatchedAt"] and run["dispatchedAt"] <= moment:
            reached = [milestone for milestone, at in run.items() if at and at <= moment]
            board[key] = reached[-1].removesuffix("At")
    return board


class Desk:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.calls = {each["id"]: each.get("sourceId") for each in self.show("incidents", "--all")}
        self.callsigns = {each["id"]: each["callsign"] for each in self.show("units", "--all")}

    def show(self, what, *options):
        command = [self.program, "show", "--data", self.folder, what, *options, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def board_at(self, moment):
        return {(self.calls.get(each["incident"]), self.callsigns.get(each["unit"])): each["state"]
                for each in self.show("assignments", "--at", iso(moment))}


def moments(runs, count, seed):
    chance = random.Random(seed)
    known = sorted(moment for run in runs.values() for moment in run.values() if moment)
    length = int((known[-1] - known[0]).total_seconds())
    for at in range(count):
        if at % 2:
            yield chance.choice(known)
        else:
            yield known[0] + datetime.timedelta(seconds=chance.randrange(length))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("csvfile")
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--ctl", required=True)
    arguments.add_argument("--instants", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--replay", action="store_true", help="the desk was filled by a replay")
    given = arguments.parse_args()
    runs = runs_of(read_rows(given.csvfile)[1])
    if given.replay:
        runs = replayed(runs)
    desk = Desk(given.ctl, given.data)
    differences = []
    for moment in moments(runs, given.instants, given.seed):
        file, there = board_at(runs, moment), desk.board_at(moment)
        active = sum(state not in ("cleared", "released") for state in file.values())
        found = [f"{iso(moment)} {key}: file {file.get(key)}, desk {there.get(key)}"
                 for key in sorted(file.keys() | there.keys(), key=str) if file.get(key) != there.get(key)]
        print(f"{iso(moment)}: {len(file)} runs so far, {active} active, {len(found)} differences", flush=True)
        differences += found
    for line in differences[:SHOWN]:
        print(line)
    print(f"instants: {given.instants}, differences: {len(differences)}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
