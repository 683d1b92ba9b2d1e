// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/alarms/alarm.h"
#include "ui/console/console.h"
#include "ui/console/sound_port.h"

#include <QObject>

#include <map>
#include <set>

namespace ob::ui {

/// The alarms of this desk: computed anew from the console at most once a second, each told once a stage, and
/// what this position has done about them. Acknowledging and shelving is kept in memory only, by position:
/// there is no kind of event for it yet, so another console of the same position does not know, and it is
/// forgotten when the program ends. GUI thread. Both borrowed things outlive it.
class AlarmDesk : public QObject {
    Q_OBJECT
  public:
    AlarmDesk(Console& console, SoundPort& sound, QObject* parent = nullptr);

    struct Shelf {
        core::Instant until;
        QString reason;
        QString by;
    };
    struct Entry {
        core::Alarm alarm;
        bool isAcknowledged = false;  ///< at this stage, by this position
        std::optional<Shelf> shelf{}; ///< of this position
    };
    /// In the order of need; what is shelved comes last.
    std::vector<Entry> const& entries() const { return m_entries; }
    /// The same for the command language, in the same order.
    std::vector<core::StandingAlarm> standing() const;

    struct Counts {
        std::size_t unacknowledged = 0;
        std::size_t overdue = 0; ///< incidents, as Console::counts
        std::size_t shelved = 0;
        friend bool operator==(Counts const&, Counts const&) = default;
    };
    Counts counts() const;

    /// Without anybody at the desk nothing is done about an alarm.
    bool isSignedIn() const { return !m_console.session().operatorName.empty(); }
    /// Silences it for this position; what it tells of goes on. Again does no harm. False when nobody is
    /// signed in or there is no such alarm any more.
    bool acknowledge(core::AlarmId const& alarm);
    /// Several at once; false when none of them is there any more.
    bool acknowledge(std::vector<core::Alarm> const& alarms);

    enum class ShelvingResult : std::uint8_t {
        Shelved,
        Gone,
        NobodySignedIn,
        IsDistress,    ///< cannot be shelved at all
        NotSupervisor, ///< for high priority and P1 a supervisor is wanted
        ReasonRequired,
        TooLong ///< longer than `longestShelf`, or no time at all
    };
    /// What `shelve` would answer now.
    ShelvingResult mayShelve(core::AlarmId const& alarm, core::Duration length, QString const& reason) const;
    ShelvingResult shelve(core::AlarmId const& alarm, core::Duration length, QString const& reason);
    void unshelve(core::AlarmId const& alarm);
    /// Shelves end at handover: those of this position.
    void endShelves();

    static constexpr core::Duration longestShelf = core::Duration::ofMinutes(8 * 60);

  Q_SIGNALS:
    /// The list, what was done about it, or a count.
    void changed();
    /// Once for each alarm at each stage. One tone is played for all that come together.
    void raised(ob::core::Alarm const& alarm);
    /// What it told of is over.
    void cleared(ob::core::Alarm const& alarm);

  private:
    /// What one position has done.
    struct Deeds {
        std::map<core::AlarmId, core::AlarmStage> acknowledged;
        std::map<core::AlarmId, Shelf> shelved;
    };
    struct LostPeer {
        QString agency;
        core::Instant since;
    };

    void noteLinks();
    void noteHealth();
    void recomputeSoon();
    void recompute();
    void tell(std::vector<core::Alarm> const& alarms);
    std::vector<core::Alarm> forget(std::vector<core::Alarm> const& alarms);
    void lay(std::vector<core::Alarm> const& alarms);
    void endShelves(core::Instant now);
    std::vector<core::AlarmSources::LostPeer> lostPeers() const;
    Entry const* find(core::AlarmId const& alarm) const;
    Deeds& deeds() { return m_deeds[m_console.session().position]; }

    Console& m_console;
    SoundPort& m_sound;
    std::vector<Entry> m_entries;
    mutable std::map<core::AlarmId, std::size_t> m_places; ///< among the entries, when somebody asked
    std::map<core::Code, Deeds> m_deeds;
    std::map<core::AlarmId, core::AlarmStage> m_told;
    std::map<QString, LostPeer> m_lost;  ///< by what it is called
    std::map<QString, QString> m_deskAt; ///< by endpoint: who answered there the last time
    std::set<QString> m_reachedAgencies;
    std::optional<core::Instant> m_readOnlySince;
    std::optional<core::Instant> m_computedAt;
    Counts m_counts;
};

} // namespace ob::ui
