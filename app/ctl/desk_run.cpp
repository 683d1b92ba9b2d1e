// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/served.h"
#include "app/ctl/subcommand.h"
#include "app/desk_server.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

net::Endpoint endpointOf(QString const& option, QString const& text) {
    if (auto endpoint = net::Endpoint::of(text.toStdString())) return *std::move(endpoint);
    throw UsageError(QStringLiteral("--%1 %2: write HOST:PORT, for example 10.1.2.3:7410").arg(option, text));
}

/// Standard error: what people look at afterwards. Standard output is for programs.
void logLine(std::string const& text) {
    std::fprintf(stderr, "%s %s\n", SystemClock().now().iso8601().c_str(), text.c_str());
    std::fflush(stderr);
}

} // namespace

int runDeskRun(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("desk run"),
        QStringLiteral("Runs the desk without a screen: its peers see what it holds and it sees "
                       "what they hold. Ends with SIGTERM."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("listen"), QStringLiteral("HOST:PORT"),
                QStringLiteral("Where peers may call; port 0 takes a free one."))
        .option(QStringLiteral("peer"), QStringLiteral("HOST:PORT"),
                QStringLiteral("A desk to call, and to call again; may be given several times."))
        .flag(QStringLiteral("trace"),
              QStringLiteral("Tell every frame on standard error, without its words."));
    arguments.parse(rest);
    DeskServer::Options options;
    options.folder = arguments.required(QStringLiteral("data")).toStdString();
    if (arguments.has(QStringLiteral("listen")))
        options.listen = endpointOf(QStringLiteral("listen"), arguments.value(QStringLiteral("listen")));
    for (QString const& peer : arguments.values(QStringLiteral("peer")))
        options.peers.push_back(endpointOf(QStringLiteral("peer"), peer));
    options.program = "oneboardctl " OB_VERSION;
    options.served = servedProgram();
    options.say = logLine;
    if (arguments.has(QStringLiteral("trace"))) options.trace = logLine;
    options.ready = [](net::Endpoint const& at) {
        printJson({{QStringLiteral("listening"),
                    at.host.empty() ? QJsonValue() : QJsonValue(ui::textOf(at.text()))}});
        std::fflush(stdout);
    };
    auto const rules = shippedRuleBook();
    try {
        DeskServer server(rules, std::move(options));
        server.run();
    } catch (std::runtime_error const& error) {
        std::fprintf(stderr, "oneboardctl: %s\n", error.what());
        return exitStorage;
    }
    return exitDone;
}

} // namespace ob::app
