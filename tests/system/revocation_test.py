#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""A desk that its agency revokes while everybody is at work: who hears of it, what counts, what is refused."""
import desk
import mesh


class Enrolled(mesh.Member):
    """A desk of a live realm, enrolled as people do it."""

    def __init__(self, folder, realm, key, name):  # pylint: disable=super-init-not-called
        self.place(folder, name)
        request, certificate = self.folder / f"{name}.request", self.folder / f"{name}.cert"
        asked, = self.must("desk", "request", "--data", self.data, "--realm", realm, "--name", name, "--out", request,
                           "--json").objects
        self.must("agency", "sign", "--in", request, "--out", certificate, "--realm", realm, "--key", key,
                  "--fingerprint", asked["fingerprint"])
        self.must("desk", "enroll", "--data", self.data, "--in", certificate)


class Revocation(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        self.tool = desk.Program(self.folder)
        for code in ("FD", "PD", "EM"):
            self.tool.must("agency", "create", "--out", self.folder / code, "--code", code)
        agencies = [word for code in ("FD", "PD", "EM") for word in ("--agency", self.folder / code / f"{code}.obagency")]
        self.tool.must("realm", "create", "--kind", "live", "--out", self.folder / "centre", "--name", "示范市", *agencies)
        self.realm_file = self.folder / "centre" / "realm.obrealm"
        self.fire, self.police, self.medical = (self.enrolled(code) for code in ("FD", "PD", "EM"))

    def enrolled(self, code):
        made = Enrolled(self.folder, self.realm_file, self.folder / code, f"{code}-1")
        self.members.append(made)
        return made

    def numbers(self, member):
        return sorted(incident["number"] for incident in member.show("incidents"))

    def test_everybody_hears_of_it_and_nothing_later_counts(self):
        self.police.start()
        self.fire.start(self.police)
        self.medical.start(self.police)
        self.must_do(self.fire, "NI 火警 长江路1")
        self.until(lambda: len(self.numbers(self.medical)) == 1, "the medical desk sees what the fire desk entered")
        # The agency says how far the desk was honest, by what the police desk holds.
        statement = self.folder / "FD.revocation"
        self.fire.must("agency", "revoke", "--realm", self.realm_file, "--desk", "FD-1", "--data", self.police.data,
                       "--out", statement, "--key", self.folder / "FD")
        known = self.numbers(self.police)
        self.must_do(self.fire, "NI 火警 长江路2")
        self.until(lambda: len(self.numbers(self.medical)) == 2, "what was entered after the position comes too")
        forged = self.folder / "forged"
        answer = self.police.run("agency", "revoke", "--realm", self.realm_file, "--desk", "FD-1", "--data",
                                 self.police.data, "--out", forged, "--key", self.folder / "PD", "--json")
        self.assertEqual(answer.code, 1, answer)
        taken, = self.police.must("desk", "take", "--data", self.police.data, "--in", statement, "--json").objects
        self.assertEqual((taken["taken"], taken["desk"], taken["own"], taken["again"]), ("revocation", "FD-1", False, False))
        # Both others drop what came after, at once and after a start.
        for member in (self.police, self.medical):
            self.until(lambda: self.numbers(member) == known, f"{member.name} shows only what counts")
        self.until(lambda: any("revoked" in link.get("lastError", "") for link in self.fire.links()),
                   "the fire desk is told why its link ended")
        self.until(lambda: all(link["desk"] != "FD-1" or link["state"] != "connected" for link in self.police.links()),
                   "the police desk has no link with it")
        self.assertEqual(self.medical.stop(), 0)
        self.assertEqual(self.numbers(self.medical), known)
        self.medical.start()
        self.must_do(self.medical, "NI 中风 和平路9")
        self.until(lambda: len(self.numbers(self.police)) == 2, "the honest ones go on")
        # Who is revoked hears it from a person, and is told so when it wants to write.
        self.assertEqual(self.fire.stop(), 0)
        taken, = self.fire.must("desk", "take", "--data", self.fire.data, "--in", statement, "--json").objects
        self.assertTrue(taken["own"])
        refused = self.fire.do("NI 火警 长江路3", "--json")
        self.assertEqual(refused.code, 1, refused)
        self.assertEqual(refused.objects[-1]["refusal"]["code"], "deskRevoked")
        for member in (self.police, self.medical):
            self.assertEqual(member.stop(), 0)
            self.assertEqual(member.verify().code, 0)


if __name__ == "__main__":
    desk.main()
