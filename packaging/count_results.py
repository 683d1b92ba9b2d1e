#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""count_results.py DIR: sums the JUnit files of CTest and the file `steps` in DIR.

Prints "N passed, N failed, N skipped" as the last line. Exit 1 on any failure, or when nothing ran.
"""
import pathlib
import sys
import xml.etree.ElementTree as xml


def outcome(case):
    """CTest writes status run, fail, notrun or disabled. Only what the test itself skipped is a skip: a
    program that could not be started is notrun too, and that is a failure."""
    status = case.get("status", "")
    if status == "run" and case.find("failure") is None:
        return "passed"
    skipped = case.find("skipped")
    if status == "disabled" or (skipped is not None and skipped.get("message", "").startswith("SKIP_")):
        return "skipped"
    return "failed"


def count(folder):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    named = {"failed": [], "skipped": []}

    def add(result, name):
        counts[result] += 1
        if result in named:
            named[result].append(name)

    for file in sorted(folder.glob("*.xml")):
        try:
            cases = xml.parse(file).getroot().iter("testcase")
            for case in cases:
                add(outcome(case), f"{file.stem}: {case.get('name')}")
        except xml.ParseError as error:
            add("failed", f"{file.stem}: results cannot be read ({error})")
    steps = folder / "steps"
    if steps.exists():
        for line in steps.read_text().splitlines():
            result, name = line.split(" ", 1)
            add(result, name)
    return counts, named


def main():
    counts, named = count(pathlib.Path(sys.argv[1]))
    for result in ("skipped", "failed"):
        for name in named[result]:
            print(f"{result}: {name}")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
