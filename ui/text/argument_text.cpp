// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/argument_text.h"

#include "core/language/verb.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <span>

namespace ob::ui {
namespace {

struct Word {
    std::string_view name;
    char const* word;
};

constexpr Word arguments[] = {
    {"type", QT_TRANSLATE_NOOP("ArgumentText", "the type of incident")},
    {"place", QT_TRANSLATE_NOOP("ArgumentText", "the place")},
    {"address", QT_TRANSLATE_NOOP("ArgumentText", "the address")},
    {"priority", QT_TRANSLATE_NOOP("ArgumentText", "the priority (p1 to p4)")},
    {"units", QT_TRANSLATE_NOOP("ArgumentText", "the callsigns of the units")},
    {"unit", QT_TRANSLATE_NOOP("ArgumentText", "the unit's callsign")},
    {"callsign", QT_TRANSLATE_NOOP("ArgumentText", "the callsign")},
    {"kind", QT_TRANSLATE_NOOP("ArgumentText", "the kind of unit")},
    {"text", QT_TRANSLATE_NOOP("ArgumentText", "the text")},
    {"time", QT_TRANSLATE_NOOP("ArgumentText", "the time")},
    {"incident", QT_TRANSLATE_NOOP("ArgumentText", "the incident number (at least three digits)")},
    {"other-incident", QT_TRANSLATE_NOOP("ArgumentText", "the number of the other incident")},
    {"phone", QT_TRANSLATE_NOOP("ArgumentText", "the caller's phone number")},
    {"release-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason for the release")},
    {"disposition", QT_TRANSLATE_NOOP("ArgumentText", "the disposition")},
    {"refusal-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason why it could not go")},
    {"unavailable-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason for being out of service")},
    {"void-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason why it is void")},
    {"target", QT_TRANSLATE_NOOP("ArgumentText", "the body it is referred to")},
    {"referral-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason for the referral")},
    {"outside-number", QT_TRANSLATE_NOOP("ArgumentText", "the receiver's own number")},
    {"dispatch-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason for the dispatch")},
    {"check-result", QT_TRANSLATE_NOOP("ArgumentText", "the result of the check")},
    {"reopen-reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason for reopening")},
    {"length", QT_TRANSLATE_NOOP("ArgumentText", "a length of time (such as 2h or 90m)")},
    {"crew", QT_TRANSLATE_NOOP("ArgumentText", "the size of the crew")},
    {"capability", QT_TRANSLATE_NOOP("ArgumentText", "what the unit can do in this shift, after +")},
    {"vehicle", QT_TRANSLATE_NOOP("ArgumentText", "the vehicle, after #")},
    {"crewNames", QT_TRANSLATE_NOOP("ArgumentText", "the names of the crew, after /")},
    {"shiftEnd", QT_TRANSLATE_NOOP("ArgumentText", "the end of the shift")},
    {"reason", QT_TRANSLATE_NOOP("ArgumentText", "the reason")},
    {"contact", QT_TRANSLATE_NOOP("ArgumentText", "the name of the person who was told")},
    {"name", QT_TRANSLATE_NOOP("ArgumentText", "the name")},
    {"agency", QT_TRANSLATE_NOOP("ArgumentText", "the agency")},
    {"phase", QT_TRANSLATE_NOOP("ArgumentText", "the phase")},
    {"position", QT_TRANSLATE_NOOP("ArgumentText", "the position of this desk")},
    {"milestone", QT_TRANSLATE_NOOP("ArgumentText", "the milestone")},
    {"answer", QT_TRANSLATE_NOOP("ArgumentText", "the answer")},
    {"end", QT_TRANSLATE_NOOP("ArgumentText", "the word that ends it")},
    {"query", QT_TRANSLATE_NOOP("ArgumentText", "what to look for")},
    {"thing", QT_TRANSLATE_NOOP("ArgumentText", "an incident, a unit or a place")},
    {"alarm",
     QT_TRANSLATE_NOOP("ArgumentText", "the alarm: its number in the list, an incident or a callsign")},
    {"verb", QT_TRANSLATE_NOOP("ArgumentText", "a verb")},
    {"drafts", QT_TRANSLATE_NOOP("ArgumentText", "the number of entries at once")},
};

/// In the order of their bits.
constexpr Word roles[] = {
    {"callTaker", QT_TRANSLATE_NOOP("ArgumentText", "call-taker")},
    {"dispatcher", QT_TRANSLATE_NOOP("ArgumentText", "dispatcher")},
    {"dutyOfficer", QT_TRANSLATE_NOOP("ArgumentText", "duty officer")},
    {"supervisor", QT_TRANSLATE_NOOP("ArgumentText", "supervisor")},
    {"arbiter", QT_TRANSLATE_NOOP("ArgumentText", "arbiter")},
    {"trainer", QT_TRANSLATE_NOOP("ArgumentText", "trainer")},
    {"auditor", QT_TRANSLATE_NOOP("ArgumentText", "auditor")},
    {"admin", QT_TRANSLATE_NOOP("ArgumentText", "administrator")},
};

QString wordIn(std::span<Word const> words, std::string_view name) {
    for (Word const& each : words)
        if (each.name == name) return QCoreApplication::translate("ArgumentText", each.word);
    return textOf(name);
}

} // namespace

QString argumentWord(std::string_view name) { return wordIn(arguments, name); }

QString roleWord(std::string_view name) { return wordIn(roles, name); }

QStringList roleWords(std::uint8_t bits) {
    QStringList words;
    unsigned bit = 1;
    for (Word const& each : roles) {
        if ((bits & bit) != 0) words << QCoreApplication::translate("ArgumentText", each.word);
        bit <<= 1;
    }
    return words;
}

QString verbWord(std::string_view word) {
    core::VerbSpec const* const spec = core::findVerb(word);
    if (!spec || currentLanguage() == Language::English) return textOf(word);
    return textOf(spec->zh) + QChar(0xff08) + textOf(spec->word) + QChar(0xff09);
}

} // namespace ob::ui
