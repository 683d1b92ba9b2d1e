// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/bundle_log_check.h"

#include "core/identity/log_id.h"
#include "core/journal/bundle_fields.h"
#include "core/journal/cosignature.h"
#include "core/journal/head_reader.h"

#include <algorithm>

namespace ob::core {
namespace {

using Part = FindingPart;
using Reason = FindingReason;

class LogsChecker {
  public:
    LogsChecker(EvidenceBundle const& bundle, RealmFile const& realm, BundleCheck& check)
        : m_bundle(bundle), m_realm(realm), m_check(check) {}

    void run() {
        readWitnesses();
        for (std::size_t at = 0; at < m_bundle.logs.size(); ++at) {
            auto const& log = m_bundle.logs[at];
            if (at > 0 && log.id <= m_bundle.logs[at - 1].id)
                report(log, 0, Part::Archive, Reason::NotInOrder);
            checkLog(log);
        }
        checkUse();
        for (auto const& statement : m_bundle.statements)
            if (!isStatementValid(statement, m_bundle, m_realm))
                m_check.report({.finding = {.log = statement.log,
                                            .index = 0,
                                            .part = Part::Statement,
                                            .reason = Reason::NotValid},
                                .file = std::string(bundle_name::statements)});
    }

  private:
    void report(BundledLog const& log, std::uint64_t index, Part part, Reason reason) {
        m_check.report({.finding = {.log = log.id, .index = index, .part = part, .reason = reason},
                        .file = std::string(bundle_name::logs)});
    }

    void readWitnesses() {
        for (auto const& bytes : m_bundle.witnesses) {
            auto issued = verifyCertificate(bytes, m_realm);
            if (issued)
                m_witnesses.push_back(std::move(issued->certificate));
            else
                m_check.report({.finding = {.log = {},
                                            .index = 0,
                                            .part = Part::Certificate,
                                            .reason = Reason::NotCertified},
                                .file = std::string(bundle_name::witnesses)});
        }
    }

    void checkLog(BundledLog const& log) {
        auto const issued = verifyCertificate(log.certificate, m_realm);
        if (!issued) report(log, 0, Part::Certificate, Reason::NotCertified);
        auto const desk = deskOf(log);
        if (!desk) return;
        if (log.id
            != logIdOf({.realm = m_realm.id, .deskKey = desk->deskKey, .nonce = log.nonce, .lane = log.lane}))
            report(log, 0, Part::Certificate, Reason::WrongLogId);
        auto const head = checkNote(log, log.head, desk->deskKey, Part::Head);
        if (!head) return;
        for (auto const& cosigned : log.cosigned)
            checkCosigned(log, *head, cosigned, desk->deskKey);
    }

    std::optional<SignedHead> checkNote(BundledLog const& log, std::string const& note,
                                        PublicKey const& deskKey, Part part) {
        auto head = parseHead(note);
        if (!head) {
            report(log, 0, part, Reason::Malformed);
            return std::nullopt;
        }
        auto const fault = checkHead({.log = head->head.log,
                                      .size = head->head.size,
                                      .root = head->head.root,
                                      .hlc = head->head.at,
                                      .note = note},
                                     log.id, deskKey);
        if (fault) report(log, head->head.size, part, *fault);
        if (fault) return std::nullopt;
        return *std::move(head);
    }

    void checkCosigned(BundledLog const& log, SignedHead const& head, CosignedHead const& cosigned,
                       PublicKey const& deskKey) {
        auto const seen = checkNote(log, cosigned.note, deskKey, Part::Cosignature);
        if (!seen) return;
        std::uint64_t const size = seen->head.size;
        bool const isSigned = std::ranges::any_of(m_witnesses, [&](DeskCertificate const& witness) {
            return witness.agency == cosigned.witness
                   && std::ranges::any_of(seen->note.signatures, [&](NoteSignature const& line) {
                          return verifyCosignature(seen->note.text, line,
                                                   {.name = line.name,
                                                    .kind = NoteKeyKind::Cosignature,
                                                    .key = witness.deskKey})
                              .has_value();
                      });
        });
        if (!isSigned) report(log, size, Part::Cosignature, Reason::NotSigned);
        bool const isSame = size == head.head.size && seen->head.root == head.head.root;
        bool const isPrefix = isSame ? cosigned.consistency.empty()
                                     : verifyConsistency({.oldSize = size,
                                                          .newSize = head.head.size,
                                                          .oldRoot = seen->head.root,
                                                          .newRoot = head.head.root},
                                                         cosigned.consistency);
        if (!isPrefix) report(log, size, Part::Cosignature, Reason::NotConsistent);
    }

    /// Nothing is in it that nothing in it needs.
    void checkUse() {
        std::set<std::size_t> used;
        for (auto const& event : m_bundle.events)
            used.insert(event.log);
        for (std::size_t at = 0; at < m_bundle.logs.size(); ++at)
            if (!used.contains(at)) report(m_bundle.logs[at], 0, Part::Archive, Reason::NotNamed);
    }

    EvidenceBundle const& m_bundle;
    RealmFile const& m_realm;
    BundleCheck& m_check;
    std::vector<DeskCertificate> m_witnesses;
};

} // namespace

void checkBundledLogs(EvidenceBundle const& bundle, RealmFile const& realm, BundleCheck& check) {
    LogsChecker(bundle, realm, check).run();
}

} // namespace ob::core
