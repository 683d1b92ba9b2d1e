#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The console as a person uses it: the real program on a screen of its own (Xvfb), real keys, and a desk of another
agency that sees each step. The second argument is the console; exit 77 where there is no Xvfb or xdotool."""
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import desk

CONSOLE = sys.argv.pop(2) if len(sys.argv) > 2 else ""
SEEN_WITHIN = 0.5  # seconds until the other agency knows
SLACK = 5.0  # for a machine that is doing other things


class Screen:
    """A display with nothing on it."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()

    def do(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], env={**os.environ, "DISPLAY": self.name},
                              capture_output=True, text=True, timeout=desk.PATIENCE)

    def close(self):
        self.server.terminate()
        self.server.wait()


class SelfTest(desk.DeskTest):
    def test_the_console_tries_itself(self):
        done = subprocess.run([CONSOLE, "--self-test"], capture_output=True, text=True, timeout=desk.PATIENCE)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout.splitlines()[-1], r"^\d+ passed, 0 failed$")

    def test_what_cannot_be_opened_is_told(self):
        for arguments, code, words in (([], 2, "--data"), (["--data", str(self.folder / "none")], 3, "none"),
                                       (["--data", "x", "--theme", "dusk"], 2, "--theme")):
            done = subprocess.run([CONSOLE, "--shot", "x.png", *arguments], capture_output=True, text=True,
                                  timeout=desk.PATIENCE)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)


class Console(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.state = {**os.environ, "ONEBOARD_STATE": str(self.folder / "state"), "LC_ALL": "C.UTF-8"}
        self.ctl("drill", "create", "--out", self.folder / "d", "--name", "Demo", "--agencies", "PD,FD")
        self.other = subprocess.Popen([desk.program(), "desk", "run", "--data", self.data("FD"), "--listen", "127.0.0.1:0"],
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.state)
        self.endpoint = json.loads(self.other.stdout.readline())["listening"]
        for line in ("UNIT E01 ENGINE", "ON E01 6c 24h", "UNIT E02 ENGINE", "ON E02 6c 24h"):
            self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "--confirm", line)
        self.ctl("policy", "dispatch", "--data", self.data("FD"), "--to", "PD", "--grant", "direct", "--role", "supervisor")
        self.screen = Screen()
        self.log = open(self.folder / "console.log", "w+", encoding="utf-8")
        self.console = subprocess.Popen(
            [CONSOLE, "--data", self.data("PD"), "--peer", self.endpoint, "--operator", "Li", "--position", "PD-1",
             "--lang", "en"], env={**self.state, "DISPLAY": self.screen.name, "QT_QPA_PLATFORM": "xcb"},
            stdout=self.log, stderr=self.log)
        self.window = self.wait("a window", lambda: self.screen.do("search", "--onlyvisible", "--name", "OneBoard").stdout.split()[-1:])
        self.screen.do("windowfocus", "--sync", self.window[0])
        self.wait("both desks joined", lambda: [unit for unit in self.seen("PD", "units")])

    def tearDown(self):
        for process in (self.console, self.other):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        codes = [process.wait(desk.PATIENCE) for process in (self.console, self.other)]
        self.other.stdout.close()
        self.log.seek(0)
        told = self.log.read()
        self.log.close()
        self.screen.close()
        super().tearDown()
        self.assertEqual(codes, [0, 0], told)

    def data(self, agency):
        return self.folder / "d" / f"{agency}-1"

    def ctl(self, *arguments):
        done = subprocess.run([desk.program(), *map(str, arguments), "--json"], capture_output=True, text=True,
                              env=self.state, timeout=desk.PATIENCE, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def seen(self, agency, what):
        return self.ctl("show", what, "--data", self.data(agency))

    def wait(self, what, look):
        end = time.monotonic() + desk.PATIENCE
        while time.monotonic() < end:
            if found := look():
                return found
            self.assertIsNone(self.console.poll(), f"the console ended while {what} was waited for")
            time.sleep(0.05)
        self.screen.do("windowfocus", self.window[0])
        self.fail(f"{what} did not come")

    def type(self, line):
        """In the command line, by keys alone."""
        self.screen.do("key", "F2")
        self.screen.do("type", "--delay", "4", line)
        self.screen.do("key", "Return")

    def incident(self, agency, test):
        found = [each for each in self.seen(agency, "incidents") if test(each)]
        return found[0] if found else None

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
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("skipped: Xvfb or xdotool is missing (packages xvfb, xdotool)")
        sys.exit(77)
    desk.main()
