#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The demonstration night, played as packaging/run plays it, and what the desk knows afterwards and knew then."""
import datetime
import re
import time

import desk

SCENARIO = desk.SOURCE / "resources" / "demo" / "night.txt"
MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
MILESTONES = ["dispatchedAt", "deliveredAt", "acknowledgedAt", "enRouteAt", "onSceneAt", "clearedAt", "releasedAt"]
INCIDENT_KEYS = {"id", "number", "type", "priority", "state", "firstReceiver", "address", "openedAt", "closedAt",
                 "disposition"}


def steps():
    """(line, options, exit code) of each line, by the marks of the scenario."""
    for line in SCENARIO.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        options, code = [], 0
        if line.startswith("!"):
            options, line = ["--confirm"], line[1:]
        if line.startswith("?"):
            code, line = 1, line[1:]
        yield line, options, code


def shifted(moment, milliseconds):
    at = datetime.datetime.fromisoformat(moment.replace("Z", "+00:00")) + datetime.timedelta(milliseconds=milliseconds)
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


class Night(desk.DeskTest):
    def play(self):
        """Plays everything; a line that must be refused is asked in both languages."""
        self.desk = desk.Desk(self.folder, desk.DEMO_AGENCIES)
        for line, options, code in steps():
            answer = self.desk.do(line, *options, lang="zh_CN")
            self.assertEqual(answer.code, code, f"{line}: {answer}")
            self.assertEqual(answer.err, "", line)
            if code != 0:
                english = self.desk.do(line, *options, lang="en")
                self.assertEqual(english.code, code, f"{line}: {english}")
                self.assertTrue(re.search("[\u4e00-\u9fff]", answer.out), f"{line}: {answer}")
                self.assertTrue(re.search("[A-Za-z]{3}", english.out), f"{line}: {english}")
                self.assertNotEqual(answer.out, english.out, line)

    def incidents(self, *options):
        return {incident["number"].split("-")[1]: incident for incident in self.desk.show("incidents", *options)}

    def assignments(self, *options):
        return {(one["number"].split("-")[1], one["callsign"]): one for one in self.desk.show("assignments", *options)}

    def test_the_night(self):
        self.play()
        self.check_incidents()
        self.check_units()
        self.check_assignments()
        self.check_then("--at")
        opened = self.incidents("--all")["1000"]["openedAt"]
        self.assertEqual(set(self.incidents("--at", opened)), {"1000"})
        self.check_then("--known", "--at")
        self.assertEqual(self.desk.show("conflicts"), [])
        verified = self.desk.verify()
        self.assertEqual((verified.code, verified.objects[-1]["findings"]), (0, 0), verified)

    def check_incidents(self):
        incidents = self.incidents("--all")
        self.assertEqual(set(incidents), {"1000", "1001"})
        for incident in incidents.values():
            self.assertLessEqual(INCIDENT_KEYS, set(incident))
            self.assertRegex(incident["number"], r"^\d{8}-\d{4}$")
            for key in ("openedAt", "resolvedAt", "closedAt"):
                self.assertRegex(incident[key], MOMENT)
            self.assertTrue(incident["openedAt"] < incident["resolvedAt"] <= incident["closedAt"], incident)
            self.assertEqual((incident["state"], incident["firstReceiver"], incident["disposition"]),
                             ("closed", "FD", "EXTINGUISHED"))
        self.assertEqual([(one["type"], one["priority"], one["address"], one["calls"]) for one in incidents.values()],
                         [("FIRE-STRUCT", 1, "滨江路221", 2), ("FIRE-VEH", 2, "人民路5", 1)])

    def check_units(self):
        units = {unit["callsign"]: unit for unit in self.desk.show("units")}
        self.assertEqual({name: unit["dutyState"] for name, unit in units.items()},
                         {"C01": "available", "E03": "available", "E07": "available", "L02": "unavailable"})
        self.assertEqual({name: unit["kind"] for name, unit in units.items()},
                         {"C01": "FIRE-COMMAND", "E03": "ENGINE", "E07": "ENGINE", "L02": "AERIAL"})
        self.assertEqual(units["L02"]["dutyReason"], "MAINTENANCE")
        # The end counts from the command, the beginning is the event's own stamp, which may be later; and a shift that is
        # told to a unit which is available already does not make it available anew.
        for name, what, hours, earliest, latest in (("L02", "dutyUntil", 2, -1000, 0), ("E07", "shiftEnd", 12, 0, 60_000)):
            end = shifted(units[name]["dutySince"], hours * 3_600_000)
            self.assertTrue(shifted(end, earliest) <= units[name][what] <= shifted(end, latest), units[name])
        for unit in units.values():
            self.assertNotIn("distressSince", unit)

    def check_assignments(self):
        assignments = self.assignments()
        reached = {key: [name for name in MILESTONES if name in one] for key, one in assignments.items()}
        self.assertEqual(reached, {
            ("1000", "E03"): ["dispatchedAt", "acknowledgedAt", "enRouteAt", "onSceneAt", "clearedAt"],
            ("1000", "E07"): ["dispatchedAt", "deliveredAt", "enRouteAt", "releasedAt"],
            ("1000", "C01"): ["dispatchedAt", "releasedAt"],
            ("1001", "E07"): ["dispatchedAt", "onSceneAt", "clearedAt"]})
        self.assertEqual({key: one["state"] for key, one in assignments.items()},
                         {("1000", "E03"): "cleared", ("1000", "E07"): "released", ("1000", "C01"): "released",
                          ("1001", "E07"): "cleared"})
        self.assertEqual((assignments["1000", "E07"]["reason"], assignments["1000", "E07"]["deliveredBy"],
                          assignments["1000", "C01"]["reason"], assignments["1000", "E03"]["disposition"]),
                         ("CLOSER", "voice", "ENOUGH", "EXTINGUISHED"))
        incidents = {one["number"]: one["id"] for one in self.desk.show("incidents", "--all")}
        units = {unit["callsign"]: unit["id"] for unit in self.desk.show("units")}
        for one in assignments.values():
            self.assertRegex(one["id"], "^[0-9a-f]{64}$")
            self.assertEqual((one["incident"], one["unit"]), (incidents[one["number"]], units[one["callsign"]]))
            moments = [one[name] for name in MILESTONES if name in one]
            self.assertEqual(moments, sorted(moments), one)
            for moment in moments:
                self.assertRegex(moment, MOMENT)
        # Taken off the one and sent to the other by one command.
        self.assertEqual(assignments["1000", "E07"]["releasedAt"], assignments["1001", "E07"]["dispatchedAt"])

    def check_then(self, *at):
        now, assignments = self.incidents("--all"), self.assignments()
        opened = [now[number]["openedAt"] for number in ("1000", "1001")]
        for what in ("incidents", "units", "assignments", "conflicts"):
            self.assertEqual(self.desk.show(what, *at, "2000-01-01T00:00:00Z"), [], what)
        before = shifted(opened[0], -1)
        self.assertEqual(self.incidents(*at, before), {})
        self.assertEqual(len(self.desk.show("units", *at, before)), 4)

        # What is known of a command is known some milliseconds after its own stamp: ask before the next one's.
        called = shifted(assignments["1000", "E07"]["dispatchedAt"], -1)
        first = self.incidents(*at, called)
        self.assertEqual({number: one["state"] for number, one in first.items()}, {"1000": "open"})
        self.assertNotIn("closedAt", first["1000"])
        self.assertEqual({key: one["state"] for key, one in self.assignments(*at, called).items()},
                         {("1000", "E03"): "dispatched"})

        between = shifted(opened[1], -1)
        self.assertEqual(set(self.incidents(*at, between)), {"1000"})
        self.assertEqual({key: one["state"] for key, one in self.assignments(*at, between).items()},
                         {("1000", "E03"): "onScene", ("1000", "E07"): "enRoute", ("1000", "C01"): "dispatched"})

        ended = self.incidents(*at, shifted(assignments["1000", "C01"]["releasedAt"], -1))
        self.assertEqual({number: one["state"] for number, one in ended.items()},
                         {"1000": "open", "1001": "closed"})

    def test_wrong_usage_exits_2(self):
        self.desk = desk.Desk(self.folder)
        data = ["--data", self.desk.data]
        for arguments in ([], ["nonsense"], ["do"], ["do", *data], ["do", "FIND 滨江"], ["do", *data, "FIND", "滨江"],
                          ["do", *data, "--role", "cook", "FIND 滨江"], ["do", *data, "--selected", "9999", "N . x"],
                          ["show"], ["show", *data], ["show", *data, "nonsense"], ["show", *data, "--nonsense", "units"],
                          ["show", *data, "--at", "yesterday", "units"], ["show", *data, "--known", "units"],
                          ["show", *data, "timeline", "9999"], ["verify"], ["verify", *data, "--nonsense"], ["desk"],
                          ["realm"], ["realm", "create"], ["desk", "init", *data]):
            answer = self.desk.run(*arguments)
            self.assertEqual(answer.code, 2, f"{arguments}: {answer}")
            self.assertTrue(answer.out or answer.err, arguments)
        for name in ("do", "show", "verify"):
            answer = self.desk.run(name, "--help")
            self.assertEqual((answer.code, answer.err), (0, ""))
            self.assertIn(f"oneboardctl {name}", answer.out)

    def test_a_missing_folder_exits_3_and_says_what_to_do(self):
        self.desk = desk.Desk(self.folder)
        (self.folder / "file").write_text("no desk")
        (self.folder / "empty").mkdir()
        for place in ("nowhere", "empty", "file"):
            for arguments in (["show", "--data", self.folder / place, "units"], ["verify", "--data", self.folder / place],
                              ["do", "--data", self.folder / place, "FIND 滨江"]):
                answer = self.desk.run(*arguments)
                self.assertEqual((answer.code, answer.out), (3, ""), f"{arguments}: {answer}")
                self.assertIn("oneboardctl desk init", answer.err)
        self.assertFalse((self.folder / "nowhere").exists())
        self.assertEqual(list((self.folder / "empty").iterdir()), [])

    def test_a_second_desk_on_one_folder_is_refused(self):
        self.desk = desk.Desk(self.folder)
        with self.desk.talk() as talk:
            talk.say("NI 火警 长江路1")
            self.assertIn("done", talk.hear(time.monotonic() + desk.PATIENCE) or {})
            refused = self.desk.do("NI 火警 长江路2")
            self.assertEqual((refused.code, refused.out), (3, ""), refused)
            self.assertIn(f"process {talk.process.pid}", refused.err)
            talk.say("NI 火警 长江路3")
            self.assertIn("done", talk.hear(time.monotonic() + desk.PATIENCE) or {})
        self.assertEqual(self.desk.do("NI 火警 长江路4").code, 0)
        self.assertEqual([one["address"] for one in self.desk.show("incidents")], ["长江路1", "长江路3", "长江路4"])


if __name__ == "__main__":
    desk.main()
