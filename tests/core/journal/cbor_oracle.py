# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Answers line by line: `value EXPRESSION` -> its encoding by cbor2 in hex; `bytes HEX` -> yes, no or unsure:
whether cbor2 reads these bytes as a value of our subset and would write the same bytes."""
import sys

import cbor2

B = bytes.fromhex


def T(text):
    return bytes.fromhex(text).decode("utf-8")


def ordered(value):
    # cbor2's canonical=True sorts shorter keys first (RFC 7049); RFC 8949 4.2.1 sorts by bytes. So the order
    # is made here, and cbor2 keeps the order of the dict.
    if isinstance(value, dict):
        return {k: ordered(v) for k, v in sorted(value.items(), key=lambda entry: cbor2.dumps(entry[0]))}
    if isinstance(value, list):
        return [ordered(v) for v in value]
    return value


class Unsure(Exception):
    """A key that Python cannot keep apart from another (True and 1) or cannot hash."""


def inside(value):
    if isinstance(value, dict):
        if any(type(k) not in (int, bytes, str) for k in value):
            raise Unsure
        return all(inside(k) and inside(v) for k, v in value.items())
    if isinstance(value, list):
        return all(inside(v) for v in value)
    if type(value) is int:
        return -(2**63) <= value < 2**64
    return value is None or type(value) in (bytes, str, bool)


def verdict(data):
    try:
        value = cbor2.loads(data)
    except Exception:
        return "no"
    try:
        return "yes" if inside(value) and cbor2.dumps(ordered(value)) == data else "no"
    except Unsure:
        return "unsure"


for line in sys.stdin:
    kind, rest = line.split(" ", 1)
    if kind == "value":
        print(cbor2.dumps(ordered(eval(rest))).hex())
    else:
        print(verdict(bytes.fromhex(rest.strip())))
