// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard/console_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace ob::app {
namespace {

QString screenNames() {
    QStringList names;
    for (auto const& screen : screens)
        names << QLatin1StringView(screen.name);
    return names.join(QStringLiteral(", "));
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QStringLiteral("OneBoard 一盘棋: the console of a joint command centre."));
    parser.addOptions({
        {QStringLiteral("data"), QStringLiteral("data folder of the desk"), QStringLiteral("DIR")},
        {QStringLiteral("map"), QStringLiteral("map pack to show; else DIR/city.obmap"),
         QStringLiteral("FILE")},
        {QStringLiteral("listen"), QStringLiteral("where peers may call"), QStringLiteral("HOST:PORT")},
        {QStringLiteral("peer"), QStringLiteral("a desk to call; may be given several times"),
         QStringLiteral("HOST:PORT")},
        {QStringLiteral("lang"), QStringLiteral("zh_CN or en"), QStringLiteral("LANG")},
        {QStringLiteral("theme"), QStringLiteral("night or day"), QStringLiteral("THEME")},
        {QStringLiteral("operator"),
         QStringLiteral("in a drill: who sits here, without signing in; with --shot also where the desk has "
                        "operators"),
         QStringLiteral("NAME")},
        {QStringLiteral("position"), QStringLiteral("in a drill: the position"), QStringLiteral("CODE"),
         QStringLiteral("DRILL-1")},
        {QStringLiteral("self-test"), QStringLiteral("try on this machine what the console needs of it")},
        {QStringLiteral("stalls"),
         QStringLiteral(
             "tell each event that kept the window deaf for over 50 ms, and at the end when the board "
             "stood there and how deaf the window was at worst")},
        {QStringLiteral("shot"), QStringLiteral("write a picture of the console and end"),
         QStringLiteral("OUT.png")},
        {QStringLiteral("select"), QStringLiteral("with --shot: the incident or unit to show, or first"),
         QStringLiteral("NUMBER")},
        {QStringLiteral("screen"), QStringLiteral("with --shot: what to open: %1").arg(screenNames()),
         QStringLiteral("NAME")},
        {QStringLiteral("type"),
         QStringLiteral(
             "with --shot: typed into the command line, not sent; with --screen into what it opens"),
         QStringLiteral("LINE")},
        {QStringLiteral("text"), QStringLiteral("with --shot: how large text is, 1 to 2"),
         QStringLiteral("SCALE")},
        {QStringLiteral("at"), QStringLiteral("with --screen lookback: the moment; else five minutes ago"),
         QStringLiteral("TIME")},
        {QStringLiteral("size"), QStringLiteral("of the picture, logical pixels"), QStringLiteral("WxH"),
         QStringLiteral("1920x1080")},
        {QStringLiteral("scale"), QStringLiteral("device pixels per logical pixel"), QStringLiteral("S"),
         QStringLiteral("1")},
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

net::Endpoint endpointOf(QString const& option, QString const& text) {
    if (auto endpoint = net::Endpoint::of(text.toStdString())) return *std::move(endpoint);
    throw std::invalid_argument(QStringLiteral("--%1 %2: write HOST:PORT, for example 10.1.2.3:7410")
                                    .arg(option, text)
                                    .toStdString());
}

QSize sizeOf(QString const& text) {
    QStringList const parts = text.split(u'x');
    QSize const size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 640 || size.height() < 480 || size.width() > 8192
        || size.height() > 8192)
        throw std::invalid_argument("--size: WIDTHxHEIGHT, 640x480 to 8192x8192");
    return size;
}

/// Null for no name.
Screen const* screenOf(QString const& name) {
    if (name.isEmpty()) return nullptr;
    auto const* const found = std::ranges::find_if(
        screens, [&](Screen const& screen) { return name == QLatin1StringView(screen.name); });
    if (found == std::end(screens))
        throw std::invalid_argument("--screen: one of " + screenNames().toStdString());
    return found;
}

ConsoleOptions read(QCommandLineParser const& parser) {
    ConsoleOptions options;
    if (!parser.positionalArguments().isEmpty())
        throw std::invalid_argument("what is " + parser.positionalArguments().front().toStdString()
                                    + "? See --help");
    options.isSelfTest = parser.isSet(QStringLiteral("self-test"));
    options.tellsStalls = parser.isSet(QStringLiteral("stalls"));
    if (options.isSelfTest) return options;
    if (!parser.isSet(QStringLiteral("data")))
        throw std::invalid_argument("oneboard --data DIR: the folder of a desk. packaging/run makes a demo; "
                                    "oneboardctl desk init --help tells how to make one");
    options.data = parser.value(QStringLiteral("data")).toStdString();
    options.map = parser.value(QStringLiteral("map")).toStdString();
    if (options.map.empty() && std::filesystem::exists(options.data / "city.obmap"))
        options.map = options.data / "city.obmap";
    if (parser.isSet(QStringLiteral("listen")))
        options.listen = endpointOf(QStringLiteral("listen"), parser.value(QStringLiteral("listen")));
    for (QString const& peer : parser.values(QStringLiteral("peer")))
        options.peers.push_back(endpointOf(QStringLiteral("peer"), peer));
    options.language = parser.value(QStringLiteral("lang"));
    QString const theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != u"night" && theme != u"day")
        throw std::invalid_argument("--theme: night or day");
    if (!theme.isEmpty()) options.theme = theme == u"day" ? ui::Theme::Day : ui::Theme::Night;
    if (parser.isSet(QStringLiteral("operator"))) {
        core::OperatorSession session;
        session.operatorName = parser.value(QStringLiteral("operator")).toStdString();
        auto const position = core::Code::of(parser.value(QStringLiteral("position")).toStdString());
        if (!position) throw std::invalid_argument("--position is a code: letters A-Z, digits, - . _ /");
        session.position = *position;
        session.roles = 0xff;
        options.session = std::move(session);
    }
    options.shot = parser.value(QStringLiteral("shot"));
    options.selected = parser.value(QStringLiteral("select"));
    options.typed = parser.value(QStringLiteral("type"));
    if (parser.isSet(QStringLiteral("text"))) options.text = parser.value(QStringLiteral("text")).toDouble();
    options.screen = screenOf(parser.value(QStringLiteral("screen")));
    options.at = parser.value(QStringLiteral("at"));
    options.size = sizeOf(parser.value(QStringLiteral("size")));
    return options;
}

} // namespace

std::optional<ConsoleOptions> consoleOptionsOf(QCoreApplication& application, int& status) {
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    try {
        return read(parser);
    } catch (std::invalid_argument const& error) {
        std::fprintf(stderr, "oneboard: %s\n", error.what());
        status = 2;
        return std::nullopt;
    }
}

void takeScale(int argc, char** argv) {
    bool isShot = false;
    for (int at = 1; at < argc; ++at) {
        QByteArray const argument(argv[at]);
        isShot = isShot || argument.startsWith("--shot");
        if (argument.startsWith("--scale=")) qputenv("QT_SCALE_FACTOR", argument.mid(8));
        if (argument == "--scale" && at + 1 < argc) qputenv("QT_SCALE_FACTOR", argv[at + 1]);
        // Neither needs a screen, and both must answer where there is none.
        isShot = isShot || argument == "--help" || argument == "--self-test" || argument == "-h"
                 || argument == "--version";
    }
    if (isShot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace ob::app
