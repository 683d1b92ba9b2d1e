// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb.h"

namespace ob::core {
namespace {

constexpr ArgumentSpec need(Argument argument) { return {.argument = argument}; }
constexpr ArgumentSpec may(Argument argument) {
    return {.argument = argument, .presence = Presence::Optional};
}
constexpr ArgumentSpec listOf(Argument argument) { return {.argument = argument, .isList = true}; }
constexpr ArgumentSpec mayListOf(Argument argument) {
    return {.argument = argument, .presence = Presence::Optional, .isList = true};
}

VerbSpec milestone(Verb verb, std::string_view word, std::string_view zh,
                   std::vector<std::string_view> aliases, std::string_view example) {
    return {.verb = verb,
            .word = word,
            .zh = zh,
            .aliases = std::move(aliases),
            .arguments = {listOf(Argument::Units), may(Argument::Incident), may(Argument::Time)},
            .example = example};
}

VerbSpec later(Verb verb, std::string_view word, std::string_view zh, std::vector<std::string_view> aliases,
               std::string_view example, Risk risk = Risk::Plain) {
    return {.verb = verb,
            .word = word,
            .zh = zh,
            .aliases = std::move(aliases),
            .arguments = {},
            .example = example,
            .risk = risk,
            .stage = Stage::Later};
}

void addIntake(std::vector<VerbSpec>& table) {
    using enum Argument;
    table.push_back({Verb::NewIncident,
                     "NI",
                     "接警",
                     {"JJ"},
                     {need(Type), need(Address), may(Priority), mayListOf(PlusUnits), may(Text), may(Time)},
                     "NI 火警 滨江路221 p1 +消E03"});
    table.push_back({Verb::AddCall,
                     "AC",
                     "加来电",
                     {"JD"},
                     {need(Incident), need(Phone), may(Text), may(Time)},
                     "AC 1057 13800001234 /二楼有人"});
    table.push_back({Verb::Take, "TAKE", "接办", {}, {need(Incident)}, "TAKE 1057"});
    table.push_back({Verb::SetPriority, "P", "定级", {"YX"}, {need(Incident), need(Priority)}, "P . 1"});
    table.push_back(
        {Verb::Note, "N", "备注", {"BZ"}, {need(Incident), need(Words), may(Time)}, "N . 有危化品 @2140"});
}

void addDispatch(std::vector<VerbSpec>& table) {
    using enum Argument;
    table.push_back({Verb::Dispatch,
                     "D",
                     "派",
                     {"PD"},
                     {listOf(Units), need(Incident), may(Sent), may(Time)},
                     "D 消E07,A12 042"});
    table.push_back(
        {Verb::Plan, "PLAN", "预派", {}, {listOf(Units), need(Incident), may(Time)}, "PLAN 消E07 042"});
    // Not GP: it lies one key from GO and from GL.
    table.push_back({Verb::Divert,
                     "DV",
                     "改派",
                     {"GAI"},
                     {need(Unit), need(Incident), may(Released), may(Time)},
                     "DV A12 1057",
                     Risk::StandsDown});
    table.push_back({Verb::Release,
                     "REL",
                     "撤派",
                     {},
                     {listOf(Units), may(Incident), need(Released), may(Time)},
                     "REL 消E07 误派",
                     Risk::StandsDown});
    table.push_back(milestone(Verb::Acknowledge, "ACK", "接令", {"JL"}, "ACK 消E07"));
    table.push_back(milestone(Verb::EnRoute, "EN", "出动", {"CHU"}, "EN 消E07"));
    table.push_back(milestone(Verb::Stage, "STG", "集结", {}, "STG 消E07"));
    table.push_back(milestone(Verb::OnScene, "OS", "到场", {"DAO"}, "OS 消E07 @2140"));
    table.push_back(milestone(Verb::Transport, "TR", "转运", {"ZY"}, "TR A12"));
    table.push_back(milestone(Verb::AtDestination, "AD", "送达", {"SD"}, "AD A12"));
    table.push_back({Verb::Clear,
                     "CL",
                     "完毕",
                     {},
                     {listOf(Units), may(Incident), need(Disposition), may(Time)},
                     "CL 消E07 已处理",
                     Risk::StandsDown});
    table.push_back({Verb::Refuse,
                     "REFUSE",
                     "未能出动",
                     {},
                     {need(Unit), may(Incident), need(Refused), may(Time)},
                     "REFUSE 消E07 车辆故障",
                     Risk::Declines});
    table.push_back({Verb::Voice,
                     "VOICE",
                     "电话送达",
                     {"DH"},
                     {need(Unit), may(Incident), need(Contact), may(Time)},
                     "VOICE 消E07 周"});
}

void addUnits(std::vector<VerbSpec>& table) {
    using enum Argument;
    table.push_back({Verb::Register,
                     "UNIT",
                     "登记",
                     {},
                     {need(NewCallsign), need(UnitKind), may(Address), may(Time)},
                     "UNIT E07 水罐消防车 特勤一站"});
    table.push_back({Verb::LogOn,
                     "ON",
                     "上勤",
                     {},
                     {listOf(Units), may(Crew), may(Length), mayListOf(PlusSkills), may(Vehicle),
                      may(CrewNames), may(Time)},
                     "ON 消E07 6人 12h"});
    table.push_back({Verb::Available, "AV", "待命", {"DM"}, {listOf(Units), may(Time)}, "AV 消E07"});
    table.push_back({Verb::Conditional,
                     "COND",
                     "可调用",
                     {},
                     {listOf(Units), need(Length), may(Time)},
                     "COND 消E07 15m"});
    table.push_back({Verb::OutOfService,
                     "OOS",
                     "停勤",
                     {},
                     {listOf(Units), need(Unavailable), may(Length), may(Time)},
                     "OOS 消E07 故障 2h",
                     Risk::StandsDown});
    table.push_back({Verb::OffDuty,
                     "OFF",
                     "下勤",
                     {},
                     {listOf(Units), may(Unavailable), may(Time)},
                     "OFF 消E07",
                     Risk::StandsDown});
    table.push_back({Verb::Distress, "EMG", "遇险", {}, {need(Unit), may(Text), may(Time)}, "EMG 消E07"});
    table.push_back({Verb::Safe,
                     "SAFE",
                     "解除",
                     {},
                     {need(Unit), need(Reason), may(Time)},
                     "SAFE 消E07 车长通话确认",
                     Risk::StandsDown});
    table.push_back({Verb::RollCall,
                     "PAR",
                     "点名",
                     {},
                     {need(Incident), mayListOf(Units), may(Answer), may(Time)},
                     "PAR 042"});
    table.push_back({Verb::NoDuff, "NODUFF", "实情", {}, {may(End)}, "NODUFF"});
}

void addIncidents(std::vector<VerbSpec>& table) {
    using enum Argument;
    table.push_back({Verb::OfferLead,
                     "LD",
                     "牵头",
                     {"QT"},
                     {need(Incident), need(Agency), may(Phase), may(Time)},
                     "LD 042 消防 抢险"});
    table.push_back({Verb::Accept, "AY", "承接", {"CJ"}, {need(Incident), may(Time)}, "AY 042"});
    table.push_back({Verb::Refer,
                     "REFER",
                     "转办",
                     {},
                     {need(Incident), need(Target), may(Referred), may(Outside), may(Time)},
                     "REFER 042 12345",
                     Risk::StandsDown});
    table.push_back({Verb::Link,
                     "LK",
                     "关联",
                     {"GL"},
                     {need(Incident), need(Into), may(Reason), may(Time)},
                     "LK 1057 1042"});
    table.push_back({Verb::Merge,
                     "MERGE",
                     "并入",
                     {},
                     {need(Incident), need(Into), need(Reason), may(Time)},
                     "MERGE 1057 1042 同一起火点",
                     Risk::StandsDown});
    table.push_back(
        {Verb::Split, "SPLIT", "拆分", {}, {need(Incident), need(Reason), may(Time)}, "SPLIT 1057 两处起火"});
    table.push_back({Verb::Close,
                     "CLOSE",
                     "结案",
                     {},
                     {need(Incident), need(Disposition), may(Text), may(Time)},
                     "CLOSE 042 已处理",
                     Risk::StandsDown});
    table.push_back({Verb::Reopen,
                     "REOPEN",
                     "重开",
                     {},
                     {need(Incident), need(Reopened), may(Time)},
                     "REOPEN 20261121-0042 复燃"});
    table.push_back({Verb::Void,
                     "VOID",
                     "无效",
                     {},
                     {need(Incident), need(Voided), may(Time)},
                     "VOID 042 误建",
                     Risk::StandsDown});
}

void addQuestions(std::vector<VerbSpec>& table) {
    using enum Argument;
    table.push_back({Verb::Find, "FIND", "查", {"CX"}, {need(Query)}, "FIND 滨江路"});
    table.push_back({Verb::Go, "GO", "定位", {"DW"}, {need(Thing)}, "GO 消E07"});
    table.push_back({Verb::Help, "HELP", "帮助", {"?"}, {may(Argument::Verb)}, "? D"});
}

void addAlarms(std::vector<VerbSpec>& table) {
    using enum Argument;
    table.push_back({Verb::AcknowledgeAlarm, "AA", "消音", {}, {may(Alarm)}, "AA 3", Risk::StandsDown});
    table.push_back({Verb::Shelve,
                     "SHV",
                     "搁置",
                     {},
                     {need(Alarm), may(Minutes), need(Reason)},
                     "SHV 3 20 误报",
                     Risk::StandsDown});
}

void addLater(std::vector<VerbSpec>& table) {
    table.push_back(later(Verb::Recommend, "DR", "推荐派", {"TJ"}, "DR 042"));
    table.push_back(later(Verb::Ask, "RA", "协作", {"XZ"}, "RA 环 水质快检x1 . 紧急"));
    table.push_back(later(Verb::Sign, "RY", "签收", {"QS"}, "RY r17"));
    table.push_back(later(Verb::Commit, "RC", "派出", {"CN"}, "RC r17 环2 8m"));
    table.push_back(later(Verb::Decline, "DEC", "退回", {}, "DEC r17 无可用力量", Risk::Declines));
    table.push_back(later(Verb::Withdraw, "WDR", "撤回", {}, "WDR r17", Risk::StandsDown));
    table.push_back(later(Verb::Done, "DONE", "完成", {}, "DONE r17", Risk::StandsDown));
    table.push_back(later(Verb::Task, "TK", "任务", {"RW"}, "TK 042 城管 封井 22:30"));
    table.push_back(later(Verb::Verify, "VERIFY", "核查", {}, "VERIFY t9 合格"));
    table.push_back(later(Verb::Notify, "NT", "通报", {"TB"}, "NT 042 环"));
    table.push_back(later(Verb::Object, "OB", "异议", {"YY"}, "OB r17 职责不符"));
    table.push_back(later(Verb::HandOver, "HO", "交班", {}, "HO 指挥席2"));
}

} // namespace

std::span<VerbSpec const> verbTable() {
    static std::vector<VerbSpec> const table = [] {
        std::vector<VerbSpec> verbs;
        addIntake(verbs);
        addDispatch(verbs);
        addUnits(verbs);
        addIncidents(verbs);
        addQuestions(verbs);
        addAlarms(verbs);
        addLater(verbs);
        return verbs;
    }();
    return table;
}

} // namespace ob::core
