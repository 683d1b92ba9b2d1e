# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""A program's window as a screen reader knows it (AT-SPI 2): what is called how, and where it is. Needs the packages
at-spi2-core, dbus and python3-pyatspi; run it inside dbus-run-session, and start `bus()` before the program."""
import re
import subprocess
import time


def is_here():
    """Whether the machine has what this needs."""
    try:
        import pyatspi  # pylint: disable=import-outside-toplevel,unused-import
    except ImportError:
        return False
    return True


def bus():
    """The accessibility bus of this session; ends with it."""
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    return launcher


class Thing:
    """One element: its role, its name, and its rectangle on the screen."""

    def __init__(self, role, name, box):
        self.role, self.name, self.box = role, name, box

    def centre(self):
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    def __repr__(self):
        return f"{self.role} {self.name!r} {self.box}"


def things(program):
    """Everything of the program that is shown now, the outermost first."""
    import pyatspi  # pylint: disable=import-outside-toplevel
    found = []

    def walk(element, depth):
        if element is None or depth > 30:
            return
        try:
            if depth > 0 and not element.getState().contains(pyatspi.STATE_SHOWING):
                return
            if depth > 0:
                extents = element.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
                found.append(Thing(element.getRoleName(), element.name,
                                   (extents.x, extents.y, extents.width, extents.height)))
            for index in range(element.childCount):
                walk(element.getChildAtIndex(index), depth + 1)
        except Exception:  # pylint: disable=broad-except
            return  # it went away while it was looked at

    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        application = desktop.getChildAtIndex(index)
        if application is not None and application.name == program:
            walk(application, 0)
    return found


def find(program, name, role=None):
    """The last thing that is called so (a pattern), which is the innermost; None when there is none."""
    matching = [thing for thing in things(program)
                if re.search(name, thing.name or "") and (role is None or thing.role == role) and thing.box[2] > 0]
    return matching[-1] if matching else None
