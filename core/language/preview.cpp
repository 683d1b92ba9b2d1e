// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/preview.h"

#include "core/decide.h"
#include "core/language/verb_steps.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Nothing for a verb that is no command.
std::optional<Intent> intentOf(Step step) {
    switch (step.line.verb->verb) {
    case Verb::NewIncident: return newIncident(step);
    case Verb::AddCall: return addCall(step);
    case Verb::Take: return take(step);
    case Verb::SetPriority: return setPriority(step);
    case Verb::Note: return addNote(step);
    case Verb::Dispatch: return dispatch(step);
    case Verb::Plan: return plan(step);
    case Verb::Divert: return divert(step);
    case Verb::Release: return release(step);
    case Verb::Acknowledge: return reach(step, AssignmentState::Acknowledged);
    case Verb::EnRoute: return reach(step, AssignmentState::EnRoute);
    case Verb::Stage: return reach(step, AssignmentState::Staged);
    case Verb::OnScene: return reach(step, AssignmentState::OnScene);
    case Verb::Transport: return reach(step, AssignmentState::Transporting);
    case Verb::AtDestination: return reach(step, AssignmentState::AtDestination);
    case Verb::Clear: return clear(step);
    case Verb::Refuse: return refuseAssignment(step);
    case Verb::Register: return registerUnit(step);
    case Verb::LogOn: return logOn(step);
    case Verb::Available: return makeAvailable(step);
    case Verb::Conditional: return makeConditional(step);
    case Verb::OutOfService: return takeOutOfService(step);
    case Verb::OffDuty: return logOff(step);
    case Verb::Distress: return raiseDistress(step);
    case Verb::Safe: return endDistress(step);
    case Verb::RollCall: return rollCall(step);
    case Verb::NoDuff: return noDuff(step);
    case Verb::Voice: return tellByVoice(step);
    case Verb::OfferLead: return offerLead(step);
    case Verb::Accept: return acceptLead(step);
    case Verb::Refer: return refer(step);
    case Verb::Link: return link(step);
    case Verb::Merge: return merge(step);
    case Verb::Split: return split(step);
    case Verb::Close: return close(step);
    case Verb::Reopen: return reopen(step);
    case Verb::Void: return voidIncident(step);
    case Verb::Find:
    case Verb::Go:
    case Verb::Help:
    case Verb::AcknowledgeAlarm:
    case Verb::Shelve:
    case Verb::Recommend:
    case Verb::Ask:
    case Verb::Sign:
    case Verb::Commit:
    case Verb::Decline:
    case Verb::Withdraw:
    case Verb::Done:
    case Verb::Task:
    case Verb::Verify:
    case Verb::Notify:
    case Verb::Object:
    case Verb::HandOver: return std::nullopt;
    }
    return std::nullopt;
}

void findQuery(Step step) {
    Query query{.kind = Query::Kind::Find, .text = step.in.sentence(Argument::Query)};
    if (query.text.empty()) step.in.miss(Argument::Query);
    step.out.query = std::move(query);
}

/// An incident or a unit where there is exactly one; several are candidates, none is a search on the map.
void goQuery(Step step) {
    Query query{.kind = Query::Kind::Go, .text = {}};
    std::string const thing(step.in.peek());
    bool const isOneWord = step.line.words.size() == 1;
    auto const incident = findIncident(thing, Among::Known, step.surroundings);
    auto const unit = findUnit(thing, step.surroundings);
    if (isOneWord && incident) {
        query.incident = incident->id;
    } else if (isOneWord && unit) {
        query.unit = *unit;
    } else if (isOneWord && (thing == "." || incident.error().candidates.size() > 1)) {
        step.out.refusal = incident.error().refusal;
        step.out.candidates = incident.error().candidates;
    } else if (isOneWord && unit.error().refusal.code == RefusalCode::AmbiguousUnit) {
        step.out.refusal = unit.error().refusal;
        step.out.candidates = unit.error().candidates;
    } else {
        query.text = step.in.sentence(Argument::Thing);
        if (query.text.empty()) step.in.miss(Argument::Thing);
    }
    step.out.query = std::move(query);
}

void helpQuery(Step step) {
    Query query{.kind = Query::Kind::Help, .text = {}};
    if (step.in.hasMore()) {
        std::string const word = step.in.word(Argument::Verb);
        if (auto const* const spec = findVerb(word))
            query.verb = spec->verb;
        else
            step.in.refuse(RefusalCode::UnknownVerb, {word});
        step.in.finish();
    }
    step.out.query = std::move(query);
}

/// Null for a verb that is a command.
void (*readerOf(Verb verb))(Step) {
    if (verb == Verb::Find) return findQuery;
    if (verb == Verb::Go) return goQuery;
    if (verb == Verb::Help) return helpQuery;
    if (verb == Verb::AcknowledgeAlarm) return silenceAlarms;
    if (verb == Verb::Shelve) return shelveAlarms;
    return nullptr;
}

void setTime(Command& command, Step step) {
    if (!step.line.time) return;
    Surroundings const& surroundings = step.surroundings;
    command.occurredAt =
        surroundings.zone.lastLocal(step.line.time->hour, step.line.time->minute, surroundings.context.now);
    step.out.parts.push_back(part::RecordedAt{*command.occurredAt});
    step.out.arguments.push_back("time=" + command.occurredAt->iso8601());
}

/// `AY r17`, `VOICE r17 …`: forms of verbs that are known, for things that are not there yet.
bool namesRequest(TypedLine const& line, Surroundings const& surroundings) {
    if (line.verb->verb != Verb::Accept && line.verb->verb != Verb::Voice) return false;
    if (line.words.empty() || line.words.front().size() < 2) return false;
    std::string const& word = line.words.front();
    return (word[0] == 'r' || word[0] == 'R')
           && std::all_of(word.begin() + 1, word.end(), [](char each) { return each >= '0' && each <= '9'; })
           && !findUnit(word, surroundings);
}

Preview refused(Refusal refusal, std::string_view line) {
    Preview preview;
    if (refusal.code == RefusalCode::UnknownVerb && !refusal.subjects.empty())
        for (VerbSpec const* const spec : nearVerbs(refusal.subjects.front(), maxCandidates))
            preview.candidates.push_back(candidateOf(*spec));
    // Rubbish is not told from rubbish by its refusal alone.
    preview.arguments.emplace_back(line.substr(0, maxLineCodePoints));
    preview.refusal = std::move(refusal);
    return preview;
}

} // namespace

Preview previewOf(std::string_view typed, Surroundings const& surroundings) {
    auto const line = readLine(typed);
    if (!line) return refused(line.error(), typed);
    Preview preview;
    preview.verb = line->verb->verb;
    if (line->verb->stage == Stage::Later || namesRequest(*line, surroundings)) {
        preview.refusal = Refusal{RefusalCode::VerbNotYet, {std::string(line->verb->word)}};
        return preview;
    }
    ArgumentReader reader(*line, surroundings, preview);
    Step const step{reader, preview, surroundings, *line};
    if (auto* const read = readerOf(line->verb->verb)) {
        read(step);
        if (preview.refusal) preview.query.reset();
        return preview;
    }
    auto intent = intentOf(step);
    if (!intent || preview.refusal) return preview;
    Command command{.intent = std::move(*intent), .occurredAt = std::nullopt};
    setTime(command, step);
    auto const drafts = decide(surroundings.board, command, surroundings.context);
    if (drafts)
        preview.command = std::move(command);
    else
        preview.refusal = drafts.error();
    return preview;
}

Meaning meaningOf(Preview const& preview) {
    return {.verb = preview.verb,
            .arguments = preview.arguments,
            .parts = preview.parts,
            .ambers = preview.ambers,
            .query = preview.query,
            .refusal = preview.refusal};
}

Sending send(Preview const& painted, std::string_view line, Surroundings const& surroundings, Enter enter) {
    Preview now = previewOf(line, surroundings);
    if (meaningOf(now) != meaningOf(painted))
        return Repaint{.reason = Repaint::Reason::MeaningChanged, .preview = std::move(now)};
    if (painted.wantsSecondEnter() && enter == Enter::First)
        return Repaint{.reason = Repaint::Reason::WantsSecondEnter, .preview = std::move(now)};
    if (painted.query) return Repaint{.reason = Repaint::Reason::IsQuery, .preview = std::move(now)};
    if (!painted.command) return Repaint{.reason = Repaint::Reason::Refused, .preview = std::move(now)};
    return *painted.command;
}

} // namespace ob::core
