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
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/text/language.h"
#include "ui/text/map_text.h"
#include "ui/text/sentence.h"

#include <QApplication>
#include <QFile>
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

/// A picture has a copy.
QString settingsFile(ConsoleOptions const& options, QTemporaryDir const& scratch) {
    QString const kept = ui::textOf((options.data / "console.ini").string());
    if (options.shot.isEmpty()) return kept;
    QString const copy = scratch.filePath(QStringLiteral("console.ini"));
    QFile::copy(kept, copy);
    return copy;
}

} // namespace

/// Of a picture nothing stays behind: not its theme, and not what was typed for it.
class Composition::PictureDrafts final : public ui::DraftPort {
  public:
    explicit PictureDrafts(ui::DraftPort& kept) : m_kept(kept) {}
    bool save(QByteArray const&) override { return true; }
    Kept load() override { return m_kept.load(); }

  private:
    ui::DraftPort& m_kept;
};

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
    ui::AttachmentPort* attachments() override { return link != nullptr ? link->attachments() : nullptr; }
    DeskLink* link = nullptr;
    bool isPicture = false; ///< nobody is there: nothing is entered in anybody's name
};

Composition::Composition(ConsoleOptions options)
    : Composition(options, DeskFolder(options.data).identity()) {}

Composition::Composition(ConsoleOptions options, DeskIdentity const& identity)
    : m_options(std::move(options)), m_realm(identity.realm), m_zone(m_realm.zone),
      m_settings(settingsFile(m_options, m_scratch), QSettings::IniFormat),
      m_port(std::make_unique<LatePort>()), m_operators(m_options.data), m_cards(shippedSopBook()),
      m_sound(m_realm.kind == core::RealmKind::Drill, [] { QApplication::beep(); }) {
    auto const map = mapOf(m_options.map);
    m_drafts = std::make_unique<DraftFile>(m_options.data, identity.restKey);
    if (!m_options.shot.isEmpty()) m_pictureDrafts = std::make_unique<PictureDrafts>(*m_drafts);
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
        [this] { QMetaObject::invokeMethod(m_console.get(), [this] { raise(); }, Qt::QueuedConnection); });
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
    ui::setTextScale(m_options.text.value_or(m_settings.value(QStringLiteral("look/text"), 1.0).toDouble()));
    QApplication::setFont(ui::panelFont());
    bool const wasDay = m_settings.value(QStringLiteral("look/theme")).toString() == u"day";
    m_console->use(m_options.theme.value_or(wasDay ? ui::Theme::Day : ui::Theme::Night));
    m_window = std::make_unique<ui::MainWindow>(
        *m_console, ui::WindowServices{.settings = m_settings,
                                       .speak = [this](QString const& name) { speak(name); },
                                       .operators = m_operators,
                                       .drafts = m_pictureDrafts ? *m_pictureDrafts : *m_drafts,
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
    m_shot = std::make_unique<Shot>(
        Shot::Scene{.options = m_options, .console = *m_console, .window = *m_window, .zone = m_zone});
}

} // namespace ob::app
