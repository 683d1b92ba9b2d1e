#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""What packaging/test counts as passed, failed and skipped."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / "packaging" / "count_results.py"
PASSED = '<testcase name="a" status="run"/>'
FAILED = '<testcase name="b" status="fail"><failure message=""/></testcase>'
SKIPPED = '<testcase name="c" status="notrun"><skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/></testcase>'
RETURNED_77 = '<testcase name="d" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/></testcase>'
DISABLED = '<testcase name="e" status="disabled"><skipped message="Disabled"/></testcase>'
NOT_STARTED = '<testcase name="f" status="notrun"><skipped message="Unable to find executable"/></testcase>'


def counted(steps="", **runs):
    with tempfile.TemporaryDirectory() as folder:
        for name, cases in runs.items():
            text = cases if cases.startswith("!") else f"<testsuite>{cases}</testsuite>"
            (pathlib.Path(folder) / f"{name}.xml").write_text(text)
        if steps:
            (pathlib.Path(folder) / "steps").write_text(steps)
        done = subprocess.run([sys.executable, PROGRAM, folder], capture_output=True, text=True, check=False)
        return done.stdout.splitlines()[-1], done.returncode


class Counting(unittest.TestCase):
    def test_sums_over_the_runs(self):
        self.assertEqual(counted(release=PASSED + PASSED + SKIPPED, asan=PASSED + RETURNED_77 + DISABLED),
                         ("3 passed, 0 failed, 3 skipped", 0))

    def test_one_failure_fails(self):
        self.assertEqual(counted(release=PASSED + FAILED), ("1 passed, 1 failed, 0 skipped", 1))

    def test_a_program_that_did_not_start_failed(self):
        self.assertEqual(counted(release=PASSED + NOT_STARTED), ("1 passed, 1 failed, 0 skipped", 1))

    def test_unreadable_results_failed(self):
        self.assertEqual(counted(release=PASSED, asan="!rubbish"), ("1 passed, 1 failed, 0 skipped", 1))

    def test_steps_count(self):
        self.assertEqual(counted("failed build asan\npassed fuzz frame\n", release=PASSED),
                         ("2 passed, 1 failed, 0 skipped", 1))

    def test_nothing_run_is_no_success(self):
        self.assertEqual(counted(), ("0 passed, 0 failed, 0 skipped", 1))
        self.assertEqual(counted(release=SKIPPED)[1], 1)


if __name__ == "__main__":
    unittest.main()
