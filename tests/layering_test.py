#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Shows for every rule of layering.py that it can fail, and that it leaves the allowed neighbour alone."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import layering  # noqa: E402

LICENCE = "SPDX-FileCopyrightText: 2026 OneBoard contributors\n{0} SPDX-License-Identifier: Apache-2.0\n"
CPP = "// " + LICENCE.format("//")
SHELL = "# " + LICENCE.format("#")


def cpp(includes="", code="", space="ob::core"):
    return f"{CPP}{includes}\nnamespace {space} {{\n{code}\n}}\n"


def header(includes="", code="int f();", space="ob::core"):
    return f"{CPP}#pragma once\n{includes}\nnamespace {space} {{\n{code}\n}}\n"


def rules_broken(files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return sorted({rule for _, _, rule, _ in layering.breaches(folder)})


def including(path, name, space):
    return {path: cpp(f"#include {name}\n", space=space)}


# rule, what breaks it, what is allowed and looks alike
PAIRS = [
    ("layer", including("core/a.cpp", '"core/store/b.h"', "ob::core"),
     including("core/store/a.cpp", '"core/b.h"', "ob::store")),
    ("layer", including("core/a.cpp", '"ui/text/b.h"', "ob::core"), including("ui/text/a.cpp", '"core/b.h"', "ob::ui")),
    ("layer", including("net/a.cpp", '"core/store/b.h"', "ob::net"), including("net/a.cpp", '"core/ports.h"', "ob::net")),
    ("layer", including("core/store/a.cpp", '"net/b.h"', "ob::store"), including("app/a.cpp", '"net/b.h"', "ob::app")),
    ("layer", including("ui/a.cpp", '"core/store/b.h"', "ob::ui"), including("ui/a.cpp", '"ui/text/b.h"', "ob::ui")),
    ("layer", including("ui/text/a.cpp", '"ui/b.h"', "ob::ui"), including("ui/a.cpp", '"ui/b.h"', "ob::ui")),
    ("layer", including("app/ctl/a.cpp", '"ui/console.h"', "ob::app"),
     including("app/ctl/a.cpp", '"ui/text/b.h"', "ob::app")),
    ("layer", including("core/a.cpp", '"tests/support/b.h"', "ob::core"),
     including("tests/core/a_test.cpp", '"tests/support/b.h"', "ob::core")),
    ("layer", {"ui/a.h": header("namespace ob::store { class Database; }", space="ob::ui")},
     {"ui/a.h": header("namespace ob::core { class Board; struct Unit; }", space="ob::ui")}),
    ("include-root", including("core/a.cpp", '"id.h"', "ob::core"), including("core/a.cpp", '"core/id.h"', "ob::core")),
    ("include-root", including("core/a.cpp", '"core/../net/b.h"', "ob::core"), {}),
    ("include-root", including("core/a.cpp", '"core/b.cpp"', "ob::core"), {}),
    ("library", including("core/a.cpp", "<QString>", "ob::core"),
     including("core/store/a.cpp", "<QSqlDatabase>", "ob::store")),
    ("library", including("net/a.cpp", "<QtCore/QString>", "ob::net"), including("ui/text/a.cpp", "<QString>", "ob::ui")),
    ("library", including("ui/a.cpp", "<QSqlQuery>", "ob::ui"), including("ui/a.cpp", "<QLabel>", "ob::ui")),
    ("library", including("app/a.cpp", "<QtSql/QSqlQuery>", "ob::app"),
     including("tests/store/a_test.cpp", "<QSqlQuery>", "ob::store")),
    ("library", {"net/a.h": header("#include <boost/asio/io_context.hpp>", space="ob::net")},
     including("net/a.cpp", "<boost/asio/io_context.hpp>", "ob::net")),
    ("library", including("ui/a.cpp", "<boost/asio/post.hpp>", "ob::ui"),
     including("app/desk_link.cpp", "<boost/asio/post.hpp>", "ob::app")),
    ("library", including("app/settings.cpp", "<boost/asio/post.hpp>", "ob::app"),
     including("app/composition.cpp", "<boost/asio/post.hpp>", "ob::app")),
    ("library", including("core/a.cpp", "<sodium.h>", "ob::core"),
     including("core/crypto/a.cpp", "<sodium.h>", "ob::core")),
    ("library", including("core/crypto/a.cpp", "<openssl/evp.h>", "ob::core"),
     including("net/tls.cpp", "<openssl/ssl.h>", "ob::net")),
    ("library", including("core/a.cpp", "<zip.h>", "ob::core"),
     including("app/a.cpp", "<zip.h>", "ob::app")),
    ("library", including("net/a.cpp", "<sqlite3.h>", "ob::net"),
     including("core/store/a.cpp", "<sqlite3.h>", "ob::store")),
    ("library", including("core/a.cpp", "<nlohmann/json.hpp>", "ob::core"),
     including("core/interop/a.cpp", "<nlohmann/json.hpp>", "ob::core")),
    ("library", including("core/a.cpp", "<iconv.h>", "ob::core"),
     including("core/interop/a.cpp", "<iconv.h>", "ob::core")),
    ("library", including("core/a.cpp", "<protozero/pbf_reader.hpp>", "ob::core"),
     including("core/map/a.cpp", "<protozero/pbf_reader.hpp>", "ob::core")),
    ("library", including("core/a.cpp", "<zlib.h>", "ob::core"), including("core/map/a.cpp", "<zlib.h>", "ob::core")),
    ("library", including("core/a.cpp", "<GeographicLib/Geodesic.hpp>", "ob::core"),
     including("core/geo/a.cpp", "<GeographicLib/Geodesic.hpp>", "ob::core")),
    ("library", including("ui/a.cpp", "<utf8proc.h>", "ob::ui"), including("core/text.cpp", "<utf8proc.h>", "ob::core")),
    ("library", including("core/a.cpp", "<gtest/gtest.h>", "ob::core"),
     including("tests/core/a_test.cpp", "<gtest/gtest.h>", "ob::core")),
    ("umbrella", including("ui/a.cpp", "<QtWidgets>", "ob::ui"), including("ui/a.cpp", "<QWidget>", "ob::ui")),
    ("umbrella", including("net/a.cpp", "<boost/asio.hpp>", "ob::net"),
     including("net/a.cpp", "<boost/asio/ssl.hpp>", "ob::net")),
    ("umbrella", {"core/all.h": CPP + '#pragma once\n#include "core/a.h"\n#include "core/b.h"\n'},
     {"core/all.h": header('#include "core/a.h"\n#include "core/b.h"\n')}),
    ("own-header", {"core/a.h": header(), "core/a.cpp": cpp('#include "core/b.h"\n#include "core/a.h"\n')},
     {"core/a.h": header(), "core/a.cpp": cpp('#include "core/a.h"\n#include "core/b.h"\n')}),
    ("include-order", including("ui/a.cpp", "<vector>\n#include <QLabel>", "ob::ui"),
     including("ui/a.cpp", "<QLabel>\n#include <vector>", "ob::ui")),
    ("include-order", including("core/a.cpp", '<vector>\n#include "core/b.h"', "ob::core"),
     including("core/crypto/a.cpp", '"core/b.h"\n#include <sodium.h>\n#include <vector>', "ob::core")),
    ("pragma-once", {"core/a.h": cpp(code="int f();")}, {"core/a.h": header()}),
    ("size", {"core/a.cpp": cpp(code="\n" * 500)}, {"core/a.cpp": cpp(code="\n" * 400)}),
    ("size", {"ui/main_window.cpp": cpp(code="\n" * 300, space="ob::ui")},
     {"ui/queue_panel.cpp": cpp(code="\n" * 300, space="ob::ui")}),
    ("name", {"core/text_util.h": header()}, {"core/utility_company.h": header()}),
    ("name", {"core/BoardFold.h": header()}, {"core/board_fold.h": header()}),
    ("name", {"core/a.h": header(code="class UnitManager {};")}, {"core/a.h": header(code="class Unit {};")}),
    ("name", {"core/a.h": header(code="struct [[nodiscard]] InfoLine;")}, {"core/a.h": header(code="// class Data {};")}),
    ("name", {"core/a.h": header(code="using CallData = int;")}, {"core/a.h": header(code="struct Database {};")}),
    ("name", {"core/a.h": header(code="struct FrameHandler {};")}, {"core/a.h": header(code="struct HandlerTaken {};")}),
    ("name", {"core/frame_handler.h": header()}, {"core/a.h": header(code="struct Handler {};")}),
    ("name", {"core/a.h": header(code="enum class LinkInfo : int { A };")},
     {"ui/a.h": header(code="class QMimeData;", space="ob::ui")}),
    ("namespace", {"core/a.cpp": cpp(space="ob::store")}, {"core/store/a.cpp": cpp(space="ob::store")}),
    ("namespace", {"net/a.cpp": CPP + "int f() { return 1; }\n"}, {"app/main.cpp": CPP + "int main() {}\n"}),
    ("namespace", {"ui/a.cpp": cpp() + "namespace ob::ui { int f(); }\n"},
     {"core/a.cpp": cpp() + "namespace ob::core::detail { int f(); }\n"}),
    ("locale", {"core/a.cpp": cpp(code="auto a = std::stod(text);")}, {"ui/a.cpp": cpp(code="std::stoi(t);", space="ob::ui")}),
    ("locale", {"net/a.cpp": cpp(code="auto a = atof(text);", space="ob::net")},
     {"net/a.cpp": cpp(code='auto a = "atof(text)";', space="ob::net")}),
    ("locale", {"core/store/a.cpp": cpp(code="std::to_string(point.latitude());", space="ob::store")},
     {"core/store/a.cpp": cpp(code="std::to_string(count);", space="ob::store")}),
    ("pure", {"core/a.cpp": cpp(code="auto now = std::chrono::system_clock::now();")},
     {"app/a.cpp": cpp(code="auto now = std::chrono::system_clock::now();", space="ob::app")}),
    ("mutex", {"core/store/a.cpp": cpp(code="std::mutex m;", space="ob::store")},
     {"app/desk_link.cpp": cpp(code="std::mutex m;", space="ob::app")}),
    ("licence", {"core/a.cpp": "namespace ob::core {\n}\n"}, {"packaging/run": "#!/bin/sh\n" + SHELL}),
    ("licence", {"tests/CMakeLists.txt": "project(x)\n"}, {"tests/CMakeLists.txt": SHELL}),
    ("unfinished", {"core/a.cpp": cpp(code="// TO" "DO later")}, {"core/a.cpp": cpp(code="// todos los puntos")}),
    ("beast", {f"net/{name}.cpp": cpp("#include <boost/beast/http.hpp>", space="ob::net") for name in "ab"},
     including("net/a.cpp", "<boost/beast/http.hpp>", "ob::net")),
]


class EveryRule(unittest.TestCase):
    def test_finds_what_breaks_it(self):
        for rule, broken, _ in PAIRS:
            with self.subTest(rule=rule, files=list(broken)):
                self.assertEqual(rules_broken(broken), [rule])

    def test_leaves_the_allowed_alone(self):
        for rule, _, allowed in PAIRS:
            with self.subTest(rule=rule, files=list(allowed)):
                self.assertEqual(rules_broken(allowed), [])

    def test_has_a_pair_here(self):
        text = pathlib.Path(layering.__file__).read_text(encoding="utf-8")
        named = set(layering.re.findall(r'yield [^\n"]*?"([a-z-]+)", ', text))
        self.assertEqual(named, {rule for rule, _, _ in PAIRS})

    def test_names_the_line(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "core" / "a.cpp"
            file.parent.mkdir()
            file.write_text(cpp(code="/* two\nlines */ auto a = std::stod(text);"))
            self.assertEqual([line for _, line, _, _ in layering.breaches(folder)], [6])


if __name__ == "__main__":
    unittest.main()
