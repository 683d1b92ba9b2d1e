#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""An evidence bundle is checked in an empty folder, without a desk; whoever edits it is found out, also the desk that
made it; and a file that is no bundle never brings the program down."""
import hashlib
import html.parser
import io
import os
import resource
import stat
import struct
import subprocess
import warnings
import zipfile

import cbor2
import desk
import ed25519

MEMORY = 1 << 30  # address space of a verification; a sound one takes a fraction
DOMAIN = b"oneboard evidence manifest v1\0"
PHONE = "13800001234"


class Words(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.text, self.attributes = [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.text += data


def files_of(archive):
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def pack(files):
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of a name twice
        for name, content in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, content)
    return packed.getvalue()


class Evidence(desk.DeskTest):
    def setUp(self):
        super().setUp()
        self.desk = desk.Desk(self.folder)
        first = self.desk.first_number
        lines = ["UNIT E07 水罐消防车 滨江站", "UNIT L02 云梯车",
                 "NI 火警 长江路1 p2 +E07 /三楼<b>冒烟</b>", f"AC {first:04d} {PHONE} /对面楼看见明火", "ACK E07", "到场 E07",
                 "CL E07 扑灭", f"CLOSE {first:04d} 扑灭",
                 "NI 火警 解放路2 p1 +L02 /浓烟", f"LK {first:04d} {first + 1:04d}"]
        answer = self.desk.do("-", "--confirm", text="\n".join(lines) + "\n")
        self.assertEqual(answer.code, 0, answer)
        self.numbers = sorted(one["number"] for one in self.desk.show("incidents", "--all"))
        self.log = max(self.desk.show("logs"), key=lambda log: log["size"])["log"]
        self.bundle = self.folder / "bundle.zip"
        self.made = self.export("--out", self.bundle)

    def export(self, *options):
        answer = self.desk.must("export", "--data", self.desk.data, "--format", "evidence", "--json", "--operator", "李娜",
                                *options)
        return answer.objects[-1]

    def verify(self, content, *options):
        """In an empty folder, with nothing but the file, and with little memory."""
        empty = self.folder / "elsewhere"
        empty.mkdir(exist_ok=True)
        for old in empty.iterdir():
            old.unlink()
        (empty / "got.zip").write_bytes(content)
        done = subprocess.run([desk._program, "verify", "got.zip", "--json", *map(str, options)], cwd=empty,
                              env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(empty)},
                              capture_output=True, text=True, encoding="utf-8", timeout=desk.PATIENCE,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
        self.assertEqual([one.name for one in empty.iterdir()], ["got.zip"])
        return desk.Answer(done.returncode, done.stdout, done.stderr)

    def findings(self, content, *options):
        answer = self.verify(content, *options)
        self.assertEqual(answer.code, 1, answer)
        return [one for one in answer.objects if "reason" in one]

    def assert_found(self, content, part, reason, file=None, options=(), **place):
        found = self.findings(content, *options)
        wanted = {"part": part, "reason": reason, **place, **({"file": file} if file else {})}
        self.assertTrue(any(wanted.items() <= one.items() for one in found), f"{wanted} is not in {found}")

    def signed_anew(self, files):
        """As the desk would sign it that wanted to deceive."""
        body = cbor2.loads(cbor2.loads(files["manifest.cbor"])[0])
        for entry in body[15]:
            entry[2] = hashlib.sha256(files[entry[1]]).digest()
        encoded = cbor2.dumps(body)
        seed = cbor2.loads((self.desk.data / "keys" / "desk.key").read_bytes())[3]
        return {**files, "manifest.cbor": cbor2.dumps([encoded, ed25519.sign(seed, DOMAIN + encoded)])}

    # --- what is made ------------------------------------------------------------------------------------------
    def test_it_verifies_anywhere_and_says_whether_the_realm_was_compared(self):
        content = self.bundle.read_bytes()
        self.assertEqual(stat.S_IMODE(self.bundle.stat().st_mode), 0o600)
        answer = self.verify(content)
        self.assertEqual((answer.code, answer.err), (0, ""), answer)
        summary = answer.objects[-1]
        self.assertEqual((summary["findings"], summary["drill"], summary["compared"], summary["realm"]),
                         (0, True, False, "示范市"))
        self.assertEqual(summary["fingerprint"], self.made["fingerprint"])
        realm = self.folder / "realm"
        for options in (["--realm", realm], ["--realm", realm / "realm.obrealm"],
                        ["--fingerprint", self.made["fingerprint"]],
                        ["--fingerprint", self.made["fingerprint"].replace(" ", "")]):
            compared = self.verify(content, *options)
            self.assertEqual((compared.code, compared.objects[-1]["compared"]), (0, True), compared)
        other = desk.Desk(self.folder / "other")
        self.assert_found(content, "realm", "otherRealm", options=["--realm", self.folder / "other" / "realm"])
        self.assert_found(content, "realm", "otherRealm", options=["--fingerprint", "12345 " * 6])
        self.assertEqual(self.verify(content, "--fingerprint", "123").code, 2)
        self.assertNotEqual(other.first_number, None)

    def test_the_page_says_what_happened_in_both_languages(self):
        for lang, tongue, drill, callsign in (("zh_CN", "zh-CN", "演练", "消E07"), ("en", "en", "DRILL", "FD-E07")):
            file = self.folder / f"{lang}.zip"
            self.export("--out", file, "--lang", lang)
            self.assertEqual(self.verify(file.read_bytes(), "--lang", "en").code, 0)
            text = files_of(file)["index.html"].decode()
            page = Words(text)
            self.assertIn(("lang", tongue), page.attributes)
            for word in (drill, callsign, "长江路1", "解放路2", "三楼<b>冒烟</b>", "李娜", "王", "消防指挥中心-1",
                         self.made["fingerprint"], "oneboardctl verify", *self.numbers, self.log[:8]):
                self.assertIn(word, page.text)
            self.assertFalse({"script", "link", "img", "iframe", "b", "a"} & set(page.tags), page.tags)
            for outside in ("http:", "https:", "//", "url(", "@import"):
                self.assertNotIn(outside, text)
            for each in self.desk.must("show", "--data", self.desk.data, "--lang", lang, "timeline", self.numbers[0]).out.splitlines():
                self.assertIn(each.split("  ")[0][:8], page.text)

    def test_what_is_personal_is_in_it_only_when_asked_for(self):
        def everything(file):
            return b"".join(files_of(file).values())

        self.assertNotIn(PHONE.encode(), everything(self.bundle))
        self.assertEqual(self.made["class"], "own")
        file = self.folder / "personal.zip"
        self.assertEqual(self.export("--out", file, "--with", "personal")["class"], "personal")
        self.assertIn(PHONE.encode(), everything(file))
        self.assertIn(PHONE, files_of(file)["index.html"].decode())
        self.assertEqual(self.verify(file.read_bytes()).code, 0)

    def test_one_incident_says_nothing_of_the_others(self):
        file = self.folder / "one.zip"
        self.assertEqual(self.export("--out", file, "--incident", self.numbers[0])["incidents"], 1)
        everything = b"".join(files_of(file).values()).decode("utf-8", "replace")
        self.assertEqual(self.verify(file.read_bytes()).code, 0)
        self.assertIn("长江路1", everything)
        self.assertNotIn("解放路2", everything)  # linked: its number may be told, its place not
        self.assertIn(self.numbers[1], everything)

    def test_what_was_erased_stays_proven(self):
        self.desk.must("forget", "--data", self.desk.data, "--class", "joint", *desk.OPERATOR, self.numbers[0])
        file = self.folder / "erased.zip"
        self.export("--out", file)
        self.assertEqual(self.verify(file.read_bytes()).code, 0)
        self.assertNotIn("冒烟", files_of(file)["index.html"].decode())

    def test_wrong_usage_exits_2(self):
        start = ["export", "--data", self.desk.data, "--format", "evidence"]
        out = ["--out", self.folder / "x.zip"]
        for arguments in (start, [*start, *out, "--with", "sealed"], [*start, *out, "--what", "units"],
                          [*start, *out, "--at", "2026-01-01T00:00:00Z"], [*start, *out, "--incident", "20000101-0001"],
                          [*start, *out, "--to", "2000-01-01T00:00:00Z"], ["verify", self.bundle, "more"],
                          ["verify", "--data", self.desk.data, self.bundle], ["verify", "--data", self.desk.data, "--realm", "x"],
                          ["export", "--data", self.desk.data, "--format", "csv", "--with", "personal"]):
            answer = self.desk.run(*arguments)
            self.assertEqual((answer.code, answer.out), (2, ""), f"{arguments}: {answer}")
        self.assertFalse((self.folder / "x.zip").exists())
        again = self.desk.run(*start, "--out", self.bundle)
        self.assertEqual(again.code, 3, again)
        self.assertIn("--force", again.err)

    # --- what is edited ----------------------------------------------------------------------------------------
    def test_every_file_is_watched(self):
        files = files_of(self.bundle)
        for name, content in files.items():
            at = self.random.randrange(len(content))
            edited = bytearray(content)
            edited[at] ^= 1 << self.random.randrange(8)
            found = self.findings(pack({**files, name: bytes(edited)}))
            if name != "manifest.cbor":
                self.assertTrue(any(one.get("file") == name and one["reason"] == "differs" for one in found), (name, at, found))
            without = {each: files[each] for each in files if each != name}
            part = "manifest" if name == "manifest.cbor" else "archive"
            self.assert_found(pack(without), part, "missing", name)

    def test_an_edited_page_fails_also_when_the_desk_signs_it(self):
        files = files_of(self.bundle)
        page = files["index.html"].replace("长江路1".encode(), "长江路9".encode())
        self.assertNotEqual(page, files["index.html"])
        self.assert_found(pack({**files, "index.html": page}), "page", "differs", "index.html")
        signed = self.signed_anew({**files, "index.html": page})
        self.assertEqual([(one["part"], one["reason"]) for one in self.findings(pack(signed))], [("page", "differs")])
        self.assertEqual(self.verify(pack(self.signed_anew(files))).code, 0)

    def edited_events(self, edit):
        files = files_of(self.bundle)
        events = cbor2.loads(files["events/000001.cbor"])
        edit(events)
        return pack(self.signed_anew({**files, "events/000001.cbor": cbor2.dumps(events)}))

    def test_the_desk_itself_cannot_edit_an_entry(self):
        count = len(cbor2.loads(files_of(self.bundle)["events/000001.cbor"]))
        for at in range(count) if desk.FULL else self.random.sample(range(count), 5):
            place = {}

            def header(events):
                place.update(log=self.log, index=events[at][1])
                encoded = bytearray(events[at][2])
                encoded[self.random.randrange(len(encoded) - 40, len(encoded))] ^= 1
                events[at][2] = bytes(encoded)

            def proof(events):
                path = bytearray(events[at][4])
                path[self.random.randrange(len(path))] ^= 1
                events[at][4] = bytes(path)

            def section(events):
                chosen = self.random.choice(events[at][3])
                encoded = bytearray(chosen[2])
                encoded[self.random.randrange(len(encoded))] ^= 1
                chosen[2] = bytes(encoded)

            self.assert_found(self.edited_events(header), "event", "notIncluded", **place)
            self.assert_found(self.edited_events(proof), "event", "notIncluded", **place)
            self.assert_found(self.edited_events(section), "section", "wrongCommitment", **place)

    def test_the_desk_itself_cannot_take_out_put_in_or_move(self):
        def swap(events):
            events[0], events[1] = events[1], events[0]

        self.assert_found(self.edited_events(lambda events: events.pop()), "manifest", "differs")
        self.assert_found(self.edited_events(lambda events: events.append(events[-1])), "event", "notInOrder")
        self.assert_found(self.edited_events(swap), "event", "notInOrder")

    def test_another_realm_cannot_be_slipped_in(self):
        files = files_of(self.bundle)
        desk.Desk(self.folder / "other")
        realm = (self.folder / "other" / "realm" / "realm.obrealm").read_bytes()
        certificate = (self.folder / "other" / "desk" / "desk.cert").read_bytes()
        self.assert_found(pack(self.signed_anew({**files, "realm.obrealm": realm})), "certificate", "notCertified")
        self.assert_found(pack(self.signed_anew({**files, "desk.cert": certificate})), "certificate", "notCertified", "desk.cert")

    # --- what is no bundle -------------------------------------------------------------------------------------
    def test_strays_in_the_archive_are_named(self):
        files = files_of(self.bundle)
        for name in ("readme.txt", "../realm.obrealm", "/etc/passwd", "events/../x", "events/1.cbor", "INDEX.HTML", "注.txt"):
            found = self.findings(pack({**files, name: b"x"}))
            self.assertIn(("archive", "notNamed"), [(one["part"], one["reason"]) for one in found], name)
        twice = [*files.items(), ("index.html", b"<p>other</p>")]
        answer = self.verify(pack(twice))
        self.assertIn(answer.code, (1, 3), answer)
        self.assertEqual(self.verify(pack({"events/": b"", **files})).code, 0)  # packed anew by another program

    def assert_told(self, content, name):
        answer = self.verify(content)
        self.assertEqual((answer.code, answer.out), (3, ""), f"{name}: {answer}")
        self.assertIn("got.zip", answer.err, name)
        self.assertLess(len(answer.err), 500, name)

    def test_a_file_that_is_no_archive_is_told(self):
        whole = self.bundle.read_bytes()
        for cut in (0, 1, 4, 30, 100, len(whole) // 2, len(whole) - 23, len(whole) - 1):
            self.assert_told(whole[:cut], f"cut to {cut}")
        self.assert_told(self.random.randbytes(5000), "random bytes")
        self.assert_told(b"PK\x05\x06" + bytes(10), "a beginning")
        self.assert_told(b"%PDF-1.4" + whole[8:100], "wrong magic")
        for place in (self.folder, self.folder / "nowhere.zip"):
            answer = self.desk.run("verify", place)
            self.assertEqual((answer.code, answer.out), (3, ""), answer)
        self.assert_found(pack({}), "manifest", "missing")

    def test_a_bomb_is_not_unpacked(self):
        files = files_of(self.bundle)
        huge = pack({**files, "index.html": bytes(300 << 20)})
        self.assertLess(len(huge), 2 << 20)
        self.assert_told(huge, "one large file")
        self.assert_told(pack({**files, "logs.cbor": bytes(8 << 20)}), "a large part")
        # One that says it is small.
        large = pack({"index.html": bytes(64 << 20)})
        lying = large.replace(struct.pack("<I", 64 << 20), struct.pack("<I", 100))
        self.assertNotEqual(lying, large)
        self.assertIn(self.verify(lying).code, (1, 3))
        self.assert_told(pack([(f"events/{number:06}.cbor", b"\x80") for number in range(1, 3000)]), "too many")

    def test_any_flipped_byte_of_the_file_ends_well(self):
        whole = self.bundle.read_bytes()
        sound = 0
        for _ in range(600 if desk.FULL else 60):
            edited = bytearray(whole)
            edited[self.random.randrange(len(edited))] ^= 1 << self.random.randrange(8)
            answer = self.verify(bytes(edited))
            self.assertIn(answer.code, (0, 1, 3), answer)
            self.assertTrue(answer.code != 3 or answer.err)
            sound += answer.code == 0  # a date of the archive, a flag that says nothing
        self.assertLess(sound, 15)


if __name__ == "__main__":
    desk.main()
