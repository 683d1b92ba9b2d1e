#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""The main job by the mouse alone: the real console on a screen of its own, real clicks on what a screen reader finds
(AT-SPI), and a desk of another agency that sees each step. Starts itself again on a message bus of its own; exit 77
where something of that is missing. The second argument is the console."""
import os
import shutil
import sys
import time

if "ON_OWN_BUS" not in os.environ and shutil.which("dbus-run-session"):
    os.environ["ON_OWN_BUS"] = "1"
    os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])

import console  # pylint: disable=wrong-import-position
import desk  # pylint: disable=wrong-import-position
import eyes  # pylint: disable=wrong-import-position

PROGRAM = "oneboard"


class ByMouse(console.ConsoleTest):
    ENVIRONMENT = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    def setUp(self):
        self.bus = eyes.bus()
        super().setUp()

    def tearDown(self):
        super().tearDown()
        self.bus.terminate()
        self.bus.wait()

    def look(self, name, role=None):
        """Waits until something is called so."""
        return self.wait(name, lambda: eyes.find(PROGRAM, name, role))

    def point(self, x, y):
        """On the screen: without a window manager a program may be told that it stands elsewhere than it does."""
        frame = eyes.find(PROGRAM, "^OneBoard", "frame")
        self.screen.do("mousemove", "--window", self.window[0], x - frame.box[0], y - frame.box[1])

    def wait(self, what, look):
        try:
            return super().wait(what, look)
        except AssertionError:
            print("\n".join(map(str, (thing for thing in eyes.things(PROGRAM) if thing.name))))
            raise

    def click(self, thing, button=1):
        self.point(*thing.centre())
        self.screen.do("click", button)

    def take_call(self, place):
        """A structure fire at a point of the map (shares of its width and height); gives the button that opens it."""
        self.click(self.look("^Take a call$", "push button"))
        self.click(self.look("^Type of incident$", "text"))
        self.click(self.look("^Structure fire, ", "push button"))
        self.click(self.look("^Map$", "push button"))
        x, y, width, height = self.look("^Map$", "canvas").box
        self.point(x + int(width * place[0]), y + int(height * place[1]))
        self.screen.do("click", 1)
        self.click(self.look("^P1$", "check box"))
        return self.look("^Open incident$", "push button")

    def send(self, what, done):
        """The line that a button has written; what is amber wants a second click."""
        for _ in range(2):
            time.sleep(0.5)
            if not done():
                self.click(self.look("^Send$", "push button"))
        self.wait(what, done)

    def orders(self, agency):
        return len(self.seen(agency, "assignments"))

    def test_the_main_job(self):
        # Without a base map the world is shown: nearer, so that a click means a street and no province.
        self.point(*self.look("^Map$", "canvas").centre())
        self.screen.do("click", "--repeat", 40, "--delay", 20, 4)
        self.click(self.take_call((0.3, 0.4)))
        first = self.wait("the call", lambda: self.incident("PD", lambda each: each["type"] == "FIRE-STRUCT"))
        number = first["number"]
        self.wait("it at the other agency", lambda: self.incident("FD", lambda each: each["number"] == number))

        # The same once more is shown as possibly the same, and becomes a further call of the first.
        self.take_call((0.3, 0.4))
        self.click(self.look(number[-4:] + ".*Structure fire", "push button"))
        self.click(self.look("^Add call$", "push button"))
        self.wait("the second call", lambda: self.incident("PD", lambda each: each["calls"] == 2))
        self.assertEqual(len(self.seen("PD", "incidents")), 1)

        self.click(self.look(number, "list item"))
        self.click(self.look("^available 2", "list item"))
        for count, unit in enumerate(("E01", "E02"), start=1):
            self.click(self.look("FD-" + unit, "list item"))
            self.click(self.look("^Dispatch$", "push button"))
            self.send(f"the order to {unit}", lambda count=count: self.orders("FD") == count)
        self.wait("the receipts", lambda: all("deliveredAt" in each for each in self.seen("PD", "assignments")))

        self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "EN E01,E02")
        self.click(self.look("FD-E01", "list item"))
        self.click(self.look("^On scene$", "push button"))
        self.send("the arrival", lambda: self.incident("FD", lambda each: each.get("progress") == "onScene"))

        self.click(self.look("^Usual notes$", "push button"))
        self.screen.do("mousemove_relative", "--", -20, -60)  # it opens above its button
        self.screen.do("click", 1)
        self.wait("the note", lambda: any("Note: " in each["text"] for each in
                                          self.ctl("show", "timeline", number, "--data", self.data("FD"))))

        self.ctl("do", "--data", self.data("FD"), *desk.OPERATOR, "OS E02")
        for count, unit in enumerate(("E01", "E02"), start=1):
            self.click(self.look("FD-" + unit, "list item"))
            self.click(self.look("^Clear…$", "push button"))
            self.click(self.look("Handled$", "list item"))
            self.send(f"the clearing of {unit}",
                      lambda count=count: sum("clearedAt" in each for each in self.seen("FD", "assignments")) == count)
        self.click(self.look("^Close$", "push button"))
        self.click(self.look("Handled$", "list item"))
        self.send("the closing", lambda: self.incident("FD", lambda each: each["number"] == number)["state"] in
                  ("resolved", "closed"))


if __name__ == "__main__":
    if not console.is_possible() or not eyes.is_here() or "ON_OWN_BUS" not in os.environ:
        print("skipped: Xvfb, xdotool, D-Bus or AT-SPI is missing (packages xvfb, xdotool, dbus, at-spi2-core, "
              "python3-pyatspi)")
        sys.exit(77)
    desk.main()
