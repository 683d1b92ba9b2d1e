// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/verification.h"

#include "tests/support/identity_builders.h"
#include "tests/support/memory_journal.h"

#include <gtest/gtest.h>

#include <set>

namespace ob::core {
namespace {

constexpr AgencyIndex ours{0};
constexpr AgencyIndex theirs{1};

AuditScope scope(unsigned threads = 2) {
    return {.agency = ours,
            .clearance = {.sections = {SectionClass::Joint, SectionClass::Own, SectionClass::Personal,
                                       SectionClass::Sealed},
                          .scope = IncidentScope::All},
            .threads = threads};
}

std::vector<Finding> audit(std::vector<MemoryLog> const& logs, AuditScope const& within = scope()) {
    auto const realm = realmOf(2);
    std::vector<LogAudit> audits;
    for (auto const& log : logs)
        audits.push_back(verifyLog(log.readers(), realm, within));
    return concludeAudit(audits);
}

Draft forgetting(EncodedEvent const& event, EncodedSection const& section) {
    return {.stream = event.stream,
            .body = {.circumstance = {},
                     .fact = SectionForgotten{.event = event.leaf,
                                              .sectionClass = section.sectionClass,
                                              .index = section.index}},
            .restricted = {}};
}

EncodedEvent& eventAt(MemoryLog& log, std::size_t index) { return std::get<EncodedEvent>(log.leaves[index]); }

TEST(Verification, AnUntouchedLogIsClean) {
    ValueSource values(1);
    MemoryDesk desk(realmOf(2), ours, 1);
    desk.writeBatch(10, values);
    desk.writeBatch(7, values);
    auto log = desk.log();
    log.record.own = true;
    EXPECT_EQ(audit({log}), std::vector<Finding>());
    auto const result = verifyLog(log.readers(), realmOf(2), scope());
    EXPECT_EQ(result.leaves, 18u);
    EXPECT_EQ(result.heads, 3u);
    EXPECT_EQ(result.stubs, 0u);
}

TEST(Verification, ManyThreadsFindWhatOneFinds) {
    ValueSource values(2);
    MemoryDesk desk(realmOf(2), theirs, 1);
    for (int batch = 0; batch < 90; ++batch)
        desk.writeBatch(50, values);
    auto log = desk.log();
    EXPECT_EQ(audit({log}, scope(4)), std::vector<Finding>());
    for (std::size_t const index : {17u, 2'047u, 2'048u, 4'500u})
        eventAt(log, index).header[9] ^= 1;
    auto const findings = audit({log}, scope(4));
    EXPECT_EQ(findings, audit({log}, scope(1)));
    std::set<std::uint64_t> indices;
    for (auto const& finding : findings)
        indices.insert(finding.index);
    EXPECT_EQ(indices, (std::set<std::uint64_t>{17, 2'047, 2'048, 4'500}));
}

TEST(Verification, WhatOthersWithholdIsNoFinding) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        ValueSource values(seed);
        MemoryDesk desk(realmOf(2), theirs, 1);
        for (int batch = 0; batch < 5; ++batch)
            desk.writeBatch(1 + values.below(9), values);
        EXPECT_EQ(audit({withheldFrom(desk.log(), values)}), std::vector<Finding>()) << seed;
    }
}

TEST(Verification, AnOwnRestrictedSectionIsMissingUnlessItWasForgotten) {
    ValueSource values(3);
    MemoryDesk desk(realmOf(2), ours, 1);
    MemoryDesk colleague(realmOf(2), ours, 2);
    MemoryDesk stranger(realmOf(2), theirs, 3);
    Draft draft{.stream = {},
                .body = {.circumstance = {}, .fact = PolicyOpened{}},
                .restricted = {.joint = {}, .own = OwnPart{.operatorName = "李", .text = {}}}};
    desk.write(draft, values);
    auto const event = std::get<EncodedEvent>(desk.log().leaves[1]);
    ASSERT_EQ(event.sections.size(), 2u);
    auto held = desk.log();
    eventAt(held, 1).sections.pop_back();
    Finding const missing{.log = held.record.id,
                          .index = 1,
                          .part = FindingPart::Section,
                          .reason = FindingReason::RestrictedMissing};
    EXPECT_EQ(audit({held}), std::vector{missing});
    // A desk without the clearance never had it.
    auto narrow = scope();
    narrow.clearance.sections = {SectionClass::Joint};
    EXPECT_EQ(audit({held}, narrow), std::vector<Finding>());

    auto const withForgetting = [&](MemoryDesk& author) {
        author.write(draft, values);
        auto forget = forgetting(event, event.sections[1]);
        forget.stream = std::get<EncodedEvent>(author.log().leaves.back()).stream;
        author.write(forget, values);
        return author.log();
    };
    EXPECT_EQ(audit({held, withForgetting(stranger)}), std::vector{missing});
    EXPECT_EQ(audit({held, withForgetting(colleague)}), std::vector<Finding>());
}

TEST(Verification, AForkedHeadAndALostTailAreNamed) {
    ValueSource values(4);
    MemoryDesk desk(realmOf(2), theirs, 1);
    desk.writeBatch(3, values);
    MemoryDesk fork(realmOf(2), theirs, 1);
    fork.writeBatch(3, values);
    auto log = desk.log();
    log.heads.back() = fork.log().heads.back();
    EXPECT_EQ(audit({log}),
              (std::vector<Finding>{{log.record.id, 4, FindingPart::Head, FindingReason::WrongRoot}}));
    log = desk.log();
    log.leaves.pop_back();
    EXPECT_EQ(audit({log}),
              (std::vector<Finding>{{log.record.id, 1, FindingPart::Event, FindingReason::Uncovered},
                                    {log.record.id, 3, FindingPart::Event, FindingReason::Truncated}}));
    log = desk.log();
    log.heads.clear();
    EXPECT_EQ(audit({log}),
              (std::vector<Finding>{{log.record.id, 0, FindingPart::Event, FindingReason::Uncovered}}));
    log.leaves.clear();
    EXPECT_EQ(audit({log}),
              (std::vector<Finding>{{log.record.id, 0, FindingPart::Event, FindingReason::OpeningMissing}}));
}

TEST(Verification, FindingsHaveALimit) {
    ValueSource values(5);
    MemoryDesk desk(realmOf(2), theirs, 1);
    for (int batch = 0; batch < 24; ++batch)
        desk.writeBatch(50, values);
    auto log = desk.log();
    for (std::size_t index = 0; index < log.leaves.size(); ++index)
        eventAt(log, index).header.back() ^= 1;
    auto const result = verifyLog(log.readers(), realmOf(2), scope());
    EXPECT_EQ(result.findings.size(), LogAudit::maxFindings);
    EXPECT_GT(result.findingsLeftOut, 0u);
}

TEST(Verification, ARealmFileThatDoesNotHoldIsAFinding) {
    auto encoded = encodeRealmFile(realmOf(2), keyOf(1));
    EXPECT_FALSE(verifyRealmFile(encoded));
    encoded.back() ^= 1;
    EXPECT_EQ(verifyRealmFile(encoded)->reason, FindingReason::NotARealm);
}

} // namespace
} // namespace ob::core
