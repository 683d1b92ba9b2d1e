#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes the corpus of mvt_fuzz: small vector tiles of our own, sound and broken, one of them compressed."""
import gzip
import pathlib
import struct

HERE = pathlib.Path(__file__).resolve().parent
SQUARE = [9, 0, 0, 26, 40, 0, 0, 40, 39, 0, 15]
LINE = [9, 4, 4, 18, 0, 16, 16, 0]


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def field(number, content):
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def packed(numbers):
    return b"".join(varint(number) for number in numbers)


def value(content):
    if isinstance(content, str):
        return field(1, content.encode())
    if isinstance(content, float):
        return varint(3 << 3 | 1) + struct.pack("<d", content)
    return field(6, content << 1 if content >= 0 else (-content << 1) - 1)


def layer(name, features, extent=4096):
    keys, values, out = [], [], field(15, 2) + field(1, name.encode())
    for kind, commands, tags in features:
        indexes = []
        for key, content in tags.items():
            if key not in keys:
                keys.append(key)
            values.append(content)
            indexes += [keys.index(key), len(values) - 1]
        out += field(2, field(2, packed(indexes)) + field(3, kind) + field(4, packed(commands)))
    out += b"".join(field(3, key.encode()) for key in keys)
    out += b"".join(field(4, value(content)) for content in values)
    return field(3, out + field(5, extent))


TILES = {
    "areas": layer("water", [(3, SQUARE, {"class": "lake"})]) + layer("landuse", [(3, SQUARE, {"class": "hospital"})])
    + layer("building", [(3, SQUARE + SQUARE, {"render_height": 12.5})], 512),
    "roads": layer("transportation", [(2, LINE, {"class": "trunk", "brunnel": "bridge", "layer": 2, "oneway": -1})])
    + layer("transportation_name", [(2, LINE + LINE, {"class": "primary", "name": "滨江路", "name:zh-Hans": "滨江路",
                                                      "name:en": "Riverside Road", "ref": "S1", "rank": 3})]),
    "points": layer("poi", [(1, [17, 10, 14, 3, 9], {"class": "police", "name": "派出所"})])
    + layer("housenumber", [(1, [9, 2, 2], {"housenumber": "221号"})]),
    "unknown_layer": layer("contour", [(2, LINE, {"height": 100})]),
    "many_promised": layer("water", [(3, [9, 0, 0, 0xFFFFFFFA, 2, 2], {})]),
    "no_extent": layer("water", [(3, SQUARE, {})], 0),
    "far_away": layer("waterway", [(2, [9, 0, 0, 10, 0xFFFFFFFE, 0xFFFFFFFE], {"class": "river"})]),
}


def main():
    folder = HERE / "corpus" / "mvt"
    folder.mkdir(parents=True, exist_ok=True)
    for name, tile in TILES.items():
        (folder / name).write_bytes(tile)
    (folder / "compressed").write_bytes(gzip.compress(TILES["roads"], mtime=0))
    (folder / "zeros_compressed").write_bytes(gzip.compress(bytes(2_000_000), mtime=0))


if __name__ == "__main__":
    main()
