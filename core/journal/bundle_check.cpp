// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/bundle_check.h"

#include "core/crypto/sha256.h"
#include "core/identity/signed_document.h"
#include "core/journal/bundle_fields.h"
#include "core/journal/bundle_log_check.h"
#include "core/journal/bundle_tangle.h"

#include <algorithm>

namespace ob::core {

void BundleCheck::report(BundleFinding finding) {
    if (findings.size() < maxFindings || findings.contains(finding))
        findings.insert(std::move(finding));
    else
        ++findingsLeftOut;
}

namespace {

using Part = FindingPart;
using Reason = FindingReason;

/// Takes a bundle apart, file by file.
class BundleChecker {
  public:
    BundleChecker(BundleFiles const& files, std::uint64_t maxTangle)
        : m_files(files), m_maxTangle(maxTangle) {}

    BundleCheck run() {
        EvidenceBundle bundle;
        if (!readManifest(bundle)) return std::move(m_check);
        checkFiles(bundle.manifest);
        bool const isRead = readParts(bundle);
        if (m_check.realm) {
            checkExporter(bundle);
            checkBundledLogs(bundle, *m_check.realm, m_check);
            if (isRead) checkBundledEvents(bundle, *m_check.realm, m_check);
        }
        for (auto const& [stream, tangle] : tanglesOf(bundle))
            if (tangle > m_maxTangle) {
                report(Part::Archive, Reason::TooTangled, {});
                return std::move(m_check);
            }
        m_check.bundle = std::move(bundle);
        return std::move(m_check);
    }

  private:
    void report(Part part, Reason reason, std::string_view file) {
        m_check.report(
            {.finding = {.log = {}, .index = 0, .part = part, .reason = reason}, .file = std::string(file)});
    }
    Bytes const* file(std::string_view name) const {
        auto const found = m_files.find(std::string(name));
        return found == m_files.end() ? nullptr : &found->second;
    }

    bool readManifest(EvidenceBundle& bundle);
    void checkManifest(BundleManifest const& manifest);
    void checkFiles(BundleManifest const& manifest);
    bool readParts(EvidenceBundle& bundle);
    bool readEvents(EvidenceBundle& bundle);
    void checkExporter(EvidenceBundle const& bundle);

    template<class Things, class Decode>
    bool readList(std::string_view name, Things& things, Decode const& decode) {
        auto const* const bytes = file(name);
        auto read = bytes ? decode(*bytes) : std::nullopt;
        if (bytes && !read) report(Part::Archive, Reason::Malformed, name);
        if (!read) return false;
        things = *std::move(read);
        return true;
    }

    BundleFiles const& m_files;
    std::uint64_t m_maxTangle;
    BundleCheck m_check;
    std::optional<SignedDocument> m_signed; ///< the manifest
};

bool BundleChecker::readManifest(EvidenceBundle& bundle) {
    auto const* const bytes = file(bundle_name::manifest);
    if (!bytes) {
        report(Part::Manifest, Reason::Missing, bundle_name::manifest);
        return false;
    }
    auto chain = decodeDocuments(*bytes);
    auto manifest =
        chain && !chain->authority ? decodeFields<BundleManifest>(chain->document.body) : std::nullopt;
    // Written again it must be the same: else something could stand in it that nobody reads.
    bool const isWhole = manifest && encodeFields(*manifest) == chain->document.body;
    if (!isWhole || manifest->version != 1) {
        report(Part::Manifest,
               manifest && manifest->version != 1 ? Reason::UnsupportedVersion : Reason::Malformed,
               bundle_name::manifest);
        return false;
    }
    m_signed = std::move(chain->document);
    checkManifest(*manifest);
    bundle.manifest = *std::move(manifest);
    return true;
}

void BundleChecker::checkManifest(BundleManifest const& manifest) {
    auto const ascends = [](auto const& list, auto const& key) {
        return std::ranges::adjacent_find(list, std::ranges::greater_equal(), key) == list.end();
    };
    bool const isOrdered = ascends(manifest.streams, &BundledStream::id)
                           && ascends(manifest.absent, std::identity())
                           && ascends(manifest.files, &BundleManifest::File::name);
    if (!isOrdered) report(Part::Manifest, Reason::NotInOrder, bundle_name::manifest);
    bool const isShort = manifest.operatorName.size() <= BundleManifest::maxTextBytes
                         && manifest.program.size() <= BundleManifest::maxTextBytes;
    bool const isSpoken = manifest.language == "en" || manifest.language == "zh_CN";
    if (!isShort || !isSpoken || manifest.sharing > SectionClass::Personal)
        report(Part::Manifest, Reason::Malformed, bundle_name::manifest);
}

/// Exactly the files that are named, each as it is named.
void BundleChecker::checkFiles(BundleManifest const& manifest) {
    std::set<std::string> named{std::string(bundle_name::manifest)};
    for (auto const& [name, hash] : manifest.files) {
        named.insert(name);
        auto const* const bytes = file(name);
        if (!bytes)
            report(Part::Archive, Reason::Missing, name);
        else if (sha256(*bytes) != hash)
            report(name == bundle_name::page ? Part::Page : Part::Archive, Reason::Differs, name);
    }
    for (auto const& [name, bytes] : m_files)
        if (!named.contains(name)) report(Part::Archive, Reason::NotNamed, name);
    for (auto const name : {bundle_name::page, bundle_name::realm, bundle_name::certificate,
                            bundle_name::logs, bundle_name::witnesses, bundle_name::statements})
        if (!named.contains(std::string(name))) report(Part::Archive, Reason::Missing, name);
}

bool BundleChecker::readParts(EvidenceBundle& bundle) {
    if (auto const* const page = file(bundle_name::page))
        m_check.page = std::string(page->begin(), page->end());
    if (auto const* const realm = file(bundle_name::realm)) {
        bundle.realmFile = *realm;
        if (auto read = decodeRealmFile(*realm))
            m_check.realm = *std::move(read);
        else
            report(Part::Realm, Reason::NotARealm, bundle_name::realm);
    }
    if (auto const* const certificate = file(bundle_name::certificate)) bundle.certificate = *certificate;
    bool const isRead = readList(bundle_name::logs, bundle.logs, decodeBundledLogs);
    readList(bundle_name::witnesses, bundle.witnesses, decodeWitnesses);
    readList(bundle_name::statements, bundle.statements, decodeStatements);
    return readEvents(bundle) && isRead;
}

bool BundleChecker::readEvents(EvidenceBundle& bundle) {
    std::size_t part = 0;
    for (auto const& [name, hash] : bundle.manifest.files) {
        if (!name.starts_with(bundle_name::eventsFolder)) continue;
        if (name != eventsName(++part)) report(Part::Archive, Reason::NotInOrder, name);
        std::vector<BundledEvent> events;
        if (!readList(name, events, decodeBundledEvents)) continue;
        if (events.empty()) report(Part::Archive, Reason::Malformed, name);
        if (bundle.events.size() + events.size() > maxBundleEvents) {
            report(Part::Archive, Reason::Malformed, name);
            return false;
        }
        std::ranges::move(events, std::back_inserter(bundle.events));
    }
    return true;
}

void BundleChecker::checkExporter(EvidenceBundle const& bundle) {
    auto const& manifest = bundle.manifest;
    if (manifest.realm != m_check.realm->id || manifest.realmKind != m_check.realm->kind)
        report(Part::Manifest, Reason::WrongRealm, bundle_name::manifest);
    auto const issued = verifyCertificate(bundle.certificate, *m_check.realm);
    if (!issued) return report(Part::Certificate, Reason::NotCertified, bundle_name::certificate);
    if (issued->certificate.agency != manifest.agency)
        report(Part::Certificate, Reason::WrongDesk, bundle_name::certificate);
    if (!verifyDocument(manifestDomain, *m_signed, issued->certificate.deskKey))
        report(Part::Manifest, Reason::NotSigned, bundle_name::manifest);
    m_check.exporter = issued->certificate;
}

} // namespace

BundleCheck checkBundle(BundleFiles const& files, std::uint64_t maxTangle) {
    return BundleChecker(files, maxTangle).run();
}

} // namespace ob::core
