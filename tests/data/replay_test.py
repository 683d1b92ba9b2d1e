#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""replay_test.py ONEBOARDCTL: the real week of San Francisco, entered by the commands of an operator on a fresh drill
desk, against the file: every time at the end, and the boards of ten random moments. Then the same file again, and a cut
of it as a feed. Skips without the folder shared beside the repository.
"""
import datetime
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "system"))
import desk as system  # noqa: E402

WEEK = HERE.parents[2] / "shared/data/incidents/sffd_2016-12-31_2017-01-07.csv"
PATIENCE = 600  # seconds after which a program counts as hung
# Two rows have three milestones from long before the call: no operator can type these.
BEFORE_THE_CALL = [6418, 6418, 6419]


def needs_week():
    if not WEEK.is_file():
        raise unittest.SkipTest(f"{WEEK} is not there (public data lies in the folder shared beside the repository)")


class ReplayedWeek(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        needs_week()
        cls.folder = tempfile.TemporaryDirectory(prefix="oneboard-replay-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.desk = system.Desk(cls.folder.name)
        cls.code, cls.said = cls.replay("--speed", "max")

    @classmethod
    def replay(cls, *options):
        done = subprocess.run([system.program(), "replay", "--data", cls.desk.data, "--format", "sffd", "--json",
                               *system.OPERATOR, *options, WEEK], capture_output=True, text=True, timeout=PATIENCE,
                              env=cls.desk.environment(), check=False)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]

    def check(self, script, *options):
        done = subprocess.run([sys.executable, HERE / script, WEEK, "--replay", *options], capture_output=True, text=True,
                              timeout=PATIENCE, env=self.desk.environment(), check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_time_of_the_file_stands(self):
        options = []
        for what in ("incidents", "units", "assignments"):
            shown = pathlib.Path(self.folder.name) / f"{what}.jsonl"
            shown.write_text(self.desk.must("show", "--data", self.desk.data, "--all", "--json", what).out, encoding="utf-8")
            options += [f"--{what}", shown]
        self.check("compare_sffd.py", *options)

    def test_the_boards_of_random_moments_are_those_of_the_file(self):
        self.check("boards_sffd.py", "--data", self.desk.data, "--ctl", system.program(), "--instants", "10", "--seed",
                   str(system.SEED))

    def test_the_figures_of_the_file(self):
        report = self.said[-1]["replay"]
        self.assertEqual({key: report[key] for key in ("rows", "incidents", "units", "released", "corrections", "skipped")},
                         {"rows": 7704, "incidents": 3560, "units": 178, "released": 1544, "corrections": 26, "skipped": 0})
        self.assertEqual(sorted((each["line"], each["reason"]) for each in report["refused"]),
                         [(line, "beforeOpening") for line in BEFORE_THE_CALL])
        self.assertEqual(self.code, 1)

    def test_the_journal_is_sound(self):
        self.assertEqual(self.desk.verify().code, 0)

    def test_once_more_doubles_nothing(self):
        before = len(self.desk.show("incidents", "--all"))
        code, said = self.replay("--speed", "max")
        self.assertEqual(code, 0)
        self.assertEqual((said[-1]["replay"]["skipped"], said[-1]["replay"]["commands"]), (3560, 0))
        self.assertEqual(len(self.desk.show("incidents", "--all")), before)


class Feed(unittest.TestCase):
    """A morning as if it were now, ten thousand times as fast."""

    def setUp(self):
        needs_week()
        folder = tempfile.TemporaryDirectory(prefix="oneboard-feed-")
        self.addCleanup(folder.cleanup)
        self.desk = system.Desk(folder.name)

    def follow(self, *options):
        return subprocess.Popen([system.program(), "replay", "--data", self.desk.data, "--format", "sffd", "--json",
                                 "--follow", *system.OPERATOR, *options, WEEK], stdout=subprocess.PIPE, text=True,
                                env=self.desk.environment())

    def test_commands_happen_now_and_units_move(self):
        began = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=1)
        feed = self.follow("--speed", "2000", "--from", "2017-01-03T16:00:00Z", "--until", "2017-01-03T20:00:00Z")
        out, _ = feed.communicate(timeout=PATIENCE)
        self.assertEqual(feed.returncode, 0)
        said = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(len([each for each in said if "command" in each]), said[-1]["replay"]["commands"])
        fixes = [each["fix"] for each in said if "fix" in each]
        self.assertTrue(any(fix["speed"] > 0 for fix in fixes))
        self.assertTrue(all(37 < fix["latitude"] < 38.3 and -123.6 < fix["longitude"] < -121.8 for fix in fixes))
        opened = [datetime.datetime.fromisoformat(each["openedAt"]) for each in self.desk.show("incidents", "--all")]
        self.assertGreater(min(opened), began)

    def test_an_interrupt_ends_it_cleanly(self):
        feed = self.follow("--speed", "1", "--from", "2017-01-03T16:00:00Z")
        first = json.loads(feed.stdout.readline())
        self.assertEqual(first["command"]["did"], "open")
        feed.send_signal(signal.SIGINT)
        out, _ = feed.communicate(timeout=PATIENCE)
        self.assertEqual(feed.returncode, 0)
        self.assertTrue(json.loads(out.splitlines()[-1])["replay"]["ended"])
        self.assertEqual(self.desk.verify().code, 0)


if __name__ == "__main__":
    system.main()
