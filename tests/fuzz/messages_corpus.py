#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes corpus/messages: a frame of each type, as its type and its payload. Most are the examples of net/README.md."""
import pathlib
import re

import cbor2

here = pathlib.Path(__file__).resolve().parent
page = (here.parent.parent / "net" / "README.md").read_text()
log = bytes([0x11]) * 32
leaf = bytes([0x22]) * 32


def example(beginning):
    """The indented lines below the sentence that begins so."""
    block = re.search(r"\n" + re.escape(beginning) + r".*?\n\n((?:    [^\n]*\n)+)", page, re.S)
    return bytes.fromhex("".join(block.group(1).split()))


def written(value):
    return cbor2.dumps(value, canonical=True)


short = example("BATCH with short headers")
event = cbor2.loads(short)[4]
header = (here / "corpus" / "event" / "creating_header").read_bytes()[2:]  # behind its kind
place = cbor2.loads(header)  # 3: log, 4: sequence
frames = {
    "hello": (1, written([written({0: 1, 1: 1, 2: bytes(16), 4: 1, 5: b"c", 6: 1_800_000_000_000, 7: "x"}), bytes(64)])),
    "refuse": (2, written({1: 3, 2: "a drill"})),
    "ping": (3, example("PING")),
    "pong": (4, written([1_800_000_000_000, 1_800_000_000_001])),
    "have": (5, example("HAVE")),
    "have_with_hops": (5, written([[log, 3, 3, leaf, 2]])),
    "want": (6, example("WANT of")),
    "unwant": (7, written(log)),
    "batch_of_a_hash": (8, example("BATCH with leaf")),
    "batch_short": (8, short),
    "batch_origin_and_head": (8, written({1: log, 2: 0, 3: {1: leaf, 3: b"certificate"}, 4: [leaf], 5: "head"})),
    "credit": (9, written([65536])),
    "want_streams": (10, written([leaf])),
    "want_bodies": (11, written([log, 0, 4, 9, 12])),
    "upgrade": (12, written([log, [[7, b"header", [[0, event[0][1][0][1]]]]]])),
    "fork_question": (13, written({1: log, 2: "head"})),
    "revocation": (15, written({4: b"file"})),
    "cosignature": (15, written({1: 2, 2: log, 3: 1, 4: b"note"})),
    "positions": (16, example("POSITIONS")),
    "positions_taken": (17, written([4096])),
    "set_aside": (22, written([place[3], place[4], header, [[0, b"section"]], "head", [leaf, leaf]])),
    "bodies_given": (23, written({1: log, 2: 3})),
}
folder = here / "corpus" / "messages"
folder.mkdir(parents=True, exist_ok=True)
for name, (kind, payload) in frames.items():
    (folder / name).write_bytes(bytes([kind]) + payload)
