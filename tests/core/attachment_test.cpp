// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/attachment.h"

#include "core/journal/event_sections.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

Attachment photo() { return {.hash = Hash{1}, .bytes = 1, .name = "现场.jpg", .mediaType = "image/jpeg"}; }

Attachment with(std::string name) {
    auto made = photo();
    made.name = std::move(name);
    return made;
}

TEST(Attachment, HasLimits) {
    EXPECT_TRUE(isSound(photo()));
    EXPECT_TRUE(isSound(with(std::string(255, 'x'))));
    for (std::string const name : {"", ".", "..", "a/b", "a\\b", "a\nb", "a\x7f", "\xff"})
        EXPECT_FALSE(isSound(with(name))) << name;
    EXPECT_FALSE(isSound(with(std::string(256, 'x'))));
    auto odd = photo();
    odd.bytes = 0;
    EXPECT_FALSE(isSound(odd));
    odd.bytes = Attachment::maxBytes;
    EXPECT_TRUE(isSound(odd));
    ++odd.bytes;
    EXPECT_FALSE(isSound(odd));
    odd = photo();
    odd.hash = {};
    EXPECT_FALSE(isSound(odd));
    odd = photo();
    odd.mediaType = "image jpeg";
    EXPECT_FALSE(isSound(odd));
    odd.mediaType = std::string(128, 'x');
    EXPECT_FALSE(isSound(odd));
}

TEST(Attachment, IsNamedByTheLastPartOfAPath) {
    EXPECT_EQ(attachmentName("/tmp/a  b\tc.jpg"), "a b c.jpg");
    EXPECT_EQ(attachmentName("照片.png"), "照片.png");
    EXPECT_EQ(attachmentName("C:\\photos\\1.jpg"), "1.jpg");
    EXPECT_EQ(attachmentName("a／b"), "a_b") << "a full-width solidus becomes one";
    EXPECT_EQ(attachmentName("/tmp/"), "");
    EXPECT_EQ(attachmentName(".."), "");
    std::string longName;
    for (int count = 0; count < 100; ++count)
        longName += "火";
    EXPECT_EQ(attachmentName(longName).size(), 255u);
    EXPECT_TRUE(isSound(with(attachmentName("x" + longName)))) << "never cut within a character";
}

TEST(Attachment, IsOfAKindByItsEnding) {
    EXPECT_EQ(mediaTypeOf("A.JPG"), "image/jpeg");
    EXPECT_EQ(mediaTypeOf("plan.pdf"), "application/pdf");
    EXPECT_EQ(mediaTypeOf("jpg"), "");
}

Bytes sectionOf(JointPart part) {
    RestrictedParts parts;
    parts.joint = std::move(part);
    return encodeSections({.circumstance = {}, .fact = NoteAdded{}}, parts, [] { return Salt{}; })
        .at(1)
        .bytes;
}

TEST(AttachmentsInSections, AreAFieldOfTheirOwnThatOlderTextDoesNotHave) {
    JointPart part{.text = "照", .attachments = {photo()}};
    part.attachments[0].hash.fill(0x11);
    EXPECT_EQ(toHex(sectionOf(part)), "a3010102500000000000000000000000000000000004a20363e785a70481a4015820"
                                      "1111111111111111111111111111111111111111111111111111111111111111"
                                      "0201036ae78eb0e59cba2e6a7067046a696d6167652f6a706567");
    EXPECT_EQ(toHex(sectionOf({.text = "照"})), "a3010102500000000000000000000000000000000004a10363e785a7");
    EXPECT_EQ(attachmentsIn({.index = 1, .sectionClass = SectionClass::Joint, .bytes = sectionOf(part)}),
              part.attachments);
}

TEST(AttachmentsInSections, AnUnsoundOneMakesThePartUnreadable) {
    JointPart part{.attachments = {photo()}};
    Bytes bytes = sectionOf(part);
    ByteView const wanted = viewOf(part.attachments[0].name);
    auto const name = std::search(bytes.begin(), bytes.end(), wanted.begin(), wanted.end());
    ASSERT_NE(name, bytes.end());
    *name = '/';
    *(name + 1) = *(name + 2) = 'x';
    EXPECT_TRUE(viewSection(bytes));
    EXPECT_TRUE(attachmentsIn({.index = 1, .sectionClass = SectionClass::Joint, .bytes = bytes}).empty());
}

} // namespace
} // namespace ob::core
