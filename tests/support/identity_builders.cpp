// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/identity_builders.h"

namespace ob::core {

SecretKey keyOf(std::uint8_t number) {
    std::array<std::uint8_t, 32> seed{};
    seed[0] = number;
    return SecretKey::ofSeed(seed);
}

SecretKey agencyRootOf(AgencyIndex agency) { return keyOf(static_cast<std::uint8_t>(10 + agency.value)); }

RealmFile realmOf(std::uint16_t agencies) {
    RealmFile realm{.id = {0x0b, 1, 2, 3},
                    .name = "滨江演练",
                    .kind = RealmKind::Drill,
                    .version = 1,
                    .zone = "Asia/Shanghai",
                    .rootKey = keyOf(1).publicKey(),
                    .roster = {}};
    constexpr char const* codes[] = {"PD", "FD", "EM", "UM", "EP", "MR", "TP", "TR"};
    for (std::uint16_t index = 0; index < agencies; ++index)
        realm.roster.push_back({.code = Code::of(codes[index]).value(),
                                .nameZh = "部门",
                                .nameEn = "Agency",
                                .rootKey = agencyRootOf({index}).publicKey(),
                                .numbers = {.first = 1000u * index + 1, .last = 1000u * index + 1000}});
    return realm;
}

DeskCertificate certificateOf(RealmFile const& realm, AgencyIndex agency, std::uint8_t desk) {
    return {.realm = realm.id,
            .agency = agency,
            .deskKey = keyOf(static_cast<std::uint8_t>(100 + desk)).publicKey(),
            .tlsKey = Hash{desk, 1},
            .name = "席位",
            .clearance = {.sections = {SectionClass::Joint, SectionClass::Own, SectionClass::Personal},
                          .scope = IncidentScope::All},
            .notBefore = *Instant::ofMilliseconds(1'700'000'000'000),
            .numbers = {.first = 1000u * agency.value + 1, .last = 1000u * agency.value + 100},
            .serial = 0};
}

LogRecord logRecordOf(RealmFile const& realm, AgencyIndex agency, std::uint8_t desk, Lane lane) {
    auto const certificate = certificateOf(realm, agency, desk);
    LogRecord record{.id = {},
                     .agency = agency,
                     .deskKey = certificate.deskKey.bytes,
                     .nonce = Hash{0x4e, desk},
                     .lane = lane,
                     .certificate = issueCertificate(certificate, agencyRootOf(agency)),
                     .own = false};
    record.id = logIdOf(
        {.realm = realm.id, .deskKey = certificate.deskKey, .nonce = record.nonce, .lane = record.lane});
    return record;
}

} // namespace ob::core
