// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/verification.h"

#include "core/crypto/sha256.h"
#include "core/identity/log_id.h"
#include "core/journal/event_check.h"
#include "core/journal/head_reader.h"
#include "core/journal/merkle.h"
#include "core/journal/parallel_for.h"

#include <algorithm>
#include <set>

namespace ob::core {
namespace {

/// One pass over one log.
class LogAuditor {
  public:
    LogAuditor(LogReaders const& readers, RealmFile const& realm, AuditScope const& scope)
        : m_readers(readers), m_realm(realm), m_scope(scope),
          m_heads(readers.record.id, {readers.record.deskKey}, scope.threads, readers.nextHead) {
        m_audit.log = readers.record.id;
        m_audit.agency = readers.record.agency;
    }

    LogAudit run() {
        checkRecord();
        while (checkChunk()) {
        }
        checkHeads();
        checkEnd();
        return std::move(m_audit);
    }

  private:
    void report(std::uint64_t index, FindingPart part, FindingReason reason) {
        if (m_audit.findings.size() < LogAudit::maxFindings)
            m_audit.findings.push_back({m_audit.log, index, part, reason});
        else
            ++m_audit.findingsLeftOut;
    }

    void checkRecord();
    bool checkChunk();
    void takeEvent(EncodedEvent const& event, EventCheck const& check);
    void takeRun(StubRun const& run);
    bool takePlace(std::uint64_t index);
    void takeOpening(EncodedEvent const& event, EventCheck const& check);
    void takeMissing(EncodedEvent const& event, EventCheck const& check);
    void checkHeads();
    void checkRoot(EncodedHead const& head);
    void checkEnd();

    LogReaders const& m_readers;
    RealmFile const& m_realm;
    AuditScope const& m_scope;
    HeadReader m_heads;
    LogAudit m_audit;
    CompactRange m_range;
    std::uint64_t m_next = 0;  ///< index of the leaf that is due
    bool m_isRootKnown = true; ///< no gap so far, and no root differed
    std::optional<Hlc> m_lastHlc;
    std::uint64_t m_lastHeadSize = 0;
    std::uint64_t m_signedSize = 0; ///< of the largest head with a valid signature
};

void LogAuditor::checkRecord() {
    auto const& record = m_readers.record;
    auto const certificate = verifyCertificate(record.certificate, m_realm);
    if (!certificate)
        report(0, FindingPart::Certificate, FindingReason::NotCertified);
    else if (certificate->certificate.deskKey.bytes != record.deskKey
             || certificate->certificate.agency != record.agency)
        report(0, FindingPart::Certificate, FindingReason::WrongDesk);
    if (record.id
        != logIdOf(
            {.realm = m_realm.id, .deskKey = {record.deskKey}, .nonce = record.nonce, .lane = record.lane}))
        report(0, FindingPart::Certificate, FindingReason::WrongLogId);
}

/// False at the end of the log.
bool LogAuditor::checkChunk() {
    constexpr std::size_t chunkLeaves = 2048;
    constexpr std::size_t chunkBytes = 8u << 20;
    std::vector<HeldLeaf> leaves;
    for (std::size_t bytes = 0; leaves.size() < chunkLeaves && bytes < chunkBytes;) {
        auto leaf = m_readers.nextLeaf();
        if (!leaf) break;
        if (auto const* event = std::get_if<EncodedEvent>(&*leaf))
            for (auto const& section : event->sections)
                bytes += section.bytes.size();
        leaves.push_back(*std::move(leaf));
    }
    std::vector<EventCheck> checks(leaves.size());
    EventContext const context{.realm = m_realm.id, .log = m_audit.log};
    parallelFor(leaves.size(), m_scope.threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at)
            if (auto const* event = std::get_if<EncodedEvent>(&leaves[at]))
                checks[at] = checkHeldEvent(*event, context);
    });
    for (std::size_t at = 0; at < leaves.size(); ++at)
        if (auto const* event = std::get_if<EncodedEvent>(&leaves[at]))
            takeEvent(*event, checks[at]);
        else
            takeRun(std::get<StubRun>(leaves[at]));
    return !leaves.empty();
}

/// Whether a leaf with this index is due; says so when it is not.
bool LogAuditor::takePlace(std::uint64_t index) {
    if (index < m_next) {
        report(index, FindingPart::Event, FindingReason::Repeated);
        return false;
    }
    if (index > m_next) {
        report(m_next, FindingPart::Event, FindingReason::Gap);
        m_isRootKnown = false;
        m_next = index;
    }
    return true;
}

void LogAuditor::takeEvent(EncodedEvent const& event, EventCheck const& check) {
    for (auto const& [part, reason] : check.faults)
        report(event.sequence, part, reason);
    if (event.isStub()) {
        ++m_audit.stubs;
        if (m_readers.record.own) report(event.sequence, FindingPart::Event, FindingReason::OwnEventMissing);
    }
    if (!takePlace(event.sequence)) return;
    checkHeads();
    takeOpening(event, check);
    takeMissing(event, check);
    if (check.hlc) {
        if (m_lastHlc && *check.hlc <= *m_lastHlc)
            report(event.sequence, FindingPart::Header, FindingReason::ClockWentBack);
        m_lastHlc = check.hlc;
    }
    m_range.append(event.leaf.hash());
    ++m_next;
    ++m_audit.leaves;
}

void LogAuditor::takeOpening(EncodedEvent const& event, EventCheck const& check) {
    if (event.sequence != 0) {
        if (check.opening) report(event.sequence, FindingPart::Event, FindingReason::OpenedTwice);
        return;
    }
    if (!check.opening) {
        if (check.faults.empty()) report(0, FindingPart::Event, FindingReason::OpeningMissing);
        return;
    }
    auto const& record = m_readers.record;
    LogOpened const& opened = *check.opening;
    bool const isFirst = opened.predecessor.isNil();
    if (opened.certificate != sha256(record.certificate) || opened.nonce != record.nonce
        || opened.lane != record.lane || opened.predecessor == record.id
        || isFirst != (opened.predecessorSize == 0) || isFirst != (opened.predecessorRoot == Hash{}))
        report(0, FindingPart::Event, FindingReason::OpeningDiffers);
}

void LogAuditor::takeMissing(EncodedEvent const& event, EventCheck const& check) {
    if (check.forgotten && check.faults.empty())
        m_audit.forgotten.push_back(
            {check.forgotten->event, check.forgotten->sectionClass, check.forgotten->index});
    if (check.missing == 0 || m_scope.agency != m_audit.agency) return;
    for (std::uint8_t at = 1; at < check.classes.size(); ++at)
        if ((check.missing >> at & 1) && m_scope.clearance.admits(check.classes[at]))
            m_audit.missing.push_back(
                {.section = {event.leaf, check.classes[at], at}, .index = event.sequence});
}

void LogAuditor::takeRun(StubRun const& run) {
    if (run.log != m_audit.log) report(run.begin, FindingPart::Event, FindingReason::WrongLog);
    if (run.begin == 0) report(0, FindingPart::Event, FindingReason::OpeningMissing);
    if (m_readers.record.own) report(run.begin, FindingPart::Event, FindingReason::OwnEventMissing);
    if (!takePlace(run.begin)) return;
    checkHeads();
    std::uint64_t const count = std::uint64_t{1} << std::min<unsigned>(run.level, 62);
    bool const isAligned = run.begin % count == 0 && count <= maxTreeSize - std::min(m_next, maxTreeSize);
    // After a gap the tree is another one, and its roots are not looked at any more.
    if (!isAligned || (m_isRootKnown && !m_range.appendSubtree(run.level, run.hash))) {
        report(run.begin, FindingPart::Event, FindingReason::NotAligned);
        m_isRootKnown = false;
        return;
    }
    m_next += count;
    m_audit.leaves += count;
    m_audit.stubs += count;
}

/// Those that end at or before the leaf that is due.
void LogAuditor::checkHeads() {
    for (auto const* checked = m_heads.peek(); checked != nullptr && checked->head.size <= m_next;
         checked = m_heads.peek()) {
        auto const& head = checked->head;
        ++m_audit.heads;
        if (checked->fault) {
            report(head.size, FindingPart::Head, *checked->fault);
        } else {
            if (head.size < m_lastHeadSize) report(head.size, FindingPart::Head, FindingReason::NotAscending);
            m_lastHeadSize = head.size;
            m_signedSize = std::max(m_signedSize, head.size);
            checkRoot(head);
        }
        m_heads.pop();
    }
}

void LogAuditor::checkRoot(EncodedHead const& head) {
    if (!m_isRootKnown || head.size != m_range.size() || head.root == m_range.root()) return;
    report(head.size, FindingPart::Head, FindingReason::WrongRoot);
    m_isRootKnown = false; // every later root differs for the same reason
}

void LogAuditor::checkEnd() {
    if (m_next == 0) report(0, FindingPart::Event, FindingReason::OpeningMissing);
    if (m_signedSize < m_next) report(m_signedSize, FindingPart::Event, FindingReason::Uncovered);
    std::uint64_t coveredSize = 0;
    for (auto const* checked = m_heads.peek(); checked != nullptr; checked = m_heads.peek()) {
        ++m_audit.heads;
        if (checked->fault)
            report(checked->head.size, FindingPart::Head, *checked->fault);
        else
            coveredSize = checked->head.size;
        m_heads.pop();
    }
    if (coveredSize > m_next) report(m_next, FindingPart::Event, FindingReason::Truncated);
}

} // namespace

LogAudit verifyLog(LogReaders const& readers, RealmFile const& realm, AuditScope const& scope) {
    return LogAuditor(readers, realm, scope).run();
}

std::optional<Finding> verifyRealmFile(ByteView realmFile) {
    if (decodeRealmFile(realmFile)) return std::nullopt;
    return Finding{.log = {}, .index = 0, .part = FindingPart::Realm, .reason = FindingReason::NotARealm};
}

std::vector<Finding> concludeAudit(std::vector<LogAudit> const& audits) {
    std::set<std::pair<AgencyIndex, SectionName>> forgotten;
    for (auto const& audit : audits)
        for (auto const& section : audit.forgotten)
            forgotten.emplace(audit.agency, section);
    std::vector<Finding> findings;
    for (auto const& audit : audits) {
        findings.insert(findings.end(), audit.findings.begin(), audit.findings.end());
        for (auto const& [section, index] : audit.missing)
            if (!forgotten.contains({audit.agency, section}))
                findings.push_back(
                    {audit.log, index, FindingPart::Section, FindingReason::RestrictedMissing});
    }
    std::sort(findings.begin(), findings.end());
    return findings;
}

} // namespace ob::core
