// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/served.h"

#include "app/ctl/subcommand.h"
#include "ui/text/language.h"

#include <QCoreApplication>

namespace ob::app {

ControlService::Program servedProgram() {
    return {
        .run = runSubcommand,
        .speak =
            [](std::string const& language) { ui::installLanguage(*QCoreApplication::instance(), language); },
        .version = OB_VERSION};
}

} // namespace ob::app
