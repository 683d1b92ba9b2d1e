# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""A desk of the real program in a folder of its own, for the tests beside this file.

The program is the first argument of a test or ONEBOARDCTL. OB_SEED chooses other random numbers, OB_FULL=1 the
long form of a test.
"""
import json
import os
import pathlib
import random
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DEMO_AGENCIES = "PD:公安,FD:消防,EM:急救,UM:城管,EP:生态环境,MR:市场监管,TP:交警,TR:交通运输,EA:应急管理,JC:联合指挥中心"
OPERATOR = ["--operator", "王", "--position", "FD-1", "--role", "call-taker,dispatcher,supervisor"]
PATIENCE = 60  # seconds after which a program counts as hung
SEED = int(os.environ.get("OB_SEED", "1"))
FULL = os.environ.get("OB_FULL", "") not in ("", "0")

_program = os.environ.get("ONEBOARDCTL", "")


def program():
    return _program


def use(path):
    global _program
    _program = os.path.abspath(path)


class Answer:
    """What a program left: exit code, standard output and standard error."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def __repr__(self):
        return f"exit {self.code}\n{self.out}{self.err}"


class Desk:
    """A drill realm and one desk of its fire brigade below `folder`; each command is a process of its own."""

    def __init__(self, folder, agencies="FD:消防"):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "desk"
        self.state = self.folder / "state"
        realm = self.folder / "realm"
        self.must("realm", "create", "--out", realm, "--name", "示范市", "--kind", "drill", "--agencies", agencies)
        made = self.must("desk", "init", "--data", self.data, "--realm", realm, "--agency", "FD", "--name", "消防指挥中心-1",
                         "--json")
        self.first_number = made.objects[0]["numberFirst"]

    @property
    def database(self):
        return self.data / "desk.db"

    def environment(self):
        return {**os.environ, "ONEBOARD_STATE": str(self.state), "LC_ALL": "C.UTF-8"}

    def run(self, *arguments, text=None):
        done = subprocess.run([_program, *map(str, arguments)], input=text, capture_output=True, text=True,
                              encoding="utf-8", env=self.environment(), timeout=PATIENCE,
                              stdin=subprocess.DEVNULL if text is None else None)
        return Answer(done.returncode, done.stdout, done.stderr)

    def must(self, *arguments, text=None):
        answer = self.run(*arguments, text=text)
        if answer.code != 0:
            raise AssertionError(f"{arguments}: {answer}")
        return answer

    def do(self, line, *options, lang="en", text=None):
        return self.run("do", "--data", self.data, "--lang", lang, *OPERATOR, *options, line, text=text)

    def show(self, what, *options):
        return self.must("show", "--data", self.data, "--json", *options, what).objects

    def verify(self):
        return self.run("verify", "--data", self.data, "--json")

    def talk(self):
        return Talk([_program, "do", "--data", str(self.data), "--json", "--confirm", *OPERATOR, "-"],
                    self.environment())


class Program(Desk):
    """The program without the drill realm and the desk that most tests begin with."""

    def __init__(self, folder):  # pylint: disable=super-init-not-called
        self.folder = pathlib.Path(folder)
        self.state = self.folder / "state"


class Talk:
    """A running `do -`: lines in, answers out while it runs."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=environment, bufsize=0)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        self.received = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def say(self, line):
        try:
            self.process.stdin.write(line.encode() + b"\n")
        except BrokenPipeError:
            pass  # the answer that does not come tells

    def hear(self, until):
        """The next answer, or nothing when none came until this moment of time.monotonic()."""
        while b"\n" not in self.received:
            if not self.selector.select(max(0.0, until - time.monotonic())):
                return None
            block = os.read(self.process.stdout.fileno(), 65536)
            if not block:
                return None
            self.received += block
        line, self.received = self.received.split(b"\n", 1)
        return json.loads(line)

    def kill(self):
        """Ends the process at once; gives its exit status, the answers that were on the way and its errors."""
        if self.process.stdout.closed:
            return self.process.returncode, [], ""
        self.process.kill()
        out, err = self.process.communicate(timeout=PATIENCE)
        self.selector.close()
        lines = (self.received + out).split(b"\n")[:-1]  # what follows the last line end was not said to the end
        self.received = b""
        return self.process.returncode, [json.loads(line) for line in lines], err.decode()


class DeskTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.random = random.Random(f"{SEED} {self.id().split('.')[-1]}")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="oneboard-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)


def main():
    global _program
    if len(sys.argv) > 1 and os.path.isfile(sys.argv[1]):
        _program = sys.argv.pop(1)
    if not os.access(_program, os.X_OK):
        sys.exit("give the path of oneboardctl as the first argument or in ONEBOARDCTL")
    _program = os.path.abspath(_program)
    print(f"seed {SEED}", file=sys.stderr)
    unittest.main(module="__main__", verbosity=2)
