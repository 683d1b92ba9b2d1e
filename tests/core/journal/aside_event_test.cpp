// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/aside_event.h"

#include "core/hlc_clock.h"
#include "core/journal/log_author.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

/// Two logs of one desk, each with its opening alone.
class AsideEvents : public testing::Test {
  protected:
    AsideEvent made(Lane lane) {
        LogAuthor author({.realm = RealmId{1}, .deskKey = key.publicKey(), .nonce = Hash{2}, .lane = lane},
                         key, stamps);
        auto event = author.open({.certificate = Hash{1}, .nonce = Hash{2}, .lane = lane, .predecessor = {}},
                                 *Instant::ofMilliseconds(1), [] { return Salt{}; });
        return {.event = std::move(event), .head = author.signHead().note, .path = {}};
    }

    SecretKey key = SecretKey::ofSeed(std::array<std::uint8_t, 32>{});
    HlcClock stamps;
};

TEST_F(AsideEvents, AreReadAsTheyWereWritten) {
    auto aside = made(Lane::Live);
    aside.path = {Hash{1}, Hash{2}};
    EXPECT_EQ(decodeAside(encodeAside(aside)), aside);
    auto const encoded = encodeAside(aside);
    for (std::size_t size = 0; size < encoded.size(); ++size)
        EXPECT_FALSE(decodeAside(ByteView(encoded).first(size)));
    aside.event.sequence = 1;
    EXPECT_FALSE(decodeAside(encodeAside(aside))) << "its header says another place";
}

TEST_F(AsideEvents, AreProvenByAHeadOfTheirDeskOverThem) {
    auto aside = made(Lane::Live);
    EXPECT_TRUE(verifyAside(aside, key.publicKey()));
    EXPECT_FALSE(verifyAside(aside, SecretKey::ofSeed(std::array<std::uint8_t, 32>{1}).publicKey()));
    auto longer = aside;
    longer.path = {Hash{1}};
    EXPECT_FALSE(verifyAside(longer, key.publicKey()));
    aside.head = made(Lane::Bulk).head;
    EXPECT_FALSE(verifyAside(aside, key.publicKey()));
}

TEST_F(AsideEvents, AnAuditSaysWhatIsWrongWithThem) {
    auto const sound = made(Lane::Live);
    auto const foundIn = [&](AsideEvent const& aside, RealmId realm = RealmId{1}) {
        std::vector<std::pair<FindingPart, FindingReason>> found;
        for (auto const& finding : auditAside(aside, realm, key.publicKey()))
            found.emplace_back(finding.part, finding.reason);
        return found;
    };
    using Found = std::vector<std::pair<FindingPart, FindingReason>>;
    EXPECT_EQ(foundIn(sound), Found{});
    EXPECT_EQ(foundIn(sound, RealmId{2}), (Found{{FindingPart::Header, FindingReason::WrongRealm}}));
    auto changed = sound;
    changed.event.sections.front().bytes.back() ^= 1;
    EXPECT_EQ(foundIn(changed), (Found{{FindingPart::Section, FindingReason::WrongCommitment}}));
    auto unproven = sound;
    unproven.path = {Hash{1}};
    EXPECT_EQ(foundIn(unproven), (Found{{FindingPart::Event, FindingReason::NotIncluded}}));
}

} // namespace
} // namespace ob::core
