// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/bundle_check.h"

#include "core/journal/bundle_fields.h"
#include "core/journal/bundle_tangle.h"
#include "core/journal/cosignature.h"
#include "tests/support/bundle_builder.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

#include <functional>

namespace ob::core {
namespace {

using Part = FindingPart;
using Reason = FindingReason;
using What = std::pair<Part, Reason>;

std::set<What> foundIn(BundleFiles const& files) {
    std::set<What> found;
    for (auto const& each : checkBundle(files).findings)
        found.emplace(each.finding.part, each.finding.reason);
    return found;
}

/// What is found when whoever holds the desk's key edits the bundle and signs it anew.
std::set<What> foundAfter(std::function<void(EvidenceBundle&)> const& edit) {
    auto bundle = smallBundle();
    edit(bundle);
    return foundIn(filesOf(std::move(bundle)));
}

/// The log of desk 1, which has all of the incident and the cosignature.
BundledLog& mainLog(EvidenceBundle& bundle) { return bundle.logs[bundle.logs[0].cosigned.empty() ? 1 : 0]; }

BundledEvent& mainEvent(EvidenceBundle& bundle, std::size_t skip = 0) {
    for (auto& event : bundle.events)
        if (&bundle.logs[event.log] == &mainLog(bundle) && skip-- == 0) return event;
    ADD_FAILURE();
    return bundle.events.front();
}

TEST(BundleCheck, AnUntouchedBundleIsSoundAndComesBack) {
    auto const files = filesOf(smallBundle());
    auto const check = checkBundle(files);
    EXPECT_TRUE(check.findings.empty());
    ASSERT_TRUE(check.bundle && check.realm && check.exporter);
    EXPECT_EQ(*check.realm, realmOf(2));
    EXPECT_EQ(check.page, "<!DOCTYPE html>");
    EXPECT_EQ(filesOf(*check.bundle), files);
    EXPECT_EQ(eventsOf(*check.bundle, *check.realm).size(), 2u);
}

TEST(BundleCheck, EveryFlippedBitIsFound) {
    auto files = filesOf(smallBundle());
    for (auto& [name, bytes] : files)
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            auto const bit = static_cast<std::uint8_t>(1u << (at % 8));
            bytes[at] ^= bit;
            EXPECT_FALSE(checkBundle(files).findings.empty()) << name << " byte " << at;
            bytes[at] ^= bit;
        }
}

TEST(BundleCheck, EveryFlippedBitOfEvidenceIsFoundAlsoWhenTheDeskSignsItAnew) {
    auto const untouched = smallBundle();
    auto const tryFlips = [&](std::string const& what,
                              std::function<Bytes&(EvidenceBundle&)> const& bytesOf) {
        auto copy = untouched;
        for (std::size_t at = 0, end = bytesOf(copy).size(); at < end; ++at) {
            auto edited = untouched;
            bytesOf(edited)[at] ^= static_cast<std::uint8_t>(1u << (at % 8));
            EXPECT_FALSE(checkBundle(filesOf(edited)).findings.empty()) << what << " byte " << at;
        }
    };
    for (std::size_t index = 0; index < untouched.events.size(); ++index) {
        tryFlips("header", [=](EvidenceBundle& bundle) -> Bytes& { return bundle.events[index].header; });
        for (std::size_t section = 0; section < untouched.events[index].sections.size(); ++section)
            tryFlips("section", [=](EvidenceBundle& bundle) -> Bytes& {
                return bundle.events[index].sections[section].bytes;
            });
        for (std::size_t step = 0; step < untouched.events[index].proof.size(); ++step) {
            auto edited = untouched;
            edited.events[index].proof[step][17] ^= 4;
            EXPECT_TRUE(foundIn(filesOf(edited)).contains({Part::Event, Reason::NotIncluded}));
        }
    }
    tryFlips("realm", [](EvidenceBundle& bundle) -> Bytes& { return bundle.realmFile; });
    tryFlips("certificate", [](EvidenceBundle& bundle) -> Bytes& { return bundle.logs[0].certificate; });
    tryFlips("witness", [](EvidenceBundle& bundle) -> Bytes& { return bundle.witnesses[0]; });
    tryFlips("statement", [](EvidenceBundle& bundle) -> Bytes& { return bundle.statements[0].bytes; });
}

TEST(BundleCheck, WhatIsTakenAwayPutInOrMovedIsNamed) {
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.events.pop_back();
                }).contains({Part::Manifest, Reason::Differs}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    auto& event = mainEvent(bundle, 1); // others follow it
                    for (auto& stream : bundle.manifest.streams)
                        stream.events = std::min<std::uint32_t>(stream.events, 3);
                    bundle.events.erase(bundle.events.begin() + (&event - bundle.events.data()));
                }).contains({Part::Event, Reason::ParentMissing}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.events.push_back(bundle.events.back());
                }).contains({Part::Event, Reason::NotInOrder}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    std::swap(bundle.events[1], bundle.events[2]);
                }).contains({Part::Event, Reason::NotInOrder}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    std::erase_if(bundle.manifest.streams, [](auto const& each) { return !each.isWhole; });
                }).contains({Part::Event, Reason::NotNamed}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    for (auto& event : bundle.events)
                        std::erase_if(event.sections, [](auto const& each) { return each.index == 0; });
                }).contains({Part::Section, Reason::OpenMissing}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.absent = {EventId(Hash{1, 2, 3})};
                }).contains({Part::Manifest, Reason::Differs}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.logs.push_back(bundle.logs.back());
                }).contains({Part::Archive, Reason::NotInOrder}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.events.back().log = 99;
                }).contains({Part::Event, Reason::WrongLog}));
}

TEST(BundleCheck, FilesAreThoseThatAreNamed) {
    auto const whole = filesOf(smallBundle());
    for (auto const& [name, bytes] : whole) {
        auto files = whole;
        files.erase(name);
        bool const isManifest = name == bundle_name::manifest;
        EXPECT_TRUE(foundIn(files).contains({isManifest ? Part::Manifest : Part::Archive, Reason::Missing}))
            << name;
    }
    auto files = whole;
    files["events/000002.cbor"] = files.at("events/000001.cbor");
    EXPECT_EQ(foundIn(files), (std::set<What>{{Part::Archive, Reason::NotNamed}}));
    EXPECT_EQ(foundIn({}), (std::set<What>{{Part::Manifest, Reason::Missing}}));
}

TEST(BundleCheck, HeadsAndCosignaturesAreThoseOfTheLog) {
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    auto& log = mainLog(bundle); // an older head, soundly signed
                    auto note = *parseNote(log.cosigned[0].note);
                    note.signatures.resize(1);
                    log.head = note.encode();
                }).contains({Part::Event, Reason::NotIncluded}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    auto& log = mainLog(bundle);
                    std::swap(log.head, bundle.logs[&log == &bundle.logs[0] ? 1 : 0].head);
                }).contains({Part::Head, Reason::WrongLog}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    mainLog(bundle).head += "x";
                }).contains({Part::Head, Reason::Malformed}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    mainLog(bundle).cosigned[0].consistency[0][0] ^= 1;
                }).contains({Part::Cosignature, Reason::NotConsistent}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.witnesses.clear();
                }).contains({Part::Cosignature, Reason::NotSigned}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    mainLog(bundle).cosigned[0].witness = {0};
                }).contains({Part::Cosignature, Reason::NotSigned}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    mainLog(bundle).nonce[0] ^= 1;
                }).contains({Part::Certificate, Reason::WrongLogId}));
}

TEST(BundleCheck, StatementsAreMadeByWhoMayMakeThem) {
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    auto made = *decodeStatement<Settlement>(bundle.statements[0].bytes);
                    bundle.statements[0].bytes =
                        encodeStatement(signStatement(made.statement, agencyRootOf({1})));
                }).contains({Part::Statement, Reason::NotValid}));
    auto const revoked = [](SecretKey const& by) {
        return [&by](EvidenceBundle& bundle) {
            Revocation const revocation{
                .realm = bundle.manifest.realm, .deskKey = keyOf(101).publicKey(), .kept = {}};
            bundle.statements.push_back({.kind = StatementKind::Revocation,
                                         .log = {},
                                         .bytes = encodeStatement(signStatement(revocation, by))});
        };
    };
    auto const agency = agencyRootOf({0}), stranger = keyOf(55);
    EXPECT_TRUE(foundAfter(revoked(agency)).empty());
    EXPECT_TRUE(foundAfter(revoked(stranger)).contains({Part::Statement, Reason::NotValid}));
    // What a valid one says counts: the events are void.
    auto bundle = smallBundle();
    revoked(agency)(bundle);
    for (auto const& [stream, events] : eventsOf(bundle, realmOf(2)))
        for (auto const& event : events)
            EXPECT_EQ(event.admission(),
                      event.author() == AgencyIndex{0} ? Admission::Voided : Admission::Admissible);
}

TEST(BundleCheck, TheManifestIsSignedByACertifiedDesk) {
    auto const stranger = keyOf(55);
    EXPECT_EQ(foundIn(filesSignedBy(smallBundle(), stranger)),
              (std::set<What>{{Part::Manifest, Reason::NotSigned}}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.agency = {1};
                }).contains({Part::Certificate, Reason::WrongDesk}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.realmKind = RealmKind::Live;
                }).contains({Part::Manifest, Reason::WrongRealm}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.version = 2;
                }).contains({Part::Manifest, Reason::UnsupportedVersion}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.language = "xx";
                }).contains({Part::Manifest, Reason::Malformed}));
}

TEST(BundleCheck, AStreamThatBranchesTooMuchIsNotUnfolded) {
    auto const files = filesOf(smallBundle()); // four events in a row, so one chain
    EXPECT_TRUE(checkBundle(files, 4).findings.empty());
    auto const refused = checkBundle(files, 3);
    EXPECT_FALSE(refused.bundle);
    ASSERT_EQ(refused.findings.size(), 1u);
    EXPECT_EQ(refused.findings.begin()->finding.reason, Reason::TooTangled);
}

TEST(BundleCheck, BranchesAreCounted) {
    auto bundle = smallBundle();
    EXPECT_EQ(tanglesOf(bundle), (std::map<StreamId, std::uint64_t>{
                                     {bundle.manifest.streams[0].id, bundle.manifest.streams[0].events},
                                     {bundle.manifest.streams[1].id, bundle.manifest.streams[1].events}}));
    // Without the events between, the last ones follow nobody here and each may be a chain of its own.
    auto& second = mainEvent(bundle, 1);
    bundle.events.erase(bundle.events.begin() + (&second - bundle.events.data()));
    std::uint64_t most = 0;
    for (auto const& [stream, tangle] : tanglesOf(bundle))
        most = std::max(most, tangle);
    EXPECT_EQ(most, 3u * 2u);
}

TEST(BundleCheck, NothingIsInItThatItDoesNotSay) {
    // The bundle says that it holds no more than joint parts, and there are own ones.
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.sharing = SectionClass::Joint;
                }).contains({Part::Section, Reason::NotNamed}));
    EXPECT_TRUE(foundAfter([](auto& bundle) {
                    bundle.manifest.sharing = SectionClass::Sealed;
                }).contains({Part::Manifest, Reason::Malformed}));
}

} // namespace
} // namespace ob::core
