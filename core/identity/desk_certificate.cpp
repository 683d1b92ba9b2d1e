// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/desk_certificate.h"

#include "core/identity/identity_fields.h"
#include "core/identity/signed_document.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::string_view certificateDomain = "oneboard desk certificate v1";
constexpr std::string_view delegationDomain = "oneboard enrolment delegation v1";

bool isValid(DeskCertificate const& certificate) {
    return !certificate.name.empty() && certificate.name.size() <= DeskCertificate::maxNameBytes
           && certificate.numbers.isValid();
}

Bytes encodeChain(DocumentChain const& chain) {
    Bytes encoded = encodeDocuments(chain);
    OB_ENSURE(encoded.size() <= maxCertificateBytes);
    return encoded;
}

struct ReadChain {
    DocumentChain documents;
    IssuedCertificate issued;
};

tl::expected<ReadChain, CertificateFault> readChain(ByteView encoded) {
    if (encoded.size() > maxCertificateBytes) return tl::unexpected(CertificateFault::TooLarge);
    auto documents = decodeDocuments(encoded);
    if (!documents) return tl::unexpected(CertificateFault::Malformed);
    auto certificate = decodeFields<DeskCertificate>(documents->document.body);
    if (!certificate || !isValid(*certificate)) return tl::unexpected(CertificateFault::Malformed);
    ReadChain chain{.documents = *std::move(documents),
                    .issued = {.certificate = *std::move(certificate), .delegation = {}}};
    if (chain.documents.authority) {
        chain.issued.delegation = decodeFields<EnrolmentDelegation>(chain.documents.authority->body);
        if (!chain.issued.delegation) return tl::unexpected(CertificateFault::Malformed);
    }
    return chain;
}

tl::expected<void, CertificateFault> verifySignatures(ReadChain const& chain, PublicKey const& agencyRoot) {
    auto const& [certificate, delegation] = chain.issued;
    if (!delegation) {
        if (certificate.serial != 0) return tl::unexpected(CertificateFault::BadSerial);
        if (!verifyDocument(certificateDomain, chain.documents.document, agencyRoot))
            return tl::unexpected(CertificateFault::BadSignature);
        return {};
    }
    if (delegation->realm != certificate.realm || delegation->agency != certificate.agency
        || !verifyDocument(delegationDomain, *chain.documents.authority, agencyRoot))
        return tl::unexpected(CertificateFault::BadDelegation);
    if (certificate.serial == 0 || certificate.serial > delegation->maxDesks)
        return tl::unexpected(CertificateFault::BadSerial);
    if (!verifyDocument(certificateDomain, chain.documents.document, delegation->key))
        return tl::unexpected(CertificateFault::BadSignature);
    return {};
}

} // namespace

bool Clearance::admits(SectionClass sectionClass) const {
    return sectionClass == SectionClass::Open
           || std::binary_search(sections.begin(), sections.end(), sectionClass);
}

std::string_view nameOf(CertificateFault fault) {
    switch (fault) {
    case CertificateFault::TooLarge: return "tooLarge";
    case CertificateFault::Malformed: return "malformed";
    case CertificateFault::OtherRealm: return "otherRealm";
    case CertificateFault::UnknownAgency: return "unknownAgency";
    case CertificateFault::BadSignature: return "badSignature";
    case CertificateFault::BadDelegation: return "badDelegation";
    case CertificateFault::BadSerial: return "badSerial";
    case CertificateFault::NumbersOutside: return "numbersOutside";
    }
    return {};
}

Bytes issueCertificate(DeskCertificate const& certificate, SecretKey const& agencyRoot) {
    OB_ENSURE(isValid(certificate) && certificate.serial == 0);
    return encodeChain({.document = signDocument(certificateDomain, encodeFields(certificate), agencyRoot),
                        .authority = {}});
}

Bytes issueCertificate(DeskCertificate const& certificate, SecretKey const& enrolmentKey,
                       ByteView delegation) {
    OB_ENSURE(isValid(certificate) && certificate.serial != 0);
    auto const authority = decodeDocuments(delegation);
    OB_ENSURE(authority && !authority->authority);
    return encodeChain({.document = signDocument(certificateDomain, encodeFields(certificate), enrolmentKey),
                        .authority = authority->document});
}

Bytes delegateEnrolment(EnrolmentDelegation const& delegation, SecretKey const& agencyRoot) {
    return encodeDocuments(
        {.document = signDocument(delegationDomain, encodeFields(delegation), agencyRoot), .authority = {}});
}

std::optional<EnrolmentDelegation> verifyDelegation(ByteView encoded, RealmFile const& realm) {
    if (encoded.size() > maxCertificateBytes) return std::nullopt;
    auto const chain = decodeDocuments(encoded);
    if (!chain || chain->authority) return std::nullopt;
    auto const delegation = decodeFields<EnrolmentDelegation>(chain->document.body);
    if (!delegation || delegation->realm != realm.id) return std::nullopt;
    auto const* agency = realm.agency(delegation->agency);
    if (agency == nullptr || !verifyDocument(delegationDomain, chain->document, agency->rootKey))
        return std::nullopt;
    return delegation;
}

tl::expected<IssuedCertificate, CertificateFault> readCertificate(ByteView encoded) {
    return readChain(encoded).map([](ReadChain&& chain) { return std::move(chain.issued); });
}

tl::expected<IssuedCertificate, CertificateFault> verifyCertificate(ByteView encoded,
                                                                    RealmFile const& realm) {
    auto chain = readChain(encoded);
    if (!chain) return tl::unexpected(chain.error());
    auto const& certificate = chain->issued.certificate;
    if (certificate.realm != realm.id) return tl::unexpected(CertificateFault::OtherRealm);
    auto const* agency = realm.agency(certificate.agency);
    if (agency == nullptr) return tl::unexpected(CertificateFault::UnknownAgency);
    if (auto const verified = verifySignatures(*chain, agency->rootKey); !verified)
        return tl::unexpected(verified.error());
    if (!agency->numbers.contains(certificate.numbers))
        return tl::unexpected(CertificateFault::NumbersOutside);
    return std::move(chain->issued);
}

} // namespace ob::core
