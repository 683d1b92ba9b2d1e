// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/identity/desk_certificate.h"
#include "core/identity/realm_file.h"
#include "core/journal/admission.h"
#include "core/journal/encoded.h"
#include "core/journal/merkle.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ob::core {

// An evidence bundle: events of some streams with all that is needed to check them on a machine that has
// never heard of the realm. It is a set of named files; how they are packed into one is the caller's matter.
//
//   manifest.cbor       what is in the bundle and who made it, signed by the desk: names every other file by
//                       its SHA-256
//   index.html          the page for people
//   realm.obrealm       the realm file; desk.cert the certificate of the desk that made the bundle
//   logs.cbor           for each log its origin, the desk's certificate, a signed head, cosignatures
//   witnesses.cbor      certificates of the desks that cosigned
//   statements.cbor     revocations, settlements and fork proofs
//   events/000001.cbor  the events with their proofs of inclusion, by stream, log and sequence
//
// All but index.html, realm.obrealm and desk.cert are deterministic CBOR of at most cborMaxSize.

inline constexpr std::size_t maxBundleStreams = 4096;
inline constexpr std::size_t maxBundleEvents = 200'000;
inline constexpr std::size_t maxBundleLogs = 1024;
inline constexpr std::size_t maxBundleParts = 2048;                   ///< files of events
inline constexpr std::size_t maxBundleBytes = std::size_t{256} << 20; ///< of all files together

using BundleFiles = std::map<std::string, Bytes>;

struct BundledEvent {
    std::uint32_t log = 0; ///< place among the bundle's logs
    std::uint64_t sequence = 0;
    Bytes header;
    std::vector<EncodedSection> sections; ///< those that are shown, by index
    MerkleProof proof;                    ///< to the head of the log
};

/// A head that another agency cosigned, and the proof that it is the beginning of the log's head.
struct CosignedHead {
    AgencyIndex witness;
    std::string note;
    MerkleProof consistency; ///< empty when it is the same head
};

struct BundledLog {
    LogId id;
    Hash nonce{};
    Lane lane = Lane::Live;
    Bytes certificate; ///< of the desk that writes it
    std::string head;  ///< signed note
    std::vector<CosignedHead> cosigned;
};

struct BundledStream {
    StreamId id;
    StreamKind kind{};
    bool isWhole = false; ///< else only the event that created it is here, for its name
    std::uint32_t events = 0;
    friend bool operator==(BundledStream const&, BundledStream const&) = default;
};

enum class StatementKind : std::uint8_t { Revocation = 0, Settlement = 1, ForkProof = 2 };

struct BundledStatement {
    StatementKind kind{};
    LogId log; ///< nil for a revocation
    Bytes bytes;
    Bytes delegation{}; ///< of the enrolment key that signed a revocation; empty when the root did
};

struct BundleManifest {
    std::uint32_t version = 1;
    RealmId realm{};
    RealmKind realmKind = RealmKind::Live;    ///< the drill mark
    SectionClass sharing = SectionClass::Own; ///< most restricted class that may be in it
    Instant exportedAt;
    AgencyIndex agency;       ///< of the desk that made it
    std::string operatorName; ///< as given; nobody proves it
    Code position;
    std::string program;                ///< name and version
    std::string language;               ///< of the page: en or zh_CN
    std::optional<Instant> from, to;    ///< incidents that were opened then were asked for
    std::vector<BundledStream> streams; ///< by id
    std::vector<EventId> absent;        ///< parents of events here that are not here; sorted
    struct File {
        std::string name;
        Hash hash{}; ///< SHA-256
    };
    std::vector<File> files; ///< all others, by name

    static constexpr std::size_t maxTextBytes = 256;
};

struct EvidenceBundle {
    BundleManifest manifest; ///< files: filled in by encodeBundle
    Bytes realmFile;
    Bytes certificate;            ///< of the desk that made it
    std::vector<BundledLog> logs; ///< by id
    std::vector<Bytes> witnesses;
    std::vector<BundledStatement> statements;
    std::vector<BundledEvent> events; ///< by stream, log, sequence
};

/// The files, and the manifest over them signed by the desk. Nothing when it is larger than a bundle may be.
/// OB_ENSURE: what the limits above say.
std::optional<BundleFiles> encodeBundle(EvidenceBundle bundle, std::string const& page,
                                        SecretKey const& deskKey);

/// The event as it would be stored; its leaf follows from the header. A header that cannot be read gives an
/// event of no stream.
EncodedEvent encodedOf(BundledEvent const& event, std::vector<BundledLog> const& logs);

/// What the log's certificate says, unverified; nothing when it cannot be read.
std::optional<DeskCertificate> deskOf(BundledLog const& log);

/// Whether whoever signed the statement may make it: by the keys of the realm and the bundle.
bool isStatementValid(BundledStatement const& statement, EvidenceBundle const& bundle,
                      RealmFile const& realm);
/// What the valid ones say about the bundle's logs.
Admissions admissionsOf(EvidenceBundle const& bundle, RealmFile const& realm);
/// The events of each stream, decoded; those that cannot be are left out.
std::map<StreamId, std::vector<Event>> eventsOf(EvidenceBundle const& bundle, RealmFile const& realm);

} // namespace ob::core
