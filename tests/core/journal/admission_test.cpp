// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/admission.h"

#include "core/identity/revocation.h"
#include "core/journal/merkle.h"
#include "tests/support/event_generators.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

constexpr RealmId realmId{7};
PublicKey const desk{{1}};
PublicKey const other{{2}};
AgencyIndex const owner{1};
AgencyIndex const stranger{2};
LogId const logA(Hash{1});
LogId const logB(Hash{2});
LogId const logC(Hash{3}); // of the other desk

LogPosition position(LogId log, std::uint64_t size) {
    return {.log = log, .size = size, .root = size == 0 ? emptyRoot() : Hash{9}};
}
/// Of one of two histories.
LogPosition anyPosition(ValueSource& values, LogId log) {
    auto made = position(log, values.below(5));
    if (made.size > 0 && values.oneIn(2)) made.root = Hash{4};
    return made;
}

Admissions known() {
    Admissions admissions(realmId);
    admissions.addLog(logA, desk, owner);
    admissions.addLog(logB, desk, owner);
    admissions.addLog(logC, other, owner);
    return admissions;
}

TEST(Admission, EverythingCountsUntilSomebodySaysOtherwise) {
    auto const admissions = known();
    EXPECT_EQ(admissions.limitOf(logA), std::nullopt);
    EXPECT_EQ(admissions.admissionOf(logA, ~std::uint64_t{0}), Admission::Admissible);
}

TEST(Admission, ARevocationVoidsWhatItDoesNotKeep) {
    auto admissions = known();
    EXPECT_EQ(
        admissions.add(Revocation{.realm = realmId, .deskKey = desk, .kept = {position(logA, 10)}}, owner),
        (std::vector{logA, logB}));
    EXPECT_EQ(admissions.admissionOf(logA, 9), Admission::Admissible);
    EXPECT_EQ(admissions.admissionOf(logA, 10), Admission::Voided);
    EXPECT_EQ(admissions.admissionOf(logB, 0), Admission::Voided);
    EXPECT_EQ(admissions.admissionOf(logC, 1'000), Admission::Admissible);
    EXPECT_TRUE(admissions.isRevoked(desk, owner));
    // A log that comes to be known later is void too.
    LogId const later(Hash{8});
    admissions.addLog(later, desk, owner);
    EXPECT_EQ(admissions.admissionOf(later, 0), Admission::Voided);
}

TEST(Admission, ARevocationIsAboutItsOwnDeskAndRealmOnly) {
    auto admissions = known();
    admissions.add(
        Revocation{.realm = realmId, .deskKey = desk, .kept = {position(logA, 10), position(logC, 1)}},
        owner);
    EXPECT_EQ(admissions.limitOf(logC), std::nullopt);
    EXPECT_TRUE(admissions.add(Revocation{.realm = {8}, .deskKey = other, .kept = {}}, owner).empty());
    EXPECT_EQ(admissions.limitOf(logC), std::nullopt);
}

TEST(Admission, OnlyTheDesksOwnAgencySaysSoHoweverEarlyAnotherTries) {
    Admissions admissions(realmId);
    EXPECT_TRUE(admissions.add(Revocation{.realm = realmId, .deskKey = desk, .kept = {}}, stranger).empty());
    EXPECT_TRUE(admissions.add(Settlement{position(logC, 1)}, stranger).empty());
    admissions.addLog(logA, desk, owner);
    admissions.addLog(logC, other, owner);
    EXPECT_EQ(admissions.limitOf(logA), std::nullopt);
    EXPECT_EQ(admissions.limitOf(logC), std::nullopt);
    EXPECT_FALSE(admissions.isRevoked(desk, owner));
    // Before the log is known as well as after.
    Admissions early(realmId);
    early.add(Settlement{position(logC, 1)}, owner);
    early.addLog(logC, other, owner);
    EXPECT_EQ(early.limitOf(logC), 1u);
}

TEST(Admission, TheSmallestPositionWins) {
    auto admissions = known();
    EXPECT_EQ(admissions.add(Settlement{position(logA, 20)}, owner), std::vector{logA});
    EXPECT_TRUE(admissions.add(Settlement{position(logA, 30)}, owner).empty());
    admissions.add(Revocation{.realm = realmId, .deskKey = desk, .kept = {position(logA, 25)}}, owner);
    EXPECT_EQ(admissions.limitOf(logA), 20u);
    admissions.add(Revocation{.realm = realmId, .deskKey = desk, .kept = {position(logA, 12)}}, owner);
    EXPECT_EQ(admissions.limitOf(logA), 12u);
}

TEST(Admission, WhichHistoryIsMeantIsPartOfIt) {
    auto admissions = known();
    admissions.add(Settlement{position(logA, 20)}, owner);
    EXPECT_EQ(admissions.keptOf(logA), position(logA, 20));
    LogPosition const second{.log = logA, .size = 20, .root = Hash{4}};
    EXPECT_EQ(admissions.add(Settlement{second}, owner), std::vector{logA});
    EXPECT_EQ(admissions.keptOf(logA), second) << "all desks choose the same one";
    EXPECT_TRUE(admissions.add(Settlement{position(logA, 20)}, owner).empty());
    // Of a log that comes later, too.
    EXPECT_EQ(Admissions(realmId).keptOf(logA, desk, owner), std::nullopt);
    EXPECT_EQ(admissions.keptOf(LogId(Hash{8}), desk, owner), std::nullopt);
    admissions.add(Revocation{.realm = realmId, .deskKey = desk, .kept = {}}, owner);
    EXPECT_EQ(admissions.keptOf(LogId(Hash{8}), desk, owner), position(LogId(Hash{8}), 0));
}

RC_GTEST_PROP(Admission, OrderAndRepetitionDoNotMatter, (std::uint64_t seed)) {
    ValueSource values(seed);
    std::vector<std::function<void(Admissions&)>> steps;
    for (auto count = values.below(6); count > 0; --count) {
        std::vector<LogPosition> kept;
        for (auto const log : {logA, logB})
            if (values.oneIn(2)) kept.push_back(anyPosition(values, log));
        Revocation const revocation{.realm = realmId, .deskKey = desk, .kept = kept};
        Settlement const settlement{anyPosition(values, values.oneIn(2) ? logA : logC)};
        AgencyIndex const by = values.oneIn(4) ? stranger : owner;
        if (values.oneIn(2))
            steps.emplace_back([=](Admissions& admissions) { admissions.add(revocation, by); });
        else
            steps.emplace_back([=](Admissions& admissions) { admissions.add(settlement, by); });
    }
    for (auto const& known : {std::pair(logA, desk), std::pair(logB, desk), std::pair(logC, other)})
        steps.emplace_back(
            [known](Admissions& admissions) { admissions.addLog(known.first, known.second, owner); });
    Admissions straight(realmId);
    for (auto const& step : steps)
        step(straight);
    auto shuffled = steps;
    shuffled.insert(shuffled.end(), steps.begin(), steps.end());
    for (std::size_t at = shuffled.size(); at > 1; --at)
        std::swap(shuffled[at - 1], shuffled[values.below(at)]);
    Admissions mixed(realmId);
    for (auto const& step : shuffled)
        step(mixed);
    for (auto const log : {logA, logB, logC})
        RC_ASSERT(mixed.keptOf(log) == straight.keptOf(log));
}

TEST(Revocation, IsSignedByTheRootOrByAKeyThatMayRevoke) {
    auto const realm = realmOf(2);
    AgencyIndex const agency{1};
    Revocation const revocation{.realm = realm.id, .deskKey = desk, .kept = {}};
    auto const root = agencyRootOf(agency);
    EXPECT_TRUE(isRevocationValid(signStatement(revocation, root), agency, {}, realm));
    EXPECT_FALSE(isRevocationValid(signStatement(revocation, root), {0}, {}, realm));
    EXPECT_FALSE(isRevocationValid(signStatement(revocation, agencyRootOf({0})), agency, {}, realm));
    EXPECT_FALSE(isRevocationValid(signStatement(revocation, root), {9}, {}, realm));

    EnrolmentDelegation delegation{
        .realm = realm.id, .agency = agency, .key = keyOf(50).publicKey(), .maxDesks = 1, .mayRevoke = true};
    auto const byKey = signStatement(revocation, keyOf(50));
    EXPECT_TRUE(isRevocationValid(byKey, agency, delegateEnrolment(delegation, root), realm));
    EXPECT_FALSE(isRevocationValid(byKey, agency, {}, realm));
    delegation.mayRevoke = false;
    EXPECT_FALSE(isRevocationValid(byKey, agency, delegateEnrolment(delegation, root), realm));
    delegation.mayRevoke = true;
    delegation.agency = {0};
    EXPECT_FALSE(isRevocationValid(byKey, agency, delegateEnrolment(delegation, agencyRootOf({0})), realm));

    Settlement const settlement{position(logA, 3)};
    EXPECT_TRUE(isSettlementValid(signStatement(settlement, root), agency, realm));
    EXPECT_FALSE(isSettlementValid(signStatement(settlement, keyOf(50)), agency, realm));
}

} // namespace
} // namespace ob::core
