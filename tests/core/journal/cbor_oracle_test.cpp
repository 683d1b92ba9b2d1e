// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cbor_items.h"
#include "tests/support/source_dir.h"

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <sstream>
#include <unistd.h>

namespace ob::core {
namespace {

/// Runs the lines through the other implementation, one process for all of them; nothing when it is missing.
std::optional<std::vector<std::string>> askOracle(std::vector<std::string> const& lines) {
    if (std::system("/usr/bin/python3 -c 'import cbor2' 2>/dev/null") != 0) return std::nullopt;
    char name[] = "/tmp/oneboard-cbor-XXXXXX";
    int const descriptor = mkstemp(name);
    std::unique_ptr<FILE, int (*)(FILE*)> const input(fdopen(descriptor, "w"), &std::fclose);
    for (std::string const& line : lines)
        std::fprintf(input.get(), "%s\n", line.c_str());
    std::fflush(input.get());
    std::string const command =
        std::string("/usr/bin/python3 " + sourceDir() + "/tests/core/journal/cbor_oracle.py < ") + name;
    std::unique_ptr<FILE, int (*)(FILE*)> const output(popen(command.c_str(), "r"), &pclose);
    std::string text;
    char block[4096];
    while (std::size_t const count = std::fread(block, 1, sizeof block, output.get()))
        text.append(block, count);
    std::remove(name);
    std::vector<std::string> answers;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        answers.push_back(line);
    return answers;
}

} // namespace

TEST(CborOracle, EncodesAsAnotherImplementationDoes) {
    std::mt19937_64 random(8949);
    std::vector<std::string> lines;
    std::vector<std::string> expected;
    for (int turn = 0; turn < 5000; ++turn) {
        CborItem const item = randomCborItem(random, 4);
        lines.push_back("value " + pythonExpression(item));
        expected.push_back(toHex(encodeCbor(item)));
    }
    auto const answers = askOracle(lines);
    if (!answers) GTEST_SKIP() << "python3-cbor2 is not installed";
    ASSERT_EQ(answers->size(), expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at)
        ASSERT_EQ((*answers)[at], expected[at]) << lines[at];
}

TEST(CborOracle, AcceptsWhatAnotherImplementationWouldWriteTheSame) {
    std::mt19937_64 random(9162);
    std::vector<std::string> lines;
    std::vector<std::string> expected;
    for (int turn = 0; turn < 20'000; ++turn) {
        Bytes const bytes = mutated(encodeCbor(randomCborItem(random, 3)), random);
        lines.push_back("bytes " + toHex(bytes));
        expected.push_back(checkCbor(bytes).fault == CborFault::None ? "yes" : "no");
    }
    auto const answers = askOracle(lines);
    if (!answers) GTEST_SKIP() << "python3-cbor2 is not installed";
    ASSERT_EQ(answers->size(), expected.size());
    int accepted = 0;
    for (std::size_t at = 0; at < expected.size(); ++at) {
        if ((*answers)[at] == "unsure") continue;
        accepted += expected[at] == "yes";
        ASSERT_EQ((*answers)[at], expected[at]) << lines[at];
    }
    EXPECT_GT(accepted, 1000);
}

} // namespace ob::core
