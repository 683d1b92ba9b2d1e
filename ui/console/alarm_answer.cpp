// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/alarm_answer.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class AlarmAnswer {
    Q_DECLARE_TR_FUNCTIONS(AlarmAnswer)
  public:
    static QString of(AlarmDesk::ShelvingResult result) {
        using Result = AlarmDesk::ShelvingResult;
        switch (result) {
        case Result::Shelved: return {};
        case Result::Gone: return tr("The alarm is over.");
        case Result::NobodySignedIn: return nobody();
        case Result::IsDistress:
            return tr("A call for help cannot be shelved. Silence it (AA) and send help.");
        case Result::NotSupervisor:
            return tr(
                "Only a supervisor shelves what is this urgent. Silence it (AA) or ask the supervisor.");
        case Result::ReasonRequired: return tr("Say why it is shelved.");
        case Result::TooLong:
            return filled(tr("A shelf holds for %1 minutes at most. Choose a shorter time."),
                          {QString::number(AlarmDesk::longestShelf.milliseconds() / 60'000)});
        }
        return {};
    }
    static QString nobody() { return tr("Nobody is signed in here. Sign in first."); }
    static QString over() { return tr("The alarm is over."); }
};

} // namespace

QString shelvingText(AlarmDesk::ShelvingResult result) { return AlarmAnswer::of(result); }

QString alarmRefusal(core::Query const& query, AlarmDesk const& alarms) {
    if (query.kind != core::Query::Kind::Shelve)
        return alarms.isSignedIn() ? QString() : AlarmAnswer::nobody();
    for (auto const& alarm : query.alarms)
        if (auto const words = shelvingText(alarms.mayShelve(alarm.id, query.length, textOf(query.text)));
            !words.isEmpty())
            return words;
    return {};
}

QString carryOut(core::Query const& query, AlarmDesk& alarms) {
    if (auto const words = alarmRefusal(query, alarms); !words.isEmpty()) return words;
    if (query.kind != core::Query::Kind::Shelve)
        return alarms.acknowledge(query.alarms) ? QString() : AlarmAnswer::over();
    for (auto const& alarm : query.alarms)
        if (auto const words = shelvingText(alarms.shelve(alarm.id, query.length, textOf(query.text)));
            !words.isEmpty())
            return words;
    return {};
}

} // namespace ob::ui
