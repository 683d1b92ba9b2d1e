// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/membership.h"

#include "tests/support/stream_builder.h"

#include <gtest/gtest.h>

#include <set>

namespace ob::core {
namespace {

/// Places in the stream of what is opened for the medical agency.
std::set<std::size_t> opened(StreamBuilder const& stream, bool isGrantHeld) {
    auto const found = openedFor(medical, stream.events(), [&](Event const&) { return isGrantHeld; });
    std::set<std::size_t> places;
    for (std::size_t place = 0; place < stream.events().size(); ++place)
        if (found.contains(stream.events()[place].id())) places.insert(place);
    return places;
}
using Places = std::set<std::size_t>;

struct Opened : testing::Test {
    StreamBuilder stream{7};
    std::size_t write(Fact fact, std::set<std::size_t> after, AgencyIndex by = police) {
        stream.add(by, std::move(fact), {after.begin(), after.end()}, 100 + stream.events().size());
        return stream.events().size() - 1;
    }
};

TEST_F(Opened, AllOfItToWhoWasThereFromTheBeginning) {
    stream.create(police, openedWith({police, medical}), 1);
    write(PrioritySet{Priority::P1}, {0});
    EXPECT_EQ(opened(stream, false), (Places{0, 1}));
}

TEST_F(Opened, WithAGrantWhatItBuildsOnAndWhatBuildsOnIt) {
    stream.create(police, openedWith({police, fire}), 1);
    auto const before = write(PrioritySet{Priority::P1}, {0});
    auto const grant = write(MemberGranted{medical, false}, {before});
    auto const after = write(PrioritySet{Priority::P2}, {grant});
    write(PrioritySet{Priority::P3}, {before}); // beside it
    EXPECT_EQ(opened(stream, true), (Places{0, before, grant, after}));
    EXPECT_EQ(opened(stream, false), (Places{grant, after}))
        << "until the grant is held, the rest are hashes";
}

TEST_F(Opened, NothingByAGrantWithoutEffect) {
    stream.create(police, openedWith({police, fire}), 1);
    auto const grant = write(MemberGranted{medical, false}, {0}, fire); // who may not let in anybody
    write(PrioritySet{Priority::P1}, {grant});
    EXPECT_EQ(opened(stream, true), Places());
}

TEST_F(Opened, NothingAfterALeaveUntilTheNextGrant) {
    stream.create(police, openedWith({police, medical}), 1);
    auto const leave = write(MemberLeft{medical}, {0});
    auto const away = write(PrioritySet{Priority::P1}, {leave});
    EXPECT_FALSE(opened(stream, true).contains(away));
    auto const grant = write(MemberGranted{medical, false}, {away});
    EXPECT_TRUE(opened(stream, true).contains(away));
    EXPECT_FALSE(opened(stream, false).contains(away));
    EXPECT_TRUE(opened(stream, false).contains(grant));
}

} // namespace
} // namespace ob::core
