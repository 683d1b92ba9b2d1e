# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The real console on a screen of its own (Xvfb), and a desk of another agency beside it, for the tests in this folder.
The second argument of a test is the console."""
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import desk

CONSOLE = sys.argv.pop(2) if len(sys.argv) > 2 else ""


def is_possible():
    return shutil.which("Xvfb") is not None and shutil.which("xdotool") is not None


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


class ConsoleTest(desk.DeskTest):
    """The console of the police, and a desk of the fire brigade with two engines that the police may send."""
    ENVIRONMENT = {}

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
             "--lang", "en"], env={**self.state, **self.ENVIRONMENT, "DISPLAY": self.screen.name, "QT_QPA_PLATFORM": "xcb"},
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
