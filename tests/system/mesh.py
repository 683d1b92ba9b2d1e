# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Desks of several agencies that run side by side as real processes, over real sockets."""
import json
import os
import pathlib
import signal
import subprocess
import time

import desk


class Member(desk.Desk):
    """A desk of one agency; `start` lets it run, `show` and `do` go to it while it runs. `within`: the command that
    it is run by, for a network or a clock of its own."""

    def __init__(self, folder, realm, agency, name):
        self.place(folder, name)
        self.agency = agency
        made = self.must("desk", "init", "--data", self.data, "--realm", realm, "--agency", agency, "--name", name,
                         "--json")
        self.first_number = made.objects[0]["numberFirst"]

    def place(self, folder, name):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / name
        self.state = self.folder / f"state-{name}"
        self.name = name
        self.log = self.folder / f"{name}.log"
        self.process = None
        self.endpoint = None
        self.calls = []
        self.within = []

    def start(self, *peers):
        """Listens where it listened before, calls these peers; waits until it does."""
        assert self.process is None, "it runs already"
        self.calls = list(peers) or self.calls
        command = [*self.within, desk.program(), "desk", "run", "--data", str(self.data), "--listen",
                   self.endpoint or "127.0.0.1:0"]
        for peer in self.calls:
            command += ["--peer", peer if isinstance(peer, str) else peer.endpoint]
        out_read, out_write = os.pipe()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out_write, stderr=log,
                                            env=self.environment())
        os.close(out_write)
        with os.fdopen(out_read) as out:
            line = out.readline()
        if not line:
            raise AssertionError(f"{self.name} did not start: {self.said()}")
        self.endpoint = json.loads(line)["listening"]

    def said(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def stop(self):
        """In order; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=desk.PATIENCE)
        self.process = None
        return code

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=desk.PATIENCE)
        self.process = None

    def pause(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def links(self):
        return self.show("links")

    def picture(self):
        """What every desk of the realm sees alike: no addresses, no words."""
        incidents = self.show("incidents")
        for incident in incidents:
            for words in ("address", "latitude", "longitude", "placeWithheld"):
                incident.pop(words, None)
        parts = [incidents, self.show("units"), self.show("assignments")]
        for unit in parts[1]:
            unit.pop("home", None)
        return [sorted(json.dumps(each, sort_keys=True, ensure_ascii=False) for each in part) for part in parts]


class MeshTest(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.members = []
        self.addCleanup(self.end_all)

    def end_all(self):
        for member in self.members:
            if member.process is not None:
                member.go_on()
                member.kill()

    def realm(self, agencies="FD:消防,PD:公安,EM:急救", name="realm"):
        folder = self.folder / name
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        subprocess.run([desk.program(), "realm", "create", "--out", folder, "--name", "示范市", "--kind", "drill",
                        "--agencies", agencies], check=True, capture_output=True, env=environment)
        return folder

    def member(self, realm, agency, name=None):
        made = Member(self.folder, realm, agency, name or f"{agency}-1")
        self.members.append(made)
        return made

    def until(self, condition, what, seconds=desk.PATIENCE):
        """Waits for a condition without a guess of how long it takes."""
        end = time.monotonic() + seconds
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                logs = "".join(f"--- {m.name}\n{m.said()[-2000:]}" for m in self.members)
                self.fail(f"never came: {what}\n{logs}")
            time.sleep(0.05)

    def until_equal(self, *members, seconds=desk.PATIENCE):
        def equal():
            first = members[0].picture()
            return all(member.picture() == first for member in members[1:])
        self.until(equal, "equal pictures on " + ", ".join(m.name for m in members), seconds)

    def must_do(self, member, line, *options):
        answer = member.do(line, "--confirm", *options)
        self.assertEqual(answer.code, 0, f"{line}: {answer}")
        return answer

    def assert_sound(self, *members):
        for member in members:
            answer = member.verify()
            self.assertEqual(answer.code, 0, f"{member.name}: {answer}")
