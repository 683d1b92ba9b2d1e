// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb_steps.h"

#include "core/shift_change.h"

namespace ob::core {
namespace {

void addDuty(Step const& step, SetDuty const& setting) {
    for (UnitId const id : setting.units) {
        auto const unit = step.surroundings.board.unit(id);
        bool const stays = unit && changesShiftAlone(setting, *unit);
        step.out.parts.push_back(part::ChangesDuty{.unit = id,
                                                   .from = unit ? unit->duty : DutyState::OffDuty,
                                                   .to = stays ? unit->duty : setting.duty,
                                                   .reason = stays ? unit->dutyReason : setting.reason,
                                                   .crew = setting.crew,
                                                   .capabilities = setting.capabilities,
                                                   .crewNames = setting.crewNames,
                                                   .vehicle = setting.vehicle});
        warnOfAgency(step.out, id, step.surroundings);
    }
}

void setUntil(Step const& step, SetDuty& setting, std::optional<Duration> length) {
    if (length) setting.until = step.surroundings.context.now + *length;
}

void addUntil(Step const& step, SetDuty const& setting, std::optional<Duration> length) {
    if (length && setting.until) step.out.parts.push_back(part::UntilTime{*length, {*setting.until}});
}

SetDuty dutyOf(Step const& step, DutyState duty) {
    SetDuty setting;
    setting.duty = duty;
    setting.units = step.in.units();
    return setting;
}

} // namespace

Intent registerUnit(Step step) {
    auto const& [in, out, surroundings, line] = step;
    RegisterUnit registering;
    std::string const typed = in.word(Argument::NewCallsign);
    std::string const kindWord = in.word(Argument::UnitKind);
    registering.homeAddress = in.sentence(Argument::Address);
    if (!in.isGood()) return registering;
    auto const callsign = Callsign::of(typed);
    if (!callsign) {
        in.refuse(RefusalCode::BadArgument, {std::string(nameOf(Argument::NewCallsign)), typed});
        return registering;
    }
    registering.callsign = *callsign;
    auto const& kinds = surroundings.rules().unitKinds();
    auto const* const kind = kinds.find(kindWord);
    auto const code = kind ? Code::of(kind->code) : std::nullopt;
    if (!code) {
        std::vector<std::string> subjects{kindWord};
        for (UnitKind const* const near : kinds.near(kindWord))
            subjects.push_back(near->code);
        in.refuse(RefusalCode::UnknownCode, std::move(subjects));
        return registering;
    }
    registering.kind = *code;
    out.parts.push_back(part::RegistersUnit{registering.callsign, surroundings.context.agency,
                                            registering.kind, registering.homeAddress});
    return registering;
}

Intent logOn(Step step) {
    SetDuty setting = dutyOf(step, DutyState::Available);
    std::optional<Duration> length;
    // In any order: each word says by itself what it is.
    for (std::string_view before; step.in.hasMore() && step.in.peek() != before;) {
        before = step.in.peek();
        if (!setting.crew) setting.crew = step.in.crewIfAny();
        if (!length) length = step.in.lengthIfAny();
        if (setting.capabilities.empty() && step.in.takeAny({"+-"}))
            setting.capabilities = {*Code::of(noneOfIt)};
        if (setting.capabilities.empty()) setting.capabilities = step.in.plusCodesIfAny(Argument::PlusSkills);
        if (setting.vehicle.empty()) setting.vehicle = step.in.hashWordIfAny(Argument::Vehicle);
    }
    setting.crewNames = step.in.text();
    step.in.finish();
    if (!step.in.isGood()) return setting;
    if (length) setting.shiftEnd = step.surroundings.context.now + *length;
    addDuty(step, setting);
    if (length) step.out.parts.push_back(part::ShiftEnds{*length, {*setting.shiftEnd}});
    return setting;
}

Intent makeAvailable(Step step) {
    SetDuty setting = dutyOf(step, DutyState::Available);
    step.in.finish();
    if (step.in.isGood()) addDuty(step, setting);
    return setting;
}

Intent makeConditional(Step step) {
    SetDuty setting = dutyOf(step, DutyState::Conditional);
    if (step.in.isGood() && !step.in.hasMore()) step.in.miss(Argument::Length);
    setting.recall = step.in.lengthIfAny();
    if (step.in.isGood() && !setting.recall)
        step.in.refuse(RefusalCode::BadArgument,
                       {std::string(nameOf(Argument::Length)), std::string(step.in.peek())});
    step.in.finish();
    if (!step.in.isGood()) return setting;
    addDuty(step, setting);
    step.out.parts.push_back(part::RecallTime{*setting.recall});
    return setting;
}

/// The code may be several words, so the length is looked for at the end.
Intent takeOutOfService(Step step) {
    SetDuty setting = dutyOf(step, DutyState::Unavailable);
    auto const length = step.in.trailingLength();
    setting.reason = step.in.requiredCode(Argument::Unavailable);
    step.in.finish();
    if (!step.in.isGood()) return setting;
    setUntil(step, setting, length);
    addDuty(step, setting);
    addUntil(step, setting, length);
    return setting;
}

Intent logOff(Step step) {
    SetDuty setting = dutyOf(step, DutyState::OffDuty);
    setting.reason = step.in.codeOfRest(Argument::Unavailable);
    step.in.finish();
    if (step.in.isGood()) addDuty(step, setting);
    return setting;
}

Intent raiseDistress(Step step) {
    auto const& [in, out, surroundings, line] = step;
    RaiseDistress raising;
    raising.unit = in.unit();
    // Words without a slash are kept as well: nobody in distress types twice.
    raising.text = in.sentence(Argument::Text);
    if (!in.isGood()) return raising;
    auto const work = workAt(raising.unit, {}, surroundings.board);
    out.parts.push_back(
        part::RaisesDistress{raising.unit, work ? std::optional(work->incident) : std::nullopt});
    return raising;
}

Intent endDistress(Step step) {
    auto const& [in, out, surroundings, line] = step;
    EndDistress ending;
    ending.unit = in.unit();
    ending.text = in.sentence(Argument::Reason);
    if (in.isGood() && ending.text.empty())
        in.refuse(RefusalCode::ReasonRequired, {std::string(line.verb->word)});
    if (!in.isGood()) return ending;
    out.parts.push_back(part::EndsDistress{ending.unit, ending.text});
    warnOfAgency(out, ending.unit, surroundings);
    return ending;
}

Intent rollCall(Step step) {
    auto const& [in, out, surroundings, line] = step;
    CheckWelfare checking;
    checking.incident = in.incident();
    checking.answered = !in.takeAny({"无应答", "未应答", "no"});
    if (in.hasMore()) {
        checking.units = in.units();
        if (in.takeAny({"无应答", "未应答", "no"})) checking.answered = false;
    }
    in.finish();
    if (!in.isGood()) return checking;
    auto const asked =
        checking.units.empty() ? unitsAt(checking.incident, surroundings.board) : checking.units;
    out.parts.push_back(
        part::ChecksWelfare{numbered(checking.incident, surroundings.board), asked, checking.answered});
    return checking;
}

Intent noDuff(Step step) {
    DeclareNoDuff declaring;
    declaring.ended = step.in.takeAny({"结束", "end"});
    step.in.finish();
    if (step.in.isGood()) step.out.parts.push_back(part::FreezesDrill{declaring.ended});
    return declaring;
}

} // namespace ob::core
