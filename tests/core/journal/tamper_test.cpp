// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/identity_builders.h"
#include "tests/support/journal_edits.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace ob::core {
namespace {

constexpr AgencyIndex auditing{0};

/// What this desk holds of a log of up to 64 events, of its own agency or of another.
MemoryLog heldLog(ValueSource& values) {
    bool const isOwnAgency = values.oneIn(2);
    MemoryDesk desk(realmOf(2), {static_cast<std::uint16_t>(isOwnAgency ? 0 : 1)}, 1);
    for (std::uint64_t left = 1 + values.below(63); left > 0;) {
        std::uint64_t const batch = 1 + values.below(std::min<std::uint64_t>(left, 12));
        desk.writeBatch(batch, values);
        left -= batch;
    }
    return isOwnAgency ? desk.log() : withheldFrom(desk.log(), values);
}

std::vector<Finding> audit(MemoryLog const& log) {
    static RealmFile const realm = realmOf(2);
    AuditScope const scope{.agency = auditing,
                           .clearance = {.sections = {SectionClass::Joint, SectionClass::Own,
                                                      SectionClass::Personal, SectionClass::Sealed},
                                         .scope = IncidentScope::All}};
    return concludeAudit({verifyLog(log.readers(), realm, scope)});
}

std::size_t editsWanted() { return std::getenv("OB_FULL") != nullptr ? 100'000 : 10'000; }

TEST(Tamper, EveryEditIsFoundAndNamed) {
    constexpr std::size_t editsPerLog = 20;
    std::map<std::string_view, std::size_t> done;
    std::size_t total = 0;
    for (std::uint64_t seed = 1; total < editsWanted(); ++seed) {
        ValueSource values(seed);
        auto const untouched = heldLog(values);
        ASSERT_EQ(audit(untouched), std::vector<Finding>()) << "seed " << seed;
        for (std::size_t count = 0; count < editsPerLog; ++count) {
            auto edited = untouched;
            auto const& edit = journalEdits()[values.below(journalEdits().size())];
            auto const trace = edit.apply(edited, values);
            if (!trace) continue;
            ++total;
            ++done[edit.name];
            ASSERT_TRUE(isNamed(*trace, edited, audit(edited)))
                << edit.name << " at " << trace->indices.front() << ", seed " << seed;
        }
    }
    EXPECT_EQ(done.size(), journalEdits().size());
    for (auto const& [name, count] : done)
        EXPECT_GT(count, editsWanted() / 200) << name;
}

} // namespace
} // namespace ob::core
