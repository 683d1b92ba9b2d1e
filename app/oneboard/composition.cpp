// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard/composition.h"

#include "app/desk_folder.h"
#include "app/files.h"
#include "app/oneboard/running_console.h"
#include "app/operator_file.h"
#include "app/shipped_rules.h"
#include "core/store/map_file.h"
#include "core/store/sqlite_gazetteer.h"
#include "ui/command_line/command_bar.h"
#include "ui/lookback/typed_moment.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/text/language.h"
#include "ui/text/map_text.h"
#include "ui/text/sentence.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

namespace ob::app {
namespace {

void logLine(std::string const& text) {
    std::fprintf(stderr, "%s %s\n", SystemClock().now().iso8601().c_str(), text.c_str());
}

std::shared_ptr<store::MapFile> mapOf(std::filesystem::path const& file) {
    if (file.empty()) return nullptr;
    auto map = store::MapFile::load(file);
    if (!map) throw FileError(file.string() + ": " + ui::mapProblemText(map.error()).toStdString());
    return *map;
}

} // namespace

class Composition::LatePort final : public ui::DeskPort {
  public:
    void submit(core::Command command, core::OperatorSession session, Reply reply) override {
        if (link != nullptr && !isPicture)
            link->submit(std::move(command), std::move(session), std::move(reply));
    }
    void readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) override {
        if (link != nullptr) link->readEvents(stream, std::move(answer));
    }
    void readHoldings(core::StreamId stream, std::function<void(std::vector<Holding>)> answer) override {
        if (link != nullptr) link->readHoldings(stream, std::move(answer));
    }
    void find(std::string text, std::size_t limit,
              std::function<void(std::vector<core::SearchHit>)> answer) override {
        if (link != nullptr) link->find(std::move(text), limit, std::move(answer));
    }
    std::unique_ptr<ui::PastPort> lookBack() override { return link != nullptr ? link->lookBack() : nullptr; }
    void askContact(std::string premise, core::OperatorSession session,
                    std::function<void(core::ContactAnswer)> answer) override {
        if (link != nullptr) link->askContact(std::move(premise), std::move(session), std::move(answer));
    }
    DeskLink* link = nullptr;
    bool isPicture = false; ///< nobody is there: nothing is entered in anybody's name
};

Composition::Composition(ConsoleOptions options)
    : Composition(options, DeskFolder(options.data).identity()) {}

Composition::Composition(ConsoleOptions options, DeskIdentity const& identity)
    : m_options(std::move(options)), m_realm(identity.realm), m_zone(m_realm.zone),
      m_settings(ui::textOf((m_options.data / "console.ini").string()), QSettings::IniFormat),
      m_port(std::make_unique<LatePort>()), m_operators(m_options.data), m_cards(shippedSopBook()),
      m_sound(m_realm.kind == core::RealmKind::Drill, [] { QApplication::beep(); }) {
    auto const map = mapOf(m_options.map);
    m_drafts = std::make_unique<DraftFile>(m_options.data, identity.restKey);
    bool const isDrill = m_realm.kind == core::RealmKind::Drill;
    if (m_options.session && !isDrill)
        throw FileError("--operator is for drills; at a live desk people sign in");
    m_port->isPicture = !m_options.shot.isEmpty();
    if (m_options.session && !m_port->isPicture && hasOperators(m_options.data))
        throw FileError("this desk has operators, who sign in at its console: leave --operator out");
    m_console = std::make_unique<ui::Console>(ui::Console::Surroundings{
        .rules = sharedRuleBook(),
        .clock = m_clock,
        .zone = m_zone,
        .desk = *m_port,
        .realm = ui::textOf(m_realm.name),
        .deskName = ui::textOf(identity.certificate.name),
        .isDrill = isDrill,
        .gazetteer = map && map->isPack() ? std::shared_ptr(store::openGazetteer(*map)) : nullptr});
    DeskServer::Options desk;
    desk.folder = m_options.data;
    desk.listen = m_options.listen;
    desk.peers = m_options.peers;
    desk.program = "oneboard " OB_VERSION;
    // On the desk thread, which ends before what this names does.
    desk.served = servedConsole(
        [this] { QMetaObject::invokeMethod(&m_settling, [this] { raise(); }, Qt::QueuedConnection); });
    desk.served.speak = [](std::string const&) {}; // the language of this program is its operator's
    desk.say = logLine;
    m_link = std::make_unique<DeskLink>(
        sharedRuleBook(), std::move(desk), [this](ui::BoardNews news) { m_console->take(std::move(news)); },
        [] { QCoreApplication::quit(); });
    m_port->link = m_link.get();

    QString const language =
        !m_options.language.isEmpty()
            ? m_options.language
            : m_settings.value(QStringLiteral("look/language"), QLocale::system().name()).toString();
    ui::installLanguage(*qApp, language.toStdString());
    ui::setTextScale(m_settings.value(QStringLiteral("look/text"), 1.0).toDouble());
    QApplication::setFont(ui::panelFont());
    bool const wasDay = m_settings.value(QStringLiteral("look/theme")).toString() == u"day";
    m_console->use(m_options.theme.value_or(wasDay ? ui::Theme::Day : ui::Theme::Night));
    m_window = std::make_unique<ui::MainWindow>(
        *m_console, ui::WindowServices{.settings = m_settings,
                                       .speak = [this](QString const& name) { speak(name); },
                                       .operators = m_operators,
                                       .drafts = *m_drafts,
                                       .cards = m_cards,
                                       .sound = m_sound});
    auto& view = m_window->map().view();
    m_window->openMap(map);
    if (map) {
        auto const& source = map->source();
        view.lookAtAll(
            {ui::worldOfDegrees(source.north, source.west), ui::worldOfDegrees(source.south, source.east)});
        view.callHome(view.camera());
    }
    if (m_options.session) m_console->signIn(*m_options.session);
}

Composition::~Composition() {
    m_port->link = nullptr;
    m_window.reset();
    m_link.reset();
}

void Composition::speak(QString const& language) {
    ui::installLanguage(*qApp, language.toStdString());
    m_settings.setValue(QStringLiteral("look/language"), language);
}

void Composition::show() {
    m_window->resize(m_options.size);
    m_window->restoreLayout();
    m_window->show();
}

void Composition::raise() {
    if (!m_window) return;
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    // Where a window may not come to the front by itself it asks for attention.
    QApplication::alert(m_window.get());
}

void Composition::shoot() {
    m_window->resize(m_options.size);
    m_window->show();
    m_window->lay(ui::MainWindow::Layout::Dispatcher);
    QObject::connect(&m_settling, &QTimer::timeout, &m_settling, [this] { grab(); });
    m_settling.start(100);
}

/// The window that is wanted, its size that of the picture; null as long as it has something outstanding.
QWidget* Composition::pictured() {
    bool const isSettled = m_window->map().view().isSettled();
    using enum Screen::Window;
    switch (m_options.screen != nullptr ? m_options.screen->window : Main) {
    case Main: return isSettled ? m_window.get() : nullptr;
    case LookBack: return m_look && m_look->isSettled() ? m_look.get() : nullptr;
    case Wall: {
        auto* const wall = m_window->wall();
        return wall != nullptr && wall->map().view().isSettled() ? wall : nullptr;
    }
    }
    return nullptr;
}

void Composition::openPictured() {
    core::Instant const now = m_clock.now();
    auto const minutesAgo = [&](std::int64_t minutes) { return now + core::Duration::ofMinutes(-minutes); };
    if (m_options.screen == nullptr) return;
    switch (m_options.screen->window) {
    case Screen::Window::Main:
        return m_window->actions().find(QLatin1StringView(m_options.screen->action))->trigger();
    case Screen::Window::LookBack:
        m_look = m_window->lookBackTo(
            ui::typedMoment(m_options.at, {.shown = now, .now = now}, m_zone).value_or(minutesAgo(5)));
        return m_look->resize(m_options.size);
    case Screen::Window::Wall:
        m_window->showWall(true);
        m_window->wall()->setWindowState(Qt::WindowNoState);
        return m_window->wall()->resize(m_options.size);
    }
}

void Composition::selectFor(QString const& named) {
    for (auto const& entry : m_console->queue())
        if (ui::textOf(entry.incident->number.text()).endsWith(named))
            m_console->selectIncident(entry.incident->id);
    for (auto const& [id, unit] : m_console->board().units())
        if (ui::unitName(*unit, m_console->wording()) == named) m_console->selectUnit(id);
}

/// A second without anything outstanding: positions and links have come by then.
void Composition::grab() {
    constexpr int calmTurns = 15;
    if (++m_calm == 5) {
        if (!m_options.selected.isEmpty()) selectFor(m_options.selected);
        if (!m_options.typed.isEmpty()) m_window->commandBar().propose(m_options.typed, false);
        openPictured();
    }
    auto* const window = pictured();
    if (m_calm < calmTurns || window == nullptr) return;
    m_settling.stop();
    bool const isWritten = window->grab().save(m_options.shot);
    if (!isWritten) std::fprintf(stderr, "oneboard: cannot write %s\n", qPrintable(m_options.shot));
    QCoreApplication::exit(isWritten ? 0 : 3);
}

} // namespace ob::app
