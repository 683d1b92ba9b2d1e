// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/cosigner.h"

#include "core/journal/checkpoint.h"
#include "core/journal/statement.h"

#include <algorithm>

namespace ob::net {
namespace {

std::string textOf(core::Bytes const& bytes) { return {bytes.begin(), bytes.end()}; }

/// Under which a desk cosigns; it names the key, not a person.
std::string witnessName(core::PublicKey const& key) {
    return "oneboard/witness/" + core::toHex(key.bytes).substr(0, 16);
}

core::CosignatureTime secondsOf(core::Instant at) {
    return {static_cast<std::uint64_t>(at.milliseconds()) / 1000};
}

} // namespace

void Cosigner::restore(core::LogId log, core::AgencyIndex agency, core::Bytes const& note) {
    Key const key{StatementKind::Cosignature, log, agency};
    if (auto const kept = verified(statementOf(key, note))) m_kept[key] = *kept;
}

void Cosigner::keep(Key const& key, Kept kept, PeerId except) {
    auto const payload = encode(statementOf(key, kept.bytes));
    if (key.kind == StatementKind::Cosignature && m_state.desk.keepCosignature)
        m_state.desk.keepCosignature(key.log, key.agency, kept.bytes);
    m_kept[key] = std::move(kept);
    for (auto const& [id, peer] : m_state.peers)
        if (id != except) m_state.out.send(id, FrameType::Statement, payload, Priority::CatchUp);
}

/// It was said of so much already, or not a minute ago.
bool Cosigner::isTooSoon(Key const& key, std::uint64_t size) const {
    auto const last = m_kept.find(key);
    if (last == m_kept.end()) return false;
    auto const pause = static_cast<std::uint64_t>(interval.milliseconds()) / 1000;
    return last->second.size >= size
           || secondsOf(m_state.desk.now()).seconds < last->second.at.seconds + pause;
}

void Cosigner::tick() {
    if (m_state.desk.key == nullptr) return;
    auto const agency = m_state.desk.agency;
    for (auto const& [id, log] : m_state.logs) {
        if (!log.isKnown() || !log.head || log.isStopped || log.record.agency == agency) continue;
        cosign(log);
        stateBodies(log);
    }
}

void Cosigner::cosign(ReplicaLog const& log) {
    Key const key{StatementKind::Cosignature, log.record.id, m_state.desk.agency};
    if (isTooSoon(key, log.head->size)) return;
    auto head = core::parseHead(log.head->note);
    if (!head) return;
    auto const now = secondsOf(m_state.desk.now());
    auto const name = witnessName(m_state.desk.key->publicKey());
    head->note.signatures.push_back(core::cosign(head->note.text, name, *m_state.desk.key, now));
    std::string const note = head->note.encode();
    keep(key, {.size = log.head->size, .at = now, .bytes = {note.begin(), note.end()}}, 0);
}

/// A desk that is cleared for less than its agency does not know what that may have.
void Cosigner::stateBodies(ReplicaLog const& log) {
    Key const key{StatementKind::Bodies, log.record.id, m_state.desk.agency};
    auto const complete = std::min(m_state.completeOf(log), log.head->size);
    if (complete == 0 || !isClearedAsItsAgency(m_state.desk.clearance) || isTooSoon(key, complete)) return;
    auto const now = secondsOf(m_state.desk.now());
    auto const made = core::signStatement(
        core::BodiesStatement{.seen = {.log = key.log, .size = log.head->size, .root = log.head->root},
                              .completeSize = complete,
                              .at = now},
        *m_state.desk.key);
    auto const who = m_state.desk.key->publicKey().bytes;
    core::Bytes bytes(who.begin(), who.end());
    auto const encoded = core::encodeStatement(made);
    bytes.insert(bytes.end(), encoded.begin(), encoded.end());
    keep(key, {.size = complete, .at = now, .bytes = std::move(bytes)}, 0);
}

std::optional<Cosigner::Kept> Cosigner::verified(Statement const& statement) const {
    return statement.kind == StatementKind::Bodies ? verifiedBodies(statement)
                                                   : verifiedCosignature(statement);
}

/// The witness must be a desk of the agency that it speaks for: one whose log is known here.
std::optional<Cosigner::Kept> Cosigner::verifiedCosignature(Statement const& statement) const {
    auto const known = m_state.logs.find(statement.log);
    auto const head = core::parseHead(textOf(statement.bytes));
    if (known == m_state.logs.end() || !known->second.isKnown() || !head) return std::nullopt;
    auto const& record = known->second.record;
    auto const signedHead = core::verifyHead(*head, {record.deskKey});
    if (!signedHead || signedHead->log != statement.log || record.agency == statement.agency)
        return std::nullopt;
    std::optional<core::CosignatureTime> newest;
    for (auto const& [id, log] : m_state.logs) {
        if (!log.isKnown() || log.record.agency != statement.agency) continue;
        core::PublicKey const key{log.record.deskKey};
        auto const at = core::cosignedAt(
            head->note, {.name = witnessName(key), .kind = core::NoteKeyKind::Cosignature, .key = key});
        if (at) newest = std::max(newest.value_or(*at), *at);
    }
    if (!newest) return std::nullopt;
    return Kept{.size = signedHead->size, .at = *newest, .bytes = statement.bytes};
}

/// Of a desk of the agency whose log is known here: the bytes of its key, and what it signed.
std::optional<Cosigner::Kept> Cosigner::verifiedBodies(Statement const& statement) const {
    core::PublicKey key;
    if (statement.bytes.size() <= key.bytes.size()) return std::nullopt;
    auto const signedFrom = statement.bytes.begin() + static_cast<std::ptrdiff_t>(key.bytes.size());
    std::copy(statement.bytes.begin(), signedFrom, key.bytes.begin());
    bool const isOfAgency = std::ranges::any_of(m_state.logs, [&](auto const& each) {
        auto const& log = each.second;
        return log.isKnown() && log.record.agency == statement.agency && log.record.deskKey == key.bytes;
    });
    auto const made = core::decodeStatement<core::BodiesStatement>(
        core::ByteView(statement.bytes).subspan(key.bytes.size()));
    if (!isOfAgency || !made || made->statement.seen.log != statement.log
        || !core::verifyStatement(*made, key))
        return std::nullopt;
    return Kept{.size = made->statement.completeSize, .at = made->statement.at, .bytes = statement.bytes};
}

bool Cosigner::receive(PeerId from, Statement const& statement) {
    Key const key{statement.kind, statement.log, statement.agency};
    auto const held = m_kept.find(key);
    if (held != m_kept.end() && held->second.bytes == statement.bytes) return true;
    // Witness or log may not be known here yet: it comes again with the next statement.
    auto kept = verified(statement);
    if (!kept)
        return statement.kind == StatementKind::Bodies || m_state.log(statement.log) == nullptr
               || core::parseHead(textOf(statement.bytes)).has_value();
    if (held == m_kept.end() || held->second.size < kept->size) keep(key, *std::move(kept), from);
    return true;
}

void Cosigner::tell(PeerId to) const {
    for (auto const& [key, kept] : m_kept)
        m_state.out.send(to, FrameType::Statement, encode(statementOf(key, kept.bytes)), Priority::CatchUp);
}

std::uint64_t Cosigner::completeSigned(core::LogId log, core::AgencyIndex agency) const {
    auto const found = m_kept.find({StatementKind::Bodies, log, agency});
    return found == m_kept.end() ? 0 : found->second.size;
}

} // namespace ob::net
