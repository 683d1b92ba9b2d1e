// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/draft_file.h"

#include "app/files.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace ob::app {
namespace {

core::SealingKey keyOf(std::uint8_t byte) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(byte);
    return core::SealingKey(bytes);
}

class DraftFileTest : public testing::Test {
  protected:
    DraftFile drafts(std::uint8_t key = 1) const { return {folder.path(), keyOf(key)}; }
    QByteArray const call = "{\"phone\":\"13800001111\",\"name\":\"赵\"}";
    tests::TemporaryDirectory folder;
    std::filesystem::path file = folder / "draft.sealed";
};

TEST_F(DraftFileTest, GivesBackWhatWasKept) {
    EXPECT_TRUE(drafts().load().content.isEmpty());
    EXPECT_FALSE(drafts().load().isUnreadable);
    EXPECT_TRUE(drafts().save(call));
    EXPECT_EQ(drafts().load().content, call);
    EXPECT_TRUE(drafts().save(call.left(9)));
    EXPECT_EQ(drafts().load().content, call.left(9)) << "nothing of the longer one is left";
}

TEST_F(DraftFileTest, IsReadableForNobodyElse) {
    drafts().save(call);
    drafts().save(call + "1");
    core::Bytes const bytes = readFile(file);
    std::string const text(bytes.begin(), bytes.end());
    EXPECT_EQ(text.find("138000"), std::string::npos);
    EXPECT_EQ(text.find("赵"), std::string::npos);
    EXPECT_EQ(std::filesystem::status(file).permissions() & std::filesystem::perms::all,
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(DraftFileTest, IsGoneWhenNothingIsLeft) {
    drafts().save(call);
    EXPECT_TRUE(drafts().save({}));
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_TRUE(drafts().save({}));
    EXPECT_FALSE(drafts().load().isUnreadable);
}

TEST_F(DraftFileTest, OfAnotherKeyIsUnreadable) {
    drafts(1).save(call);
    EXPECT_TRUE(drafts(2).load().isUnreadable);
    EXPECT_TRUE(drafts(2).load().content.isEmpty());
}

TEST_F(DraftFileTest, WithAnyByteChangedIsUnreadable) {
    drafts().save(call);
    core::Bytes const whole = readFile(file);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        core::Bytes damaged = whole;
        damaged[at] ^= 0x10;
        writeFile(file, damaged);
        EXPECT_TRUE(drafts().load().isUnreadable) << at;
    }
    for (std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{39}, whole.size() - 1}) {
        writeFile(file, core::ByteView(whole).first(length));
        EXPECT_TRUE(drafts().load().isUnreadable) << length;
    }
    EXPECT_TRUE(drafts().save(call)) << "an unreadable one is no hindrance";
    EXPECT_EQ(drafts().load().content, call);
}

TEST_F(DraftFileTest, SaysWhenItCannotBeKept) {
    DraftFile nowhere(folder / "missing", keyOf(1));
    EXPECT_FALSE(nowhere.save(call));
    EXPECT_FALSE(nowhere.load().isUnreadable);
    EXPECT_FALSE(drafts().save(QByteArray(DraftFile::maxBytes, 'x')));
}

} // namespace
} // namespace ob::app
