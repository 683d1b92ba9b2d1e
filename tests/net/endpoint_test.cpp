// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/endpoint.h"

#include <gtest/gtest.h>

namespace ob::net {
namespace {

TEST(Endpoint, IsReadFromTextAndWrittenBack) {
    for (auto const* const text :
         {"127.0.0.1:5000", "desk-2.example.org:1", "[::1]:65535", "[fe80::1%eth0]:0"}) {
        auto const endpoint = Endpoint::of(text);
        ASSERT_TRUE(endpoint) << text;
        EXPECT_EQ(endpoint->text(), text);
    }
    EXPECT_EQ(Endpoint::of("[::1]:5")->host, "::1");
    EXPECT_EQ(Endpoint::of("desk:5")->port, 5);
}

TEST(Endpoint, RefusesWhatIsNoEndpoint) {
    for (auto const* const text :
         {"", ":", "desk", "desk:", ":5000", "desk:65536", "desk:-1", "desk:5x", "::1:5", "[]:5", "[::1]",
          "de sk:5", "desk:5 ", "http://desk:5", "[desk:5"})
        EXPECT_FALSE(Endpoint::of(text)) << text;
    EXPECT_FALSE(Endpoint::of(std::string(254, 'a') + ":5"));
}

} // namespace
} // namespace ob::net
