// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/evidence_reader.h"

#include "core/hlc_clock.h"
#include "core/journal/log_author.h"
#include "core/store/connection.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::store {
namespace {

using namespace core;
using tests::LogBytes;
using tests::StoredJournal;

class EvidenceReaderTest : public testing::Test {
  protected:
    EvidenceReaderTest() {
        LogBytes other(2);
        JournalBatch batch{.logs = {other.record(), log.record(true)}, .events = {other.creating()}};
        batch.stubs = {log.run(2)};
        events = {log.creating(), log.stub(), log.creating()};
        events[0].sections.push_back(log.section(1, SectionClass::Personal));
        batch.events.insert(batch.events.end(), events.begin(), events.end());
        heads = {log.head(Hlc(tests::at(1000), 0))};
        batch.heads = heads;
        EXPECT_TRUE(desk.commit(std::move(batch)));
        later = log.creating();
        heads.push_back(log.head(Hlc(tests::at(2000), 0)));
        EXPECT_TRUE(desk.commit({.events = {later}, .heads = {heads.back()}}));
    }
    EvidenceReader reader() { return {desk.database, StoredJournal::key()}; }
    std::vector<Finding> straysAfter(std::string const& edit) {
        desk.database.connection().run(edit);
        return reader().strays();
    }
    Finding finding(std::uint64_t index, FindingPart part) const {
        return {.log = log.log(), .index = index, .part = part, .reason = FindingReason::Malformed};
    }

    tests::TemporaryDirectory directory;
    StoredJournal desk{{.file = directory / "desk.db"}};
    LogBytes log;
    std::vector<EncodedEvent> events;
    EncodedEvent later;
    std::vector<EncodedHead> heads;
};

TEST_F(EvidenceReaderTest, GivesLeavesAndHeadsOfALogInOrder) {
    EvidenceReader evidence = reader();
    auto const logs = evidence.logs();
    ASSERT_EQ(logs.size(), 2u);
    LogReaders const readers = evidence.readersOf(logs[1]);
    EXPECT_EQ(readers.record.id, log.log());
    auto const run = readers.nextLeaf();
    ASSERT_TRUE(run && std::holds_alternative<StubRun>(*run));
    EXPECT_EQ(std::get<StubRun>(*run).level, 2);
    for (EncodedEvent const& event : {events[0], events[1], events[2], later}) {
        auto const leaf = readers.nextLeaf();
        ASSERT_TRUE(leaf && std::holds_alternative<EncodedEvent>(*leaf));
        EXPECT_EQ(std::get<EncodedEvent>(*leaf), event);
    }
    EXPECT_EQ(readers.nextLeaf(), std::nullopt);
    for (EncodedHead const& head : heads)
        EXPECT_EQ(readers.nextHead().value().note, head.note);
    EXPECT_FALSE(readers.nextHead());
    EXPECT_TRUE(evidence.strays().empty());
}

TEST_F(EvidenceReaderTest, NamesRowsThatBelongToNothing) {
    EXPECT_EQ(
        straysAfter("UPDATE section SET id = id + (1000 << 4) WHERE id = (SELECT max(id) FROM section)"),
        std::vector{finding(1007, FindingPart::Section)});
}
TEST_F(EvidenceReaderTest, NamesRowsOfAnUnknownLog) {
    auto const strays =
        straysAfter("UPDATE event SET id = id + (7 << 36) WHERE id = (SELECT max(id) FROM event)");
    ASSERT_GE(strays.size(), 1u);
    EXPECT_EQ(strays[0].reason, FindingReason::NotCertified);
    EXPECT_EQ(strays[0].part, FindingPart::Event);
}
TEST_F(EvidenceReaderTest, NamesRowsOfNoPossibleShape) {
    EXPECT_EQ(straysAfter("UPDATE event SET level = 256 WHERE id = (SELECT max(id) FROM event)").at(0),
              finding(7, FindingPart::Event));
    EXPECT_EQ(straysAfter("UPDATE event SET level = 0, leaf = x'00' WHERE id = (SELECT max(id) FROM event)"),
              std::vector{finding(7, FindingPart::Event)});
    EXPECT_EQ(straysAfter("DELETE FROM event WHERE length(leaf) = 1; UPDATE section SET class = 9 "
                          "WHERE id >> 4 = (SELECT max(id) FROM event)"),
              (std::vector{finding(6, FindingPart::Section), finding(7, FindingPart::Section)}));
}

/// An event of a real log, aside of it, and the log itself without it.
class AsideAudit : public testing::Test {
  protected:
    AsideAudit() {
        author.nonce = Hash{2};
        LogAuthor writer(author, key, stamps);
        aside.event =
            writer.open({.certificate = Hash{1}, .nonce = Hash{2}, .lane = Lane::Live, .predecessor = {}},
                        tests::at(1), [] { return Salt{}; });
        aside.head = writer.signHead().note;
        LogBytes log;
        auto record = log.record();
        record.id = aside.event.log;
        record.deskKey = key.publicKey().bytes;
        EXPECT_TRUE(desk.commit({.aside = {aside}, .logs = {record}, .arrivedAt = tests::at(1)}));
    }
    EvidenceReader::Aside found() {
        return EvidenceReader(desk.database, StoredJournal::key()).auditAside(RealmId{1});
    }
    std::vector<FindingReason> reasonsAfter(std::string const& edit) {
        desk.database.connection().run(edit);
        std::vector<FindingReason> reasons;
        for (auto const& finding : found().findings)
            reasons.push_back(finding.reason);
        return reasons;
    }

    SecretKey key = SecretKey::ofSeed(std::array<std::uint8_t, 32>{});
    HlcClock stamps;
    LogOrigin author{.realm = RealmId{1}, .deskKey = key.publicKey(), .nonce = {}, .lane = Lane::Live};
    AsideEvent aside;
    tests::TemporaryDirectory directory;
    StoredJournal desk{{.file = directory / "desk.db"}};
};

TEST_F(AsideAudit, FindsNothingInWhatIsAsItCame) {
    EXPECT_EQ(found().entries, 1U);
    EXPECT_TRUE(found().findings.empty());
    EXPECT_EQ(EvidenceReader(desk.database, std::nullopt).auditAside(RealmId{1}).entries, 0U);
}

TEST_F(AsideAudit, NamesWhatWasChangedOnDisk) {
    using Reasons = std::vector<FindingReason>;
    EXPECT_EQ(reasonsAfter("UPDATE set_aside SET leaf = zeroblob(32)"), Reasons{FindingReason::Malformed});
    EXPECT_EQ(reasonsAfter("UPDATE set_aside SET entry = zeroblob(100)"), Reasons{FindingReason::Malformed});
}

TEST_F(AsideAudit, NamesWhatItsDeskDidNotSign) {
    EXPECT_EQ(reasonsAfter("UPDATE log SET desk_key = zeroblob(32)"),
              std::vector{FindingReason::NotIncluded});
}

} // namespace
} // namespace ob::store
