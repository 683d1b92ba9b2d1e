#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""canary_test.py ONEBOARDCTL: words that another agency may not have are nowhere near it: not in its files, not in the
memory of its desk, not on the wire."""
import pathlib
import socket
import threading

import desk
import mesh

PHONE = "13900719826"
ADDRESS = "金丝雀巷二二一号"
JOINT = "金丝雀联合三五四"


class Wire(threading.Thread):
    """A listener between two desks that keeps all that passes."""

    def __init__(self, target):
        super().__init__(daemon=True)
        self.target = target
        self.passed = bytearray()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = "127.0.0.1:%d" % self.listener.getsockname()[1]
        self.start()

    def run(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            host, port = self.target.rsplit(":", 1)
            far = socket.create_connection((host, int(port)))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(one, other), daemon=True).start()

    def carry(self, one, other):
        try:
            while piece := one.recv(65536):
                self.passed += piece
                other.sendall(piece)
        except OSError:
            pass
        finally:
            other.close()


def memory_of(process):
    """All that the process could write into a core dump."""
    with open(f"/proc/{process.pid}/maps", encoding="utf-8") as maps, open(f"/proc/{process.pid}/mem", "rb") as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("r") or "[vvar]" in line or "[vsyscall]" in line:
                continue
            begin, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(begin)
                yield memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue


def spellings(word):
    return [word.encode(), word.encode("utf-16-le")]


class Canary(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        realm = self.realm()
        self.fire = self.member(realm, "FD")
        self.police = self.member(realm, "PD")
        self.medical = self.member(realm, "EM")
        self.fire.start()
        self.wire = Wire(self.fire.endpoint)
        self.police.start(self.wire.endpoint)
        self.medical.start(self.fire)
        self.must_do(self.medical, "UNIT A03 救护车 中心站")
        self.must_do(self.fire, f"NI 火警 {ADDRESS} p1 /{JOINT}")
        self.number = self.fire.show("incidents")[0]["number"].split("-")[1]
        self.must_do(self.fire, f"AC {self.number} {PHONE} /{JOINT}")
        self.until_equal(*self.members)
        self.must_do(self.medical, f"D A03 {self.number}")
        self.until(lambda: self.knows(self.medical, JOINT), "the ambulance desk has the joint words")
        self.until_equal(*self.members)

    def knows(self, member, word):
        return word in member.run("show", "timeline", self.number, "--data", member.data, "--lang", "zh_CN").out

    def places_of(self, member, word):
        """Where a word is at a desk that runs."""
        found = [path.name for path in pathlib.Path(member.data).rglob("*") if path.is_file()
                 and any(each in path.read_bytes() for each in spellings(word))]
        if any(each in member.log.read_bytes() for each in spellings(word)):
            found.append("log")
        if any(each in piece for piece in memory_of(member.process) for each in spellings(word)):
            found.append("memory")
        return found

    def test_words_stay_where_they_may_be(self):
        self.assertIn("memory", self.places_of(self.medical, JOINT), "this test finds what is there")
        self.assertIn("memory", self.places_of(self.medical, ADDRESS))
        for word in (PHONE, JOINT, ADDRESS):
            self.assertEqual(self.places_of(self.police, word), [], word)
        self.assertEqual(self.places_of(self.medical, PHONE), [])
        self.assertNotIn("desk.db", self.places_of(self.fire, PHONE), "it is sealed on its own desk's disk")
        self.assertGreater(len(self.wire.passed), 1000)
        for word in (PHONE, JOINT, ADDRESS):
            self.assertFalse(any(each in self.wire.passed for each in spellings(word)), word)


if __name__ == "__main__":
    desk.main()
