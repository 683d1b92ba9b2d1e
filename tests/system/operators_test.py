#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Who may act at a desk that has operators: at the real one while it runs, and on its folder when it does not."""
import os
import pty
import re
import select
import signal
import stat
import subprocess
import termios
import time

import desk
import mesh

CALL = "NI FIRE-STRUCT 滨江路221 p1"


class Operators(mesh.MeshTest):
    """王 is a call-taker and dispatcher who works from FD-1 only, 李 their supervisor."""

    def setUp(self):
        super().setUp()
        self.desk = self.member(self.realm(), "FD")
        for name, words in (("li", "battery staple"), ("wang", "correct horse"), ("wrong", "correct hors")):
            (self.folder / name).write_text(words + "\n")
        self.li = ["--operator", "李", "--passphrase-file", self.folder / "li"]
        self.wang = ["--operator", "王", "--passphrase-file", self.folder / "wang"]
        self.as_wrong = ["--operator", "王", "--passphrase-file", self.folder / "wrong"]
        self.operator("add", "前", "--roles", "dispatcher", text="first of all\n")
        self.operator("add", "李", "--roles", "supervisor", text="battery staple\n")  # nobody was in charge
        self.operator("add", "王", "--roles", "call-taker,dispatcher", "--positions", "FD-1", *self.li,
                      text="correct horse\n")

    def operator(self, what, *arguments, text=None):
        return self.desk.must("operator", what, "--data", self.desk.data, *arguments, text=text)

    def do(self, *arguments, lang="en"):
        return self.desk.run("do", "--data", self.desk.data, "--lang", lang, *arguments)

    def refused(self, code, what, *arguments):
        """Asked in both languages, and by its code."""
        told = self.desk.run(what, "--data", self.desk.data, "--json", *arguments)
        self.assertEqual(told.code, 1, told)
        self.assertEqual(told.objects[0]["refusal"]["code"], code, told)
        english, chinese = [self.desk.run(what, "--data", self.desk.data, "--lang", lang, *arguments)
                            for lang in ("en", "zh_CN")]
        self.assertEqual((english.code, chinese.code), (1, 1))
        self.assertRegex(english.err + english.out, "[A-Za-z]{3}")
        self.assertRegex(chinese.err + chinese.out, "[\u4e00-\u9fff]")
        return told

    def test_once_somebody_is_in_charge_nobody_else_changes_operators(self):
        for who, code in ([], "signInRequired"), (self.wang, "notInCharge"):
            told = self.desk.run("operator", "add", "黑", "--data", self.desk.data, "--json", "--roles", "admin", *who,
                                 text="some passphrase\n")
            self.assertEqual((told.code, told.objects[0]["refusal"]["code"]), (1, code), told)
        self.assertNotIn("黑", self.operator("list").out)

    def incidents(self):
        return self.desk.show("incidents", "--all")

    def check_everything(self):
        before = len(self.incidents())
        self.refused("signInRequired", "do", CALL)
        self.refused("signInRequired", "do", "--role", "supervisor", CALL)
        self.refused("wrongPassphrase", "do", *self.as_wrong, CALL)  # three of five
        told = self.refused("roleNotHeld", "do", *self.wang, "--role", "dispatcher,supervisor", CALL)
        self.assertEqual(told.objects[0]["refusal"]["subjects"], ["supervisor"])
        self.refused("positionNotHeld", "do", *self.wang, "--position", "PD-1", CALL)
        # Whoever takes up no role is refused by the rules themselves.
        self.refused("roleRequired", "do", *self.li, "--role", "", CALL)
        self.assertEqual(len(self.incidents()), before, "nothing of that was done")

        done = self.do(*self.wang, CALL)
        self.assertEqual((done.code, done.err), (0, ""), done)
        number = max(each["number"] for each in self.incidents())
        self.assertEqual(len(self.incidents()), before + 1)
        line = self.desk.must("show", "--data", self.desk.data, "timeline", number).out
        self.assertIn("王", line)
        self.assertIn("FD-1", line)

    def test_at_a_running_desk(self):
        self.desk.start()
        self.check_everything()
        self.assertEqual(self.desk.stop(), 0)
        self.assert_sound(self.desk)

    def test_on_the_folder_of_a_desk_that_does_not_run(self):
        self.check_everything()
        self.assert_sound(self.desk)

    def test_wrong_ones_are_slowed_for_all_programs_together(self):
        for attempt in range(5):
            if attempt == 2:
                self.desk.start()
            self.assertEqual(self.do(*self.as_wrong, "?").code, 1)
        told = self.refused("tooManyAttempts", "do", *self.wang, "?")
        self.assertLessEqual(int(told.objects[0]["refusal"]["subjects"][0]), 5)
        self.assertEqual(self.desk.stop(), 0)
        self.refused("tooManyAttempts", "do", *self.wang, "?")
        self.assertEqual(self.do(*self.li, "?").code, 0)
        self.until(lambda: self.do(*self.wang, "?").code == 0, "the wait is over")

    def test_what_other_systems_say_needs_nobody_and_what_people_do_needs_them(self):
        self.desk.start()
        rows = self.folder / "rows.csv"
        rows.write_text("number,unit,unit kind,type,priority,address,received,opened,dispatched,cleared\n"
                        "1,E1,ENGINE,FIRE-VEH,2,Main St,,2025-06-01 08:00:00,2025-06-01 08:05:00,2025-06-01 08:30:00\n")
        feed = ["--format", "plain", rows]
        self.refused("signInRequired", "replay", *feed)
        self.refused("signInRequired", "import", "--role", "supervisor", *feed)
        answer = self.desk.run("import", "--data", self.desk.data, *feed)
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(len(self.incidents()), 1)
        # No second person is made up for what another one must check.
        replay = self.desk.run("replay", "--data", self.desk.data, "--json", *self.wang, "--format", "plain", rows)
        self.assertIn(replay.code, (0, 1), replay)
        position = self.desk.run("position", "--data", self.desk.data, "E1", "--at", "31,121")
        self.assertEqual(position.code, 0, position)
        self.refused("signInRequired", "forget", "--class", "personal", "20260101-0001")
        bundle = self.folder / "bundle.zip"
        evidence = ["export", "--data", self.desk.data, "--format", "evidence", "--out", bundle]
        self.assertEqual(self.desk.run(*evidence, "--operator", "王", "--passphrase-file", self.folder / "wrong").code, 1)
        self.assertFalse(bundle.exists())

    def test_a_shift_ends_with_the_desk(self):
        self.desk.start()
        token = self.folder / "shift"
        self.assertEqual(self.desk.run("sign-in", "--data", self.desk.data, *self.wang, "--out", token).code, 0)
        self.assertEqual(stat.S_IMODE(token.stat().st_mode), 0o600)
        self.assertEqual(self.do("--session", token, CALL).code, 0)
        self.refused("roleNotHeld", "do", "--session", token, "--role", "supervisor", CALL)
        self.desk.kill()
        self.desk.start()
        self.refused("signInEnded", "do", "--session", token, CALL)
        self.assertEqual(self.desk.run("sign-out", "--data", self.desk.data, "--session", token).code, 0)
        self.assertFalse(token.exists())
        self.assertEqual(len(self.incidents()), 1)

    def test_the_file_may_be_named_by_the_environment(self):
        os.environ["ONEBOARD_PASSPHRASE_FILE"] = str(self.folder / "wang")
        self.addCleanup(os.environ.pop, "ONEBOARD_PASSPHRASE_FILE")
        self.assertEqual(self.do("--operator", "王", CALL).code, 0)

    def test_lines_of_one_program_need_one_sign_in(self):
        self.desk.start()
        answer = self.desk.run("do", "--data", self.desk.data, *self.wang, "-", text=f"{CALL}\n{CALL}1\n")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(len(self.incidents()), 2)

    def at_terminal(self, *arguments):
        """Its process and the other side of its terminal; standard input is no terminal."""
        master, slave = pty.openpty()
        process = subprocess.Popen([desk.program(), *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave,
                                   env=self.desk.environment(), start_new_session=True,
                                   preexec_fn=lambda: __import__("fcntl").ioctl(1, termios.TIOCSCTTY, 0))
        os.close(slave)
        self.addCleanup(os.close, master)
        return process, master

    def heard(self, terminal, until):
        text = b""
        end = time.monotonic() + desk.PATIENCE
        while until not in text and select.select([terminal], [], [], max(0.0, end - time.monotonic()))[0]:
            try:
                piece = os.read(terminal, 4096)
            except OSError:  # the program has ended
                piece = b""
            if not piece:
                break
            text += piece
        self.assertIn(until, text)
        return text

    def test_at_a_terminal_it_is_asked_for_and_not_seen(self):
        self.desk.start()
        for words, code in (("correct horse", 0), ("correct hors", 1)):
            process, terminal = self.at_terminal("do", "--data", self.desk.data, "--lang", "en", "--operator", "王", CALL)
            self.heard(terminal, "Passphrase of 王: ".encode())
            os.write(terminal, words.encode() + b"\n")
            said = self.heard(terminal, b"221" if code == 0 else b"wrong")
            self.assertEqual(process.wait(desk.PATIENCE), code)
            self.assertNotIn(b"correct", said)

    def test_a_terminal_shows_again_what_is_typed_when_somebody_gives_up(self):
        process, terminal = self.at_terminal("do", "--data", self.desk.data, "--lang", "en", "--operator", "王", CALL)
        self.heard(terminal, b"Passphrase")
        self.until(lambda: not termios.tcgetattr(terminal)[3] & termios.ECHO, "nothing is seen")
        os.write(terminal, b"\x03")
        self.assertEqual(process.wait(desk.PATIENCE), -signal.SIGINT)
        self.assertTrue(termios.tcgetattr(terminal)[3] & termios.ECHO)

    def test_without_a_terminal_it_says_how(self):
        answer = subprocess.run([desk.program(), "do", "--data", self.desk.data, "--lang", "en", "--operator", "王", CALL],
                                capture_output=True, text=True, stdin=subprocess.DEVNULL, env=self.desk.environment(),
                                start_new_session=True, timeout=desk.PATIENCE)
        self.assertEqual(answer.returncode, 1)
        self.assertTrue(re.search("--passphrase-file", answer.stderr), answer.stderr)


if __name__ == "__main__":
    desk.main()
