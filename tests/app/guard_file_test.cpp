// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/guard_file.h"

#include "app/files.h"
#include "core/store/database.h"
#include "tests/support/log_bytes.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ob::app {
namespace {

class GuardFileTest : public testing::Test {
  protected:
    GuardFileTest() { ::setenv("ONEBOARD_STATE", (m_directory / "state").c_str(), 1); }
    ~GuardFileTest() override { ::unsetenv("ONEBOARD_STATE"); }

    /// A start of a desk whose own log is so long.
    core::IncarnationDecision start(std::uint64_t size) {
        m_guard = std::make_unique<GuardFile>(m_directory / "desk.db", core::PublicKey{.bytes = {}});
        std::vector<core::LogExtent> logs;
        if (size > 0) logs.push_back({.record = m_log.record(true), .size = size, .newestHead = {}});
        return m_guard->enter(m_database, logs, false);
    }
    void note(std::uint64_t size) { m_guard->note({{m_log.log(), size}}); }

    tests::TemporaryDirectory m_directory;
    store::Database m_database{store::Database::Place{.file = m_directory / "desk.db"}};
    tests::LogBytes m_log;
    std::unique_ptr<GuardFile> m_guard;
};

TEST_F(GuardFileTest, WhatWasNotedIsThereForTheNextStart) {
    EXPECT_EQ(start(0).reason, core::IncarnationReason::FirstStart);
    for (std::uint64_t const size : {9u, 10u, 99'999u})
        note(size);
    EXPECT_EQ(start(99'999).reason, std::nullopt);
    EXPECT_EQ(start(99'998).reason, core::IncarnationReason::ShorterLog);
}

TEST_F(GuardFileTest, ANoteThatIsShorterLeavesNothingOfTheLongerOne) {
    start(0);
    m_guard->note({{m_log.log(), 5}, {core::LogId(m_log.hash()), 7}});
    note(3);
    EXPECT_EQ(start(3).reason, std::nullopt) << "the other log is not asked for any more";
}

TEST_F(GuardFileTest, AGuardThatWasCutOffIsADoubt) {
    start(0);
    note(4);
    auto const file = std::filesystem::directory_iterator(m_directory / "state")->path();
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 3);
    EXPECT_EQ(start(4).reason, core::IncarnationReason::NoGuard);
}

} // namespace
} // namespace ob::app
