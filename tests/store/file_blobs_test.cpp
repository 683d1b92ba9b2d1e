// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_blobs.h"

#include "core/attachment.h"
#include "core/crypto/sha256.h"
#include "core/journal/journal_port.h"
#include "tests/support/log_bytes.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace ob::store {
namespace {

using namespace core;
using Outcome = BlobPort::Outcome;

class FileBlobsTest : public testing::Test {
  protected:
    std::filesystem::path pathOf(Hash const& of) const {
        std::string const name = toHex(of);
        return directory / "blobs" / name.substr(0, 2) / name.substr(2);
    }
    std::filesystem::path fileWith(Bytes const& content) const {
        auto const path = directory / "given.bin";
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<char const*>(content.data()),
                   static_cast<std::streamsize>(content.size()));
        return path;
    }
    Outcome append(std::uint64_t from, std::size_t count, bool isLast) {
        auto const begin = bytes.begin() + static_cast<std::ptrdiff_t>(from);
        return append(from, Bytes(begin, begin + static_cast<std::ptrdiff_t>(count)), isLast);
    }
    Outcome append(std::uint64_t from, Bytes part, bool isLast) {
        std::optional<Outcome> told;
        blobs.append(hash, from, std::move(part), isLast, [&](Outcome outcome) { told = outcome; });
        return told.value();
    }
    std::size_t filesBeside() const {
        std::filesystem::create_directories(directory / "blobs");
        auto const all = std::filesystem::recursive_directory_iterator(directory / "blobs");
        return static_cast<std::size_t>(
            std::count_if(begin(all), end(all), [](auto const& each) { return each.is_regular_file(); }));
    }
    tests::TemporaryDirectory directory;
    FileBlobs blobs{directory / "blobs"};
    Bytes const bytes = tests::LogBytes().bytes(100'000);
    Hash const hash = sha256(bytes);
};

TEST_F(FileBlobsTest, KeepsACopyUnderItsHash) {
    EXPECT_FALSE(blobs.has(hash));
    auto const kept = blobs.keep(fileWith(bytes)).value();
    EXPECT_EQ(kept.hash, hash);
    EXPECT_EQ(kept.bytes, bytes.size());
    EXPECT_EQ(blobs.size(hash), bytes.size());
    EXPECT_EQ(blobs.read(hash, 0, bytes.size() + 1), bytes);
    EXPECT_EQ(blobs.read(hash, 99'999, 10), Bytes{bytes.back()});
    EXPECT_EQ(filesBeside(), 1u) << "no scratch file is left";
    EXPECT_EQ(std::filesystem::status(pathOf(hash)).permissions() & std::filesystem::perms::group_all,
              std::filesystem::perms::none);
}

TEST_F(FileBlobsTest, TellsWhatCannotBeAnAttachment) {
    EXPECT_EQ(blobs.keep(directory / "nothing").error(), FileBlobs::Unfit::NotReadable);
    EXPECT_EQ(blobs.keep(std::filesystem::path(directory / "blobs").parent_path()).error(),
              FileBlobs::Unfit::NotAFile);
    EXPECT_EQ(blobs.keep("/dev/zero").error(), FileBlobs::Unfit::NotAFile);
    EXPECT_EQ(blobs.keep(fileWith({})).error(), FileBlobs::Unfit::Empty);
    auto const large = fileWith(bytes);
    std::filesystem::resize_file(large, Attachment::maxBytes + 1);
    EXPECT_EQ(blobs.keep(large).error(), FileBlobs::Unfit::TooLarge);
    EXPECT_EQ(filesBeside(), 0u);
}

TEST_F(FileBlobsTest, APartIsNoAttachmentUntilItIsWhole) {
    EXPECT_EQ(append(0, 60'000, false), Outcome::Stored);
    EXPECT_EQ(blobs.begun(hash), 60'000u);
    EXPECT_FALSE(blobs.has(hash));
    EXPECT_EQ(blobs.read(hash, 0, 10), std::nullopt);
    FileBlobs again{directory / "blobs"};
    EXPECT_EQ(again.begun(hash), 60'000u) << "as after a restart";
    EXPECT_EQ(append(60'000, 40'000, true), Outcome::Whole);
    EXPECT_EQ(blobs.read(hash, 0, bytes.size()), bytes);
    EXPECT_EQ(blobs.begun(hash), 0u);
    EXPECT_EQ(filesBeside(), 1u);
}

TEST_F(FileBlobsTest, AllThatCameBeforeTheEndWasTold) {
    EXPECT_EQ(append(0, 100'000, false), Outcome::Stored);
    EXPECT_EQ(append(100'000, 0, true), Outcome::Whole);
    EXPECT_TRUE(blobs.has(hash));
}

TEST_F(FileBlobsTest, WrongBytesNeverGetTheName) {
    EXPECT_EQ(append(0, 60'000, false), Outcome::Stored);
    Bytes rest(bytes.begin() + 60'000, bytes.end());
    rest.back() ^= 1;
    EXPECT_EQ(append(60'000, rest, true), Outcome::Wrong);
    EXPECT_FALSE(blobs.has(hash));
    EXPECT_EQ(blobs.begun(hash), 0u);
    EXPECT_EQ(filesBeside(), 0u);
}

TEST_F(FileBlobsTest, APartOfAnotherLengthIsThrownAway) {
    EXPECT_EQ(append(0, 60'000, false), Outcome::Stored);
    EXPECT_EQ(append(50'000, 1000, false), Outcome::Wrong);
    EXPECT_EQ(blobs.begun(hash), 0u);
}

TEST_F(FileBlobsTest, FindsDamageAndTakesTheFileAnew) {
    auto const file = fileWith(bytes);
    ASSERT_TRUE(blobs.keep(file));
    EXPECT_EQ(blobs.isSound(hash), true);
    {
        std::fstream damaged(pathOf(hash), std::ios::in | std::ios::out | std::ios::binary);
        damaged.seekp(5000);
        damaged.put(static_cast<char>(bytes[5000] ^ 1));
    }
    EXPECT_EQ(blobs.isSound(hash), false);
    ASSERT_TRUE(blobs.keep(file));
    EXPECT_EQ(blobs.isSound(hash), true);
    EXPECT_EQ(blobs.isSound(Hash{1}), std::nullopt);
}

TEST_F(FileBlobsTest, SweepsWhatIsNotWantedAndOldEnough) {
    ASSERT_TRUE(blobs.keep(fileWith(bytes)));
    Bytes const other(10, 3);
    ASSERT_TRUE(blobs.keep(fileWith(other)));
    std::ofstream(directory / "blobs" / "1.2.new") << "left by a kill";
    auto const isWanted = [&](Hash const& each) { return each == hash; };
    blobs.sweep(isWanted, std::chrono::hours(1));
    EXPECT_EQ(filesBeside(), 3u) << "all of it is young";
    blobs.sweep(isWanted, std::chrono::seconds(-1));
    EXPECT_EQ(filesBeside(), 1u);
    EXPECT_TRUE(blobs.has(hash));
}

TEST_F(FileBlobsTest, ThrowsWhenTheFolderCannotBeMade) {
    std::ofstream(directory / "blobs") << "a file in the way";
    EXPECT_THROW((void)blobs.keep(fileWith(bytes)), StoreError);
    EXPECT_EQ(append(0, 10, false), Outcome::Failed);
}

} // namespace
} // namespace ob::store
