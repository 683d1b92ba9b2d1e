#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""A desk never forks itself: a copy or an older state begins new logs that name the old ones."""
import shutil
import sqlite3
import subprocess
import time

import desk

SEQUENCE_BITS = 36  # core/store/row_id.h: an event's row is log << 36 | sequence


def copied(source, target):
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


class Copy(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.desk = desk.Desk(self.folder)
        self.work("NI 火警 长江路1", "NI 火警 长江路2")
        self.old = self.logs()
        self.assertEqual(len(self.old), 2)

    def work(self, *lines):
        answer = self.desk.do("-", "--confirm", text="\n".join(lines) + "\n")
        self.assertEqual(answer.code, 0, answer)

    def logs(self):
        return {log["log"]: log for log in self.desk.show("logs")}

    def opening(self, log):
        """The first event of a log as it lies in the file: header and sections."""
        connection = sqlite3.connect(self.desk.database)
        row, = connection.execute("SELECT id FROM log WHERE log_id = ?", (bytes.fromhex(log),)).fetchone()
        event = row << SEQUENCE_BITS
        parts = connection.execute("SELECT header FROM event WHERE id = ?1 UNION ALL "
                                   "SELECT body FROM section WHERE id >> 4 = ?1", (event,)).fetchall()
        roots = dict(connection.execute("SELECT id >> 36, root FROM head ORDER BY id").fetchall())
        names = {bytes(name).hex(): roots.get(number) for number, name in
                 connection.execute("SELECT id, log_id FROM log")}
        connection.close()
        return b"".join(part for part, in parts), names

    def assert_new_incarnation(self, old):
        """Two new logs were begun, each names its predecessor, and the old ones did not grow."""
        now = self.logs()
        fresh = [log for name, log in now.items() if name not in old]
        self.assertEqual(sorted(log["lane"] for log in fresh), ["bulk", "live"])
        for name, log in old.items():
            self.assertEqual(now[name], log, "an old log went on")
        for log in fresh:
            text, roots = self.opening(log["log"])
            before = [name for name in old if old[name]["lane"] == log["lane"]][-1]
            self.assertIn(bytes.fromhex(before), text, "the new log does not name the old one")
            self.assertIn(roots[before], text, "the new log does not name the old one's root")
        verified = self.desk.verify()
        self.assertEqual(verified.code, 0, verified)

    def test_a_plain_restart_goes_on(self):
        self.work("NI 火警 长江路3")
        now = self.logs()
        self.assertEqual(set(now), set(self.old))
        self.assertGreater(sum(log["size"] for log in now.values()), sum(log["size"] for log in self.old.values()))

    def test_a_restart_after_kill_goes_on(self):
        with self.desk.talk() as talk:
            talk.say("NI 火警 长江路3")
            self.assertIsNotNone(talk.hear(time.monotonic() + desk.PATIENCE))
        self.work("NI 火警 长江路4")
        self.assertEqual(set(self.logs()), set(self.old))

    def test_a_copy_elsewhere_begins_anew(self):
        copied(self.desk.data, self.folder / "elsewhere")
        original, self.desk.data = self.desk.data, self.folder / "elsewhere"
        self.work("NI 火警 长江路3")
        self.assert_new_incarnation(self.old)
        theirs = set(self.logs())
        self.desk.data = original
        self.work("NI 火警 长江路4")
        mine = {name: log for name, log in self.logs().items() if log["size"] != self.old.get(name, {}).get("size")}
        self.assertFalse(theirs & set(mine), "both copies write the same log")

    def test_a_copy_without_guard_begins_anew(self):
        copied(self.desk.data, self.folder / "elsewhere")
        self.desk.data, self.desk.state = self.folder / "elsewhere", self.folder / "other-machine"
        self.work("NI 火警 长江路3")
        self.assert_new_incarnation(self.old)

    def test_an_older_copy_put_in_place_begins_anew(self):
        copied(self.desk.data, self.folder / "backup")
        self.work("NI 火警 长江路3")
        shutil.rmtree(self.desk.data)
        copied(self.folder / "backup", self.desk.data)
        self.work("NI 火警 长江路4")
        self.assert_new_incarnation(self.old)

    def restored(self):
        """The older bytes in the same file: neither the path nor the inode tells."""
        inode = self.desk.database.stat().st_ino
        for name in ("desk.db-wal", "desk.db-shm"):
            (self.desk.data / name).unlink(missing_ok=True)
        with open(self.desk.database, "r+b") as file:
            file.write((self.folder / "backup" / "desk.db").read_bytes())
            file.truncate()
        self.assertEqual(self.desk.database.stat().st_ino, inode)

    def test_older_bytes_in_the_same_file_begin_anew(self):
        copied(self.desk.data, self.folder / "backup")
        self.work("NI 火警 长江路3")
        self.restored()
        self.work("NI 火警 长江路4")
        self.assert_new_incarnation(self.old)

    def test_older_bytes_after_a_kill_begin_anew(self):
        copied(self.desk.data, self.folder / "backup")
        with self.desk.talk() as talk:
            talk.say("NI 火警 长江路3")
            self.assertIsNotNone(talk.hear(time.monotonic() + desk.PATIENCE))
        self.restored()
        self.work("NI 火警 长江路4")
        self.assert_new_incarnation(self.old)

    def test_two_incarnations_in_a_row(self):
        for place in ("second", "third"):
            old = self.logs()
            copied(self.desk.data, self.folder / place)
            self.desk.data = self.folder / place
            self.work("NI 火警 长江路5")
            self.assert_new_incarnation(old)


if __name__ == "__main__":
    desk.main()
