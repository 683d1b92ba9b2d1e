// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/alarm_text.h"

#include "ui/text/sentence.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace ob::ui {
namespace {

class AlarmText {
    Q_DECLARE_TR_FUNCTIONS(AlarmText)
  public:
    static AlarmWords of(core::Alarm const& alarm, Wording const& wording) {
        QString const unit = alarm.unit.isNil() ? QString() : unitName(alarm.unit, wording);
        QString const incident = alarm.incident.isNil() ? QString() : incidentName(alarm.incident, wording);
        switch (alarm.id.kind) {
        case core::AlarmKind::Distress:
            return {alarm.incident.isNil() ? filled(tr("%1 is in distress"), {unit})
                                           : filled(tr("%1 is in distress at %2"), {unit, incident}),
                    tr("Send help. Only its own supervisor ends this, after voice contact.")};
        case core::AlarmKind::StorageReadOnly:
            return {tr("This desk cannot save: it shows, and takes no command"),
                    tr("Work at another desk and have this one's disk looked after.")};
        case core::AlarmKind::WelfareMissed:
            return {filled(alarm.isDistress() ? tr("%1 does not answer at %2: treat it as distress")
                                              : tr("%1 at %2 has to be asked whether it is well"),
                           {unit, incident}),
                    alarm.isDistress() ? tr("Call it on every channel, then send help.")
                                       : tr("Call it and record the roll-call (PAR).")};
        case core::AlarmKind::Unassigned:
            return {filled(tr("Nobody is sent to %1"), {incident}),
                    tr("Send a unit, or ask another agency.")};
        case core::AlarmKind::Undelivered:
            return {filled(tr("%1 does not know of %2"), {unit, incident}),
                    tr("Tell it by radio or phone and record that (VOICE).")};
        case core::AlarmKind::NotAcknowledged:
            return {filled(tr("%1 has not answered for %2"), {unit, incident}),
                    tr("Call it; send another unit if it stays silent.")};
        case core::AlarmKind::LinkDown:
            return {filled(tr("%1 is not reached"), {textOf(alarm.peer)}),
                    tr("Tell it by phone what concerns it; its own knowledge grows old.")};
        }
        return {};
    }
    static QString several(QString const& count, QString const& incident) {
        return filled(tr("%1 alarms at %2"), {count, incident});
    }
    static QString atConsole() {
        return tr("Alarms are silenced and shelved at the console, where they are heard.");
    }
    static QString more(QString const& titles, qsizetype count) {
        return filled(tr("%1 and %2 more"), {titles, QString::number(count)});
    }
    static QString peers(QString const& count) { return filled(tr("%1 desks are not reached"), {count}); }
    static QString distress(QString const& count) { return filled(tr("%1 units are in distress"), {count}); }
};

} // namespace

AlarmWords wordsOf(core::Alarm const& alarm, Wording const& wording) { return AlarmText::of(alarm, wording); }

QString groupText(core::AlarmGroup const& group, Wording const& wording) {
    auto const& first = group.alarms.front();
    if (group.alarms.size() == 1) return wordsOf(first, wording).title;
    QString const count = QString::number(group.alarms.size());
    if (!group.incident.isNil()) return AlarmText::several(count, incidentName(group.incident, wording));
    return first.id.kind == core::AlarmKind::Distress ? AlarmText::distress(count) : AlarmText::peers(count);
}

QString alarmsAtConsole() { return AlarmText::atConsole(); }

QString alarmList(std::vector<core::Alarm> const& alarms, Wording const& wording) {
    constexpr std::size_t named = 2;
    QStringList titles;
    for (std::size_t at = 0; at < std::min(alarms.size(), named); ++at)
        titles << wordsOf(alarms[at], wording).title;
    if (alarms.size() <= named) return listed(titles);
    return AlarmText::more(listed(titles), static_cast<qsizetype>(alarms.size() - named));
}

} // namespace ob::ui
