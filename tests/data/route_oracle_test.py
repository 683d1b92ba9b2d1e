#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Our routes on Columbus against those of routino, an independent router. route_oracle_test.py ONEBOARDCTL

Routino gets our speeds by class. What it does otherwise: it drives at the signed limit where we count three quarters of it
(lights and junctions), so our times are a little longer and now and then another way is the fastest; and it enters
driveways that nobody else may use, which we snap beside. Skips (77) without routino, osmium, tilemaker or shared/data/map.
"""
import json
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile

OSM = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "map" / "columbus.osm.pbf"
SHARE = pathlib.Path("/usr/share/routino")
SPEEDS = {"motorway": 95, "trunk": 62, "primary": 42, "secondary": 36, "tertiary": 31, "unclassified": 24, "residential": 24,
          "service": 12, "track": 12}
PAIRS = 120


def routino(folder, start, end):
    """Kilometres and minutes of the quickest way, or nothing."""
    answer = subprocess.run(
        ["routino-router", f"--dir={folder}", "--prefix=oracle", f"--profiles={SHARE}/profiles.xml", f"--translations={SHARE}/translations.xml",
         "--transport=motorcar", "--quickest", "--output-stdout", "--output-text-all", f"--lat1={start[0]}", f"--lon1={start[1]}",
         f"--lat2={end[0]}", f"--lon2={end[1]}"] + [f"--speed-{kind}={speed}" for kind, speed in SPEEDS.items()],
        capture_output=True, text=True, check=False)
    rows = [line.split("\t") for line in answer.stdout.splitlines() if line and not line.startswith("#")]
    return (float(rows[-1][6]), float(rows[-1][7])) if rows else None


def main():
    ctl = pathlib.Path(sys.argv[1]).resolve()
    for program in ("routino-router", "planetsplitter", "osmium", "tilemaker"):
        if not shutil.which(program):
            print(f"{program} is not here: nothing to compare with")
            return 77
    if not OSM.exists():
        print("shared/data/map/columbus.osm.pbf is not here: nothing to compare on")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        pack = pathlib.Path(folder) / "columbus.obmap"
        subprocess.run([ctl, "map", "build", "--osm", OSM, "--out", pack], check=True, capture_output=True)
        subprocess.run(["planetsplitter", f"--dir={folder}", "--prefix=oracle", f"--tagging={SHARE}/tagging.xml", OSM], check=True, capture_output=True)
        with sqlite3.connect(pack) as database:
            nodes = [(south / 1e7, west / 1e7) for south, west in database.execute("SELECT latitude, longitude FROM road_node ORDER BY id")]
        chance = random.Random(5)
        metres, seconds, disagree = [], [], 0
        while len(metres) + disagree < PAIRS:
            start, end = chance.choice(nodes), chance.choice(nodes)
            theirs = routino(folder, start, end)
            ours = json.loads(subprocess.run([ctl, "map", "route", pack, "--from", f"{start[0]},{start[1]}", "--to", f"{end[0]},{end[1]}", "--json"],
                                             capture_output=True, text=True, check=False).stdout)
            if (theirs is None) != (ours["basis"] != "road"):
                disagree += 1
            elif theirs is not None and theirs[0] > 0.5:
                metres.append(ours["metres"] / theirs[0] / 1000)
                seconds.append(ours["seconds"] / theirs[1] / 60)
    same = sum(abs(ratio - 1) < 0.01 for ratio in metres) / len(metres)
    print(f"{len(metres)} routes, {disagree} where only one found a way; ours/theirs: metres median {statistics.median(metres):.3f}, "
          f"seconds median {statistics.median(seconds):.3f}; {same:.0%} within 1 % of the length")
    assert 0.97 < statistics.median(metres) < 1.03
    assert 0.98 < statistics.median(seconds) < 1.25
    assert disagree <= PAIRS * 0.05
    assert same > 0.35
    return 0


if __name__ == "__main__":
    sys.exit(main())
