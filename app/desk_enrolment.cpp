// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_enrolment.h"

#include "app/desk_folder.h"
#include "app/desk_keys.h"
#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "app/key_store.h"
#include "app/realm_folder.h"
#include "core/store/directory_lock.h"

namespace ob::app {
namespace {

namespace fs = std::filesystem;

fs::path realmPath(fs::path const& folder) { return folder / "realm.obrealm"; }
fs::path certificatePath(fs::path const& folder) { return folder / "desk.cert"; }

bool isPending(fs::path const& folder) { return hasDeskKeys(folder) && fs::exists(realmPath(folder)); }

void checkNewer(core::RealmFile const& held, core::RealmFile const& newer) {
    auto const checked = core::checkSuccessor(held, newer);
    if (checked) return;
    std::string text = "this realm file may not take the place of version " + std::to_string(held.version)
                       + " of " + held.name + ": ";
    switch (checked.error()) {
    case core::RealmFault::OtherRealm: text += "it is of another realm, " + newer.name; break;
    case core::RealmFault::OtherRoot: text += "another key signed it; ask who runs the realm"; break;
    case core::RealmFault::NotNewer: text += "it is version " + std::to_string(newer.version); break;
    case core::RealmFault::RosterChanged:
        text += "it changes or leaves out an agency, which no version may; ask who runs the realm";
        break;
    case core::RealmFault::TooLarge:
    case core::RealmFault::Malformed:
    case core::RealmFault::BadSignature:
    case core::RealmFault::BadName:
    case core::RealmFault::BadZone:
    case core::RealmFault::BadRoster:
    case core::RealmFault::BadNumbers: text += "it is not sound"; break;
    }
    throw EnrolmentRefusal(std::string(core::nameOf(checked.error())), text);
}

[[noreturn]] void refuse(core::CertificateFault fault, core::RealmFile const& realm) {
    std::string text = "the certificate does not hold in the realm " + realm.name + ": ";
    switch (fault) {
    case core::CertificateFault::TooLarge:
    case core::CertificateFault::Malformed:
        text = "this is no desk certificate (agency sign makes it)";
        break;
    case core::CertificateFault::OtherRealm: text += "it is for another realm"; break;
    case core::CertificateFault::UnknownAgency:
        text += "its agency is not in version " + std::to_string(realm.version)
                + " of the realm file; take a newer one with desk realm";
        break;
    case core::CertificateFault::BadSignature: text += "its agency did not sign it"; break;
    case core::CertificateFault::BadDelegation:
        text += "its agency did not delegate to whoever signed it";
        break;
    case core::CertificateFault::BadSerial:
        text += "the enrolment key has signed more desks than it may";
        break;
    case core::CertificateFault::NumbersOutside: text += "its incident numbers are not its agency's"; break;
    }
    throw EnrolmentRefusal(std::string(core::nameOf(fault)), text);
}

/// Whether it may take the place of the certificate that the desk has.
void checkRenewal(core::DeskCertificate const& held, core::DeskCertificate const& newer) {
    if (newer == held) throw EnrolmentRefusal("alreadyEnrolled", "this desk has this certificate already");
    if (newer.agency != held.agency)
        throw EnrolmentRefusal("otherAgency",
                               "the certificate is of another agency: a desk cannot change sides; "
                               "make another in a folder of its own");
    if (newer.notBefore <= held.notBefore)
        throw EnrolmentRefusal("notNewer",
                               "the certificate is of " + newer.notBefore.iso8601()
                                   + ", not newer than the one here: have the request signed again");
}

} // namespace

DeskEnrolment::Request DeskEnrolment::request(std::optional<fs::path> const& realmFile,
                                              std::optional<std::string> const& name) const {
    if (name) checkName(*name, "the desk");
    auto const received = realmFile ? std::optional(readRealm(*realmFile)) : std::nullopt;
    DeskFolder const folder(m_folder);
    Request made;
    made.isRenewal = folder.isDesk();
    if (folder.isDesk() || isPending(m_folder)) {
        made.realm = folder.realm();
        if (received && received->realm != made.realm) checkNewer(made.realm, received->realm);
    } else {
        if (!received)
            throw EnrolmentRefusal("realmRequired", "a new desk needs the realm's file: --realm FILE");
        if (!name) throw EnrolmentRefusal("badName", "a new desk needs a name: --name NAME");
        folder.checkFree();
        makePrivateFolder(m_folder / "keys");
        makeDeskKeys(m_folder);
        writeFile(realmPath(m_folder), received->bytes); // last: now it is begun
        made.realm = received->realm;
    }
    if (received && received->realm.version > made.realm.version) made.realm = takeRealm(*realmFile);
    auto const keys = readDeskKeys(m_folder);
    made.content = {.realm = made.realm.id,
                    .deskKey = keys.desk.publicKey(),
                    .tlsKey = keys.tlsHash,
                    .name = name             ? *name
                            : made.isRenewal ? folder.identity().certificate.name
                                             : std::string()};
    checkName(made.content.name, "the desk");
    made.bytes = core::encodeRequest(made.content, keys.desk);
    return made;
}

DeskEnrolment::Enrolled DeskEnrolment::enrol(fs::path const& certificateFile) const {
    if (!isPending(m_folder))
        throw FileError("no desk has been begun in " + m_folder.string()
                        + ": start with oneboardctl desk request");
    auto const bytes = readFile(certificateFile);
    DeskFolder const folder(m_folder);
    auto const realm = folder.realm();
    auto const issued = core::verifyCertificate(bytes, realm);
    if (!issued) refuse(issued.error(), realm);
    auto const keys = readDeskKeys(m_folder);
    auto const& certificate = issued->certificate;
    if (certificate.deskKey != keys.desk.publicKey() || certificate.tlsKey != keys.tlsHash)
        throw EnrolmentRefusal("otherDesk", "the certificate is for another desk, " + certificate.name
                                                + ": have the request of this one signed");
    if (certificate.numbers.isEmpty())
        throw EnrolmentRefusal("noNumbers",
                               "the certificate gives no incident numbers: have it signed again");
    checkName(certificate.name, "the desk");
    store::DirectoryLock const lock(m_folder); // a running desk would go on under the old one
    bool const isRenewal = folder.isDesk();
    if (isRenewal) checkRenewal(folder.identity().certificate, certificate);
    writeFile(certificatePath(m_folder), bytes);
    return {.certificate = certificate, .isRenewal = isRenewal};
}

core::RealmFile DeskEnrolment::takeRealm(fs::path const& file) const {
    auto const held = DeskFolder(m_folder).realm();
    auto received = readRealm(file);
    checkNewer(held, received.realm);
    store::DirectoryLock const lock(m_folder); // a running desk would not notice
    writeFile(realmPath(m_folder), received.bytes);
    return std::move(received.realm);
}

} // namespace ob::app
