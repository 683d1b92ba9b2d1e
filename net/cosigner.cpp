// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/cosigner.h"

#include "core/journal/checkpoint.h"

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
    auto const kept =
        verified({.kind = StatementKind::Cosignature, .log = log, .agency = agency, .bytes = note});
    if (kept) m_kept[{log, agency}] = *kept;
}

void Cosigner::keep(Key const& key, Kept kept, PeerId except) {
    Statement const statement{
        .kind = StatementKind::Cosignature, .log = key.first, .agency = key.second, .bytes = kept.note};
    m_kept[key] = std::move(kept);
    if (m_state.desk.keepCosignature) m_state.desk.keepCosignature(key.first, key.second, statement.bytes);
    auto const payload = encode(statement);
    for (auto const& [id, peer] : m_state.peers)
        if (id != except) m_state.out.send(id, FrameType::Statement, payload, Priority::CatchUp);
}

void Cosigner::tick() {
    if (m_state.desk.key == nullptr) return;
    auto const agency = m_state.desk.agency;
    for (auto const& [id, log] : m_state.logs) {
        if (!log.isKnown() || !log.head || log.isStopped || log.record.agency == agency) continue;
        auto const last = m_kept.find({id, agency});
        auto const now = secondsOf(m_state.desk.now());
        if (last != m_kept.end()
            && (last->second.size >= log.head->size
                || now.seconds < last->second.at.seconds
                                     + static_cast<std::uint64_t>(interval.milliseconds()) / 1000))
            continue;
        auto head = core::parseHead(log.head->note);
        if (!head) continue;
        auto const name = witnessName(m_state.desk.key->publicKey());
        head->note.signatures.push_back(core::cosign(head->note.text, name, *m_state.desk.key, now));
        std::string const note = head->note.encode();
        keep({id, agency}, {.size = log.head->size, .at = now, .note = {note.begin(), note.end()}}, 0);
    }
}

/// The witness must be a desk of the agency that it speaks for: one whose log is known here.
std::optional<Cosigner::Kept> Cosigner::verified(Statement const& statement) const {
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
    return Kept{.size = signedHead->size, .at = *newest, .note = statement.bytes};
}

bool Cosigner::receive(PeerId from, Statement const& statement) {
    Key const key{statement.log, statement.agency};
    if (auto const held = m_kept.find(key); held != m_kept.end() && held->second.note == statement.bytes)
        return true;
    // Witness or log may not be known here yet: it comes again with the next statement.
    auto kept = verified(statement);
    if (!kept)
        return m_state.log(statement.log) == nullptr || core::parseHead(textOf(statement.bytes)).has_value();
    auto const held = m_kept.find(key);
    if (held == m_kept.end() || held->second.size < kept->size) keep(key, *std::move(kept), from);
    return true;
}

void Cosigner::tell(PeerId to) const {
    for (auto const& [key, kept] : m_kept)
        m_state.out.send(to, FrameType::Statement,
                         encode(Statement{.kind = StatementKind::Cosignature,
                                          .log = key.first,
                                          .agency = key.second,
                                          .bytes = kept.note}),
                         Priority::CatchUp);
}

std::uint64_t Cosigner::sizeSigned(core::LogId log, core::AgencyIndex agency) const {
    auto const found = m_kept.find({log, agency});
    return found == m_kept.end() ? 0 : found->second.size;
}

} // namespace ob::net
