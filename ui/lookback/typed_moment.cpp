// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/typed_moment.h"

#include "core/ports.h"
#include "core/text.h"
#include "ui/text/sentence.h"

#include <QDateTime>
#include <QRegularExpression>

namespace ob::ui {
namespace {

/// What a clock on the wall shows, as if it were UTC.
QDateTime wallClock(core::Instant at, core::ZonePort& zone) {
    auto shown = QDateTime::fromString(textOf(zone.localText(at)), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    shown.setTimeSpec(Qt::UTC);
    return shown;
}

std::optional<core::Instant> momentOf(QDate date, QTime time, core::ZonePort& zone) {
    QDateTime const wanted(date, time, Qt::UTC);
    auto at = core::Instant::ofMilliseconds(wanted.toMSecsSinceEpoch());
    // The offset of the zone is known where one looks; near a change of the clock it takes another look.
    for (int turn = 0; at && turn < 3; ++turn) {
        auto const off = wallClock(*at, zone).msecsTo(wanted);
        if (off == 0) break;
        at = core::Instant::ofMilliseconds(at->milliseconds() + off);
    }
    return at;
}

struct Fields {
    std::optional<int> year;
    std::optional<QTime> time;
    int month = 0; ///< 0: no date
    int day = 0;
};

std::optional<Fields> fieldsOf(QString const& text) {
    static QRegularExpression const form(QStringLiteral(
        R"(^(?:(?:(\d{4})[-/])?(\d{1,2})[-/](\d{1,2}))?\s*(?:(\d{1,2}):?(\d{2})(?::?(\d{2}))?)?$)"));
    QString const plain = textOf(core::normalise(text.toStdString())).trimmed();
    auto const match = form.match(plain);
    if (plain.isEmpty() || !match.hasMatch()) return std::nullopt;
    Fields fields;
    if (!match.captured(1).isEmpty()) fields.year = match.captured(1).toInt();
    fields.month = match.captured(2).toInt();
    fields.day = match.captured(3).toInt();
    if (match.captured(4).isEmpty()) return fields;
    QTime const time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    if (!time.isValid()) return std::nullopt;
    fields.time = time;
    return fields;
}

} // namespace

std::optional<core::Instant> typedMoment(QString const& text, TypedFrom from, core::ZonePort& zone) {
    auto const fields = fieldsOf(text);
    if (!fields) return std::nullopt;
    QDateTime const shown = wallClock(from.shown, zone);
    QDateTime const now = wallClock(from.now, zone);
    QTime const time = fields->time.value_or(shown.time());
    if (fields->month == 0) {
        auto at = momentOf(shown.date(), time, zone);
        if (at && *at > from.now) at = momentOf(shown.date().addDays(-1), time, zone);
        return at;
    }
    QDate date(fields->year.value_or(now.date().year()), fields->month, fields->day);
    if (!date.isValid()) return std::nullopt;
    auto at = momentOf(date, time, zone);
    if (at && *at > from.now && !fields->year) at = momentOf(date.addYears(-1), time, zone);
    return at;
}

QString typedText(core::Instant at, core::ZonePort& zone) { return textOf(zone.localText(at)); }

} // namespace ob::ui
