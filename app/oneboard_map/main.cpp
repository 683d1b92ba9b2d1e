// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// oneboard-map: looks at a map pack, on a screen or as a picture.
#include "app/oneboard_map/demo_marks.h"
#include "core/store/map_file.h"
#include "ui/console_style.h"
#include "ui/map/map_window.h"
#include "ui/text/map_text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <optional>

namespace ob::app {
namespace {

struct Wishes {
    QString file;
    QString shot;
    QString language = QStringLiteral("zh_CN");
    std::optional<core::GeoPoint> centre;
    std::optional<double> zoom;
    ui::Theme theme = ui::Theme::Night;
    QSize size{1920, 1080};
    std::size_t units = 0;
    bool isMoving = false;
    bool hasGrid = false;
    bool isCrowded = false;
};

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Shows a map pack (.obmap) or MBTiles file."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("map to show; without one, no base map"));
    parser.addOptions({
        {QStringLiteral("units"), QStringLiteral("imagine so many units, and incidents for them"),
         QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("moving"), QStringLiteral("let the imagined units drive")},
        {QStringLiteral("symbols"), QStringLiteral("no groups: symbols and dots for all units")},
        {QStringLiteral("grid"), QStringLiteral("draw latitudes and longitudes")},
        {QStringLiteral("shot"), QStringLiteral("write a picture of the settled map and end"),
         QStringLiteral("OUT.png")},
        {QStringLiteral("center"), QStringLiteral("middle of the view"), QStringLiteral("LAT,LON")},
        {QStringLiteral("zoom"), QStringLiteral("1 to 20"), QStringLiteral("Z")},
        {QStringLiteral("lang"), QStringLiteral("zh_CN or en"), QStringLiteral("LANG"),
         QStringLiteral("zh_CN")},
        {QStringLiteral("theme"), QStringLiteral("night or day"), QStringLiteral("THEME"),
         QStringLiteral("night")},
        {QStringLiteral("size"), QStringLiteral("of the window or picture, logical pixels"),
         QStringLiteral("WxH"), QStringLiteral("1920x1080")},
        {QStringLiteral("scale"), QStringLiteral("device pixels per logical pixel"), QStringLiteral("S"),
         QStringLiteral("1")},
    });
}

/// Nothing: an option that cannot be read, which has been said.
std::optional<Wishes> wishesOf(QCommandLineParser const& parser) {
    Wishes wishes;
    auto const refuse = [](char const* what) {
        std::fprintf(stderr, "oneboard-map: %s\n", what);
        return std::nullopt;
    };
    wishes.file = parser.positionalArguments().value(0);
    wishes.shot = parser.value(QStringLiteral("shot"));
    wishes.language = parser.value(QStringLiteral("lang"));
    wishes.units = parser.value(QStringLiteral("units")).toULongLong();
    if (wishes.units > 200'000) return refuse("--units: 200000 at most");
    wishes.isMoving = parser.isSet(QStringLiteral("moving"));
    wishes.hasGrid = parser.isSet(QStringLiteral("grid"));
    wishes.isCrowded = parser.isSet(QStringLiteral("symbols"));
    QString const theme = parser.value(QStringLiteral("theme"));
    if (theme != u"night" && theme != u"day") return refuse("--theme: night or day");
    wishes.theme = theme == u"day" ? ui::Theme::Day : ui::Theme::Night;
    QStringList const size = parser.value(QStringLiteral("size")).split(u'x');
    wishes.size = QSize(size.value(0).toInt(), size.value(1).toInt());
    if (size.size() != 2 || wishes.size.width() < 160 || wishes.size.height() < 120
        || wishes.size.width() > 8192 || wishes.size.height() > 8192)
        return refuse("--size: WIDTHxHEIGHT, 160x120 to 8192x8192");
    if (parser.isSet(QStringLiteral("center"))) {
        QStringList const place = parser.value(QStringLiteral("center")).split(u',');
        bool isLatitude = false;
        bool isLongitude = false;
        double const latitude = place.value(0).toDouble(&isLatitude);
        double const longitude = place.value(1).toDouble(&isLongitude);
        wishes.centre = core::GeoPoint::ofDegrees(latitude, longitude);
        if (!isLatitude || !isLongitude || place.size() != 2 || !wishes.centre)
            return refuse("--center: LATITUDE,LONGITUDE");
    }
    if (parser.isSet(QStringLiteral("zoom"))) {
        bool isNumber = false;
        wishes.zoom = parser.value(QStringLiteral("zoom")).toDouble(&isNumber);
        if (!isNumber) return refuse("--zoom: a number");
    }
    return wishes;
}

/// The scale has to be known before the application begins.
void takeScale(int argc, char** argv) {
    bool isShot = false;
    for (int i = 1; i < argc; ++i) {
        QByteArray const argument(argv[i]);
        isShot = isShot || argument.startsWith("--shot");
        if (argument.startsWith("--scale=")) qputenv("QT_SCALE_FACTOR", argument.mid(8));
        if (argument == "--scale" && i + 1 < argc) qputenv("QT_SCALE_FACTOR", argv[i + 1]);
    }
    if (isShot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// False: not a map, which has been said.
bool openMap(ui::MapView& view, Wishes const& wishes) {
    if (!wishes.file.isEmpty()) {
        auto map = store::MapFile::load(wishes.file.toStdString());
        if (!map) {
            std::fprintf(stderr, "oneboard-map: %s: %s\n", qPrintable(wishes.file),
                         qPrintable(ui::mapProblemText(map.error())));
            return false;
        }
        view.openMap(*map);
    }
    if (auto const* const map = view.base().port()) {
        core::TileSource const& source = map->source();
        view.lookAtAll(
            {ui::worldOfDegrees(source.north, source.west), ui::worldOfDegrees(source.south, source.east)});
    }
    ui::Camera const camera = view.camera();
    if (wishes.centre || wishes.zoom)
        view.lookAt(wishes.centre.value_or(ui::placeOf(camera.centre())),
                    wishes.zoom.value_or(camera.zoom()));
    view.callHome(view.camera());
    return true;
}

int shoot(Wishes const& wishes) {
    ui::MapView view;
    view.resize(wishes.size);
    view.use(wishes.theme);
    view.showGrid(wishes.hasGrid);
    view.crowd(wishes.isCrowded ? ui::Crowding::Symbols : ui::Crowding::Groups);
    view.show();
    if (!openMap(view, wishes)) return 1;
    if (wishes.units > 0) view.show(DemoMarks(view.camera().box(), wishes.units).lists());
    int result = 1;
    QTimer poll; // the frame is taken when nothing is outstanding any more
    QObject::connect(&poll, &QTimer::timeout, &view, [&] {
        if (!view.isSettled()) return;
        result = view.frame().save(wishes.shot) ? 0 : 1;
        QApplication::quit();
    });
    poll.start(10);
    QTimer::singleShot(60'000, &view, [] { QApplication::exit(1); });
    QApplication::exec();
    if (result != 0)
        std::fprintf(stderr, "oneboard-map: no picture could be written to %s\n", qPrintable(wishes.shot));
    return result;
}

int look(Wishes const& wishes) {
    ui::MapWindow window;
    window.resize(wishes.size);
    window.use(wishes.theme);
    window.view().showGrid(wishes.hasGrid);
    window.view().crowd(wishes.isCrowded ? ui::Crowding::Symbols : ui::Crowding::Groups);
    window.show();
    if (!openMap(window.view(), wishes)) return 1;
    std::optional<DemoMarks> marks;
    QTimer drive;
    if (wishes.units > 0) {
        marks.emplace(window.view().camera().box(), wishes.units);
        window.view().show(marks->lists());
        QObject::connect(&drive, &QTimer::timeout, &window, [&] {
            marks->drive();
            window.view().show(marks->lists());
        });
        if (wishes.isMoving) drive.start(50);
    }
    return QApplication::exec();
}

} // namespace
} // namespace ob::app

int main(int argc, char** argv) {
    ob::app::takeScale(argc, argv);
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setStyle(new ob::ui::ConsoleStyle);
    QApplication::setFont(ob::ui::uiFont(14));
    QCommandLineParser parser;
    ob::app::addOptions(parser);
    parser.process(application);
    auto const wishes = ob::app::wishesOf(parser);
    if (!wishes) return 2;
    if (!ob::ui::installLanguage(application, wishes->language.toStdString())) {
        std::fprintf(stderr, "oneboard-map: --lang: zh_CN or en\n");
        return 2;
    }
    return wishes->shot.isEmpty() ? ob::app::look(*wishes) : ob::app::shoot(*wishes);
}
