#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The demo: desks of six agencies as real processes in the demo city, an evening of calls, and what is left of it."""
import json
import os
import signal
import subprocess

import desk

# Minutes of the demo, and how many of them go by in one.
MINUTES, SPEED = (60, 10) if desk.FULL else (24, 60)
AGENCIES = ["PD", "FD", "EM", "TP", "UM", "EP"]


class Demo(desk.DeskTest):
    def program(self, *arguments):
        environment = {key: value for key, value in os.environ.items() if key != "ONEBOARD_STATE"}
        return subprocess.Popen([desk.program(), "demo", "run", "--json", "--dir", str(self.folder / "demo"), *arguments],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)

    def ctl(self, agency, *arguments):
        done = subprocess.run([desk.program(), *arguments, "--json", "--data",
                               str(self.folder / "demo" / "desks" / f"{agency}-1")], capture_output=True, text=True,
                              env={**os.environ, "ONEBOARD_STATE": str(self.folder / "demo" / "state")})
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]

    def test_an_evening_of_six_agencies(self):
        process = self.program("--speed", str(SPEED), "--load", "3", "--hour", "17", "--minutes", str(MINUTES))
        out, err = process.communicate(timeout=desk.PATIENCE * 20)
        self.assertEqual(process.returncode, 0, out[-2000:] + err)
        objects = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([each["agency"] for each in objects[0]["desks"]], AGENCIES)
        told = objects[-1]
        self.assertEqual(told["refused"], [])
        self.assertGreater(told["calls"], 20)
        self.assertGreater(told["arrived"], 10)
        self.assertGreater(told["closed"], 0)
        self.assertGreater(told["positions"], 200)

        self.assertEqual(subprocess.run([desk.program(), "map", "check", str(self.folder / "demo" / "city.obmap")],
                                        capture_output=True).returncode, 0)
        # Each of them, and the joint centre, knows the same dangerous places, which lie in the city.
        for agency in [*AGENCIES, "JC"]:
            code, places = self.ctl(agency, "premise", "list")
            self.assertEqual((code, len(places)), (0, 10), agency)
            self.assertTrue(all("area" in each or 30 < each["latitude"] < 34 for each in places))
        boards = {}
        for agency in AGENCIES:
            self.assertEqual(self.ctl(agency, "verify")[0], 0, agency)
            code, incidents = self.ctl(agency, "show", "incidents")
            self.assertEqual(code, 0)
            boards[agency] = sorted((each["number"], each["type"], each["state"], each["priority"])
                                    for each in incidents)
            # Calls that this desk took itself lie on the map.
            own = [each for each in incidents if each["firstReceiver"] == agency]
            self.assertTrue(all("latitude" in each for each in own), own[:1])
            self.assertTrue(all(30 < each["latitude"] < 34 for each in own))
        longest = max(len(board) for board in boards.values())
        self.assertGreaterEqual(longest, told["calls"] - told["closed"])
        for agency, board in boards.items():
            self.assertEqual(board, boards["PD"], f"{agency} sees another board than PD")

    def test_it_goes_on_where_it_was_and_is_stopped_in_order(self):
        for evening in range(2):
            process = self.program("--agencies", "FD,EM", "--speed", "60", "--load", "20")
            called = 0
            while called < 3:
                line = process.stdout.readline()
                self.assertTrue(line, process.stderr.read() if process.poll() is not None else "")
                called += " /" in json.loads(line).get("line", "")
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=desk.PATIENCE)
            self.assertEqual(process.returncode, 0, out + err)
            self.assertEqual(json.loads(out.splitlines()[-1])["refused"], [], f"evening {evening}")
            self.assertEqual(self.ctl("FD", "verify")[0], 0)

    def test_what_is_not_to_be_had_is_told(self):
        for arguments, words in ((["--speed", "0"], "--speed"), (["--load", "many"], "--load"),
                                 (["--hour", "24"], "--hour"), (["--agencies", "FD,XX"], "XX")):
            process = self.program(*arguments)
            err = process.communicate(timeout=desk.PATIENCE * 4)[1]
            self.assertEqual(process.returncode, 2, err)
            self.assertIn(words, err)


if __name__ == "__main__":
    desk.main()
