// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/crypto/signing.h"
#include "core/event.h"
#include "core/identity/number_block.h"
#include "core/instant.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

struct RealmFile;

/// Which incidents a desk may see of those that its agency may see.
enum class IncidentScope : std::uint8_t { All = 0, Assigned = 1 };

struct Clearance {
    std::vector<SectionClass> sections; ///< sorted; the open class is part of every membership
    IncidentScope scope = IncidentScope::All;
    bool admits(SectionClass sectionClass) const;
    friend bool operator==(Clearance const&, Clearance const&) = default;
};

/// What an agency says about one of its desks.
struct DeskCertificate {
    RealmId realm{};
    AgencyIndex agency;
    PublicKey deskKey;
    Hash tlsKey{};    ///< SHA-256 of the SubjectPublicKeyInfo
    std::string name; ///< shown; `消防-1`
    Clearance clearance;
    Instant notBefore; ///< advisory: it may alarm, it never cuts off
    NumberBlock numbers;
    std::uint32_t serial = 0; ///< 1 … maxDesks when an enrolment key signed, 0 when the agency's root did
    friend bool operator==(DeskCertificate const&, DeskCertificate const&) = default;

    static constexpr std::size_t maxNameBytes = 128;
};

/// The agency's root lets another key enrol desks, for the night when the safe is locked.
struct EnrolmentDelegation {
    RealmId realm{};
    AgencyIndex agency;
    PublicKey key;
    std::uint32_t maxDesks = 0; ///< so many serials; a serial twice betrays the key
    bool mayRevoke = false;
    friend bool operator==(EnrolmentDelegation const&, EnrolmentDelegation const&) = default;
};

enum class CertificateFault : std::uint8_t {
    TooLarge,       ///< more than maxCertificateBytes
    Malformed,      ///< not the encoding of a certificate, a name that is empty or too long
    OtherRealm,     ///< made for another realm
    UnknownAgency,  ///< not in the roster of this version of the realm file
    BadSignature,   ///< not signed by the agency's root, or by the enrolment key that is included
    BadDelegation,  ///< the enrolment key is not the agency's, or its delegation is not signed by the root
    BadSerial,      ///< above what the enrolment key may enrol, or with no enrolment key
    NumbersOutside, ///< the block is not inside that of the agency
};
std::string_view nameOf(CertificateFault fault);

constexpr std::size_t maxCertificateBytes = 4096;

/// A certificate and where its authority comes from, as decoded; nothing of it is verified.
struct IssuedCertificate {
    DeskCertificate certificate;
    std::optional<EnrolmentDelegation> delegation;
};

/// Signed by the agency's root.
Bytes issueCertificate(DeskCertificate const& certificate, SecretKey const& agencyRoot);
/// Signed by an enrolment key; `delegation` as `delegateEnrolment` made it.
Bytes issueCertificate(DeskCertificate const& certificate, SecretKey const& enrolmentKey,
                       ByteView delegation);
Bytes delegateEnrolment(EnrolmentDelegation const& delegation, SecretKey const& agencyRoot);
/// Of bytes that `delegateEnrolment` made: nothing unless the root of its agency in this realm signed it.
std::optional<EnrolmentDelegation> verifyDelegation(ByteView encoded, RealmFile const& realm);

/// Reads without verifying: to show whose certificate it says it is.
tl::expected<IssuedCertificate, CertificateFault> readCertificate(ByteView encoded);
/// The whole chain: realm file → agency's root → (enrolment key) → desk.
tl::expected<IssuedCertificate, CertificateFault> verifyCertificate(ByteView encoded, RealmFile const& realm);

} // namespace ob::core
