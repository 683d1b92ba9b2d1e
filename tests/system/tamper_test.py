#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Whoever edits the journal's file is found out: every edit of evidence is named by log and index."""
import pathlib
import shutil
import sqlite3

import desk

EDITS = 2_000 if desk.FULL else 200
SEQUENCE_BITS, INDEX_BITS = 36, 4  # core/store/row_id.h
SEQUENCE_MASK = (1 << SEQUENCE_BITS) - 1
# Table to (columns of bytes, columns of numbers).
EVIDENCE = {"event": (["leaf", "header"], ["level"]), "section": (["body"], ["class"]),
            "head": (["root", "note"], ["hlc"])}


class Nothing(Exception):
    """This edit would leave the file as it is."""


class Evidence:
    """One edit of a copied file; `touched` are rows of events as (log row, index)."""

    def __init__(self, file, random):
        self.connection = sqlite3.connect(file, isolation_level=None)
        self.random = random
        self.touched = set()

    def place(self, table, row):
        event = row >> INDEX_BITS if table == "section" else row
        return event >> SEQUENCE_BITS, event & SEQUENCE_MASK

    def row(self, table):
        rows = [row for row, in self.connection.execute(f"SELECT id FROM {table}")]
        return self.random.choice(rows)

    def value(self, table, row, column):
        return self.connection.execute(f"SELECT {column} FROM {table} WHERE id = ?", (row,)).fetchone()[0]

    def put(self, table, row, column, value):
        if value == self.value(table, row, column):
            raise Nothing
        self.touched.add(self.place(table, row))
        self.connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, row))

    def flip(self, table, column):
        row = self.row(table)
        value = self.value(table, row, column)
        if isinstance(value, int):
            return self.put(table, row, column, value ^ 1 << self.random.randrange(4))
        data = bytearray(value.encode() if isinstance(value, str) else value)
        # Text stays text: a note is ASCII.
        data[self.random.randrange(len(data))] ^= 1 << self.random.randrange(7 if isinstance(value, str) else 8)
        self.put(table, row, column, data.decode() if isinstance(value, str) else bytes(data))

    def change(self, table, column):
        row = self.row(table)
        value = self.value(table, row, column)
        if isinstance(value, int):
            return self.put(table, row, column, self.random.choice([-1, 1 << 40, value + 1]))
        if isinstance(value, str):
            return self.put(table, row, column, value.replace("a", "b", 1))
        self.put(table, row, column, self.random.randbytes(len(value)))

    def truncate(self, table, column):
        row = self.row(table)
        value = self.value(table, row, column)
        self.put(table, row, column, value[:self.random.randrange(len(value))])

    def lengthen(self, table, column):
        row = self.row(table)
        value = self.value(table, row, column)
        self.put(table, row, column, value + (" " if isinstance(value, str) else b"\0"))

    def swap(self, table, column):
        one, other = self.row(table), self.row(table)
        first, second = self.value(table, one, column), self.value(table, other, column)
        self.put(table, one, column, second)
        self.put(table, other, column, first)

    def remove_header(self):
        self.put("event", self.row("event"), "header", None)

    def delete(self, table):
        row = self.row(table)
        log, index = self.place(table, row)
        before = [index]
        if table == "head":
            # A head that a newer one of its log covers says nothing that the newer one does not.
            newest, = self.connection.execute("SELECT max(id) FROM head WHERE id >> ? = ?",
                                              (SEQUENCE_BITS, log)).fetchone()
            if row != newest:
                raise Nothing
            before += [at & SEQUENCE_MASK for at, in self.connection.execute(
                "SELECT id FROM head WHERE id < ? AND id >> ? = ? ORDER BY id DESC LIMIT 1",
                (row, SEQUENCE_BITS, log))] or [0]
        self.touched.update((log, at) for at in before)
        self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (row,))

    def renumber(self, table):
        row = self.row(table)
        target = self.random.choice([row + 1, row - 1, row ^ 1 << self.random.randrange(62), -row, row + 1000,
                                     self.row(table)])
        held = self.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (target,)).fetchone()
        if target == row:
            raise Nothing
        self.touched.update((self.place(table, row), self.place(table, target)))
        if held:  # the two change places
            self.connection.execute(f"UPDATE {table} SET id = ? WHERE id = ?", ((1 << 62) - 1, row))
            self.connection.execute(f"UPDATE {table} SET id = ? WHERE id = ?", (row, target))
            row = (1 << 62) - 1
        self.connection.execute(f"UPDATE {table} SET id = ? WHERE id = ?", (target, row))

    def insert_copy(self, table):
        row = self.row(table)
        last, = self.connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        columns = ", ".join(EVIDENCE[table][0] + EVIDENCE[table][1])
        self.touched.add(self.place(table, last + 1))
        self.connection.execute(f"INSERT INTO {table}(id, {columns}) SELECT ?, {columns} FROM {table} WHERE id = ?",
                                (last + 1, row))


def all_edits():
    edits = [("remove_header",)]
    for table, (texts, numbers) in EVIDENCE.items():
        edits += [(kind, table) for kind in ("delete", "renumber", "insert_copy")]
        edits += [(kind, table, column) for column in texts for kind in ("flip", "change", "truncate", "lengthen",
                                                                        "swap")]
        edits += [(kind, table, column) for column in numbers for kind in ("flip", "change")]
    edits += [("swap", "section", "class"), ("swap", "head", "hlc")]  # every level is 0 here
    return edits


class Tamper(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.desk = desk.Desk(self.folder)
        lines = ["UNIT E07 水罐消防车 滨江站"]
        for number in range(self.desk.first_number, self.desk.first_number + 8):
            lines += [f"NI 火警 长江路{number} p2 +E07 /三楼冒烟", f"AC {number:04d} 13800001234 /对面楼看见明火",
                      "ACK E07", "出动 E07", "到场 E07", f"N {number:04d} 二楼有液化气瓶", "CL E07 扑灭",
                      f"CLOSE {number:04d} 扑灭"]
        answer = self.desk.do("-", "--confirm", text="\n".join(lines) + "\n")
        self.assertEqual(answer.code, 0, answer)
        self.clean = self.folder / "clean.db"
        shutil.copyfile(self.desk.database, self.clean)
        self.logs = [log["log"] for log in self.desk.show("logs")]  # in the order of their rows
        self.assertGreaterEqual(sum(log["size"] for log in self.desk.show("logs")), 60)

    def put(self, content):
        for end in ("", "-wal", "-shm"):
            pathlib.Path(f"{self.desk.database}{end}").unlink(missing_ok=True)
        shutil.copyfile(content, self.desk.database)

    def edited(self, edit):
        """A file with this edit in it; where it touched."""
        file = self.folder / "edited.db"
        for _ in range(100):
            shutil.copyfile(self.clean, file)
            evidence = Evidence(file, self.random)
            try:
                getattr(evidence, edit[0])(*edit[1:])
                return file, evidence.touched
            except (Nothing, OverflowError):
                pass
            finally:
                evidence.connection.close()
        raise AssertionError(f"no place for {edit}")

    def is_named(self, finding, touched):
        for row, index in touched:
            log = self.logs[row - 1] if 1 <= row <= len(self.logs) else ""
            if finding.get("log") == log and abs(finding["index"] - index) <= 1:
                return True
        return False

    def test_every_edit_is_named(self):
        self.assertEqual(self.desk.verify().code, 0)
        edits = all_edits()
        missed = []
        for count in range(EDITS):
            edit = edits[count % len(edits)]
            file, touched = self.edited(edit)
            self.put(file)
            answer = self.desk.verify()
            findings = [finding for finding in answer.objects if "reason" in finding] if answer.code == 1 else []
            if not any(self.is_named(finding, touched) for finding in findings):
                missed.append(f"{' '.join(edit)} at {sorted(touched)}: {answer}")
        self.assertFalse(missed, "\n".join(missed))
        self.put(self.clean)
        self.assertEqual(self.desk.verify().code, 0)

    def test_a_broken_file_is_told(self):
        whole = self.clean.read_bytes()
        for cut in (1, 100, 5000, len(whole) // 2, len(whole) - 4096):
            (self.folder / "cut.db").write_bytes(whole[:cut])
            self.put(self.folder / "cut.db")
            answer = self.desk.verify()
            self.assertIn(answer.code, (1, 3), f"cut to {cut}: {answer}")
            self.assertTrue(answer.code == 1 or answer.err, f"cut to {cut}: {answer}")
        for _ in range(20):
            torn = bytearray(whole)
            page = self.random.randrange(1, len(whole) // 4096) * 4096
            torn[page:page + 4096] = self.random.randbytes(4096)
            (self.folder / "torn.db").write_bytes(torn)
            self.put(self.folder / "torn.db")
            answer = self.desk.verify()
            self.assertIn(answer.code, (0, 1, 3), f"page at {page}: {answer}")  # 0: not a page of evidence

    def test_the_place_of_the_folder_does_not_matter(self):
        shutil.copytree(self.desk.data, self.folder / "elsewhere")
        self.desk.data = self.folder / "elsewhere"
        self.assertEqual(self.desk.verify().code, 0)
        self.desk.state = self.folder / "no-guard"
        self.assertEqual(self.desk.verify().code, 0)
        self.assertFalse(self.desk.state.exists())


if __name__ == "__main__":
    desk.main()
