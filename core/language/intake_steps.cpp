// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/duplicates.h"
#include "core/language/verb_steps.h"

#include <algorithm>

namespace ob::core {
namespace {

/// `p` and one digit is meant as a priority, even a wrong one; P12 may be part of an address.
bool looksLikePriority(std::string_view word) {
    return word.size() == 2 && (word[0] == 'p' || word[0] == 'P') && word[1] >= '0' && word[1] <= '9';
}
bool isMarker(std::string_view word) { return word.starts_with('+') || looksLikePriority(word); }

std::string addressOf(ArgumentReader& in) {
    std::string address;
    while (in.hasMore() && !isMarker(in.peek()))
        address += (address.empty() ? "" : " ") + in.word(Argument::Address);
    if (address.empty() && in.isGood()) in.miss(Argument::Address);
    return address;
}

void readMarkers(ArgumentReader& in, OpenIncident& opening) {
    while (in.hasMore() && isMarker(in.peek())) {
        if (in.peek().starts_with('+')) {
            auto const units = in.units();
            opening.units.insert(opening.units.end(), units.begin(), units.end());
        } else if (opening.priority) {
            in.refuse(RefusalCode::UnexpectedArgument, {std::string(in.peek())});
        } else {
            opening.priority = in.priority();
        }
    }
}

Priority paintedPriority(OpenIncident const& opening, RuleBook const& rules) {
    if (opening.priority) return *opening.priority;
    auto const* const type = rules.type(opening.type.text());
    return type == nullptr ? Priority::P3 : static_cast<Priority>(std::clamp(type->defaultPriority, 1, 4));
}

bool looksLikePhone(std::string_view word) {
    auto const isPart = [](char each) {
        return (each >= '0' && each <= '9') || each == '+' || each == '-' || each == '(' || each == ')';
    };
    return word.size() >= 3 && word.size() <= 24 && std::all_of(word.begin(), word.end(), isPart);
}

} // namespace

Intent newIncident(Step step) {
    auto const& [in, out, surroundings, line] = step;
    OpenIncident opening;
    opening.type = in.type();
    opening.address = addressOf(in);
    readMarkers(in, opening);
    opening.text = in.text();
    in.finish();
    if (!in.isGood()) return opening;
    Context const& context = surroundings.context;
    // Fixed now, so that the number that was read out is the number that is written.
    if (context.nextNumber != IncidentNumber{}) opening.number = context.nextNumber;
    out.parts.push_back(part::OpensIncident{context.nextNumber, opening.type,
                                            paintedPriority(opening, surroundings.rules()), opening.address});
    ReportedPlace const reported{.type = opening.type, .address = opening.address, .place = opening.place};
    for (auto const& duplicate :
         possibleDuplicates(reported, surroundings.board, surroundings.rules(), context.now)) {
        part::PossibleDuplicate found{{duplicate.incident->id, duplicate.incident->number},
                                      duplicate.incident->type,
                                      {duplicate.age},
                                      std::nullopt};
        if (duplicate.metres) found.metres = Ageing<double>{*duplicate.metres};
        out.parts.push_back(found);
        warn(out, Amber::PossibleDuplicate);
    }
    for (UnitId const unit : opening.units) {
        addSending(out, unit, surroundings);
        for (Work const& work : workOf(unit, surroundings.board)) {
            out.parts.push_back(part::AlreadyEngaged{unit, work.incident});
            warn(out, Amber::BusyUnit);
        }
    }
    return opening;
}

Intent addCall(Step step) {
    auto const& [in, out, surroundings, line] = step;
    AddCall call;
    call.incident = in.incident(Among::Known);
    std::string const phone = in.word(Argument::Phone);
    if (in.isGood() && !looksLikePhone(phone))
        in.refuse(RefusalCode::BadArgument, {std::string(nameOf(Argument::Phone)), phone});
    call.caller.phone = phone;
    call.text = in.text();
    in.finish();
    if (in.isGood()) out.parts.push_back(part::AddsCall{numbered(call.incident, surroundings.board), phone});
    return call;
}

Intent take(Step step) {
    auto const& [in, out, surroundings, line] = step;
    TakeIncident taking{in.incident()};
    in.finish();
    auto const incident = in.isGood() ? surroundings.board.incident(taking.incident) : nullptr;
    if (!incident) return taking;
    out.parts.push_back(
        part::Takes{{incident->id, incident->number}, incident->handler, incident->handlerAgency});
    warnOfHolder(out, taking.incident, surroundings);
    return taking;
}

Intent setPriority(Step step) {
    auto const& [in, out, surroundings, line] = step;
    SetPriority setting;
    setting.incident = in.incident();
    setting.priority = in.priority();
    in.finish();
    auto const incident = in.isGood() ? surroundings.board.incident(setting.incident) : nullptr;
    if (!incident) return setting;
    out.parts.push_back(
        part::ChangesPriority{{incident->id, incident->number}, incident->priority, setting.priority});
    warnOfHolder(out, setting.incident, surroundings);
    return setting;
}

Intent addNote(Step step) {
    auto const& [in, out, surroundings, line] = step;
    AddNote note;
    note.incident = in.incident(Among::Known);
    note.text = in.sentence(Argument::Words);
    if (note.text.starts_with('/')) note.text.erase(0, note.text.find_first_not_of("/ "));
    if (in.isGood() && note.text.empty()) in.miss(Argument::Words);
    in.finish();
    if (in.isGood())
        out.parts.push_back(part::AddsNote{numbered(note.incident, surroundings.board), note.text});
    return note;
}

} // namespace ob::core
