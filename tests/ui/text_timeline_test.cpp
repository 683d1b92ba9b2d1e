// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The timeline of a night, as it is read.
#include "core/event_body.h"
#include "core/incident.h"
#include "core/restricted_parts.h"
#include "core/unit.h"
#include "tests/support/fake_zone.h"
#include "tests/support/shipped_rules.h"
#include "tests/support/spoken_language.h"
#include "ui/text/timeline_text.h"
#include "ui/text/wording.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using namespace core;

constexpr AgencyIndex police{0};
constexpr AgencyIndex fire{1};
constexpr AgencyIndex medical{2};

Hash hashOf(std::uint8_t name) {
    Hash hash{};
    hash[0] = name;
    hash[1] = 0xab;
    return hash;
}

/// Local time of the night of 21 November 2026; from 24 on of the morning after.
Instant local(int hour, int minute, int second) {
    return *Instant::ofIso8601("2026-11-20T16:00:00Z")
           + Duration::ofSeconds((hour * 60 + minute) * 60 + second);
}

struct Entry {
    AgencyIndex author = police;
    Fact fact{};
    Instant occurredAt{};
    std::optional<Instant> recordedAt{}; ///< absent: at once
    Source source = Source::Operator;
    char const* position = "PD-1";
    RestrictedParts parts{};
    std::vector<SectionClass> commits{};
};

class TimelineOfANight : public testing::Test {
  protected:
    TimelineOfANight() {
        engine.id = UnitId(hashOf(1));
        engine.agency = fire;
        engine.callsign = *Callsign::of("E07");
        ambulance.id = UnitId(hashOf(2));
        ambulance.agency = medical;
        ambulance.callsign = *Callsign::of("A12");
        incident.id = IncidentId(hashOf(10));
        incident.number = *IncidentNumber::of(20261121, 42);
        incident.assignments.push_back({.id = AssignmentId(hashOf(21)), .unit = engine.id});
        incident.assignments.push_back({.id = AssignmentId(hashOf(22)), .unit = ambulance.id});
    }

    Event event(Entry entry) const {
        EventHeader header;
        header.stream = incident.id;
        header.hlc = Hlc(entry.recordedAt.value_or(entry.occurredAt), 0);
        header.kind = std::visit([](auto const& fact) { return fact.kind; }, entry.fact);
        for (SectionClass const each : entry.commits)
            header.commitments.push_back({each, hashOf(9)});
        Circumstance circumstance{entry.occurredAt, entry.source, {}};
        if (auto const position = Code::of(entry.position)) circumstance.position = *position;
        return {EventId(hashOf(50)), header, entry.author,
                std::make_shared<EventBody const>(EventBody{circumstance, entry.fact}),
                std::make_shared<RestrictedParts const>(entry.parts)};
    }

    Wording wording() const {
        return {.rules = test::shippedRules(),
                .agencyCodes = agencyCodes,
                .zone = zone,
                .unit = [this](UnitId id) -> std::shared_ptr<Unit const> {
                    if (id == engine.id) return std::make_shared<Unit const>(engine);
                    if (id == ambulance.id) return std::make_shared<Unit const>(ambulance);
                    return nullptr;
                },
                .incident = [this](IncidentId id) -> std::shared_ptr<Incident const> {
                    return id == incident.id ? std::make_shared<Incident const>(incident) : nullptr;
                }};
    }

    std::string line(Entry entry, Verdict verdict = Verdict::Effective, RefusalCode reason = {}) const {
        Taken const taken{EventId(hashOf(50)), {}, verdict, reason};
        return timelineLine(event(std::move(entry)), &taken, wording()).toStdString();
    }

    static Entry opening() {
        IncidentOpened fact;
        fact.number = *IncidentNumber::of(20261121, 42);
        fact.type = *Code::of("FIRE-STRUCT");
        fact.priority = Priority::P1;
        RestrictedParts parts;
        parts.joint.emplace().address = "滨江路221号";
        parts.own.emplace().operatorName = "王强";
        return {.fact = fact,
                .occurredAt = local(21, 35, 10),
                .parts = parts,
                .commits = {SectionClass::Joint, SectionClass::Own, SectionClass::Personal}};
    }
    Entry dispatch() const {
        return {.fact = UnitDispatched{.unit = engine.id,
                                       .reason = *Code::of("NEAREST"),
                                       .fixAge = Duration::ofSeconds(8)},
                .occurredAt = local(21, 35, 40)};
    }
    static Entry arrival() {
        return {.author = fire,
                .fact = MilestoneReached{AssignmentId(hashOf(21)), AssignmentState::OnScene},
                .occurredAt = local(21, 40, 2),
                .recordedAt = local(21, 52, 30),
                .source = Source::Radio,
                .position = "FD-2"};
    }
    static Entry note() {
        return {.fact = NoteAdded{}, .occurredAt = local(21, 44, 0), .commits = {SectionClass::Joint}};
    }

    Unit engine;
    Unit ambulance;
    Incident incident;
    std::vector<Code> agencyCodes{*Code::of("PD"), *Code::of("FD"), *Code::of("EM")};
    mutable test::FakeZone zone;
};

TEST_F(TimelineOfANight, reads_right_in_Chinese) {
    test::SpokenLanguage const chinese("zh_CN");
    EXPECT_EQ(line(opening()),
              "21:35:10  公安 PD-1 王强  接警 20261121-0042：P1 建筑火灾、滨江路221号、电话报警"
              "（个人信息未共享）");
    EXPECT_EQ(line(dispatch()), "21:35:40  公安 PD-1  派 消E07（就近、位置 8 秒前）");
    EXPECT_EQ(line(arrival()), "21:40:02  消防 FD-2  消E07 到场 〔电台报告〕 〔补录 21:52:30〕");
    EXPECT_EQ(line(note()), "21:44:00  公安 PD-1  备注（内容未共享）");
    Entry written = note();
    written.parts.joint.emplace().text = "二楼有人";
    EXPECT_EQ(line(written), "21:44:00  公安 PD-1  备注：二楼有人");
}

TEST_F(TimelineOfANight, reads_right_in_English) {
    EXPECT_EQ(line(opening()),
              "21:35:10  Police PD-1 王强  Opens 20261121-0042: P1 Structure fire, 滨江路221号, "
              "Phone call (personal details not shared)");
    EXPECT_EQ(line(dispatch()), "21:35:40  Police PD-1  Dispatches FD-E07 (Nearest, position 8 s old)");
    EXPECT_EQ(line(arrival()),
              "21:40:02  Fire and Rescue FD-2  FD-E07 On scene [By radio] [entered late, 21:52:30]");
    EXPECT_EQ(line(note()), "21:44:00  Police PD-1  Note (content not shared)");
}

TEST_F(TimelineOfANight, an_agency_has_its_own_words_for_milestones) {
    test::SpokenLanguage const chinese("zh_CN");
    Entry entry{.author = medical,
                .fact = MilestoneReached{AssignmentId(hashOf(22)), AssignmentState::AtDestination},
                .occurredAt = local(22, 10, 0),
                .position = "EM-1"};
    EXPECT_EQ(line(entry), "22:10:00  急救 EM-1  急A12 到院");
}

TEST_F(TimelineOfANight, what_is_entered_within_a_minute_is_not_late) {
    test::SpokenLanguage const chinese("zh_CN");
    Entry entry = arrival();
    entry.recordedAt = entry.occurredAt + Duration::ofSeconds(60);
    EXPECT_EQ(line(entry).find("补录"), std::string::npos);
    entry.recordedAt = entry.occurredAt + Duration::ofMilliseconds(60'001);
    EXPECT_NE(line(entry).find("〔补录 21:41:02〕"), std::string::npos);
}

TEST_F(TimelineOfANight, what_is_entered_after_midnight_says_on_which_day) {
    test::SpokenLanguage const chinese("zh_CN");
    Entry entry = arrival();
    entry.recordedAt = local(24, 5, 0);
    EXPECT_NE(line(entry).find("〔补录 11-22 00:05:00〕"), std::string::npos);
}

TEST_F(TimelineOfANight, what_has_no_effect_says_why) {
    test::SpokenLanguage const chinese("zh_CN");
    EXPECT_EQ(line(note(), Verdict::Refused, RefusalCode::NotMember),
              "21:44:00  公安 PD-1  备注（内容未共享） 〔不合规则，未生效：该部门未参与〕");
    EXPECT_EQ(line(note(), Verdict::Voided), "21:44:00  公安 PD-1  备注（内容未共享） 〔已作废〕");
    EXPECT_EQ(timelineLine(event(note()), nullptr, wording()).toStdString(),
              "21:44:00  公安 PD-1  备注（内容未共享） 〔等待前序记录，暂未生效〕");
}

TEST_F(TimelineOfANight, an_event_of_a_newer_version_is_named_by_its_kind) {
    test::SpokenLanguage const chinese("zh_CN");
    EventHeader header;
    header.kind = 999;
    header.stream = incident.id;
    header.hlc = Hlc(local(23, 0, 1), 0);
    Event const newer(EventId(hashOf(51)), header, fire, nullptr, nullptr);
    Taken const taken{newer.id(), header.hlc, Verdict::Inert, {}};
    EXPECT_EQ(timelineLine(newer, &taken, wording()).toStdString(),
              "23:00:01  消防  第 999 类记录 〔本版本不识别〕");
}

TEST_F(TimelineOfANight, what_is_not_known_here_still_has_a_name) {
    test::SpokenLanguage const chinese("zh_CN");
    Entry entry = arrival();
    entry.fact = MilestoneReached{AssignmentId(hashOf(99)), AssignmentState::OnScene};
    EXPECT_NE(line(entry).find("某力量 到场"), std::string::npos);
    entry.fact = UnitPlanned{UnitId(hashOf(77))};
    EXPECT_NE(line(entry).find("预派 4dab0000"), std::string::npos);
    entry.author = AgencyIndex{40};
    EXPECT_NE(line(entry).find("#40 FD-2"), std::string::npos);
}

} // namespace
} // namespace ob::ui
