// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/desk_certificate.h"

#include "core/identity/enrolment_request.h"
#include "core/identity/fingerprint.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

constexpr AgencyIndex fire{1};

CertificateFault faultOf(Bytes const& encoded, RealmFile const& realm) {
    return verifyCertificate(encoded, realm).error();
}

EnrolmentDelegation delegationOf(RealmFile const& realm) {
    return {
        .realm = realm.id, .agency = fire, .key = keyOf(50).publicKey(), .maxDesks = 3, .mayRevoke = true};
}

TEST(DeskCertificate, SignedByTheRootOfItsAgency) {
    auto const realm = realmOf(3);
    auto const certificate = certificateOf(realm, fire, 7);
    auto const encoded = issueCertificate(certificate, agencyRootOf(fire));
    auto const verified = verifyCertificate(encoded, realm).value();
    EXPECT_EQ(verified.certificate, certificate);
    EXPECT_FALSE(verified.delegation);
    EXPECT_EQ(faultOf(issueCertificate(certificate, agencyRootOf({0})), realm),
              CertificateFault::BadSignature);
}

TEST(DeskCertificate, SignedByADelegatedEnrolmentKey) {
    auto const realm = realmOf(3);
    auto const delegation = delegateEnrolment(delegationOf(realm), agencyRootOf(fire));
    auto certificate = certificateOf(realm, fire, 7);
    certificate.serial = 3;
    auto const verified =
        verifyCertificate(issueCertificate(certificate, keyOf(50), delegation), realm).value();
    EXPECT_EQ(verified.certificate, certificate);
    EXPECT_EQ(verified.delegation, delegationOf(realm));
    EXPECT_EQ(verifyDelegation(delegation, realm), delegationOf(realm));

    EXPECT_EQ(faultOf(issueCertificate(certificate, keyOf(51), delegation), realm),
              CertificateFault::BadSignature);
    certificate.serial = 4;
    EXPECT_EQ(faultOf(issueCertificate(certificate, keyOf(50), delegation), realm),
              CertificateFault::BadSerial);
}

TEST(DeskCertificate, ADelegationCountsForItsOwnAgencyOnly) {
    auto const realm = realmOf(3);
    auto certificate = certificateOf(realm, fire, 7);
    certificate.serial = 1;
    // Police's root delegates; the key then certifies a desk of fire.
    auto police = delegationOf(realm);
    police.agency = {0};
    auto const ofPolice = delegateEnrolment(police, agencyRootOf({0}));
    EXPECT_EQ(faultOf(issueCertificate(certificate, keyOf(50), ofPolice), realm),
              CertificateFault::BadDelegation);
    auto const bySomebody = delegateEnrolment(delegationOf(realm), agencyRootOf({0}));
    EXPECT_FALSE(verifyDelegation(bySomebody, realm));
    EXPECT_EQ(faultOf(issueCertificate(certificate, keyOf(50), bySomebody), realm),
              CertificateFault::BadDelegation);
}

TEST(DeskCertificate, MustFitTheRealm) {
    auto const realm = realmOf(3);
    auto certificate = certificateOf(realm, fire, 7);
    auto other = realm;
    other.id[0] ^= 1;
    auto const encoded = issueCertificate(certificate, agencyRootOf(fire));
    EXPECT_EQ(faultOf(encoded, other), CertificateFault::OtherRealm);
    EXPECT_EQ(faultOf(encoded, realmOf(1)), CertificateFault::UnknownAgency);
    certificate.numbers = {.first = 1, .last = 10};
    EXPECT_EQ(faultOf(issueCertificate(certificate, agencyRootOf(fire)), realm),
              CertificateFault::NumbersOutside);
}

TEST(DeskCertificate, AnyChangedByteIsFound) {
    auto const realm = realmOf(3);
    auto certificate = certificateOf(realm, fire, 7);
    certificate.serial = 1;
    auto const encoded =
        issueCertificate(certificate, keyOf(50), delegateEnrolment(delegationOf(realm), agencyRootOf(fire)));
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        auto changed = encoded;
        changed[at] ^= 1;
        EXPECT_FALSE(verifyCertificate(changed, realm)) << at;
        EXPECT_FALSE(readCertificate(ByteView(encoded).first(at))) << at;
    }
}

TEST(EnrolmentRequest, IsSignedByItsOwnKey) {
    EnrolmentRequest const request{
        .realm = {1}, .deskKey = keyOf(9).publicKey(), .tlsKey = Hash{3}, .name = "消防-1"};
    auto const encoded = encodeRequest(request, keyOf(9));
    EXPECT_EQ(decodeRequest(encoded), request);
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        auto changed = encoded;
        changed[at] ^= 4;
        EXPECT_FALSE(decodeRequest(changed)) << at;
    }
}

TEST(EnrolmentRequest, IsNoCertificate) {
    auto const realm = realmOf(2);
    EXPECT_FALSE(decodeRequest(issueCertificate(certificateOf(realm, fire, 1), agencyRootOf(fire))));
}

TEST(Clearance, AlwaysAdmitsOpenSections) {
    Clearance const clearance{.sections = {SectionClass::Own}, .scope = IncidentScope::All};
    EXPECT_TRUE(clearance.admits(SectionClass::Open));
    EXPECT_TRUE(clearance.admits(SectionClass::Own));
    EXPECT_FALSE(clearance.admits(SectionClass::Sealed));
}

TEST(Fingerprint, IsSixGroupsOfFiveDigitsAndNeverChanges) {
    EXPECT_EQ(fingerprintOf(keyOf(1).publicKey()), "42258 69952 97651 89164 10088 12737");
    EXPECT_NE(fingerprintOf(keyOf(1).publicKey()), fingerprintOf(keyOf(2).publicKey()));
}

TEST(LogId, DependsOnEveryPart) {
    LogOrigin const origin{.realm = {1}, .deskKey = keyOf(1).publicKey(), .nonce = Hash{2}};
    EXPECT_EQ(logIdOf(origin).hex(), "0998a4e78605e7bba0379c90749c56b68f2c0cb2988aa4ab2ba993cdef029a29");
    auto other = origin;
    other.lane = Lane::Bulk;
    EXPECT_NE(logIdOf(other), logIdOf(origin));
    other = origin;
    other.nonce[31] = 1;
    EXPECT_NE(logIdOf(other), logIdOf(origin));
    other = origin;
    other.realm[15] = 1;
    EXPECT_NE(logIdOf(other), logIdOf(origin));
}

} // namespace
} // namespace ob::core
