// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_ledger.h"

#include "app/files.h"
#include "tests/support/identity_builders.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::app {
namespace {

class DeskLedgerTest : public testing::Test {
  protected:
    DeskLedger ledger(core::NumberBlock block = {1000, 1998}) const { return {file, block}; }
    void add(DeskLedger& to, std::uint8_t desk, std::optional<std::uint32_t> count = {}) const {
        auto const numbers = to.freeNumbers(count);
        ASSERT_TRUE(numbers);
        to.put({.key = core::keyOf(desk).publicKey(),
                .numbers = *numbers,
                .serial = to.nextSerial(),
                .issuedAt = *core::Instant::ofMilliseconds(desk),
                .name = "消防 " + std::to_string(desk)});
    }

    tests::TemporaryDirectory folder;
    std::filesystem::path file = folder / "FD.desks";
};

TEST_F(DeskLedgerTest, GivesEveryDeskNumbersOfItsOwnUntilNoneAreLeft) {
    auto counted = ledger();
    std::uint8_t desks = 0;
    for (; counted.freeNumbers({}); ++desks)
        add(counted, desks);
    EXPECT_GE(desks, 60) << "a room full of consoles";
    auto const& entries = counted.entries();
    EXPECT_EQ(entries.front().numbers, (core::NumberBlock{1000, 1248}));
    EXPECT_EQ(entries.back().numbers.last, 1998u);
    for (std::size_t at = 1; at < entries.size(); ++at)
        EXPECT_EQ(entries[at].numbers.first, entries[at - 1].numbers.last + 1);
}

TEST_F(DeskLedgerTest, RemembersWhatItGave) {
    auto first = ledger();
    add(first, 1);
    add(first, 2, 7);
    auto const again = ledger({1, 9999}); // the file knows better
    EXPECT_EQ(again.block(), (core::NumberBlock{1000, 1998}));
    ASSERT_EQ(again.entries().size(), 2u);
    auto const* const desk = again.find(core::keyOf(2).publicKey());
    ASSERT_NE(desk, nullptr);
    EXPECT_EQ(desk->numbers, (core::NumberBlock{1249, 1255}));
    EXPECT_EQ(desk->serial, 2u);
    EXPECT_EQ(desk->name, "消防 2");
    EXPECT_EQ(again.nextSerial(), 3u);
    EXPECT_EQ(again.freeNumbers(1), (core::NumberBlock{1256, 1256}));
}

TEST_F(DeskLedgerTest, GivesNoMoreThanThereIs) {
    auto counted = ledger({1, 20});
    EXPECT_FALSE(counted.freeNumbers(21));
    EXPECT_EQ(counted.freeNumbers(20), (core::NumberBlock{1, 20}));
    EXPECT_FALSE(ledger({}).freeNumbers({}));
}

TEST_F(DeskLedgerTest, RefusesWhatIsNotALedger) {
    auto counted = ledger();
    add(counted, 1);
    auto const bytes = readFile(file);
    for (std::size_t size = 0; size + 1 < bytes.size(); ++size) {
        writeFile(file, core::ByteView(bytes).first(size));
        if (size > 0 && bytes[size - 1] == '\n') continue; // as if fewer desks had been signed
        EXPECT_THROW(ledger(), FileError) << size;
    }
    writeFile(file, core::viewOf("3"));
    EXPECT_THROW(ledger(), FileError);
}

} // namespace
} // namespace ob::app
