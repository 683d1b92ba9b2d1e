#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The console as a person uses it: the real program on a screen of its own (Xvfb), real keys, and a desk of another
agency that sees each step. The second argument is the console; exit 77 where there is no Xvfb or xdotool."""
import json
import os
import signal
import subprocess
import sys
import time

import console
import desk

SEEN_WITHIN = 0.5  # seconds until the other agency knows
SLACK = 5.0  # for a machine that is doing other things


class SelfTest(desk.DeskTest):
    def test_the_console_tries_itself(self):
        done = subprocess.run([console.CONSOLE, "--self-test"], capture_output=True, text=True, timeout=desk.PATIENCE)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout.splitlines()[-1], r"^\d+ passed, 0 failed$")

    def test_what_cannot_be_opened_is_told(self):
        for arguments, code, words in (([], 2, "--data"), (["--data", str(self.folder / "none")], 3, "none"),
                                       (["--data", "x", "--theme", "dusk"], 2, "--theme")):
            done = subprocess.run([console.CONSOLE, "--shot", "x.png", *arguments], capture_output=True, text=True,
                                  timeout=desk.PATIENCE)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)


    def test_where_people_sign_in_nobody_is_named_on_the_command_line(self):
        made = desk.Desk(self.folder)
        made.must("operator", "add", "李", "--data", made.data, "--roles", "supervisor", text="battery staple\n")
        secret = self.folder / "li"
        secret.write_text("battery staple\n")
        made.must("do", "--data", made.data, "--operator", "李", "--passphrase-file", secret,
                  "NI FIRE-STRUCT Main Street 5")
        before = made.show("timeline")

        def console_of(*arguments):
            return subprocess.run([console.CONSOLE, "--data", made.data, "--operator", "X", *map(str, arguments)],
                                  capture_output=True, text=True, timeout=desk.PATIENCE,
                                  env={**made.environment(), "QT_QPA_PLATFORM": "offscreen"})
        told = console_of()
        self.assertEqual(told.returncode, 3, told.stderr)
        self.assertIn("operators", told.stderr)
        picture = self.folder / "shot.png"
        shot = console_of("--shot", picture, "--select", made.show("incidents")[0]["number"], "--size", "1366x768")
        self.assertEqual(shot.returncode, 0, shot.stderr)
        self.assertTrue(picture.exists())
        self.assertEqual(made.show("timeline"), before, "a picture enters nothing")


    def test_beside_a_desk_without_a_window_it_says_so(self):
        made = desk.Desk(self.folder)
        headless = subprocess.Popen([desk.program(), "desk", "run", "--data", made.data, "--listen", "127.0.0.1:0"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=made.environment())
        try:
            headless.stdout.readline()
            told = subprocess.run([console.CONSOLE, "--data", made.data], capture_output=True, text=True,
                                  timeout=desk.PATIENCE, env={**made.environment(), "QT_QPA_PLATFORM": "offscreen"})
            self.assertEqual(told.returncode, 3, told.stderr)
            self.assertIn("without a window", told.stderr)
        finally:
            headless.terminate()
            headless.wait(desk.PATIENCE)
            headless.stdout.close()

    def test_of_two_starts_at_once_one_stays(self):
        made = desk.Desk(self.folder)
        started = [subprocess.Popen([console.CONSOLE, "--data", made.data], stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE, text=True,
                                    env={**made.environment(), "QT_QPA_PLATFORM": "offscreen"}) for _ in range(2)]
        try:
            end = time.monotonic() + desk.PATIENCE
            while all(each.poll() is None for each in started) and time.monotonic() < end:
                time.sleep(0.05)
            over = [each for each in started if each.poll() is not None]
            self.assertEqual(len(over), 1)
            out, err = over[0].communicate()
            self.assertEqual(over[0].returncode, 0, err)
            self.assertIn("running already", out)
        finally:
            for each in started:
                if each.poll() is None:
                    each.terminate()
                    each.communicate(timeout=desk.PATIENCE)

class FullDisk(desk.DeskTest):
    """The folder of the desk on a small disk of its own."""

    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "none", self.disk], capture_output=True, check=False).returncode:
            self.skipTest("cannot mount a small disk here")
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk], check=False)
        self.state = {**os.environ, "ONEBOARD_STATE": str(self.folder / "state"), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        self.ctl("drill", "create", "--out", self.disk / "d", "--name", "Demo", "--agencies", "PD,FD")
        self.data = self.disk / "d/PD-1"

    def ctl(self, *arguments):
        done = subprocess.run([desk.program(), *map(str, arguments), "--json"], capture_output=True, text=True, env=self.state,
                              timeout=desk.PATIENCE, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def take(self, line):
        self.ctl("do", "--data", self.data, *desk.OPERATOR, "--confirm", line)

    def wait_for(self, words, log, program):
        end = time.monotonic() + desk.PATIENCE
        while words not in log.read_text(errors="replace"):
            self.assertIsNone(program.poll(), log.read_text(errors="replace"))
            self.assertLess(time.monotonic(), end, f"{words!r} was not told: {log.read_text(errors='replace')}")
            time.sleep(0.05)

    def test_the_console_starts_and_the_desk_begins_when_there_is_room(self):
        self.take("NI 火警 长江路1")
        try:
            with open(self.disk / "filler", "wb", buffering=0) as filler:
                while filler.write(b"\0" * 4096) == 4096:
                    pass
        except OSError:
            pass
        log, picture = self.folder / "console.log", self.folder / "full.png"
        arguments = [console.CONSOLE, "--data", str(self.data), "--operator", "Li", "--position", "PD-1", "--lang", "en"]
        shown = subprocess.run([*arguments, "--shot", picture, "--size", "1366x768"], capture_output=True, text=True, env=self.state,
                               timeout=desk.PATIENCE)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertIn("make room", shown.stderr)
        self.assertTrue(picture.exists())
        with open(log, "wb") as told:
            program = subprocess.Popen(arguments, stdout=told, stderr=told, env=self.state)
        try:
            self.wait_for("make room", log, program)
            os.unlink(self.disk / "filler")
            self.wait_for("the desk goes on", log, program)
            self.take("NI 火警 长江路2")
            self.assertEqual({each["address"] for each in self.ctl("show", "incidents", "--data", self.data)}, {"长江路1", "长江路2"})
        finally:
            program.send_signal(signal.SIGTERM)
            self.assertEqual(program.wait(desk.PATIENCE), 0)
        self.ctl("verify", "--data", self.data)


class Console(console.ConsoleTest):
    def test_a_second_start_brings_the_window_of_the_first_to_the_front(self):
        def front():  # windows come as they lie upon each other
            return self.screen.do("search", "--onlyvisible", "--name", "OneBoard").stdout.split()[-1:]
        self.screen.do("key", "ctrl+shift+m")
        self.wait("the second map in front", lambda: front() != self.window)
        again = subprocess.run([console.CONSOLE, "--data", self.data("PD"), "--operator", "Wang", "--position", "PD-2"],
                               capture_output=True, text=True, timeout=desk.PATIENCE,
                               env={**self.state, "DISPLAY": self.screen.name, "QT_QPA_PLATFORM": "xcb"})
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn("running already", again.stdout)
        self.wait("the console in front", lambda: front() == self.window)
        self.screen.do("windowfocus", "--sync", self.window[0])
        self.type("NI FIRE-STRUCT Main Street 5")
        self.wait("the call, by who sits there", lambda: self.seen("PD", "incidents"))

    def test_the_main_job_by_keys_alone(self):
        self.type("NI FIRE-STRUCT Main Street 5 p1 /smoke from the roof")
        first = self.wait("the call", lambda: self.incident("PD", lambda each: each["type"] == "FIRE-STRUCT"))
        self.assertEqual(first["priority"], 1)
        number = first["number"]
        self.wait("it at the other agency", lambda: self.incident("FD", lambda each: each["number"] == number))

        # The new call is selected: a dot means it. Another agency's units are amber and want a second Enter.
        self.type("D FD-E01,FD-E02 .")
        self.assertEqual(self.seen("PD", "assignments"), [])
        self.screen.do("key", "Return")
        self.wait("the order at the other agency", lambda: len(self.seen("FD", "assignments")) == 2)
        self.wait("its receipt", lambda: all("deliveredAt" in each for each in self.seen("PD", "assignments")))

        self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "EN E01")
        self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "OS E01,E02")
        self.wait("the arrival", lambda: self.incident("PD", lambda each: each.get("progress") == "onScene"))
        self.type("N . two people on the roof")
        self.wait("the note", lambda: any("two people" in each["text"] for each in
                                           self.ctl("show", "timeline", number, "--data", self.data("FD"))))
        self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "CL E01,E02 HANDLED")
        self.wait("the clearing", lambda: all("clearedAt" in each for each in self.seen("PD", "assignments")))
        self.type("CLOSE . HANDLED")
        self.wait("the closing", lambda: self.incident("FD", lambda each: each["number"] == number)["state"] in
                  ("resolved", "closed"))

    def test_what_is_refused_stays_to_be_mended(self):
        self.type("NI FIRE-STRUCT Main Street 5")
        self.wait("the call", lambda: self.seen("PD", "incidents"))
        self.type("D FD-E09 .")
        time.sleep(0.5)
        self.assertEqual(self.seen("PD", "assignments"), [])
        for _ in range(2):
            self.screen.do("key", "BackSpace")
        for _ in range(2):
            self.screen.do("key", "BackSpace")
        self.screen.do("type", "--delay", "4", "02 .")
        self.screen.do("key", "Return")
        self.screen.do("key", "Return")
        self.wait("the order", lambda: self.seen("PD", "assignments"))

    def test_a_duplicate_is_amber(self):
        self.type("NI FIRE-STRUCT Main Street 5")
        self.wait("the call", lambda: self.seen("PD", "incidents"))
        self.type("NI FIRE-STRUCT Main Street 5")
        time.sleep(0.5)
        self.assertEqual(len(self.seen("PD", "incidents")), 1, "sent without a second Enter")
        self.screen.do("key", "Return")
        self.wait("the second call", lambda: len(self.seen("PD", "incidents")) == 2)

    def test_it_goes_on_alone_and_joins_again(self):
        self.other.send_signal(signal.SIGSTOP)
        try:
            self.type("NI MED-CHEST Main Street 7 p1")
            self.wait("the call", lambda: self.seen("PD", "incidents"))
        finally:
            self.other.send_signal(signal.SIGCONT)
        self.wait("it at the other agency", lambda: self.seen("FD", "incidents"))

    def test_who_has_seen_it_is_known(self):
        self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "NI FIRE-STRUCT Main Street 9")
        self.wait("the call", lambda: self.seen("PD", "incidents"))
        self.assertNotIn("seen", self.seen("FD", "incidents")[0])
        self.screen.do("key", "F4")
        self.screen.do("key", "Home")
        self.wait("the sighting at the other agency",
                  lambda: self.incident("FD", lambda each: [one["agency"] for one in each.get("seen", [])] == ["PD"]))
        sighting = self.seen("FD", "incidents")[0]["seen"][0]
        self.assertEqual(sighting["position"], "PD-1")

    def test_the_other_agency_knows_within_half_a_second(self):
        watch = subprocess.Popen([desk.program(), "watch", "--data", self.data("FD")], stdout=subprocess.PIPE, text=True,
                                 env=self.state)
        try:
            watch.stdout.readline()
            took = []
            for house in range(5):
                self.screen.do("key", "F2")
                self.screen.do("type", "--delay", "4", f"NI FIRE-STRUCT Main Street {house * 100}")
                begun = time.monotonic()
                self.screen.do("key", "Return")
                while json.loads(watch.stdout.readline())["kind"] != "incident":
                    pass
                took.append(time.monotonic() - begun)
            took.sort()
            print(f"seen by the other agency after {took[2] * 1000:.0f} ms (median of {len(took)})")
            self.assertLess(took[2], SEEN_WITHIN + SLACK)
        finally:
            watch.terminate()
            watch.wait()
            watch.stdout.close()


if __name__ == "__main__":
    if not console.is_possible():
        print("skipped: Xvfb or xdotool is missing (packages xvfb, xdotool)")
        sys.exit(77)
    desk.main()
