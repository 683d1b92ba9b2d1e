#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""layering.py [ROOT]: keeps the rules about who may use whom, which the compiler cannot see.

Headers of Boost, SQLite and others lie in /usr/include, where every target finds them: so the layers are
checked on the text. The rules are described in ARCHITECTURE.md and CONTRIBUTING.md. Prints
"path:line: [rule] message" for each breach; exit 1 when there is one.
"""
import pathlib
import re
import sys

TOP_FOLDERS = ("app", "core", "net", "tests", "ui")
SCRIPT_FOLDERS = (".ci", "packaging")

# layer -> layers whose headers it may include
MAY_INCLUDE = {
    "core": {"core"},
    "store": {"core", "store"},
    "net": {"core", "net"},
    "text": {"core", "text"},
    "ui": {"core", "text", "ui"},
    "ctl": {"core", "store", "net", "text", "app", "ctl"},
    "app": {"core", "store", "net", "text", "ui", "app", "ctl"},
    "tests": {"core", "store", "net", "text", "ui", "app", "ctl", "tests"},
}
NAMESPACE = {"core": "ob::core", "store": "ob::store", "net": "ob::net", "text": "ob::ui", "ui": "ob::ui",
             "ctl": "ob::app", "app": "ob::app"}

# library, what its headers look like, which files may include them
LIBRARIES = [
    ("Qt", r"Q[A-Z]\w*$|Qt\w*/", r"(core/store|ui|app)/|tests/(?!core/|net/)"),
    ("Qt Sql", r"QSql|QtSql", r"core/store/|tests/"),
    ("Boost", r"boost/", r"net/.*\.cpp$|app/(desk_link|composition)\w*\.cpp$|tests/.*\.cpp$"),
    ("libsodium", r"sodium", r"(tests/)?core/crypto/"),
    ("OpenSSL", r"openssl/", r"(tests/)?net/|core/crypto/sha256\.cpp$"),
    ("SQLite", r"sqlite3", r"core/store/|tests/"),
    ("nlohmann-json", r"nlohmann/", r"core/interop/|tests/"),
    ("iconv", r"iconv\.h", r"core/interop/"),
    ("protozero", r"protozero/", r"(tests/)?core/(map|geo)/"),
    ("zlib", r"zlib\.h|zconf\.h", r"(tests/)?core/(map|geo)/"),
    ("libzip", r"zip\.h|zipconf\.h", r"(tests/)?app/"),
    ("GeographicLib", r"GeographicLib/", r"(tests/)?core/(map|geo)/|core/(map|geo)\w*\.cpp$"),
    ("utf8proc", r"utf8proc", r"core/(?!store/)"),
    ("a test library", r"gtest/|gmock/|rapidcheck|benchmark/", r"tests/"),
]
UMBRELLAS = re.compile(
    r"Qt(Core|Gui|Widgets|Sql|Network|Svg|Test|Positioning|Concurrent|Xml|PrintSupport)(/Qt\w+)?$"
    r"|boost/(asio|beast)\.hpp$|bits/stdc\+\+\.h$")
FORBIDDEN_NAME_PARTS = {"manager", "helper", "util", "data", "info", "managers", "helpers", "utils", "infos"}
# As a suffix it is a callback without a name; alone or in front it is who handles an incident (TAKE).
FORBIDDEN_SUFFIXES = {"handler", "handlers"}
LINE_LIMIT = 500
LINE_LIMITS = {"ui/main_window.cpp": 300}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
COMMENT_OR_TEXT = re.compile(
    r'R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'', re.S)
TYPE = re.compile(r"\b(?:class|struct|union|concept|enum(?:\s+(?:class|struct))?)\s+"
                  r"(?:\[\[\w+\]\]\s*)?([A-Z]\w*)\s*(?=\{|;|=|final\b|:(?!:))|\busing\s+([A-Z]\w*)\s*=")
FORWARD = re.compile(r"\bnamespace\s+ob::(\w+)\s*\{\s*(?:(?:class|struct)\s+\w+\s*;\s*)+\}")
NUMBERS = re.compile(
    r"\bstd::sto(?:d|f|ld|i|l|ul|ll|ull)\b|\b(?:atof|atoi|atoll?|strto(?:d|f|ld|l|ul|ll|ull)|v?sscanf)\s*\("
    r"|\bto_string\s*\([^;]*?(?:\d\.\d|\bdouble\b|\bfloat\b|(?:latitude|longitude)\(\)|[Mm]etres|[Dd]egrees)")
CLOCK_OR_CHANCE = re.compile(
    r"\b(?:system|steady|high_resolution)_clock::now\b|\brandom_device\b|\bs?rand\s*\(|\btime\s*\(\s*(?:nullptr|NULL|0)\s*\)")
MUTEX = re.compile(r"\bstd::(?:\w+_)?mutex\b|\bstd::condition_variable|\bQ(?:Mutex|ReadWriteLock|WaitCondition)\b")
# Spelt in pieces so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")


def layer_of(path):
    for folder, layer in (("core/store/", "store"), ("ui/text/", "text"), ("app/ctl/", "ctl")):
        if path.startswith(folder):
            return layer
    return path.split("/")[0]


class Source:
    """A C++ file: as written, and without comments and texts (same line numbers)."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.layer = layer_of(path)
        self.is_header = path.endswith(".h")
        self.stem = path.rsplit(".", 1)[0]
        self.includes = [(self.line(m.start(1)), m[1] == '"', m[2]) for m in INCLUDE.finditer(text)]
        self.code = COMMENT_OR_TEXT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)

    def has_code(self):
        return any(line.strip() and not re.match(r"\s*#\s*(include|pragma)", line) for line in self.code.splitlines())

    def line(self, position):
        return self.text.count("\n", 0, position) + 1

    def found(self, pattern):
        for match in pattern.finditer(self.code):
            yield self.line(match.start()), match


def check_layers(source):
    for line, quoted, name in source.includes:
        if not quoted:
            continue
        if name.split("/")[0] not in TOP_FOLDERS or "/" not in name or ".." in name:
            yield line, "include-root", f'"{name}": name headers from the root ("core/id.h"), others in <>'
        elif name.endswith(".cpp"):
            yield line, "include-root", f'"{name}": a source is not included'
        elif layer_of(name) not in MAY_INCLUDE[source.layer]:
            yield line, "layer", f'{source.layer} may not use {layer_of(name)} ("{name}")'
    for line, match in source.found(FORWARD):
        target = {"store": "store", "net": "net", "app": "app", "ui": "text"}.get(match[1], "core")
        if target not in MAY_INCLUDE[source.layer]:
            yield line, "layer", f"{source.layer} may not name ob::{match[1]}"


def check_libraries(source):
    for line, quoted, name in source.includes:
        for library, looks, allowed in LIBRARIES:
            if not quoted and re.match(looks, name) and not re.match(allowed, source.path):
                yield line, "library", f"{library} (<{name}>) has no place here"
        if not quoted and UMBRELLAS.match(name):
            yield line, "umbrella", f"<{name}> includes a whole library; include what is used"


def check_include_order(source):
    own = f"{source.stem}.h"
    if not source.is_header and source.includes and source.has_own_header and source.includes[0][2] != own:
        yield source.includes[0][0], "own-header", f'"{own}" comes first'

    def rank(quoted, name):
        if quoted:
            return 0
        if re.match(r"Q[A-Z]|Qt\w*/", name):
            return 1
        if name.startswith("boost/"):
            return 2
        return 3 if re.fullmatch(r"[a-z0-9_]+", name) else None  # other libraries: anywhere after the project

    highest = 0
    for line, quoted, name in source.includes:
        place = rank(quoted, name)
        if place is None:
            continue
        if place < highest:
            yield line, "include-order", f"{name}: the order is own header, project, Qt, Boost, standard library"
        highest = max(highest, place)


def check_header(source):
    if not source.is_header:
        return
    if not re.search(r"^#pragma once$", source.text, re.M):
        yield 1, "pragma-once", "missing #pragma once"
    if not source.has_code() and len(source.includes) > 1:
        yield 1, "umbrella", "a header that only includes others"


def check_size(source):
    limit = LINE_LIMITS.get(source.path, LINE_LIMIT)
    lines = source.text.count("\n")
    if lines > limit:
        yield limit, "size", f"{lines} lines, the limit is {limit}: split it"


def vague_parts(parts):
    for position, part in enumerate(parts):
        is_suffix = 0 < position == len(parts) - 1
        if part.lower() in FORBIDDEN_NAME_PARTS or (is_suffix and part.lower() in FORBIDDEN_SUFFIXES):
            yield part


def check_names(source):
    stem = pathlib.PurePosixPath(source.path).stem
    if not re.fullmatch(r"[a-z0-9_]+", stem):
        yield 1, "name", f"{stem}: file names are lower_snake"
    for part in vague_parts(stem.split("_")):
        yield 1, "name", f"{stem}: '{part}' says nothing; name the thing"
    for line, match in source.found(TYPE):
        name = match[1] or match[2]
        if re.match(r"Q[A-Z]", name):
            continue
        for part in vague_parts(re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*", name)):
            yield line, "name", f"{name}: '{part}' says nothing; name the thing"


def check_namespace(source):
    wanted = NAMESPACE.get(source.layer)
    if not wanted:
        return
    code = FORWARD.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), source.code)
    opened = [(source.line(m.start()), m[1]) for m in re.finditer(r"\bnamespace\s+([\w:]+)\s*\{", code)]
    for line, name in opened:
        if name.split("::")[0] == "ob" and name != wanted and not name.startswith(wanted + "::"):
            yield line, "namespace", f"{name} in {source.layer}; here it is {wanted}"
    is_program = re.search(r"^int main\(", code, re.M)
    if source.has_code() and not is_program and not re.search(rf"\bnamespace\s+{wanted}\b", source.code):
        yield 1, "namespace", f"nothing here is in {wanted}"


def check_forbidden_calls(source):
    if source.layer in ("core", "store", "net"):
        for line, match in source.found(NUMBERS):
            yield line, "locale", f"{match[0]}: depends on the locale; use from_chars and to_chars"
    if source.layer == "core" and not source.path.startswith("core/crypto/"):
        for line, match in source.found(CLOCK_OR_CHANCE):
            yield line, "pure", f"{match[0]}: core reads no clock and no random number; take it from a port"
    if source.layer != "tests" and not source.path.startswith("app/desk_link"):
        for line, match in source.found(MUTEX):
            yield line, "mutex", f"{match[0]}: threads meet only in app/desk_link"


CPP_CHECKS = (check_layers, check_libraries, check_include_order, check_header, check_size, check_names,
              check_namespace, check_forbidden_calls)


def check_licence_lines(path, text):
    lines = text.splitlines()[:4]
    if lines and lines[0].startswith("#!"):
        lines = lines[1:]
    if len(lines) < 2 or "SPDX-FileCopyrightText: " not in lines[0] \
            or "SPDX-License-Identifier: Apache-2.0" not in lines[1]:
        yield path, 1, "licence", "the first two lines are SPDX-FileCopyrightText and SPDX-License-Identifier"


def breaches(root):
    """All breaches below root, as (path, line, rule, message)."""
    root = pathlib.Path(root)
    files = [root / "CMakeLists.txt"]
    for folder in TOP_FOLDERS + SCRIPT_FOLDERS:
        files += sorted((root / folder).rglob("*"))
    beast = []
    for file in files:
        if not file.is_file():
            continue
        path = file.relative_to(root).as_posix()
        is_cpp = file.suffix in (".cpp", ".h")
        is_script = path.startswith(SCRIPT_FOLDERS) and file.suffix == ""
        if not (is_cpp or is_script or file.suffix in (".py", ".sh", ".cmake") or file.name == "CMakeLists.txt"):
            continue
        text = file.read_text(encoding="utf-8")
        yield from check_licence_lines(path, text)
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line):
                yield path, number, "unfinished", "finish it, or leave it out"
        if not is_cpp:
            continue
        source = Source(path, text)
        source.has_own_header = file.with_suffix(".h").is_file()
        for check in CPP_CHECKS:
            for line, rule, message in check(source):
                yield path, line, rule, message
        if any(name.startswith("boost/beast") for _, _, name in source.includes):
            beast.append(path)
    for path in beast[1:]:
        yield path, 1, "beast", f"Beast takes 10 s to compile and is already in {beast[0]}"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    found = list(breaches(root))
    for path, line, rule, message in found:
        print(f"{path}:{line}: [{rule}] {message}")
    print(f"layering: {len(found)} breaches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
