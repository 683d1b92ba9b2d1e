#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""A live realm of agencies that keep their keys: each folder is a machine, and only the files that a person would
carry go from one to another."""
import shutil
import stat

import desk


class Machines(desk.Program):
    """One state for all folders that stand for machines."""

    def made(self, *arguments):
        return self.must(*arguments, "--json").objects

    def refused(self, *arguments):
        answer = self.run(*arguments, "--json")
        if answer.code != 1:
            raise AssertionError(f"{arguments}: {answer}")
        return answer.objects[0]["refusal"]["code"]

    def work(self, data, *lines):
        return self.run("do", "--data", data, "--confirm", *desk.OPERATOR, "-", text="\n".join(lines) + "\n")


class Enrolment(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.all = Machines(self.folder)
        self.centre, self.realm = self.folder / "centre", self.folder / "centre" / "realm.obrealm"
        for code in ("FD", "PD", "EM"):
            self.all.must("agency", "create", "--out", self.folder / code, "--code", code)
        agencies = [word for code in ("FD", "PD", "EM") for word in ("--agency", self.folder / code / f"{code}.obagency")]
        self.all.must("realm", "create", "--kind", "live", "--out", self.centre, "--name", "示范市", *agencies)

    def request(self, data, name, *options):
        asked, = self.all.made("desk", "request", "--data", data, "--name", name, "--out", self.fresh("request"),
                               *options)
        return asked

    def fresh(self, kind):
        self.count = getattr(self, "count", 0) + 1
        return self.folder / f"{self.count}.{kind}"

    def sign(self, asked, key, *options):
        signed, = self.all.made("agency", "sign", "--in", asked["file"], "--out", self.fresh("certificate"), "--realm",
                                self.realm, "--key", key, "--fingerprint", asked["fingerprint"], *options)
        return signed

    def enrolled(self, data, name, key, *options):
        signed = self.sign(self.request(data, name, "--realm", self.realm), key, *options)
        self.all.must("desk", "enroll", "--data", data, "--in", signed["file"])
        return signed

    def logs(self, data):
        return {log["log"]: log for log in self.all.must("show", "--data", data, "--json", "logs").objects}

    def assert_sound(self, data):
        answer = self.all.run("verify", "--data", data, "--json")
        self.assertEqual(answer.code, 0, answer)

    def assert_works(self, data, incidents=1):
        before = len(self.all.must("show", "--data", data, "--json", "incidents").objects)
        answer = self.all.work(data, *[f"NI 火警 长江路{number}" for number in range(incidents)])
        self.assertEqual(answer.code, 0, answer)
        after = self.all.must("show", "--data", data, "--json", "incidents").objects
        self.assertEqual(len(after), before + incidents)
        self.assert_sound(data)
        return after

    def test_from_keys_to_a_working_desk(self):
        data = self.folder / "FD-desk"
        asked = self.request(data, "消防-1", "--realm", self.realm)
        shown = self.all.made("realm", "show", self.realm)
        self.assertEqual([one["agency"] for one in shown[1:]], ["FD", "PD", "EM"])
        self.assertEqual((shown[0]["kind"], shown[0]["version"]), ("live", 1))
        self.assertEqual(asked["realmFingerprint"], shown[0]["fingerprint"])
        waiting = self.all.work(data, "NI 火警 长江路1")
        self.assertEqual(waiting.code, 3)
        self.assertIn("desk enroll", waiting.err)
        signed = self.sign(asked, self.folder / "FD")
        self.all.must("desk", "enroll", "--data", data, "--in", signed["file"])
        incident, = self.assert_works(data)
        self.assertGreaterEqual(int(incident["number"][9:]), signed["numberFirst"])
        self.assertLessEqual(int(incident["number"][9:]), signed["numberLast"])
        for key in [*(data / "keys").iterdir(), self.folder / "FD" / "agency.key", self.centre / "keys" / "root.key"]:
            self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600, key)

    def test_every_desk_has_numbers_of_its_own(self):
        blocks = []
        for key in ("FD", "PD"):
            for number in range(4):
                signed = self.sign(self.request(self.folder / f"{key}{number}", key, "--realm", self.realm),
                                   self.folder / key)
                blocks.append((signed["numberFirst"], signed["numberLast"]))
        blocks.sort()
        for (_, last), (first, _) in zip(blocks, blocks[1:]):
            self.assertLess(last, first, blocks)

    def test_a_field_desk_by_a_delegated_key_and_its_renewal(self):
        duty, data = self.folder / "duty", self.folder / "field"
        self.all.must("agency", "delegate", "--key", self.folder / "FD", "--realm", self.realm, "--out", duty, "--desks",
                      "1", "--may-revoke")
        signed = self.enrolled(data, "消防-车1", duty, "--scope", "assigned", "--classes", "joint,own")
        self.assertEqual((signed["scope"], signed["classes"], signed["serial"]), ("assigned", "joint,own", 1))
        old = {name: log["size"] for name, log in self.logs(data).items()}
        self.assert_works(data, 2)
        other = self.request(self.folder / "field-2", "消防-车2", "--realm", self.realm)
        self.assertEqual(self.all.refused("agency", "sign", "--in", other["file"], "--out", self.fresh("certificate"),
                                          "--realm", self.realm, "--key", duty, "--yes"), "noSerials")
        # Renewal: the same keys and numbers, other terms, new logs that name the old ones.
        asked = self.request(data, "消防-前指")
        self.assertTrue(asked["renewal"])
        renewed = self.sign(asked, duty, "--scope", "all")
        for key in ("fingerprint", "numberFirst", "numberLast", "serial"):
            self.assertEqual(renewed[key], signed[key])
        self.all.must("desk", "enroll", "--data", data, "--in", renewed["file"])
        now = self.logs(data)
        self.assertEqual(len(now), 4)
        self.assertTrue(set(old) < set(now))
        self.assert_works(data)
        self.assertEqual(len(self.logs(data)), 4, "one renewal, one incarnation")
        self.assertEqual(self.all.refused("desk", "enroll", "--data", data, "--in", renewed["file"]), "alreadyEnrolled")
        self.assertEqual(self.all.refused("desk", "enroll", "--data", data, "--in", signed["file"]), "notNewer")

    def test_a_fourth_agency(self):
        data = self.folder / "FD-desk"
        self.enrolled(data, "消防-1", self.folder / "FD")
        before = self.folder / "first.obrealm"
        shutil.copy(self.realm, before)
        self.all.must("agency", "create", "--out", self.folder / "UM", "--code", "UM")
        self.all.must("realm", "add", "--realm", self.centre, "--agency", self.folder / "UM" / "UM.obagency")
        # A certificate of the new agency does not hold where only the old version is.
        late = self.folder / "UM-desk"
        asked = self.request(late, "城管-1", "--realm", before)
        signed = self.sign(asked, self.folder / "UM")
        self.assertEqual(self.all.refused("desk", "enroll", "--data", late, "--in", signed["file"]), "unknownAgency")
        for folder in (late, data):
            self.assertEqual(self.all.made("desk", "realm", "--data", folder, "--in", self.realm)[0]["version"], 2)
        self.assertEqual(self.all.refused("desk", "realm", "--data", data, "--in", before), "notNewer")
        self.all.must("desk", "enroll", "--data", late, "--in", signed["file"])
        for folder in (late, data):
            self.assert_works(folder)
        self.assertEqual(len(self.logs(data)), 2, "a newer realm file begins no new logs")

    def test_what_does_not_fit_is_refused(self):
        asked = self.request(self.folder / "FD-desk", "消防-1", "--realm", self.realm)
        sign = ["agency", "sign", "--out", self.fresh("certificate"), "--realm", self.realm]
        unsure = self.all.run(*sign, "--in", asked["file"], "--key", self.folder / "FD")
        self.assertEqual(unsure.code, 2)
        self.assertIn(asked["fingerprint"], unsure.err)
        wrong = asked["fingerprint"][:-1] + ("0" if asked["fingerprint"][-1] != "0" else "1")
        self.assertEqual(self.all.refused(*sign, "--in", asked["file"], "--key", self.folder / "FD", "--fingerprint",
                                          wrong), "otherFingerprint")
        content = (self.folder / asked["file"]).read_bytes()
        for _ in range(20):
            at = self.random.randrange(len(content))
            edited = self.folder / "edited"
            edited.write_bytes(content[:at] + bytes([content[at] ^ 1 << self.random.randrange(8)]) + content[at + 1:])
            self.assertEqual(self.all.refused(*sign, "--in", edited, "--key", self.folder / "FD", "--yes"), "badRequest")
        # Another realm, other keys.
        self.all.must("realm", "create", "--kind", "live", "--out", self.folder / "elsewhere", "--name", "别处",
                      "--agency", self.folder / "FD" / "FD.obagency")
        elsewhere = self.folder / "elsewhere" / "realm.obrealm"
        self.assertEqual(self.all.refused("agency", "sign", "--in", asked["file"], "--out", self.fresh("certificate"),
                                          "--realm", elsewhere, "--key", self.folder / "FD", "--yes"), "otherRealm")
        self.assertEqual(self.all.refused("desk", "realm", "--data", self.folder / "FD-desk", "--in", elsewhere),
                         "otherRealm")
        self.assertEqual(self.all.refused("agency", "delegate", "--key", self.folder / "PD", "--realm", elsewhere, "--out",
                                          self.folder / "duty"), "unknownAgency")
        mine = self.sign(asked, self.folder / "FD")
        self.request(self.folder / "other", "消防-2", "--realm", self.realm)
        self.assertEqual(self.all.refused("desk", "enroll", "--data", self.folder / "other", "--in", mine["file"]),
                         "otherDesk")

    def test_a_passphrase_is_asked_for(self):
        secret, wrong = self.folder / "secret", self.folder / "wrong"
        secret.write_text("滨江 correct horse\n", encoding="utf-8")
        wrong.write_text("another\n", encoding="utf-8")
        self.all.must("agency", "create", "--out", self.folder / "UM", "--code", "UM", "--passphrase-file", secret)
        self.all.must("realm", "add", "--realm", self.centre, "--agency", self.folder / "UM" / "UM.obagency")
        asked = self.request(self.folder / "UM-desk", "城管-1", "--realm", self.realm)
        sign = ["agency", "sign", "--in", asked["file"], "--out", self.fresh("certificate"), "--realm", self.realm,
                "--key", self.folder / "UM", "--yes"]
        self.assertEqual(self.all.refused(*sign), "passphraseRequired")
        self.assertEqual(self.all.refused(*sign, "--passphrase-file", wrong), "wrongPassphrase")
        self.all.must(*sign, "--passphrase-file", secret)

    def test_a_revocation_is_checked_and_kept(self):
        data = self.folder / "FD-desk"
        self.enrolled(data, "消防-1", self.folder / "FD")
        self.assert_works(data, 3)
        events = sum(log["size"] for log in self.logs(data).values())
        statement = self.folder / "FD.revocation"
        revoke = ["agency", "revoke", "--realm", self.realm, "--desk", "消防-1", "--data", data, "--out"]
        said, = self.all.made(*revoke, statement, "--key", self.folder / "FD")
        self.assertEqual((said["logs"], said["events"]), (2, events))
        self.assertEqual(self.all.refused(*revoke, self.fresh("statement"), "--key", self.folder / "PD"), "unknownDesk")
        duty = self.folder / "duty"
        self.all.must("agency", "delegate", "--key", self.folder / "FD", "--realm", self.realm, "--out", duty)
        self.assertEqual(self.all.refused(*revoke, self.fresh("statement"), "--key", duty), "mayNotRevoke")
        for again in (False, True):
            taken, = self.all.made("desk", "take", "--data", data, "--in", statement)
            self.assertEqual((taken["taken"], taken["own"], taken["again"]), ("revocation", True, again))
        # Another agency's desk, which has never met this one.
        other = self.folder / "PD-desk"
        self.enrolled(other, "公安-1", self.folder / "PD")
        self.assertEqual(self.all.made("desk", "take", "--data", other, "--in", statement)[0]["desk"], "")
        content = statement.read_bytes()
        for _ in range(10):
            at = self.random.randrange(len(content))
            edited = self.folder / "edited"
            edited.write_bytes(content[:at] + bytes([content[at] ^ 1 << self.random.randrange(8)]) + content[at + 1:])
            self.assertIn(self.all.refused("desk", "take", "--data", other, "--in", edited),
                          ("badStatement", "badSignature", "otherRealm"))

    def test_a_whole_drill_at_once(self):
        desks = self.all.made("drill", "create", "--out", self.folder / "drill", "--name", "演练", "--agencies",
                              "FD:消防,PD:公安", "--desks-each", "2")
        self.assertEqual([one["name"] for one in desks], ["消防-1", "消防-2", "公安-1", "公安-2"])
        self.assertEqual(len({one["fingerprint"] for one in desks}), 4)
        for one in desks:
            self.assert_works(one["data"])


if __name__ == "__main__":
    desk.main()
