// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/merkle.h"
#include "tests/support/source_dir.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace ob::core {
namespace {

using Json = nlohmann::json;

Bytes bytesOf(Json const& row, char const* name) { return *fromBase64(row[name].get<std::string>()); }
std::uint64_t number(Json const& row, char const* name) { return row[name].get<std::uint64_t>(); }

/// Nothing when a hash of it has another length: no decoder of ours would make a proof of it.
std::optional<MerkleProof> proofOf(Json const& row) {
    MerkleProof proof;
    if (row["proof"].is_null()) return proof;
    for (auto const& step : row["proof"]) {
        Bytes const bytes = *fromBase64(step.get<std::string>());
        Hash hash;
        if (bytes.size() != hash.size()) return std::nullopt;
        std::ranges::copy(bytes, hash.begin());
        proof.push_back(hash);
    }
    return proof;
}

bool holds(std::string const& kind, Json const& row, std::span<Hash const> proof) {
    if (kind == "inclusion" || kind == "subtreeinclusion") {
        Bytes const leaf = bytesOf(row, "leafHash");
        Bytes const root = bytesOf(row, "root");
        std::uint64_t const index = number(row, "leafIdx");
        if (kind == "inclusion")
            return verifyInclusion(
                {.index = index, .size = number(row, "treeSize"), .leaf = leaf, .root = root}, proof);
        std::uint64_t const begin = number(row, "start");
        std::uint64_t const end = number(row, "end");
        return isSubtree(begin, end) && index >= begin
               && verifyInclusion({.index = index - begin, .size = end - begin, .leaf = leaf, .root = root},
                                  proof);
    }
    Bytes const first = bytesOf(row, "root1");
    Bytes const second = bytesOf(row, "root2");
    if (kind == "consistency")
        return verifyConsistency({.oldSize = number(row, "size1"),
                                  .newSize = number(row, "size2"),
                                  .oldRoot = first,
                                  .newRoot = second},
                                 proof);
    return verifySubtree({.begin = number(row, "start"),
                          .end = number(row, "end"),
                          .size = number(row, "size"),
                          .subtreeRoot = first,
                          .root = second},
                         proof);
}

} // namespace

class MerkleVectors : public testing::TestWithParam<std::pair<char const*, int>> {};

TEST_P(MerkleVectors, EveryCaseIsDecidedAsPublished) {
    auto const [kind, count] = GetParam();
    std::filesystem::path const folder =
        std::filesystem::path(sourceDir() + "/../shared/vectors/rfc6962/testdata") / kind;
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "shared/vectors/rfc6962 is not there";
    int tried = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream file(entry.path());
        Json const row = Json::parse(file);
        auto const proof = proofOf(row);
        EXPECT_EQ(proof && holds(kind, row, *proof), !row["wantErr"].get<bool>()) << entry.path();
        ++tried;
    }
    EXPECT_EQ(tried, count);
}

INSTANTIATE_TEST_SUITE_P(Published, MerkleVectors,
                         testing::Values(std::pair("inclusion", 98), std::pair("consistency", 98),
                                         std::pair("subtreeinclusion", 204),
                                         std::pair("subtreeconsistency", 118)),
                         [](auto const& entry) { return std::string(entry.param.first); });

} // namespace ob::core
