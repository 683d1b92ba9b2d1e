#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""translations.py ROOT: the Chinese catalogue is complete.

Asks lupdate for every text of the sources and compares: each has a finished translation with the same
numbered arguments, and the catalogue has no text that the sources lost. Prints what is wrong; exit 1 when
something is, 77 when lupdate is missing (package qt6-l10n-tools).
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CATALOGUE = "resources/i18n/oneboard_zh_CN.ts"
SOURCES = "ui"


def messages(file):
    """(context, source, comment) -> the translation element."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message.find("translation")
    return found


def faults(catalogue, wanted):
    for key in sorted(wanted.keys() - catalogue.keys()):
        yield key, "is not in the catalogue: run lupdate and translate it"
    for key in sorted(catalogue.keys() - wanted.keys()):
        yield key, "is not in the sources any more"
    for key, translation in catalogue.items():
        text = translation.text or ""
        if translation.get("type") or not text:
            yield key, f"is {translation.get('type') or 'empty'}"
        elif set(re.findall(r"%\d", key[1])) != set(re.findall(r"%\d", text)):
            yield key, "has other arguments: " + text


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    lupdate = shutil.which("lupdate6") or shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    if not lupdate:
        print("lupdate is missing: install qt6-l10n-tools")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        # With the headers in sight, or the texts of a class would stand under its name without the namespace.
        subprocess.run([lupdate, "-silent", "-locations", "none", str(root / SOURCES), "-I", str(root), "-ts", str(fresh)],
                       check=True)
        wanted = messages(fresh)
    if not wanted:
        print("lupdate found no text at all")
        return 1
    wrong = list(faults(messages(root / CATALOGUE), wanted))
    for (context, source, comment), fault in wrong:
        print(f"{CATALOGUE}: {context}: “{source}” {f'({comment}) ' if comment else ''}{fault}")
    print(f"{len(wanted)} texts, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
