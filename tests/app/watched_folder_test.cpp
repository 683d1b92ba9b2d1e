// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/watched_folder.h"

#include "app/files.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <fstream>

namespace ob::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class WatchedFolderTest : public testing::Test {
  protected:
    void write(std::string const& name, std::string const& text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    }
    std::vector<std::string> ready() {
        std::vector<std::string> names;
        for (auto const& file : watched.ready(now))
            names.push_back(file.filename().string());
        return names;
    }
    std::string text(fs::path const& file) {
        auto const bytes = readFile(file);
        return {bytes.begin(), bytes.end()};
    }

    QTemporaryDir directory;
    fs::path folder = directory.path().toStdString();
    WatchedFolder watched{folder, 2s};
    WatchedFolder::Clock::time_point now{};
};

using Names = std::vector<std::string>;

TEST_F(WatchedFolderTest, AFileIsReadyWhenItHasRested) {
    write("b.csv", "1");
    write("a.csv", "1");
    EXPECT_EQ(ready(), Names());
    now += 1s;
    write("b.csv", "12");
    EXPECT_EQ(ready(), Names());
    now += 1s;
    EXPECT_EQ(ready(), Names{"a.csv"});
    now += 1s;
    EXPECT_EQ(ready(), (Names{"a.csv", "b.csv"}));
}

TEST_F(WatchedFolderTest, LeavesWhatIsStillWrittenAndFoldersAlone) {
    for (char const* const name : {".hidden", "a.csv~", "a.tmp", "a.part", "a.csv.report.json"})
        write(name, "1");
    fs::create_directory(folder / "folder.csv");
    ready();
    now += 10s;
    EXPECT_EQ(ready(), Names());
}

TEST_F(WatchedFolderTest, PutsFilesAwayWithTheirReportsAndOverwritesNothing) {
    for (std::string const content : {"one", "two"}) {
        write("a.csv", content);
        core::Bytes const report(content.begin(), content.end());
        watched.finish(folder / "a.csv", true, report);
    }
    write("a.csv", "bad");
    EXPECT_EQ(watched.finish(folder / "a.csv", false, {}), folder / "failed" / "a.csv");
    EXPECT_EQ(text(folder / "done" / "a.csv"), "one");
    EXPECT_EQ(text(folder / "done" / "a-2.csv"), "two");
    EXPECT_EQ(text(folder / "done" / "a.csv.report.json"), "one");
    EXPECT_EQ(text(folder / "done" / "a-2.csv.report.json"), "two");
    EXPECT_FALSE(fs::exists(folder / "a.csv"));
}

TEST_F(WatchedFolderTest, AFileOfTheSameNameIsTakenAgain) {
    write("a.csv", "one");
    ready();
    now += 2s;
    ASSERT_EQ(ready(), Names{"a.csv"});
    watched.finish(folder / "a.csv", true, {});
    write("a.csv", "two");
    EXPECT_EQ(ready(), Names()) << "it has to rest again";
    now += 2s;
    EXPECT_EQ(ready(), Names{"a.csv"});
}

TEST_F(WatchedFolderTest, SaysThatTheFolderIsGone) {
    fs::remove_all(folder);
    EXPECT_THROW(watched.ready(now), FileError);
}

} // namespace
} // namespace ob::app
