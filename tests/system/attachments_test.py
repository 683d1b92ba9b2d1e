#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""attachments_test.py ONEBOARDCTL: photos and recordings reach the desks that may have them whole, over cuts and kills,
and no others."""
import pathlib
import socket
import threading
import time

import canary_test
import desk
import mesh

MEBIBYTE = 1 << 20
CANARY = "金丝雀照片四六八"


class Gate(threading.Thread):
    """A line to a desk. It carries so many bytes from there and no more until it is opened."""

    def __init__(self, target):
        super().__init__(daemon=True)
        self.target = target
        self.left = None
        self.passed = 0
        self.is_open = threading.Event()
        self.is_open.set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = "127.0.0.1:%d" % self.listener.getsockname()[1]
        self.start()

    def close_after(self, count):
        self.left = count

    def open(self):
        self.left = None
        self.passed = 0
        self.is_open.set()

    def run(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            host, port = self.target.rsplit(":", 1)
            try:
                far = socket.create_connection((host, int(port)))
            except OSError:  # that desk does not run now
                near.close()
                continue
            threading.Thread(target=self.carry, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, near, True), daemon=True).start()

    def carry(self, one, other, is_counted):
        try:
            while piece := one.recv(65536):
                if is_counted:
                    self.passed += len(piece)
                    if self.left is not None:
                        self.left -= len(piece)
                        if self.left <= 0:
                            self.is_open.clear()
                    self.is_open.wait()
                other.sendall(piece)
        except OSError:
            pass
        finally:
            other.close()


class Attachments(mesh.MeshTest):
    def setUp(self):
        super().setUp()
        self.realm_folder = self.realm()
        self.fire = self.member(self.realm_folder, "FD")
        self.colleague = self.member(self.realm_folder, "FD", "FD-2")
        self.police = self.member(self.realm_folder, "PD")
        self.medical = self.member(self.realm_folder, "EM")
        self.fire.start()
        self.gate = Gate(self.fire.endpoint)
        self.colleague.start(self.fire)
        self.police.start(self.fire)
        self.medical.start(self.gate.endpoint)
        self.must_do(self.medical, "UNIT A03 救护车 中心站")
        self.must_do(self.fire, "NI 火警 滨江路221 p1")
        self.number = self.fire.show("incidents")[0]["number"].split("-")[1]
        self.until_equal(*self.members)
        self.must_do(self.medical, f"D A03 {self.number}")
        self.until_equal(*self.members)

    def file(self, size, name="现场 1.jpg"):
        """With the canary in every chunk of it."""
        path = self.folder / name
        block = CANARY.encode() + self.random.randbytes(4096 - len(CANARY.encode()))
        path.write_bytes((block * (size // 4096 + 1))[:size])
        return path

    def attach(self, member, *options):
        answer = member.must("attach", "--data", member.data, "--json", *desk.OPERATOR, self.number, *options)
        return answer.objects[0]["attachments"]

    def listed(self, member):
        return member.must("attachment", "--data", member.data, "--json", "list", self.number).objects

    def held(self, member, attachment):
        return any(each["here"] for each in self.listed(member) if each["hash"] == attachment["hash"])

    def until_held(self, member, attachment):
        self.until(lambda: self.held(member, attachment), f"{attachment['name']} at {member.name}")

    def saved(self, member, attachment):
        out = self.folder / "saved"
        member.must("attachment", "--data", member.data, "--force", "save", attachment["hash"], "--out", out)
        return out.read_bytes()

    def blobs(self, member):
        return [path for path in (pathlib.Path(member.data) / "blobs").rglob("*") if path.is_file()]

    def assert_nothing_of_it(self, member):
        self.assertEqual(self.blobs(member), [])
        words = canary_test.spellings(CANARY)
        for path in pathlib.Path(member.data).rglob("*"):
            self.assertFalse(path.is_file() and any(word in path.read_bytes() for word in words), path)
        for piece in canary_test.memory_of(member.process):
            self.assertFalse(any(word in piece for word in words), "in its memory")

    def test_a_kill_in_the_middle_costs_nothing_but_time(self):
        size = 20 * MEBIBYTE
        path = self.file(size)
        self.gate.close_after(8 * MEBIBYTE)
        attachment, = self.attach(self.fire, path, "--note", "楼顶")
        self.assertEqual((attachment["name"], attachment["bytes"], attachment["mediaType"]),
                         ("现场 1.jpg", size, "image/jpeg"))

        def part():
            return [each for each in self.blobs(self.medical) if each.stat().st_size > 6 * MEBIBYTE]
        self.until(part, "a part of it")
        self.medical.kill()
        begun = part()[0].stat().st_size
        self.assertEqual(part()[0].suffix, ".part")
        self.gate.open()
        self.medical.start()
        self.until_held(self.medical, attachment)
        self.assertEqual(self.saved(self.medical, attachment), path.read_bytes())
        self.assertLess(self.gate.passed, size - begun + 4 * MEBIBYTE, "it went on where it was")
        self.assertIn("现场 1.jpg", self.medical.run("show", "--data", self.medical.data, "timeline", self.number).out)
        self.assert_nothing_of_it(self.police)
        self.assert_sound(*self.members)

    def test_of_an_own_note_stays_in_the_agency(self):
        attachment, = self.attach(self.fire, self.file(3 * MEBIBYTE, "嫌疑人.wav"), "--own")
        shown, = self.attach(self.fire, self.file(MEBIBYTE, "plan.pdf"))
        self.until_held(self.colleague, attachment)
        self.until_held(self.medical, shown)
        self.assertEqual(len(self.blobs(self.medical)), 1)
        self.assertEqual([each["hash"] for each in self.listed(self.medical)], [shown["hash"]])
        self.assert_nothing_of_it(self.police)

    def test_of_a_desk_that_was_stopped_come_later(self):
        self.fire.stop()
        path = self.file(2 * MEBIBYTE)
        attachment, = self.attach(self.fire, path)
        self.assertTrue(self.held(self.fire, attachment))
        self.fire.start()
        self.until_held(self.medical, attachment)
        self.assertEqual(self.saved(self.medical, attachment), path.read_bytes())

    def test_what_is_damaged_is_found_and_fetched_again(self):
        path = self.file(MEBIBYTE)
        attachment, = self.attach(self.fire, path)
        self.until_held(self.medical, attachment)
        blob, = self.blobs(self.medical)
        content = bytearray(blob.read_bytes())
        content[5000] ^= 1
        blob.write_bytes(content)
        answer = self.medical.verify()
        self.assertEqual(answer.code, 1, answer)
        self.assertIn({"attachment": attachment["hash"], "reason": "wrongHash"}, answer.objects)
        refused = self.medical.run("attachment", "--data", self.medical.data, "save", attachment["hash"], "--out",
                                   self.folder / "damaged")
        self.assertEqual(refused.code, 3, refused)
        self.assertFalse((self.folder / "damaged").exists())
        self.until_held(self.medical, attachment)
        self.assertEqual(self.saved(self.medical, attachment), path.read_bytes())
        self.assert_sound(self.medical)

    def test_refuses_what_cannot_be_attached(self):
        (self.folder / "empty.txt").write_bytes(b"")
        for name in ("empty.txt", "nothing.txt", "."):
            answer = self.fire.run("attach", "--data", self.fire.data, *desk.OPERATOR, self.number, self.folder / name)
            self.assertEqual(answer.code, 3, answer)
        self.assertEqual(self.listed(self.fire), [])

    def test_live_commands_go_first(self):
        def seconds_until_seen(line):
            begin = time.monotonic()
            self.must_do(self.fire, line)
            count = len(self.fire.show("incidents"))
            self.until(lambda: len(self.medical.show("incidents")) == count, line)
            return time.monotonic() - begin
        quiet = [seconds_until_seen(f"NI 火警 安静路{each}") for each in range(5)]
        films = [self.attach(self.fire, self.file(60 * MEBIBYTE, f"{each}.mp4"))[0] for each in range(2)]
        begin = time.monotonic()
        busy = []
        while not all(self.held(self.medical, film) for film in films):
            busy.append(seconds_until_seen(f"NI 火警 繁忙路{len(busy)}"))
            self.assertLess(time.monotonic() - begin, desk.PATIENCE)
        print(f"\n  120 MiB in {time.monotonic() - begin:.1f} s or less; a new incident at the other desk after "
              f"{max(quiet):.2f} s at most without, {max(busy, default=0):.2f} s with ({len(busy)} of them)")


if __name__ == "__main__":
    desk.main()
