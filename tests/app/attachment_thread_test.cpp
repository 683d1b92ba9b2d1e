// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/attachment_thread.h"

#include "core/crypto/sha256.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <sys/stat.h>

namespace ob::app {
namespace {

using Port = ui::AttachmentPort;
using State = Port::Standing::State;

core::Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

/// Told at once, on its thread: the promise crosses.
class AttachmentThreadTest : public testing::Test {
  protected:
    std::filesystem::path write(char const* name, std::string_view text) {
        std::ofstream(folder.path() / name, std::ios::binary) << text;
        return folder.path() / name;
    }
    Port::Kept keep(std::vector<std::filesystem::path> files) {
        std::promise<Port::Kept> told;
        attachments.keep(std::move(files), [&](Port::Kept const& kept) { told.set_value(kept); });
        return told.get_future().get();
    }
    Port::Standing standing(core::Attachment const& of) {
        std::promise<Port::Standing> told;
        attachments.readStandings({of}, [&](auto const& all) { told.set_value(all.front()); });
        return told.get_future().get();
    }
    std::pair<Port::Result, core::Bytes> read(core::Attachment const& which) {
        std::promise<std::pair<Port::Result, core::Bytes>> told;
        attachments.read(
            which, [&](Port::Result result, core::Bytes const& bytes) { told.set_value({result, bytes}); });
        return told.get_future().get();
    }
    Port::Result save(core::Attachment const& which, std::filesystem::path const& file) {
        std::promise<Port::Result> told;
        attachments.save(which, file, [&](Port::Result result) { told.set_value(result); });
        return told.get_future().get();
    }
    std::filesystem::path blobOf(core::Attachment const& of) const {
        auto const hex = core::toHex(of.hash);
        return folder.path() / "blobs" / hex.substr(0, 2) / hex.substr(2);
    }

    tests::TemporaryDirectory folder;
    std::vector<core::Hash> damaged;
    AttachmentThread attachments{folder.path() / "blobs",
                                 {.tell = [](std::function<void()> answer) { answer(); },
                                  .damaged = [this](auto const& each) { damaged.push_back(each.hash); }}};
};

TEST_F(AttachmentThreadTest, AFileIsKeptReadAndSaved) {
    auto const kept = keep({write("photo.jpg", "a photo")});
    ASSERT_EQ(kept.attachments.size(), 1U);
    auto const& photo = kept.attachments.front();
    EXPECT_EQ(photo.name, "photo.jpg");
    EXPECT_EQ(photo.mediaType, "image/jpeg");
    EXPECT_EQ(photo.bytes, 7U);
    EXPECT_EQ(photo.hash, core::sha256(bytesOf("a photo")));
    EXPECT_EQ(standing(photo), (Port::Standing{.state = State::Here, .begun = 7}));
    EXPECT_EQ(read(photo), std::pair(Port::Result::Done, bytesOf("a photo")));
    auto const out = folder.path() / "out.jpg";
    EXPECT_EQ(save(photo, out), Port::Result::Done);
    struct ::stat told{};
    ASSERT_EQ(::stat(out.c_str(), &told), 0);
    EXPECT_EQ(told.st_mode & 0777u, 0600u);
    EXPECT_EQ(save(photo, out), Port::Result::Done) << "who chose the name has answered for it";
    EXPECT_EQ(save(photo, folder.path() / "none" / "out.jpg"), Port::Result::NotWritten);
}

TEST_F(AttachmentThreadTest, OfSeveralFilesAllAreKeptOrTheBadOneIsNamed) {
    auto const good = write("a.txt", "a");
    auto const refused = keep({good, folder.path() / "none"});
    EXPECT_TRUE(refused.attachments.empty());
    EXPECT_EQ(refused.file, (folder.path() / "none").string());
    EXPECT_EQ(refused.why, Port::Unfit::NotReadable);
    EXPECT_EQ(keep({write("empty", "")}).why, Port::Unfit::Empty);
    EXPECT_EQ(keep({folder.path()}).why, Port::Unfit::NotAFile);
}

TEST_F(AttachmentThreadTest, WhatIsNotWholeIsNotGiven) {
    auto photo = keep({write("photo.jpg", "a photo")}).attachments.front();
    auto other = photo;
    other.bytes = 8;
    EXPECT_EQ(standing(other).state, State::Refused) << "the note tells another size";
    EXPECT_EQ(read(other).first, Port::Result::NotHere);
    other.hash = core::sha256(bytesOf("another"));
    EXPECT_EQ(standing(other).state, State::NotHere);
    std::ofstream(blobOf(photo), std::ios::binary) << "a phot0";
    EXPECT_EQ(read(photo).first, Port::Result::Damaged);
    EXPECT_EQ(damaged, std::vector{photo.hash});
    EXPECT_EQ(save(photo, folder.path() / "out.jpg"), Port::Result::Damaged);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out.jpg"));
}

} // namespace
} // namespace ob::app
