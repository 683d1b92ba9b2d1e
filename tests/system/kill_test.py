#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at any moment: nothing answered is lost, the log goes on, the next start is quick."""
import time

import desk

START_LIMIT = 5.0  # seconds from starting the program to its first answer
KILLS = 10_000 if desk.FULL else 40
KILLS_PER_DESK = 250  # a desk has a block of numbers a day
CHECK_EVERY = 20 if desk.FULL else 2


class Kill(desk.DeskTest):
    def test_every_line_is_answered_at_once(self):
        with desk.Desk(self.folder).talk() as talk:
            for number in range(5):
                talk.say(f"NI 火警 长江路{number}")
                self.assertIn("done", talk.hear(time.monotonic() + desk.PATIENCE) or {})

    def test_nothing_answered_is_lost(self):
        slowest = 0.0
        answers = 0
        for first in range(0, KILLS, KILLS_PER_DESK):
            folder = self.folder / str(first)
            folder.mkdir()
            self.one = desk.Desk(folder)
            self.answered = set()
            self.lines = 0
            for kill in range(first, min(first + KILLS_PER_DESK, KILLS)):
                slowest = max(slowest, self.work_and_die(in_start=self.random.random() < 0.35))
                if kill % CHECK_EVERY == CHECK_EVERY - 1:
                    self.check(kill)
            self.check(kill)
            answers += len(self.answered)
            if desk.FULL:
                print(f"{kill + 1} kills, {answers} answered lines, slowest start {slowest:.2f} s", flush=True)
        self.assertGreater(answers, KILLS // 2)
        print(f"{KILLS} kills, {answers} answered lines, slowest start {slowest:.2f} s")

    def work_and_die(self, in_start):
        """Kills in the first 40 ms or up to 150 ms after the first answer; gives the time to that answer."""
        begin = time.monotonic()
        start = 0.0
        with self.one.talk() as talk:
            end = begin + self.random.uniform(0, 0.04) if in_start else None
            while end is None or time.monotonic() < end:
                self.lines += 1
                talk.say(f"NI 火警 长江路{self.lines}")
                answer = talk.hear(end or begin + desk.PATIENCE)
                if answer:
                    self.note(answer)
                elif end is None:
                    self.fail(f"no first answer: {talk.kill()}")
                if end is None:
                    start = time.monotonic() - begin
                    end = time.monotonic() + self.random.uniform(0, 0.15)
            status, late, errors = talk.kill()
        for answer in late:
            self.note(answer)
        self.assertEqual((status, errors), (-9, ""), "the program ended before it was killed")
        self.assertLessEqual(start, START_LIMIT)
        return start

    def note(self, answer):
        self.assertIn("done", answer)
        self.answered.add(answer["events"][0])

    def check(self, kill):
        held = {incident["id"] for incident in self.one.show("incidents", "--all")}
        self.assertLessEqual(self.answered, held, f"lost after kill {kill}")
        self.assertLessEqual(len(held), self.lines)
        self.assertEqual(sorted(log["lane"] for log in self.one.show("logs")), ["bulk", "live"], f"kill {kill}")
        verified = self.one.verify()
        self.assertEqual(verified.code, 0, f"kill {kill}: {verified}")


if __name__ == "__main__":
    desk.main()
