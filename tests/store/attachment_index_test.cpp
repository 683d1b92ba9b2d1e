// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/attachment_index.h"

#include "core/journal/event_sections.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::store {
namespace {

using namespace core;
using tests::at;

EncodedSection naming(std::uint8_t index, SectionClass sectionClass, std::vector<Attachment> attachments) {
    RestrictedParts parts;
    if (sectionClass == SectionClass::Joint) parts.joint = JointPart{.attachments = std::move(attachments)};
    if (sectionClass == SectionClass::Own) parts.own = OwnPart{.attachments = std::move(attachments)};
    auto const sections =
        encodeSections({.circumstance = {}, .fact = NoteAdded{}}, parts, [] { return Salt{}; });
    return {.index = index, .sectionClass = sectionClass, .bytes = sections.at(1).bytes};
}

class AttachmentIndex : public testing::Test {
  protected:
    AttachmentIndex() { open(); }
    void open() {
        desk.reset();
        desk = std::make_unique<tests::StoredJournal>(Database::Place{.file = directory / "desk.db"});
    }
    std::vector<EncodedEvent> naming(Attachment const& which) { return desk->journal.naming(which.hash); }
    std::vector<std::uint64_t> sizes() {
        std::vector<std::uint64_t> found;
        desk->journal.visitAttachments([&](Hash const&, std::uint64_t bytes) { found.push_back(bytes); });
        return found;
    }

    tests::TemporaryDirectory directory;
    std::unique_ptr<tests::StoredJournal> desk;
    tests::LogBytes log;
    Attachment photo{.hash = Hash{1}, .bytes = 10, .name = "photo.jpg", .mediaType = "image/jpeg"};
    Attachment film{.hash = Hash{2}, .bytes = 20, .name = "film.mp4", .mediaType = ""};
};

TEST_F(AttachmentIndex, FindsWhatNamesAnAttachmentInOrderOfArrival) {
    auto const stream = log.creating();
    auto own = log.in(stream.stream);
    own.sections.push_back(store::naming(1, SectionClass::Own, {photo}));
    auto joint = log.in(stream.stream);
    joint.sections.push_back(store::naming(1, SectionClass::Joint, {film, photo}));
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {stream, own}, .arrivedAt = at(1)}));
    ASSERT_TRUE(desk->commit({.events = {joint}, .arrivedAt = at(2)}));
    for (int pass = 0; pass < 2; ++pass) {
        EXPECT_EQ(naming(photo), (std::vector{own, joint}));
        EXPECT_EQ(naming(film), std::vector{joint});
        EXPECT_EQ(sizes(), (std::vector<std::uint64_t>{10, 20, 10}));
        open(); // the second pass reads the file
    }
    EXPECT_TRUE(desk->journal.naming(Hash{3}).empty());
}

TEST_F(AttachmentIndex, KnowsSectionsThatCameLaterAndForgetsShreddedOnes) {
    auto event = log.creating();
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {event}, .arrivedAt = at(1)}));
    EXPECT_TRUE(naming(photo).empty());
    auto const late = store::naming(1, SectionClass::Joint, {photo});
    ASSERT_TRUE(desk->commit({.disclosed = {{.log = event.log, .sequence = event.sequence, .section = late}},
                              .arrivedAt = at(2)}));
    event.sections.push_back(late);
    EXPECT_EQ(naming(photo), std::vector{event});
    desk->journal.shred(event.log, event.sequence, 1);
    EXPECT_TRUE(naming(photo).empty());
    EXPECT_TRUE(sizes().empty());
}

TEST_F(AttachmentIndex, IsMadeForWhatAnOlderVersionStored) {
    auto event = log.creating();
    event.sections.push_back(store::naming(1, SectionClass::Joint, {photo}));
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {event}, .arrivedAt = at(1)}));
    desk.reset();
    Connection({.file = (directory / "desk.db").string()})
        .run("DELETE FROM attachment; DELETE FROM meta WHERE key = 'attachments_indexed'");
    open();
    EXPECT_EQ(naming(photo), std::vector{event});
    open();
    EXPECT_EQ(naming(photo), std::vector{event}) << "once";
}

TEST_F(AttachmentIndex, SectionsThatMeanNothingNameNothing) {
    auto event = log.creating();
    event.sections.push_back(log.section(1, SectionClass::Joint));
    event.sections.push_back(log.section(2, SectionClass::Own, 300));
    EXPECT_TRUE(desk->commit({.logs = {log.record()}, .events = {event}, .arrivedAt = at(1)}));
    EXPECT_TRUE(sizes().empty());
}

} // namespace
} // namespace ob::store
