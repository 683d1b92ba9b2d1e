// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/outside_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::app {
namespace {

using Kind = ProgramFailure::Kind;

OutsideProgram shell(OutsideProgram::IsStopped isStopped = [] { return false; }) {
    return OutsideProgram(QStringLiteral("sh"), std::move(isStopped));
}

QStringList script(char const* text) { return {QStringLiteral("-c"), QString::fromUtf8(text)}; }

template<class Work>
ProgramFailure failureOf(Work work) {
    try {
        work();
    } catch (ProgramFailure const& failure) {
        return failure;
    }
    ADD_FAILURE() << "nothing failed";
    return {Kind::Failed, {}, {}};
}

TEST(OutsideProgramTest, GivesItsOutputLineByLine) {
    std::vector<std::string> lines;
    shell().run(script("printf 'one\\n\\ntwo\\nlast'"),
                [&](std::string_view line) { lines.emplace_back(line); });
    EXPECT_THAT(lines, testing::ElementsAre("one", "", "two", "last"));
}

TEST(OutsideProgramTest, ReadsMuchMoreThanAPipeHolds) {
    std::size_t lines = 0;
    shell().run(script("yes 0123456789012345678901234567890123456789 | head -n 200000"),
                [&](std::string_view line) { lines += line.size() == 40 ? 1 : 0; });
    EXPECT_EQ(lines, 200'000U);
}

TEST(OutsideProgramTest, AFailureHasItsLastWords) {
    auto const failure = failureOf(
        [] { shell().run(script("echo reading; printf '10%%\\r20%%\\rno such node.\\n' >&2; exit 3")); });
    EXPECT_EQ(failure.kind(), Kind::Failed);
    EXPECT_EQ(failure.program(), QStringLiteral("sh"));
    EXPECT_EQ(failure.lastWords(), QStringLiteral("no such node"));
    EXPECT_EQ(failureOf([] { shell().run(script("kill -9 $$")); }).kind(), Kind::Failed);
}

TEST(OutsideProgramTest, SomeExitCodesMayBeGood) {
    EXPECT_EQ(shell().run(script("exit 1"), {}, {0, 1}), 1);
    EXPECT_EQ(shell().run(script("exit 0"), {}, {0, 1}), 0);
}

TEST(OutsideProgramTest, WhatIsNotThereIsMissing) {
    QString const name = QStringLiteral("no-such-program-of-this-name");
    EXPECT_FALSE(OutsideProgram::exists(name));
    EXPECT_TRUE(OutsideProgram::exists(QStringLiteral("sh")));
    EXPECT_EQ(failureOf([&] { OutsideProgram(name, [] { return false; }).run({}); }).kind(), Kind::Missing);
}

TEST(OutsideProgramTest, AStopEndsIt) {
    auto const failure = failureOf([] { shell([] { return true; }).run(script("exec sleep 600")); });
    EXPECT_EQ(failure.kind(), Kind::Stopped);
}

TEST(OutsideProgramTest, OneFeedsTheOther) {
    std::vector<std::string> seen;
    auto first = shell();
    auto second = shell();
    second.runAfter(first, script("seq 1 100000"),
                    script("test \"$(cat | md5sum)\" = \"$(seq 2 2 100000 | md5sum)\""),
                    [](std::string_view line) {
                        bool const isEven = (line.back() - '0') % 2 == 0;
                        return isEven ? std::string(line) : std::string();
                    });
    auto const failure = failureOf([&] {
        second.runAfter(first, script("seq 1 100000"), script("echo full >&2; exit 1"),
                        [](std::string_view line) { return std::string(line); });
    });
    EXPECT_EQ(failure.lastWords(), QStringLiteral("full"));
}

} // namespace
} // namespace ob::app
