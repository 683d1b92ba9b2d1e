// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/agency_key.h"

#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "core/identity/fingerprint.h"
#include "core/store/directory_lock.h"

#include <algorithm>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

fs::path delegationPath(fs::path const& folder) { return folder / "enrolment.delegation"; }

fs::path keyFileIn(fs::path const& place) {
    if (!fs::is_directory(place)) return place;
    for (char const* const name : {"agency.key", "enrolment.key"})
        if (fs::exists(place / name)) return place / name;
    throw FileError("there is no agency.key or enrolment.key in " + place.string()
                    + ": give the folder that agency create or agency delegate made");
}

std::optional<core::AgencyIndex> agencyOfRoot(core::RealmFile const& realm, core::PublicKey const& root) {
    for (std::size_t index = 0; index < realm.roster.size(); ++index)
        if (realm.roster[index].rootKey == root) return core::AgencyIndex{static_cast<std::uint16_t>(index)};
    return std::nullopt;
}

/// One at a time: two that read the same ledger would give the same numbers.
store::DirectoryLock locked(fs::path const& keyFile) {
    auto const folder = keyFile.parent_path();
    return store::DirectoryLock(folder.empty() ? fs::path(".") : folder);
}

} // namespace

fs::path ledgerOf(fs::path const& keyFile, core::RealmId const& realm) {
    return keyFile.parent_path() / (keyFile.stem().string() + "-" + core::toHex(realm) + ".desks");
}

AgencyKey AgencyKey::open(fs::path const& place, core::RealmFile const& realm, Passphrase const& passphrase) {
    auto const file = keyFileIn(place);
    bool const isDelegated = file.filename() == "enrolment.key";
    core::Bytes delegationBytes;
    std::optional<core::EnrolmentDelegation> delegation;
    std::optional<core::AgencyIndex> agency;
    auto const publicKey = publicKeyOf(file); // before anybody is asked for a passphrase
    if (isDelegated) {
        delegationBytes = readFile(delegationPath(file.parent_path()));
        delegation = core::verifyDelegation(delegationBytes, realm);
        if (!delegation || delegation->key != publicKey)
            throw EnrolmentRefusal("badDelegation", "the delegation in " + file.parent_path().string()
                                                        + " does not hold in the realm " + realm.name
                                                        + ": it is for another realm or key");
        agency = delegation->agency;
    } else {
        agency = agencyOfRoot(realm, publicKey);
        if (!agency)
            throw EnrolmentRefusal("unknownAgency", "no agency of the realm " + realm.name + " (version "
                                                        + std::to_string(realm.version) + ") has the key "
                                                        + file.string()
                                                        + ": have its .obagency file added with realm add");
    }
    AgencyKey made(file, realm, readKey(file, passphrase));
    made.m_agency = *agency;
    made.m_delegation = delegation;
    made.m_delegationBytes = std::move(delegationBytes);
    return made;
}

DeskLedger AgencyKey::ledger() const {
    auto const file = ledgerOf(m_keyFile, m_realm.id);
    if (!m_delegation) return {file, entry().numbers};
    if (!fs::exists(file))
        throw FileError("the ledger " + file.string()
                        + " is gone: restore it, or have a new enrolment key made with agency delegate");
    return {file, {}};
}

core::NumberBlock AgencyKey::numbersFor(DeskLedger const& ledger, std::optional<std::uint32_t> count) const {
    if (auto const numbers = ledger.freeNumbers(count)) return *numbers;
    throw EnrolmentRefusal("noNumbers", count
                                            ? "there are not so many incident numbers left: give fewer with "
                                              "--numbers"
                                            : std::string("no incident numbers are left for another desk of ")
                                                  + entry().code.text()
                                                  + (isRoot() ? "" : ": the agency's root may have some"));
}

AgencyKey::Enrolment AgencyKey::enrol(core::EnrolmentRequest const& request, Terms const& terms,
                                      core::Instant now) const {
    if (request.realm != m_realm.id)
        throw EnrolmentRefusal("otherRealm", "the request is for another realm than " + m_realm.name
                                                 + ": make it again with this realm's file");
    checkName(request.name, "the desk");
    auto const lock = locked(m_keyFile);
    auto counted = ledger();
    DeskLedger::Entry entry;
    Enrolment made;
    if (auto const* const known = counted.find(request.deskKey)) {
        made.isRenewal = true;
        entry = *known;
        entry.issuedAt = std::max(now, known->issuedAt + core::Duration::ofMilliseconds(1));
    } else {
        entry.key = request.deskKey;
        entry.serial = isRoot() ? 0 : counted.nextSerial();
        if (m_delegation && entry.serial > m_delegation->maxDesks)
            throw EnrolmentRefusal("noSerials", "this enrolment key may enrol "
                                                    + std::to_string(m_delegation->maxDesks)
                                                    + " desks and has done so: ask the agency's root");
        entry.numbers = numbersFor(counted, terms.numbers);
        entry.issuedAt = now;
    }
    entry.name = request.name;
    made.certificate = {.realm = m_realm.id,
                        .agency = m_agency,
                        .deskKey = request.deskKey,
                        .tlsKey = request.tlsKey,
                        .name = request.name,
                        .clearance = terms.clearance,
                        .notBefore = entry.issuedAt,
                        .numbers = entry.numbers,
                        .serial = entry.serial};
    made.bytes = m_delegation ? core::issueCertificate(made.certificate, m_key, m_delegationBytes)
                              : core::issueCertificate(made.certificate, m_key);
    if (!core::verifyCertificate(made.bytes, m_realm))
        throw EnrolmentRefusal("badLedger", "the ledger beside " + m_keyFile.string()
                                                + " is not of this agency in this realm: restore it");
    counted.put(std::move(entry));
    return made;
}

core::EnrolmentDelegation AgencyKey::delegate(fs::path const& folder, Delegation const& wish,
                                              Passphrase const& passphrase, core::Instant now) const {
    if (!isRoot())
        throw EnrolmentRefusal("notRoot", "only the agency's root key delegates; this is an enrolment key");
    auto const file = folder / "enrolment.key";
    if (fs::exists(file) || fs::exists(delegationPath(folder)))
        throw FileError("there is an enrolment key in " + folder.string()
                        + " already: choose another folder");
    auto const lock = locked(m_keyFile);
    auto counted = ledger();
    auto const numbers = numbersFor(counted, wish.numbers);
    makePrivateFolder(folder);
    auto const key = makeKey(file, passphrase);
    core::EnrolmentDelegation const delegation{.realm = m_realm.id,
                                               .agency = m_agency,
                                               .key = key.publicKey(),
                                               .maxDesks = wish.maxDesks,
                                               .mayRevoke = wish.mayRevoke};
    counted.put({.key = key.publicKey(),
                 .numbers = numbers,
                 .serial = 0,
                 .issuedAt = now,
                 .name = "(enrolment key)"});
    DeskLedger(ledgerOf(file, m_realm.id), numbers).begin();
    writeFile(delegationPath(folder), core::delegateEnrolment(delegation, m_key)); // last: now it can sign
    return delegation;
}

core::StatementFile AgencyKey::revoke(core::Revocation revocation) const {
    if (m_delegation && !m_delegation->mayRevoke)
        throw EnrolmentRefusal("mayNotRevoke",
                               "this enrolment key may not revoke: use the agency's root, or one "
                               "that was made with --may-revoke");
    revocation.realm = m_realm.id;
    std::ranges::sort(revocation.kept, {}, &core::LogPosition::log);
    return {.kind = core::StatementKind::Revocation,
            .statement = core::encodeStatement(core::signStatement(std::move(revocation), m_key)),
            .delegation = m_delegationBytes};
}

} // namespace ob::app
