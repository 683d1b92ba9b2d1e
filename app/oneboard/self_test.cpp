// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard/self_test.h"

#include "app/drill_folder.h"
#include "app/oneboard/composition.h"
#include "app/shipped_rules.h"
#include "ui/command_line/command_bar.h"
#include "ui/map/symbol_library.h"
#include "ui/panels/map_panel.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFontDatabase>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <string>

namespace ob::app {
namespace {

constexpr int patienceMs = 20'000;

/// Empty: sound; else what is wrong and what to do.
using Check = std::function<std::string()>;

std::string checkData() {
    if (sharedRuleBook().types().empty()) return "the reference data is empty: the program was built wrongly";
    static_cast<void>(shippedSopBook());
    return {};
}

std::string checkTranslations() {
    ui::installLanguage(*qApp, "zh_CN");
    bool const isChinese = ui::wordOf(core::IncidentState::Open) == QStringLiteral("未结");
    ui::installLanguage(*qApp, "en");
    bool const isEnglish = ui::wordOf(core::IncidentState::Open) != QStringLiteral("未结");
    return isChinese && isEnglish ? std::string()
                                  : "the translations are missing: the program was built wrongly";
}

std::string checkFonts() {
    if (QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty())
        return "no font has Chinese characters: install fonts-noto-cjk";
    if (!QFontDatabase::families().contains(QStringLiteral("Noto Sans")))
        return "the font Noto Sans is missing: install fonts-noto-core";
    return {};
}

std::string checkDrawings() {
    for (auto const name : ui::allSymbols())
        if (ui::symbolImage(name, 18, Qt::white).isNull())
            return ui::symbolFile(name).toStdString() + " cannot be drawn: install libqt6svg6";
    return {};
}

bool isSoon(std::function<bool()> const& what) {
    QElapsedTimer clock;
    clock.start();
    while (!what() && clock.elapsed() < patienceMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    return what();
}

/// The whole way: keys, preview, desk thread, journal on the disk, back on the board and on the map.
std::string checkDesk() {
    QTemporaryDir folder;
    if (!folder.isValid()) return "no temporary folder can be made: is the disk full?";
    // Nothing of it is left on the machine.
    qputenv("ONEBOARD_STATE", folder.filePath(QStringLiteral("state")).toUtf8());
    std::filesystem::path const realm = folder.filePath(QStringLiteral("drill")).toStdString();
    RealmFolder::Plan plan;
    plan.name = "self-test";
    plan.zone = "UTC";
    plan.agencies.push_back({*core::Code::of("FD"), "消防", "Fire"});
    createDrillFolder(realm, plan, 1, sharedRuleBook());
    ConsoleOptions options;
    options.data = realm / "FD-1";
    options.language = QStringLiteral("en");
    options.session = core::OperatorSession{
        .operatorName = "self-test", .position = *core::Code::of("TEST"), .roles = 0xff};
    Composition composition(options);
    composition.show();
    if (!isSoon([&] { return composition.console().health().state == ui::DeskHealth::State::Running; }))
        return "the desk did not start";
    composition.console().propose(QStringLiteral("NI FIRE-STRUCT Main Street 5 p1"), true);
    if (!isSoon([&] { return composition.console().queue().size() == 1; }))
        return "the desk did not take a call";
    if (!isSoon([&] { return composition.window().map().view().isSettled(); }))
        return "the map was not painted";
    return composition.window().grab().isNull() ? "the window was not painted" : "";
}

} // namespace

int runSelfTest() {
    std::pair<char const*, Check> const checks[] = {{"reference data", checkData},
                                                    {"translations", checkTranslations},
                                                    {"fonts", checkFonts},
                                                    {"drawings", checkDrawings},
                                                    {"a desk that takes a call", checkDesk}};
    int failed = 0;
    for (auto const& [name, check] : checks) {
        std::string why;
        try {
            why = check();
        } catch (std::exception const& error) {
            why = error.what();
        }
        std::printf("%s  %s%s%s\n", why.empty() ? "ok    " : "FAILED", name, why.empty() ? "" : ": ",
                    why.c_str());
        failed += why.empty() ? 0 : 1;
    }
    std::printf("%d passed, %d failed\n", static_cast<int>(std::size(checks)) - failed, failed);
    return failed == 0 ? 0 : 1;
}

} // namespace ob::app
