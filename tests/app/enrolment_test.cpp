// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/agency_folder.h"
#include "app/agency_key.h"
#include "app/desk_enrolment.h"
#include "app/desk_folder.h"
#include "app/desk_host.h"
#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

core::Instant at(std::int64_t seconds) {
    return *core::Instant::ofMilliseconds(1'700'000'000'000 + seconds * 1000);
}

/// The code of the refusal; empty when there is none.
template<class Action>
std::string refusalOf(Action const& action) {
    try {
        action();
    } catch (EnrolmentRefusal const& refusal) {
        return refusal.code();
    }
    return {};
}

/// A live realm of FD and PD, whose keys are in folders of their own.
class EnrolmentTest : public testing::Test {
  protected:
    EnrolmentTest() { ::setenv("ONEBOARD_STATE", (folder / "state").c_str(), 1); }

    core::AgencyFile agency(std::string const& code) {
        return createAgency(folder / code, {.code = *core::Code::of(code), .nameZh = code, .nameEn = code})
            .agency;
    }
    core::EnrolmentRequest request(std::string const& data, std::string const& name = "desk") const {
        return DeskEnrolment(folder / data).request(realm.file(), name).content;
    }
    AgencyKey key(std::string const& place) const { return AgencyKey::open(folder / place, realm.realm()); }
    fs::path written(core::Bytes const& bytes) {
        auto const file = folder / ("file" + std::to_string(++files));
        writeFile(file, bytes);
        return file;
    }
    fs::path certificate(std::string const& data, std::string const& signer, std::int64_t seconds = 0) {
        return written(key(signer).enrol(request(data), {}, at(seconds)).bytes);
    }
    auto enrol(std::string const& data, fs::path const& file) const {
        return DeskEnrolment(folder / data).enrol(file);
    }

    tests::TemporaryDirectory folder;
    RealmFolder realm =
        RealmFolder::createLive(folder / "centre", "realm", "Asia/Shanghai", {agency("FD"), agency("PD")});
    int files = 0;
};

TEST_F(EnrolmentTest, AnAgencyFileProvesItsKey) {
    auto const file = folder / "FD" / "FD.obagency";
    EXPECT_EQ(readAgencyFile(file).rootKey, realm.realm().roster[0].rootKey);
    auto bytes = readFile(file);
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        auto edited = bytes;
        edited[place] ^= 1;
        EXPECT_FALSE(core::decodeAgencyFile(edited)) << place;
        edited.resize(place);
        EXPECT_FALSE(core::decodeAgencyFile(edited)) << place;
    }
}

TEST_F(EnrolmentTest, ARealmTakesEveryAgencyOnce) {
    auto const pd = readAgencyFile(folder / "PD" / "PD.obagency");
    EXPECT_EQ(refusalOf([&] { realm.add(pd); }), "agencyKnown");
    auto other = pd;
    other.code = *core::Code::of("EM");
    EXPECT_EQ(refusalOf([&] { realm.add(other); }), "agencyKnown") << "one key, two agencies";
    realm.add(agency("UM"));
    EXPECT_EQ(realm.realm().version, 2u);
    EXPECT_EQ(RealmFolder::open(folder / "centre").realm(), realm.realm());
    EXPECT_EQ(refusalOf([&] { RealmFolder::createLive(folder / "x", "x", "UTC", {}); }), "noAgency");
}

TEST_F(EnrolmentTest, ThereAreNumbersForSixtyAgencies) {
    while (realm.realm().roster.size() < 60) {
        core::AgencyFile next{.code = *core::Code::of("A" + std::to_string(realm.realm().roster.size())),
                              .nameZh = "x",
                              .nameEn = "x",
                              .rootKey = {}};
        next.rootKey.bytes[0] = static_cast<std::uint8_t>(realm.realm().roster.size());
        ASSERT_NO_THROW(realm.add(next));
    }
    EXPECT_GE(realm.realm().roster.back().numbers.last - realm.realm().roster.back().numbers.first, 9u);
}

TEST_F(EnrolmentTest, ARequestIsSignedForItsRealmAndAgencyOnly) {
    auto const asked = request("desk");
    auto elsewhere = asked;
    elsewhere.realm[0] ^= 1;
    EXPECT_EQ(refusalOf([&] { key("FD").enrol(elsewhere, {}, at(0)); }), "otherRealm");
    auto disguised = asked;
    disguised.name = "消防\x1b[2J";
    EXPECT_EQ(refusalOf([&] { key("FD").enrol(disguised, {}, at(0)); }), "badName");
    agency("UM");
    EXPECT_EQ(refusalOf([&] { key("UM"); }), "unknownAgency");
    EXPECT_THROW(key("nowhere"), FileError);
}

TEST_F(EnrolmentTest, ARenewalKeepsNumbersAndIsNewer) {
    auto const asked = request("desk");
    auto const first = key("FD").enrol(asked, {}, at(5));
    auto const second = key("FD").enrol(asked, {}, at(4)); // the clock went back
    EXPECT_FALSE(first.isRenewal);
    EXPECT_TRUE(second.isRenewal);
    EXPECT_EQ(second.certificate.numbers, first.certificate.numbers);
    EXPECT_GT(second.certificate.notBefore, first.certificate.notBefore);
}

TEST_F(EnrolmentTest, AnEnrolmentKeySignsSoManyDesksAndNoMore) {
    key("FD").delegate(folder / "duty", {.maxDesks = 2}, {}, at(0));
    auto const root = key("FD").enrol(request("a"), {}, at(0)).certificate;
    auto const duty = key("duty");
    auto const first = duty.enrol(request("b"), {}, at(0)).certificate;
    auto const second = duty.enrol(request("c"), {}, at(0)).certificate;
    EXPECT_EQ(first.serial, 1u);
    EXPECT_EQ(second.serial, 2u);
    EXPECT_FALSE(first.numbers.overlaps(root.numbers));
    EXPECT_FALSE(second.numbers.overlaps(root.numbers));
    EXPECT_FALSE(second.numbers.overlaps(first.numbers));
    EXPECT_EQ(refusalOf([&] { duty.enrol(request("d"), {}, at(0)); }), "noSerials");
    EXPECT_EQ(duty.enrol(request("b"), {}, at(0)).certificate.serial, 1u) << "a renewal takes no serial";
    EXPECT_EQ(refusalOf([&] { duty.revoke({}); }), "mayNotRevoke");
    EXPECT_EQ(refusalOf([&] { duty.delegate(folder / "more", {.maxDesks = 1}, {}, at(0)); }), "notRoot");
    fs::remove(ledgerOf(folder / "duty" / "enrolment.key", realm.realm().id));
    EXPECT_THROW(duty.enrol(request("e"), {}, at(0)), FileError) << "without its ledger it would count anew";
}

TEST_F(EnrolmentTest, NumbersRunOut) {
    auto const all = realm.realm().roster[0].numbers;
    AgencyKey::Terms const terms{.clearance = {}, .numbers = all.last - all.first + 1};
    key("FD").enrol(request("a"), terms, at(0));
    EXPECT_EQ(refusalOf([&] { key("FD").enrol(request("b"), {}, at(0)); }), "noNumbers");
}

TEST_F(EnrolmentTest, ADeskTakesOnlyItsOwnCertificate) {
    auto const mine = certificate("a", "FD");
    request("b");
    EXPECT_EQ(refusalOf([&] { enrol("b", mine); }), "otherDesk");
    auto bytes = readFile(mine);
    for (std::size_t place = 0; place < bytes.size(); place += 3) {
        auto edited = bytes;
        edited[place] ^= 4;
        EXPECT_NE(refusalOf([&] { enrol("a", written(edited)); }), "") << place;
    }
    EXPECT_FALSE(DeskFolder(folder / "a").isDesk());
    EXPECT_THROW(DeskFolder(folder / "a").identity(), FileError);
    EXPECT_FALSE(enrol("a", mine).isRenewal);
    EXPECT_TRUE(DeskFolder(folder / "a").isDesk());
    EXPECT_EQ(refusalOf([&] { enrol("a", mine); }), "alreadyEnrolled");
    EXPECT_THROW(enrol("nowhere", mine), FileError);
}

TEST_F(EnrolmentTest, ADeskStaysWithItsAgencyAndGoesForward) {
    auto const old = certificate("a", "FD", 0);
    enrol("a", certificate("a", "FD", 10));
    EXPECT_EQ(refusalOf([&] { enrol("a", old); }), "notNewer");
    EXPECT_EQ(refusalOf([&] { enrol("a", certificate("a", "PD", 20)); }), "otherAgency");
    EXPECT_TRUE(enrol("a", certificate("a", "FD", 20)).isRenewal);
}

TEST_F(EnrolmentTest, ARenewedCertificateBeginsNewLogsOnce) {
    auto const rules = shippedRuleBook();
    auto const start = [&] {
        DeskHost host(folder / "a", rules);
        host.close();
        return host.newIncarnation();
    };
    enrol("a", certificate("a", "FD", 0));
    EXPECT_EQ(start(), std::nullopt);
    EXPECT_EQ(start(), std::nullopt);
    enrol("a", certificate("a", "FD", 10));
    EXPECT_EQ(start(), core::IncarnationReason::NewCertificate);
    EXPECT_EQ(start(), std::nullopt);
}

TEST_F(EnrolmentTest, ARealmFileGoesForwardOnly) {
    request("a");
    auto const first = written(readFile(realm.file()));
    EXPECT_EQ(refusalOf([&] { DeskEnrolment(folder / "a").takeRealm(first); }), "notNewer");
    realm.add(agency("UM"));
    EXPECT_EQ(DeskEnrolment(folder / "a").takeRealm(realm.file()).version, 2u);
    EXPECT_EQ(refusalOf([&] { DeskEnrolment(folder / "a").takeRealm(first); }), "notNewer");
    auto const other = RealmFolder::createLive(folder / "other", "other", "UTC", {agency("EM")});
    EXPECT_EQ(refusalOf([&] { DeskEnrolment(folder / "a").takeRealm(other.file()); }), "otherRealm");
    EXPECT_EQ(refusalOf([&] { DeskEnrolment(folder / "a").request(other.file(), "desk"); }), "otherRealm");
    EXPECT_EQ(refusalOf([&] { readRealm(folder / "EM" / "EM.obagency"); }), "badRealmFile");
}

TEST_F(EnrolmentTest, ARequestMayBeMadeAgainBeforeItIsSigned) {
    auto const first = request("a", "one");
    auto const second = request("a", "two");
    EXPECT_EQ(first.deskKey, second.deskKey);
    EXPECT_EQ(second.name, "two");
    EXPECT_EQ(refusalOf([&] { DeskEnrolment(folder / "new").request({}, "desk"); }), "realmRequired");
    EXPECT_FALSE(fs::exists(folder / "new"));
    EXPECT_THROW(DeskEnrolment(folder / "centre").request(realm.file(), "desk"), FileError)
        << "a realm is there";
}

} // namespace
} // namespace ob::app
