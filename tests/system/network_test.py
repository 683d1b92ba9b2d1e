#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Desks with a network of their own each (Linux network namespaces): lines that lose packets, that are cut in one
direction, and desks that only meet through another one. Needs root; skipped without."""
import os
import random
import subprocess
import threading
import time

import desk
import mesh

PORT = 7400
# A peer that says nothing for 15 seconds is dead (net/limits.h); dialling again takes a few more.
NOTICED, RECONNECTED = 40, 90


def ip(*words):
    return subprocess.run(["ip", *words], capture_output=True, text=True, check=False)


def must_ip(*words):
    done = ip(*words)
    if done.returncode != 0:
        raise AssertionError(f"ip {' '.join(words)}: {done.stderr}")


def why_not():
    if os.geteuid() != 0:
        return "network namespaces need root"
    name = f"ob{os.getpid()}t"
    try:
        made = ip("netns", "add", name)
    except FileNotFoundError:
        return "there is no program ip (package iproute2)"
    if made.returncode != 0:
        return f"no network namespaces here: {made.stderr.strip()}"
    ip("netns", "del", name)
    return None


class Line:
    """Between two desks; each direction can be cut by itself."""

    def __init__(self, number, one, other):
        self.ends = {one: f"10.77.{number}.1", other: f"10.77.{number}.2"}
        devices = {member: f"obl{number}{end}" for member, end in ((one, "a"), (other, "b"))}
        must_ip("link", "add", devices[one], "netns", one.space, "type", "veth", "peer", "name", devices[other],
                "netns", other.space)
        for member, device in devices.items():
            must_ip("-n", member.space, "addr", "add", f"{self.ends[member]}/30", "dev", device)
            must_ip("-n", member.space, "link", "set", device, "up")

    def __contains__(self, member):
        return member in self.ends

    def far(self, member):
        return next(address for each, address in self.ends.items() if each is not member)

    def cut(self, sender):
        """Nothing that the sender says arrives any more."""
        must_ip("-n", sender.space, "route", "replace", "blackhole", self.far(sender))

    def heal(self, sender):
        ip("-n", sender.space, "route", "del", "blackhole", self.far(sender))


class Network(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        reason = why_not()
        if reason:
            self.skipTest(reason)
        realm = self.realm()
        self.fire, self.police, self.medical = (self.placed(realm, code) for code in ("FD", "PD", "EM"))
        self.all = (self.fire, self.police, self.medical)
        self.lines = [Line(0, self.fire, self.police), Line(1, self.fire, self.medical), Line(2, self.police, self.medical)]

    def placed(self, realm, code):
        member = self.member(realm, code)
        member.space = f"ob{os.getpid()}{code.lower()}"
        must_ip("netns", "add", member.space)
        self.addCleanup(ip, "netns", "del", member.space)
        must_ip("-n", member.space, "link", "set", "lo", "up")
        member.within = ["ip", "netns", "exec", member.space]
        member.endpoint = f"0.0.0.0:{PORT}"
        return member

    def line(self, one, other):
        return next(line for line in self.lines if one in line and other in line)

    def peer(self, caller, called):
        return f"{self.line(caller, called).far(caller)}:{PORT}"

    def start_all(self):
        self.fire.start()
        self.police.start(self.peer(self.police, self.fire))
        self.medical.start(self.peer(self.medical, self.fire), self.peer(self.medical, self.police))

    def connected(self, member, name):
        return any(link["desk"] == name and link["state"] == "connected" for link in member.links())

    def work(self, count):
        for number in range(count):
            self.must_do(self.fire, f"NI 火警 长江路{number}")
            self.must_do(self.police, f"NI 盗窃 人民路{number}")
            self.must_do(self.medical, f"NI 中风 和平路{number}")

    def test_lines_that_lose_what_is_sent_lose_no_event(self):
        self.start_all()
        self.work(1)
        self.until_equal(*self.all)
        choices, isover = random.Random(7), threading.Event()

        def lose():
            """Short cuts, each direction for itself: about a third of the time nothing gets through."""
            cut = set()
            while not isover.is_set():
                line = choices.choice(self.lines)
                sender = choices.choice(list(line.ends))
                if (line, sender) in cut:
                    line.heal(sender)
                    cut.discard((line, sender))
                elif len(cut) < 3:
                    line.cut(sender)
                    cut.add((line, sender))
                time.sleep(choices.uniform(0.02, 0.3))
            for line, sender in cut:
                line.heal(sender)

        losing = threading.Thread(target=lose)
        losing.start()
        try:
            self.work(40 if desk.FULL else 12)
        finally:
            isover.set()
            losing.join()
        self.until_equal(*self.all, seconds=RECONNECTED)
        for member in self.all:
            self.assertEqual(member.stop(), 0)
        self.assert_sound(*self.all)

    def test_a_line_that_is_cut_in_one_direction_is_noticed_on_both_sides(self):
        self.start_all()
        self.work(1)
        self.until_equal(*self.all)
        line = self.line(self.fire, self.police)
        line.cut(self.fire)
        for member, name in ((self.fire, "PD-1"), (self.police, "FD-1")):
            self.until(lambda: not self.connected(member, name), f"{member.name} notices that {name} is gone", NOTICED)
        # What both enter meanwhile goes by the medical desk as far as it may; the rest after the cut.
        self.work(1)
        line.heal(self.fire)
        self.until(lambda: self.connected(self.fire, "PD-1"), "the line is used again", RECONNECTED)
        self.until_equal(*self.all, seconds=RECONNECTED)

    def test_desks_that_never_meet_hear_of_each_other_through_a_third(self):
        apart = self.line(self.fire, self.medical)
        for member in (self.fire, self.medical):
            apart.cut(member)
        self.start_all()
        self.work(2)
        self.until_equal(*self.all, seconds=RECONNECTED)
        self.assertFalse(self.connected(self.fire, "EM-1"))
        for member in self.all:
            self.assertEqual(member.stop(), 0)
        self.assert_sound(*self.all)


if __name__ == "__main__":
    desk.main()
