// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_reading.h"

#include "core/geo/typed_point.h"
#include "core/language/line.h"
#include "core/language/resolve.h"
#include "core/text.h"
#include "ui/console/console.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr std::string_view unknownType = "OTHER";

class ReadingText {
    Q_DECLARE_TR_FUNCTIONS(CallReading)
  public:
    static QString noType() { return tr("What has happened?"); }
    static QString strangeType() { return tr("No type is called so; take one of the list."); }
    static QString noPlace() { return tr("Where? An address, a point on the map or degrees."); }
    static QString inDoubt() { return tr("Does the point still hold? Alt+K keeps it, Alt+X drops it."); }
    static QString badTime() { return tr("A time is typed as 2140 or 21:40."); }
    static QString unitsOfACall() {
        return tr("A further call sends no units: empty this, or use the verb D.");
    }
    static QString noPhone() { return tr("Without a number nobody can be rung back."); }
    static QString placeUnknown() { return tr("Place unknown, the call broke off"); }
    static QString droppedNote() { return tr("The call broke off."); }
};

std::string normalised(QString const& text) { return core::normalise(text.toStdString()); }

void readPlace(CallReading& reading, CallDraft const& call, Console const& console) {
    reading.place = call.place;
    reading.placeContext = call.placeContext;
    reading.address = normalised(call.address);
    if (auto const typed = core::typedPoint(reading.address)) {
        reading.place = typed;
        reading.placeContext.clear();
        reading.address.clear();
    } else if (call.place && call.isPlaceInDoubt && hasLeftItsPlace(call)) {
        reading.wrong[IntakeField::Place] = ReadingText::inDoubt();
    } else if (auto const known = call.place ? std::nullopt : console.placeOfAddress(reading.address)) {
        reading.place = known->point;
        reading.placeContext = textOf(known->context);
    }
    if (reading.address.empty() && !reading.place)
        reading.missing[IntakeField::Place] = ReadingText::noPlace();
}

void readTime(CallReading& reading, CallDraft const& call, Console const& console) {
    std::string const typed = normalised(call.receivedAt);
    if (typed.empty()) return;
    auto const time = core::clockTimeOf(typed.starts_with('@') ? typed.substr(1) : typed);
    if (time)
        reading.receivedAt = console.zone().lastLocal(time->hour, time->minute, console.now());
    else
        reading.wrong[IntakeField::ReceivedAt] = ReadingText::badTime();
}

void readUnits(CallReading& reading, CallDraft const& call, Console const& console) {
    QString list = call.units;
    for (QChar const mark : QStringLiteral("、+＋,，;；"))
        list.replace(mark, QLatin1Char(' '));
    std::string const typed = normalised(list);
    core::Context const context = console.context();
    auto const surroundings = console.surroundings(context);
    for (std::string const& word : core::wordsIn(typed)) {
        auto const unit = core::findUnit(word, surroundings);
        Wording const wording = console.wording();
        if (!unit)
            reading.wrong[IntakeField::Units] = refusalText(unit.error().refusal, &wording);
        else if (std::ranges::find(reading.units, *unit) == reading.units.end())
            reading.units.push_back(*unit);
    }
    if (!call.joins.isNil() && !reading.units.empty())
        reading.wrong[IntakeField::Units] = ReadingText::unitsOfACall();
}

void readType(CallReading& reading, CallDraft const& call, Console const& console) {
    std::string const typed = normalised(call.type);
    reading.type = console.rules().findType(typed);
    if (typed.empty())
        reading.missing[IntakeField::Type] = ReadingText::noType();
    else if (reading.type == nullptr)
        reading.missing[IntakeField::Type] = ReadingText::strangeType();
}

std::optional<std::string> given(QString const& text) {
    std::string words = normalised(text);
    return words.empty() ? std::nullopt : std::optional(std::move(words));
}

/// Lines stay lines, each as it is normalised.
std::string narrative(QString const& said) {
    std::string text;
    for (QString const& line : said.split(QLatin1Char('\n'))) {
        std::string const words = normalised(line);
        if (!text.empty() && !words.empty()) text.push_back('\n');
        text.append(words);
    }
    return text;
}

} // namespace

bool hasLeftItsPlace(CallDraft const& call) {
    std::string const fixed = normalised(call.placeOf);
    return fixed.empty() || !normalised(call.address).starts_with(fixed);
}

CallReading readingOf(CallDraft const& call, Console const& console) {
    CallReading reading;
    readType(reading, call, console);
    readPlace(reading, call, console);
    readTime(reading, call, console);
    readUnits(reading, call, console);
    if (!call.joins.isNil()) {
        reading.missing.clear();
        reading.wrong.erase(IntakeField::Place);
    }
    return reading;
}

CallReading droppedReadingOf(CallDraft const& call, Console const& console) {
    CallReading reading = readingOf(call, console);
    if (normalised(call.phone).empty()) reading.missing[IntakeField::Phone] = ReadingText::noPhone();
    if (!reading.type && reading.missing.erase(IntakeField::Type) > 0)
        reading.type = console.rules().type(unknownType);
    if (reading.missing.erase(IntakeField::Place) > 0)
        reading.address = ReadingText::placeUnknown().toStdString();
    return reading;
}

CallDraft droppedOf(CallDraft call, Console const& console) {
    QStringList said{call.said, ReadingText::droppedNote()};
    if (!console.rules().findType(normalised(call.type))) said.push_front(call.type);
    said.removeAll(QString());
    call.said = said.join(QLatin1Char('\n'));
    return call;
}

core::Command commandOf(CallDraft const& call, CallReading const& reading, Console const& console) {
    core::Caller const caller{.name = given(call.name), .phone = given(call.phone)};
    if (!call.joins.isNil())
        return {.intent = core::AddCall{.incident = console.board().survivorOf(call.joins),
                                        .caller = caller,
                                        .channel = call.channel,
                                        .text = narrative(call.said)},
                .occurredAt = reading.receivedAt};
    core::OpenIncident opening;
    if (reading.type) opening.type = core::Code::of(reading.type->code).value_or(core::Code{});
    opening.priority = call.priority;
    opening.address = reading.address;
    opening.place = reading.place;
    opening.channel = call.channel;
    opening.caller = caller;
    opening.text = narrative(call.said);
    opening.units = reading.units;
    opening.receivedAt = reading.receivedAt;
    bool const happensNow = !reading.units.empty();
    return {.intent = std::move(opening), .occurredAt = happensNow ? std::nullopt : reading.receivedAt};
}

} // namespace ob::ui
