// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/map_demo.h"

#include "app/caller.h"
#include "app/ctl/map_output.h"
#include "app/ctl/output.h"
#include "app/ctl/subcommand.h"
#include "app/demo_map.h"

namespace ob::app {

int runMapDemo(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("map demo"),
        QStringLiteral("Makes a map pack of a city that is nowhere: streets, houses, stations of every "
                       "agency, names in Chinese and English. The same seed makes the same city "
                       "everywhere. Needs no other program and no net."));
    arguments.option(QStringLiteral("seed"), QStringLiteral("N"), QStringLiteral("Which city; else 1."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"),
                QStringLiteral("The map pack, by custom .obmap; replaces an older one."));
    arguments.parse(rest);
    bool isNumber = true;
    std::uint64_t const seed = arguments.has(QStringLiteral("seed"))
                                   ? arguments.value(QStringLiteral("seed")).toULongLong(&isNumber)
                                   : 1;
    if (!isNumber) throw UsageError(QStringLiteral("--seed is a whole number from 0"));
    auto const file = caller().fileNamed(arguments.required(QStringLiteral("out")).toStdString());
    if (caller().isErrorTerminal() && !arguments.json()) printError("making a city …\n");
    printDemo(makeDemoMap(seed, file), arguments.json());
    return exitDone;
}

} // namespace ob::app
