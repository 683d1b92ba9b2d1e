// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The reference data in resources/rules is fit to ship.
#include "tests/support/shipped_rules.h"

#include "core/code.h"
#include "core/interop/hazard_json.h"
#include "core/text.h"
#include "tests/support/source_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace ob::core {
namespace {

using test::shippedRules;

std::string capitals(std::string_view name) {
    std::string text(name);
    for (char& letter : text)
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    return text;
}

template<class Entry>
void expectEveryWordFindsItsEntry(Catalogue<Entry> const& list) {
    EXPECT_FALSE(list.empty());
    for (Entry const& entry : list.all()) {
        EXPECT_EQ(list.byCode(entry.code), &entry);
        EXPECT_TRUE(Code::of(entry.code)) << "cannot stand in an event: " << entry.code;
        for (std::string const& word : wordsOf(entry)) {
            EXPECT_EQ(list.find(word), &entry) << word << " does not mean " << entry.code;
            auto const near = list.near(word);
            ASSERT_FALSE(near.empty()) << word;
            EXPECT_EQ(near.front(), &entry) << word;
        }
        EXPECT_FALSE(entry.name.zh.empty() || entry.name.en.empty()) << entry.code;
    }
}

std::vector<CodeList const*> codeLists() {
    RuleBookLists const& lists = shippedRules().lists();
    return {&lists.categories,      &lists.capabilities,    &lists.milestones,
            &lists.phases,          &lists.dispatchReasons, &lists.dispositions,
            &lists.releases,        &lists.refusals,        &lists.declines,
            &lists.unavailables,    &lists.voids,           &lists.referralTargets,
            &lists.referralReasons, &lists.reopenReasons,   &lists.verificationResults,
            &lists.leadReleases,    &lists.callChannels,    &lists.deliveryMeans};
}

TEST(ShippedRules, EveryWordOfEveryListFindsItsEntryAndNoOther) {
    expectEveryWordFindsItsEntry(shippedRules().types());
    expectEveryWordFindsItsEntry(shippedRules().agencies());
    expectEveryWordFindsItsEntry(shippedRules().unitKinds());
    for (CodeList const* const list : codeLists())
        expectEveryWordFindsItsEntry(*list);
}

TEST(ShippedRules, HaveAVersionAndAHash) {
    EXPECT_FALSE(shippedRules().version().empty());
    EXPECT_NE(shippedRules().hash(), Hash{});
}

TEST(ShippedRules, AreAllFilesOfTheFolder) {
    std::set<std::string> found;
    for (auto const& entry : std::filesystem::directory_iterator(sourceDir() + "/resources/rules"))
        found.insert(entry.path().filename().string());
    std::set<std::string> wanted(ruleFileNames().begin(), ruleFileNames().end());
    wanted.emplace(sopFileName);
    wanted.emplace(hazardFileName);
    EXPECT_EQ(found, wanted);
}

TEST(ShippedRules, KnowTheTenAgenciesByCodePrefixAndName) {
    std::vector<std::pair<std::string, std::string>> const agencies{
        {"PD", "警"}, {"FD", "消"}, {"EM", "急"}, {"UM", "城"}, {"EP", "环"},
        {"MR", "市"}, {"TP", "交"}, {"TR", "运"}, {"EA", "应"}, {"JC", "联"}};
    EXPECT_EQ(shippedRules().agencies().all().size(), agencies.size());
    for (auto const& [code, prefix] : agencies) {
        ASSERT_NE(shippedRules().agency(code), nullptr) << code;
        EXPECT_EQ(shippedRules().agencyOfPrefix(prefix), shippedRules().agency(code)) << prefix;
        EXPECT_EQ(shippedRules().agencies().find(prefix), shippedRules().agency(code)) << prefix;
    }
    EXPECT_EQ(shippedRules().agencyOfPrefix("甲"), nullptr);
}

TEST(ShippedRules, CallMilestonesAsEachAgencyDoes) {
    auto const& rules = shippedRules();
    EXPECT_EQ(rules.milestoneName("EM", AssignmentState::EnRoute)->zh, "出车");
    EXPECT_EQ(rules.milestoneName("EM", AssignmentState::Transporting)->zh, "上车");
    EXPECT_EQ(rules.milestoneName("EM", AssignmentState::AtDestination)->zh, "到院");
    EXPECT_EQ(rules.milestoneName("PD", AssignmentState::Acknowledged)->zh, "接令") << "the common word";
    EXPECT_EQ(rules.milestoneName("??", AssignmentState::EnRoute)->zh, "途中")
        << "an agency that is not in the book";
    EXPECT_EQ(RuleBook().milestoneName("EM", AssignmentState::EnRoute), nullptr);
}

TEST(ShippedRules, HaveAWordForEveryStateChannelAndMeans) {
    RuleBookLists const& lists = shippedRules().lists();
    for (auto state = AssignmentState::Planned; state <= AssignmentState::Refused;
         state = static_cast<AssignmentState>(static_cast<int>(state) + 1))
        EXPECT_NE(shippedRules().milestoneName("FD", state), nullptr) << nameOf(state);
    EXPECT_EQ(lists.milestones.all().size(), 12u);
    for (auto channel = Channel::Phone; channel <= Channel::Other;
         channel = static_cast<Channel>(static_cast<int>(channel) + 1))
        EXPECT_NE(lists.callChannels.byCode(capitals(nameOf(channel))), nullptr) << nameOf(channel);
    EXPECT_EQ(lists.callChannels.all().size(), 8u);
    for (auto means = DeliveryMeans::Machine; means <= DeliveryMeans::InPerson;
         means = static_cast<DeliveryMeans>(static_cast<int>(means) + 1))
        EXPECT_NE(lists.deliveryMeans.byCode(capitals(nameOf(means))), nullptr) << nameOf(means);
    EXPECT_EQ(lists.deliveryMeans.all().size(), 5u);
}

TEST(ShippedRules, UnderstandWhatADispatcherTypes) {
    std::vector<std::pair<std::string, std::string>> const typed{
        {"火警", "FIRE-STRUCT"},    {"起火", "FIRE-STRUCT"},
        {"fire", "FIRE-STRUCT"},    {"危化品泄漏", "HAZ-LEAK"},
        {"车祸", "TRAF-INJ"},       {"心脏骤停", "MED-CARDIAC"},
        {"占道经营", "CITY-STALL"}, {"夜间施工噪声", "CITY-NOISE-WORK"},
        {"食品安全", "MKT-FOOD"},   {"非法排污", "ENV-DISCHARGE"},
        {"燃气泄漏", "HAZ-GAS"},    {"井盖", "CITY-MANHOLE"}};
    for (auto const& [word, code] : typed) {
        ASSERT_NE(shippedRules().findType(word), nullptr) << word;
        EXPECT_EQ(shippedRules().findType(word)->code, code) << word;
    }
    EXPECT_EQ(shippedRules().findType("不存在的类型"), nullptr);
    EXPECT_EQ(shippedRules().lists().unavailables.find("故障")->code, "MECHANICAL");
    EXPECT_EQ(shippedRules().lists().declines.find("无可用力量")->code, "NO-CAPACITY");
    EXPECT_EQ(shippedRules().lists().capabilities.find("水质快检")->code, "ENV-WATER-TEST");
    EXPECT_EQ(shippedRules().lists().referralTargets.find("12345")->code, "12345");
}

TEST(ShippedRules, CoverEveryAgencyAndCategory) {
    std::set<std::string> leads;
    std::set<std::string> categories;
    for (IncidentType const& type : shippedRules().types().all()) {
        leads.insert(type.leadAgency);
        categories.insert(type.category);
    }
    EXPECT_EQ(leads.size(), shippedRules().agencies().all().size());
    EXPECT_EQ(categories.size(), shippedRules().lists().categories.all().size());
    std::set<std::string> owners;
    std::set<std::string> held;
    for (UnitKind const& kind : shippedRules().unitKinds().all()) {
        owners.insert(kind.agency);
        held.insert(kind.capabilities.begin(), kind.capabilities.end());
    }
    EXPECT_EQ(owners.size(), shippedRules().agencies().all().size());
    for (CodeEntry const& capability : shippedRules().lists().capabilities.all())
        EXPECT_TRUE(held.contains(capability.code)) << "no kind of unit has " << capability.code;
}

TEST(ShippedRules, LookAfterCrewsAtDangerousIncidents) {
    using std::chrono::minutes;
    for (IncidentType const& type : shippedRules().types().all()) {
        EXPECT_LE(type.onSceneCheck, minutes(20)) << type.code;
        if (type.category == "HAZMAT") {
            EXPECT_EQ(type.onSceneCheck, minutes(10)) << type.code;
        }
        if (type.defaultPriority == 1) {
            EXPECT_GT(type.onSceneCheck, minutes(0)) << type.code;
        }
    }
}

TEST(ShippedRules, UseOnlyCommonCodesOfTheStandard) {
    std::ifstream file(sourceDir() + "/../shared/data/standards/apco_common_incident_types_2.103.2-2019.csv");
    if (!file) GTEST_SKIP() << "shared/data/standards is absent";
    std::set<std::string> standard;
    for (std::string line; std::getline(file, line);)
        standard.insert(line.substr(0, line.find(',')));
    for (IncidentType const& type : shippedRules().types().all())
        EXPECT_TRUE(type.commonCode.empty() || standard.contains(type.commonCode)) << type.code;
}

} // namespace
} // namespace ob::core
