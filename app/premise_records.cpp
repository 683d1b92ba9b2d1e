// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/premise_records.h"

#include "core/decide.h"
#include "core/journal/journal_port.h"

#include <algorithm>
#include <set>

namespace ob::app {
namespace {

constexpr std::uint8_t mayAsk =
    static_cast<std::uint8_t>(core::Role::CallTaker) | static_cast<std::uint8_t>(core::Role::Dispatcher)
    | static_cast<std::uint8_t>(core::Role::DutyOfficer) | static_cast<std::uint8_t>(core::Role::Supervisor);

} // namespace

PremiseRecords::PremiseRecords(store::Database& database, core::SealingKey key,
                               core::HazardBook const& hazards)
    : m_hazards(hazards), m_store(database, std::move(key)) {
    read();
}

void PremiseRecords::read() {
    auto held = m_store.all();
    m_unreadable = std::move(held.unreadable);
    m_book =
        std::make_shared<core::PremiseBook const>(m_hazards, std::move(held.premises), m_unreadable.size());
    if (m_changed) m_changed();
}

std::optional<PremiseRecords::Taken> PremiseRecords::take(std::vector<core::PremiseRecord> const& records,
                                                          Others others) {
    std::set<std::string_view> known;
    for (auto const& premise : m_book->all())
        known.insert(premise->key);
    known.insert(m_unreadable.begin(), m_unreadable.end());
    Taken taken;
    for (auto const& record : records)
        ++(known.contains(record.premise.key) ? taken.replaced : taken.made);
    std::size_t const staying = known.size() - taken.replaced;
    if (others == Others::Removed) taken.removed = staying;
    if (records.size() + (staying - taken.removed) > core::maxPremises) return std::nullopt;
    m_store.put(records, others);
    read();
    return taken;
}

std::optional<std::string> PremiseRecords::remove(std::vector<std::string> const& keys) {
    for (std::string const& key : keys)
        if (!m_book->find(key) && std::ranges::find(m_unreadable, key) == m_unreadable.end()) return key;
    m_store.remove(keys);
    read();
    return std::nullopt;
}

core::ContactAnswer PremiseRecords::contact(std::string const& key, core::OperatorSession const& session,
                                            core::Instant now) {
    using State = core::ContactAnswer::State;
    if (session.operatorName.empty() || (session.roles & mayAsk) == 0) return {State::NotAllowed, {}};
    auto const premise = m_book->find(key);
    if (!premise || !premise->hasContact) return {State::Gone, {}};
    try {
        m_store.note({.key = key,
                      .name = premise->name,
                      .at = now,
                      .operatorName = session.operatorName,
                      .position = session.position.text()});
        auto contact = m_store.contact(key);
        if (!contact || contact->empty()) return {State::Unreadable, {}};
        return {State::Told, *std::move(contact)};
    } catch (core::StoreError const&) {
        return {State::NotRecorded, {}};
    }
}

} // namespace ob::app
