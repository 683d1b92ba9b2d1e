// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_blobs.h"

#include "core/crypto/sha256.h"
#include "core/journal/journal_port.h"
#include "tests/support/log_bytes.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace ob::store {
namespace {

using namespace core;

class FileBlobsTest : public testing::Test {
  protected:
    std::filesystem::path pathOf(Hash const& of) const {
        std::string const name = toHex(of);
        return directory / "blobs" / name.substr(0, 2) / name.substr(2);
    }
    tests::TemporaryDirectory directory;
    FileBlobs blobs{directory / "blobs"};
    Bytes const bytes = tests::LogBytes().bytes(100'000);
    Hash const hash = sha256(bytes);
};

TEST_F(FileBlobsTest, GivesBackWhatWasWritten) {
    EXPECT_FALSE(blobs.has(hash));
    EXPECT_EQ(blobs.read(hash), std::nullopt);
    blobs.write(hash, bytes);
    EXPECT_TRUE(blobs.has(hash));
    EXPECT_EQ(blobs.read(hash), bytes);
    Bytes const nothing;
    blobs.write(sha256(nothing), nothing);
    EXPECT_EQ(blobs.read(sha256(nothing)), nothing);
}

TEST_F(FileBlobsTest, LeavesNoScratchFile) {
    blobs.write(hash, bytes);
    EXPECT_TRUE(std::filesystem::exists(pathOf(hash)));
    auto const folder = std::filesystem::directory_iterator(pathOf(hash).parent_path());
    EXPECT_EQ(std::distance(begin(folder), end(folder)), 1);
}

TEST_F(FileBlobsTest, TakesADamagedFileForNoneAndWritesItAgain) {
    blobs.write(hash, bytes);
    {
        std::fstream file(pathOf(hash), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(5000);
        file.put(static_cast<char>(bytes[5000] ^ 1));
    }
    EXPECT_EQ(blobs.read(hash), std::nullopt);
    blobs.write(hash, bytes);
    EXPECT_EQ(blobs.read(hash), bytes);
}

TEST_F(FileBlobsTest, ThrowsWhenTheFolderCannotBeMade) {
    std::ofstream(directory / "blobs") << "a file in the way";
    EXPECT_THROW(blobs.write(hash, bytes), StoreError);
}

} // namespace
} // namespace ob::store
