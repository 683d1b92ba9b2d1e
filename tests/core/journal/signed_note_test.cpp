// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/signed_note.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

// The example of c2sp.org/signed-note.
constexpr char const* exampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr char const* exampleNote =
    "This is an example message.\n\n"
    "\u2014 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72In"
    "eyaQM=\n";

SecretKey someKey() { return SecretKey::ofSeed(std::array<std::uint8_t, 32>{7}); }

} // namespace

TEST(SignedNote, TheExampleOfTheSpecificationVerifies) {
    auto const key = NoteKey::ofVerifierKey(exampleKey);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->verifierKey(), exampleKey);
    auto note = parseNote(exampleNote);
    ASSERT_TRUE(note);
    EXPECT_EQ(note->encode(), exampleNote);
    EXPECT_EQ(verifyNote(*note, *key), NoteVerdict::Valid);
    note->text = "This is an example message!\n";
    EXPECT_EQ(verifyNote(*note, *key), NoteVerdict::Bad);
}

TEST(SignedNote, OnlyTheKeyWithThisNameAndIdCounts) {
    SignedNote note{.text = "text\n\nwith an empty line\n", .signatures = {}};
    signNote(note, "one", someKey());
    NoteKey const one{.name = "one", .kind = NoteKeyKind::Ed25519, .key = someKey().publicKey()};
    NoteKey other = one;
    other.name = "other";
    EXPECT_EQ(verifyNote(note, one), NoteVerdict::Valid);
    EXPECT_EQ(verifyNote(note, other), NoteVerdict::Absent);
    EXPECT_EQ(parseNote(note.encode()), note);
    note.signatures.push_back({.name = "one", .keyId = one.id(), .signature = Bytes(64)});
    EXPECT_EQ(verifyNote(note, one), NoteVerdict::Bad);
    note.signatures.back().keyId ^= 1;
    EXPECT_EQ(verifyNote(note, one), NoteVerdict::Valid);
}

TEST(SignedNote, AnythingButTheFormIsAFault) {
    auto const fault = [](std::string const& text) {
        auto const note = parseNote(text);
        return note ? std::optional<NoteFault>() : note.error();
    };
    std::string const line = "\u2014 a AAAAAAA=\n";
    EXPECT_EQ(fault("x\n\n" + line), std::nullopt);
    EXPECT_EQ(fault(""), NoteFault::NoSignatures);
    EXPECT_EQ(fault("x\n\n"), NoteFault::NoSignatures);
    EXPECT_EQ(fault("x\n" + line), NoteFault::NoSignatures);
    EXPECT_EQ(fault("x\n\n\u2014 a AAAAAAA="), NoteFault::NoSignatures);
    EXPECT_EQ(fault("x\n\n- a AAAAAAA=\n"), NoteFault::BadSignatureLine);
    EXPECT_EQ(fault("x\n\n\u2014 a AAAAAA==\n"), NoteFault::BadSignatureLine); // only a key id
    EXPECT_EQ(fault("x\n\n\u2014 a AAAAAAB=\n"), NoteFault::BadSignatureLine); // unused bits
    EXPECT_EQ(fault("x\n\n\u2014 AAAAAAA=\n"), NoteFault::BadSignatureLine);
    EXPECT_EQ(fault("x\n\n\u2014  AAAAAAA=\n"), NoteFault::BadKeyName);
    EXPECT_EQ(fault("x\n\n\u2014 a+b AAAAAAA=\n"), NoteFault::BadKeyName);
    EXPECT_EQ(fault("x\n\n\u2014 a\u3000b AAAAAAA=\n"), NoteFault::BadKeyName);
    EXPECT_EQ(fault("x\r\n\n" + line), NoteFault::NotText);
    EXPECT_EQ(fault("\xff\n\n" + line), NoteFault::NotText);
    std::string many = "x\n\n";
    for (std::size_t index = 0; index < maxNoteSignatures; ++index)
        many += line;
    EXPECT_EQ(fault(many), std::nullopt);
    EXPECT_EQ(fault(many + line), NoteFault::TooManySignatures);
    EXPECT_EQ(fault(std::string(maxNoteSize, 'x') + "\n\n" + line), NoteFault::TooLarge);
}

TEST(SignedNote, AVerifierKeyWithAnotherIdIsRefused) {
    std::string text = exampleKey;
    text[text.find('+') + 1] = '6';
    EXPECT_FALSE(NoteKey::ofVerifierKey(text));
    for (char const* rubbish : {"", "+", "a+b", "a+530d903a+", "example.com/foo+530d903a+AekyeRrm56g="})
        EXPECT_FALSE(NoteKey::ofVerifierKey(rubbish)) << rubbish;
}

} // namespace ob::core
