#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Desks that run among others while their disk fills up or their clock is wrong."""
import ctypes
import os
import pathlib
import shutil

import desk
import mesh

LIBC = ctypes.CDLL(None, use_errno=True)
MEGABYTE = 1 << 20


def mount_small_disk(folder, size):
    """A file system of its own below this folder; why not, when that is not possible here."""
    options = f"size={size}".encode()
    if LIBC.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, options) != 0:
        return f"cannot mount a small disk here: {os.strerror(ctypes.get_errno())}"
    return None


class Disk(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        self.disk = pathlib.Path(self.folder) / "disk"
        self.disk.mkdir()
        reason = mount_small_disk(self.disk, 24 * MEGABYTE)
        if reason:
            self.skipTest(reason)
        self.addCleanup(LIBC.umount2, os.fsencode(self.disk), 2)
        realm = self.realm()
        self.fire, self.police = self.member(realm, "FD"), self.member(realm, "PD")
        # The database of the fire desk stands on the small disk, the rest where it was.
        moved = self.disk / "desk"
        shutil.copytree(self.fire.data, moved)
        shutil.rmtree(self.fire.data)
        self.fire.data = moved

    def fill(self):
        with open(self.disk / "filler", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                pass

    def test_a_full_disk_stops_nobody_else_and_loses_nothing(self):
        self.fire.start()
        self.police.start(self.fire)
        self.must_do(self.fire, "NI 火警 长江路1")
        self.until_equal(self.fire, self.police)
        self.fill()
        answered, refused = [1], None
        for number in range(2, 4000):
            answer = self.fire.do(f"NI 火警 长江路{number} /{'浓烟' * 200}", "--confirm", "--json")
            if answer.code != 0:
                refused = answer
                break
            answered.append(number)
        self.assertIsNotNone(refused, "the disk never was full")
        # Whoever is at the desk is told, in words; what was answered before stands.
        self.assertTrue("storageReadOnly" in refused.out or refused.code == 3, refused)
        self.until(lambda: "storage failed" in self.fire.said(), "the log says why")
        for number in range(5):
            self.must_do(self.police, f"NI 盗窃 人民路{number}")
        os.unlink(self.disk / "filler")
        self.until(lambda: self.fire.do("NI 火警 和平路1", "--confirm").code == 0, "the desk saves again", 60)
        self.until_equal(self.fire, self.police, seconds=60)
        addresses = {incident.get("address") for incident in self.fire.show("incidents")}
        self.assertLessEqual({f"长江路{number}" for number in answered}, addresses)
        self.assertEqual(self.fire.stop(), 0)
        self.assertEqual(self.police.stop(), 0)
        self.assert_sound(self.fire, self.police)

    def test_a_start_on_a_full_disk_says_what_to_do(self):
        self.fire.start()
        self.must_do(self.fire, "NI 火警 长江路1")
        self.assertEqual(self.fire.stop(), 0)
        self.fill()
        for command in (("show", "incidents", "--data", self.fire.data), ("do", "--data", self.fire.data, *desk.OPERATOR, "NI 火警 长江路2")):
            told = self.fire.run(*command)
            if told.code != 0:  # what needs no room may be shown
                self.assertIn("make room", told.err, command)
        self.assertNotEqual(told.code, 0)
        os.unlink(self.disk / "filler")
        self.fire.start()
        self.assertEqual([each.get("address") for each in self.fire.show("incidents")], ["长江路1"])
        self.assertEqual(self.fire.stop(), 0)
        self.assert_sound(self.fire)


class Clock(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        self.library = pathlib.Path(desk.program()).parent / "libwrong_clock.so"
        realm = self.realm()
        self.fire, self.police, self.medical = (self.member(realm, code) for code in ("FD", "PD", "EM"))

    def offset_at(self, member, name):
        return next((link.get("clockOffset") for link in member.links() if link["desk"] == name), None)

    def run_with(self, seconds):
        self.police.within = ["env", f"LD_PRELOAD={self.library}", f"OB_CLOCK_SHIFT={seconds}"]
        self.fire.start()
        self.police.start(self.fire)
        self.medical.start(self.fire, self.police)
        for member, line in ((self.fire, "NI 火警 长江路1"), (self.police, "NI 盗窃 人民路1"), (self.medical, "NI 中风 和平路1")):
            self.must_do(member, line)
        self.until_equal(self.fire, self.police, self.medical)
        number = self.fire.show("incidents")[0]["number"].split("-")[1]
        for member, priority in ((self.fire, 1), (self.police, 2), (self.fire, 3)):
            answer = member.do(f"P {number} {priority}", "--confirm")
            self.assertIn(answer.code, (0, 1), answer)
            self.until_equal(self.fire, self.police, self.medical)
        measured = self.until(lambda: self.offset_at(self.fire, "PD-1"), "the offset is measured", 30)
        self.assertAlmostEqual(measured, seconds * 1000, delta=2000)
        self.assertIn(f"600 s {'ahead of' if seconds > 0 else 'behind'} ours", self.fire.said().replace("599", "600"))
        for member in (self.fire, self.police, self.medical):
            self.assertEqual(member.stop(), 0)
            self.assertEqual(member.verify().code, 0)

    def test_a_clock_that_is_ahead(self):
        self.run_with(600)

    def test_a_clock_that_is_behind(self):
        self.run_with(-600)


if __name__ == "__main__":
    desk.main()
