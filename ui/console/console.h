// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlines/work_queue.h"
#include "core/language/surroundings.h"
#include "core/map/gazetteer.h"
#include "ui/console/board_news.h"
#include "ui/console/desk_port.h"
#include "ui/text/wording.h"
#include "ui/theme.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ob::ui {

/// All that the windows of one console share: the board as the desk told it, who is signed in, what is
/// selected, the look. Panels read from here and listen; only the desk changes the board. GUI thread.
class Console : public QObject {
    Q_OBJECT
  public:
    struct Surroundings {
        core::RuleBook const& rules;
        core::ClockPort& clock;
        core::ZonePort& zone;
        DeskPort& desk;
        QString realm;    ///< name
        QString deskName; ///< as in its certificate
        bool isDrill = false;
        std::shared_ptr<core::GazetteerReader> gazetteer; ///< null: none
        bool isPast = false;                              ///< 回看: its windows show, and offer nothing to do
    };
    explicit Console(Surroundings surroundings);

    /// What the desk told.
    void take(BoardNews news);

    core::Board const& board() const { return m_board; }
    core::RuleBook const& rules() const { return m_around.rules; }
    core::ZonePort& zone() const { return m_around.zone; }
    core::Instant now() const { return m_around.clock.now(); }
    DeskPort& desk() const { return m_around.desk; }
    /// What the map knows by these words; nothing without a map, or when it cannot be read.
    std::vector<core::GazetteerPlace> placesCalled(std::string const& words, std::size_t limit) const;
    /// The one place of an address, as core::placeOfAddress has it.
    std::optional<core::GazetteerPlace> placeOfAddress(std::string const& address) const;
    QString const& realm() const { return m_around.realm; }
    QString const& deskName() const { return m_around.deskName; }
    bool isDrill() const { return m_around.isDrill; }
    bool isPast() const { return m_around.isPast; }
    core::AgencyIndex agency() const { return m_told.agency; }
    std::vector<core::Code> const& agencyCodes() const { return m_told.agencyCodes; }
    std::vector<core::Conflict> const& conflicts() const { return m_conflicts; }
    std::vector<LinkLine> const& links() const { return m_links; }
    DeskHealth const& health() const { return m_health; }
    /// What the desk knows of places.
    core::PremiseBook const& premises() const { return *m_premises; }
    /// What of it is about this spot, by today's date. An address that the map knows has its place.
    std::vector<core::PremiseFound> premisesAt(core::PremiseSpot const& spot) const;
    std::vector<core::PremiseFound> premisesAt(core::Incident const& incident) const;
    /// Newest position of a unit; nothing when none is known.
    core::Fix const* fix(core::UnitId unit) const;
    Wording wording() const;

    /// Kept until the board or the second changes.
    std::vector<core::QueueEntry> const& queue() const;
    core::BoardCounts const& counts() const;

    /// Who is at the desk. Without a name nobody is signed in, and every command is refused by its roles.
    core::OperatorSession const& session() const { return m_session; }
    void signIn(core::OperatorSession session);

    core::IncidentId selectedIncident() const { return m_incident; }
    core::UnitId selectedUnit() const { return m_unit; }
    /// What is not on the board cannot be selected; nil: nothing.
    void selectIncident(core::IncidentId incident);
    void selectUnit(core::UnitId unit);

    core::Context context() const;
    /// For the command language; borrows `context`.
    core::Surroundings surroundings(core::Context const& context) const;
    /// What was made on this board, by this operator, is sent; `told` hears what came of it.
    void submit(core::Command command, DeskPort::Reply told);

    Theme theme() const { return m_theme; }
    void use(Theme theme);

    /// A line for the operator: what was done, or why not. Shown for a while by every window.
    enum class Tone : std::uint8_t { Done, Refused };
    void say(Tone tone, QString const& text) { Q_EMIT said(tone, text); }
    /// Puts a line into the command bar as if it had been typed; `isSent`: with Enter behind it. What is
    /// still to be typed goes between two blanks, else to the end.
    void propose(QString const& line, bool isSent) { Q_EMIT proposed(line, isSent); }
    /// Shows a place or thing on the map.
    void flyTo(core::IncidentId incident) { Q_EMIT flightWanted(incident, {}); }
    void flyToUnit(core::UnitId unit) { Q_EMIT flightWanted({}, unit); }
    /// By a name that the map knows; says so when there is none.
    void flyToPlace(QString const& name);

  Q_SIGNALS:
    void boardChanged();
    void linksChanged();
    void fixesChanged();
    void selectionChanged();
    void sessionChanged();
    void themeChanged();
    void healthChanged();
    void premisesChanged();
    /// Once a second: what shows a time says it anew.
    void ticked();
    void said(ob::ui::Console::Tone tone, QString const& text);
    void proposed(QString const& line, bool isSent);
    void flightWanted(ob::core::IncidentId incident, ob::core::UnitId unit);
    void flightToPlaceWanted(ob::core::GeoPoint place);

  private:
    void dropLostSelection();

    Surroundings m_around;
    core::Board m_board;
    core::Context m_told;
    std::vector<core::Conflict> m_conflicts;
    std::vector<LinkLine> m_links;
    DeskHealth m_health;
    std::shared_ptr<core::PremiseBook const> m_premises = std::make_shared<core::PremiseBook const>();
    std::unordered_map<core::UnitId, core::Fix> m_fixes;
    core::OperatorSession m_session;
    core::IncidentId m_incident;
    core::UnitId m_unit;
    Theme m_theme = Theme::Night;
    QTimer m_second;
    mutable std::vector<core::QueueEntry> m_queue;
    mutable std::vector<core::IncidentId> m_changed; ///< since the queue was made
    mutable bool m_isQueueOld = true;
    mutable std::optional<core::BoardCounts> m_counts;
    struct Located {
        std::string address;
        std::optional<core::GazetteerPlace> place;
    };
    mutable Located m_located; ///< the last address that was asked for
};

} // namespace ob::ui
