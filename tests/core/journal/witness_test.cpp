// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/cosignature.h"
#include "core/journal/witness.h"
#include "tests/support/source_dir.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace ob::core {
namespace {

class PublishedWitness : public testing::Test {
  protected:
    void SetUp() override {
        std::ifstream file(sourceDir() + "/../shared/vectors/witness/witness_cases.json");
        if (!file) GTEST_SKIP() << "shared/vectors/witness/witness_cases.json is not there";
        m_cases = nlohmann::json::parse(file);
        m_log.trustedKeys = {*NoteKey::ofVerifierKey(m_cases["log_vkey"].get<std::string>())};
        for (auto const& step : m_cases["consistency_proof_5_to_8_hex"]) {
            Bytes const bytes = *fromHex(step.get<std::string>());
            std::ranges::copy(bytes, m_proof.emplace_back().begin());
        }
    }
    SignedNote note(int size) const {
        return *parseNote(m_cases["checkpoint_size" + std::to_string(size)].get<std::string>());
    }
    Hash root(int size) const { return parseCheckpoint(note(size).text)->root; }
    /// What the witness last cosigned.
    void witnessed(int size) {
        m_log.size = static_cast<std::uint64_t>(size);
        m_log.root = root(size);
    }
    int decide(std::uint64_t oldSize, int size, std::optional<MerkleProof> proof) const {
        return static_cast<int>(
            decideWitness({.oldSize = oldSize, .proof = std::move(proof), .checkpoint = note(size)}, &m_log));
    }
    int expected(char const* description) const {
        for (auto const& row : m_cases["cases"])
            if (row["desc"] == description) return row["expect"];
        ADD_FAILURE() << "no case " << description;
        return 0;
    }

    nlohmann::json m_cases;
    WitnessedLog m_log;
    MerkleProof m_proof;
};

SecretKey key(std::uint8_t seed) { return SecretKey::ofSeed(std::array<std::uint8_t, 32>{seed}); }

/// A checkpoint of a log that signs anything, for cases whose constants are not published.
struct LooseLog {
    SecretKey secret = key(9);
    NoteKey noteKey{.name = "loose", .kind = NoteKeyKind::Ed25519, .key = secret.publicKey()};
    SignedNote sign(std::uint64_t size, Hash const& root) const {
        SignedNote note{
            .text = Checkpoint{.origin = "loose", .size = size, .root = root, .extensions = {}}.text(),
            .signatures = {}};
        signNote(note, "loose", secret);
        return note;
    }
};

} // namespace

TEST_F(PublishedWitness, DecidesEveryPublishedCase) {
    ASSERT_EQ(m_cases["cases"].size(), 11u);
    witnessed(5);
    EXPECT_EQ(decide(5, 8, m_proof), expected("happy 5->8"));
    EXPECT_EQ(decide(2, 8, m_proof), expected("old size does not match state"));
    EXPECT_EQ(decide(5, 5, MerkleProof()), expected("resubmit same size same root"));
    EXPECT_EQ(decide(5, 8, std::nullopt), expected("garbage proof (2-byte hashes)"));
    m_log.root = root(8);
    EXPECT_EQ(decide(5, 5, MerkleProof()), expected("same size, different root"));
    m_log.size = 4;
    EXPECT_EQ(decide(4, 5, MerkleProof()), expected("missing proof 4->5"));
    witnessed(8);
    EXPECT_EQ(decide(8, 5, MerkleProof()), expected("smaller checkpoint (8->5)"));
    m_log = {.trustedKeys = m_log.trustedKeys};
    EXPECT_EQ(decide(0, 8, m_proof), expected("old=0 with non-empty proof"));
    EXPECT_EQ(decide(0, 8, MerkleProof()), 200);
    EXPECT_EQ(static_cast<int>(decideWitness({.oldSize = 0, .checkpoint = note(5)}, nullptr)),
              expected("unknown origin"));
    SignedNote bad = note(5);
    bad.signatures[0].signature[3] ^= 1;
    EXPECT_EQ(static_cast<int>(decideWitness({.oldSize = 0, .checkpoint = bad}, &m_log)),
              expected("bad log signature"));
    LooseLog const loose;
    WitnessedLog const log{.trustedKeys = {loose.noteKey}};
    EXPECT_EQ(
        static_cast<int>(decideWitness({.oldSize = 0, .checkpoint = loose.sign(0, leafHash({}))}, &log)),
        expected("size 0 with non-empty root"));
    EXPECT_EQ(decideWitness({.oldSize = 0, .checkpoint = loose.sign(0, emptyRoot())}, &log),
              WitnessVerdict::Cosign);
}

TEST(Witness, WhatIsNoCheckpointIsABadRequest) {
    WitnessedLog const log;
    EXPECT_EQ(decideWitness({.checkpoint = {.text = "hello\n", .signatures = {}}}, &log),
              WitnessVerdict::BadRequest);
}

TEST(Witness, AKnownKeyThatFailsSpoilsAValidOne) {
    LooseLog const loose;
    NoteKey const second{.name = "second", .kind = NoteKeyKind::Ed25519, .key = key(8).publicKey()};
    WitnessedLog const log{.trustedKeys = {loose.noteKey, second}};
    WitnessRequest request{.oldSize = 0, .checkpoint = loose.sign(1, leafHash({}))};
    EXPECT_EQ(decideWitness(request, &log), WitnessVerdict::Cosign);
    request.checkpoint.signatures.push_back({.name = "second", .keyId = second.id(), .signature = Bytes(64)});
    EXPECT_EQ(decideWitness(request, &log), WitnessVerdict::NotTrusted);
    request.checkpoint.signatures.clear();
    EXPECT_EQ(decideWitness(request, &log), WitnessVerdict::NotTrusted);
}

TEST(Cosignature, StatesTheTimeOverTheWholeText) {
    std::string const text = LooseLog().sign(3, leafHash({})).text;
    SecretKey const secret = key(4);
    NoteKey const witness{.name = "w", .kind = NoteKeyKind::Cosignature, .key = secret.publicKey()};
    SignedNote note{.text = text, .signatures = {}};
    note.signatures.push_back(cosign(text, "w", secret, {1'679'315'147}));
    EXPECT_EQ(cosignedAt(note, witness), CosignatureTime{1'679'315'147});
    note.signatures.push_back(cosign(text, "w", secret, {1'679'315'207}));
    EXPECT_EQ(cosignedAt(note, witness), CosignatureTime{1'679'315'207});
    EXPECT_EQ(parseNote(note.encode()), note);
    // The message as the specification spells it.
    Signature signature;
    std::copy_n(note.signatures[0].signature.begin() + 8, 64, signature.bytes.begin());
    EXPECT_TRUE(verify(witness.key, viewOf("cosignature/v1\ntime 1679315147\n" + text), signature));
    note.signatures[0].signature[7] ^= 1; // the time
    EXPECT_FALSE(cosignedAt(note, witness));
    EXPECT_FALSE(verifyCosignature(text + "x\n", note.signatures[1], witness));
    NoteKey plain = witness;
    plain.kind = NoteKeyKind::Ed25519;
    EXPECT_FALSE(cosignedAt(note, plain));
    EXPECT_NE(plain.id(), witness.id());
}

} // namespace ob::core
