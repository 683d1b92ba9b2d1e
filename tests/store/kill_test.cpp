// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// kill -9 of a process that writes: everything it was told to be committed must be there.
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace ob::store {
namespace {

using namespace core;
using tests::LogBytes;
using tests::StoredJournal;

/// Continues the log for ever and writes its size to the pipe after each commit.
[[noreturn]] void writeForEver(std::filesystem::path const& file, int pipe) {
    StoredJournal desk({.file = file});
    LogBytes log;
    LogRecord const record = log.record(true);
    auto const known = desk.journal.logs();
    if (!known.empty()) log.continueFrom(known[0].size);
    StreamId const stream(log.hash());
    for (;;) {
        for (int batch = 0; batch < 5; ++batch) {
            EncodedEvent event = log.in(stream, 500);
            desk.journal.append({.logs = {record}, .events = {std::move(event)}, .heads = {log.head()}});
        }
        while (desk.journal.flush()) {
        }
        std::uint64_t const size = log.size();
        if (!desk.failed.empty() || ::write(pipe, &size, sizeof size) != sizeof size) ::_exit(1);
    }
}

TEST(KillNine, LosesNothingThatWasAcknowledged) {
    tests::TemporaryDirectory const directory;
    std::uint64_t acknowledged = 0;
    for (int round = 0; round < 5; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        pid_t const writer = ::fork();
        ASSERT_GE(writer, 0);
        if (writer == 0) writeForEver(directory / "desk.db", ends[1]);
        ::close(ends[1]);
        // Killed after a different number of commits each time, somewhere in the next one.
        for (int commit = 0; commit < 10 + 7 * round; ++commit)
            ASSERT_EQ(::read(ends[0], &acknowledged, sizeof acknowledged),
                      static_cast<ssize_t>(sizeof acknowledged));
        ::kill(writer, SIGKILL);
        while (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) {
        }
        ::close(ends[0]);
        ::waitpid(writer, nullptr, 0);

        StoredJournal desk({.file = directory / "desk.db"}); // the lock went with the process
        auto const logs = desk.journal.logs();
        ASSERT_EQ(logs.size(), 1u);
        EXPECT_GE(logs[0].size, acknowledged);
        EXPECT_EQ(logs[0].size % 5, 0u) << "commits are whole";
        EXPECT_EQ(logs[0].newestHead->size, logs[0].size);
        EXPECT_EQ(desk.journal.range(logs[0].record.id, 0, logs[0].size).size(), logs[0].size);
        EXPECT_TRUE(desk.database.check().empty());
    }
}

} // namespace
} // namespace ob::store
