#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""csv_oracle_test.py CSV_ROWS: the reader finds what Python's csv module and codecs find, in written tables, in rubbish
and in the public files. OB_SEED chooses other random numbers."""
import csv
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import unittest

SHARED = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "incidents"
SEED = int(os.environ.get("OB_SEED", "1"))
CASES = 150
BAD = "\N{REPLACEMENT CHARACTER}"

csv.field_size_limit(1 << 30)


def found(data, encoding="", piece=65536, delimiter=","):
    done = subprocess.run([PROGRAM, encoding, str(piece), delimiter], input=data, capture_output=True, check=True,
                          timeout=60)
    return [json.loads(line) for line in done.stdout.splitlines()]


def expected(text, delimiter=","):
    """(line, fields) as Python reads: without wholly empty lines, as the reader leaves them out."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    reader = csv.reader(lines, delimiter=delimiter)
    rows, line = [], 1
    for fields in reader:
        if fields:
            rows.append((line, fields))
        line = reader.line_num + 1
    return rows


class CsvOracle(unittest.TestCase):
    def setUp(self):
        self.chance = random.Random(SEED)

    def check(self, data, text, encoding="", delimiter=","):
        rows = found(data, encoding, self.chance.choice([1, 2, 3, 7, 65536]), delimiter)
        if any(row["openQuote"] for row in rows):  # Python swallows the rest of the file
            return False
        self.assertEqual([(row["line"], row["fields"]) for row in rows], expected(text, delimiter), repr(data))
        return True

    def table(self):
        def field():
            letters = self.chance.choice(['a', 'ab 0', '",;\t|\r\n', '火警é, "\n', "'x\"\r"])
            return "".join(self.chance.choice(letters) for _ in range(self.chance.randrange(6)))
        return [[field() for _ in range(self.chance.randint(1, 5))] for _ in range(self.chance.randrange(8))]

    def test_reads_what_python_writes(self):
        for _ in range(CASES):
            delimiter, table = self.chance.choice(",;\t|:"), self.table()
            file = io.StringIO(newline="")
            # With another line end Python's writer leaves a lone line end of the other kind without quotes.
            form = self.chance.choice([("\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL), ("\r\n", csv.QUOTE_MINIMAL)])
            csv.writer(file, delimiter=delimiter, lineterminator=form[0], quoting=form[1]).writerows(table)
            text = file.getvalue()
            for encoding, mark, given in (("utf-8", b"", ""), ("utf-8", b"\xEF\xBB\xBF", "latin1"),
                                          ("utf-16-le", b"\xFF\xFE", ""), ("utf-16-be", b"", "utf-16be"),
                                          ("gb18030", b"", "gb18030")):
                data = mark + text.encode(encoding)
                self.assertTrue(self.check(data, text, given, delimiter))
            self.assertEqual([row["fields"] for row in found(data, "gb18030", 5, delimiter)], table)

    def test_reads_rubbish_as_python_does(self):
        compared = 0
        for _ in range(CASES * 4):
            text = "".join(self.chance.choice(['"', '"', ",", "\n", "\r", "\r\n", "a", " ", "火", "\0", "b"])
                           for _ in range(self.chance.randrange(40)))
            compared += self.check(text.encode(), text)
        self.assertGreater(compared, CASES)

    def test_mends_broken_utf8_as_python_does(self):
        parts = [b"a", b",", b"\n", "火".encode(), "🔥".encode(), b"\xE7\x81", b"\xF0\x9F\x94", b"\xFF", b"\xC0\xAF",
                 b"\xED\xA0\x80", b"\x80", b"\xF4\x90\x80\x80", b"\xE0\x80"]
        for _ in range(CASES):
            data = b"".join(self.chance.choice(parts) for _ in range(self.chance.randrange(1, 20)))
            text = data.decode(errors="replace")
            self.assertTrue(self.check(data, text))
            self.assertEqual(any(row["badText"] for row in found(data)), BAD in text, repr(data))

    def test_reads_the_public_files_as_python_does(self):
        files = sorted(SHARED.rglob("*.csv"))
        if not files:
            self.skipTest(f"no {SHARED}: public data lies in the folder shared beside the repository")
        for path in files:
            with self.subTest(path.name):
                data = path.read_bytes()
                rows = found(data, delimiter="")
                self.assertEqual([(row["line"], row["fields"]) for row in rows], expected(data.decode()))
                self.assertFalse(any(row["badText"] or row["tooLong"] or row["openQuote"] for row in rows))


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
