// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_premises.h"

#include "core/crypto/random.h"
#include "core/interop/premise_json.h"
#include "core/store/connection.h"
#include "core/store/database.h"

namespace ob::store {
namespace {

/// So that nothing else that was sealed, and no other record's, is taken for this contact.
std::string purposeOf(std::string const& key) { return "oneboard premise contact 1\n" + key; }

} // namespace

SqlitePremises::Held SqlitePremises::all() {
    Held held;
    Connection& connection = m_database.connection();
    Statement found = connection.prepare("SELECT key, record, contact IS NULL FROM premise ORDER BY key");
    Rows rows(found);
    while (rows.next()) {
        auto premise = core::premiseOfJson(found.text(1));
        bool const isWhole =
            premise && premise->key == found.text(0) && premise->hasContact == (found.integer(2) == 0);
        if (isWhole)
            held.premises.push_back(*std::move(premise));
        else
            held.unreadable.emplace_back(found.text(0));
    }
    return held;
}

void SqlitePremises::put(std::vector<core::PremiseRecord> const& records, Others others) {
    Connection& connection = m_database.connection();
    Transaction transaction(connection);
    if (others == Others::Removed) connection.run("DELETE FROM premise");
    Statement insert =
        connection.prepare("INSERT INTO premise(key, record, contact) VALUES (?1, ?2, ?3) ON CONFLICT(key) "
                           "DO UPDATE SET record = excluded.record, contact = excluded.contact");
    for (auto const& [premise, contact] : records) {
        std::string const record = core::premiseJson(premise);
        core::Bytes sealed;
        insert.bind(1, premise.key).bind(2, record);
        if (contact.empty()) {
            insert.bindNull(3);
        } else {
            sealed = core::seal(m_key, core::randomBytes<24>(), core::viewOf(contact),
                                core::viewOf(purposeOf(premise.key)));
            insert.bind(3, core::ByteView(sealed));
        }
        insert.run();
    }
    transaction.commit();
}

void SqlitePremises::remove(std::vector<std::string> const& keys) {
    Connection& connection = m_database.connection();
    Transaction transaction(connection);
    Statement gone = connection.prepare("DELETE FROM premise WHERE key = ?1");
    for (std::string const& key : keys)
        gone.bind(1, key).run();
    transaction.commit();
}

std::optional<std::string> SqlitePremises::contact(std::string const& key) {
    Connection& connection = m_database.connection();
    Statement found = connection.prepare("SELECT contact FROM premise WHERE key = ?1");
    found.bind(1, key);
    Rows rows(found);
    if (!rows.next() || found.isNull(0)) return std::nullopt;
    auto const opened = core::open(m_key, found.blob(0), core::viewOf(purposeOf(key)));
    return opened ? std::string(opened->begin(), opened->end()) : std::string();
}

void SqlitePremises::note(core::ContactAsking const& asking) {
    Connection& connection = m_database.connection();
    Transaction transaction(connection);
    connection
        .prepare("INSERT INTO contact_asking(key, name, at, operator, position) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(1, asking.key)
        .bind(2, asking.name)
        .bind(3, asking.at.milliseconds())
        .bind(4, asking.operatorName)
        .bind(5, asking.position)
        .run();
    connection.prepare("DELETE FROM contact_asking WHERE id <= (SELECT max(id) FROM contact_asking) - ?1")
        .bind(1, maxAskings)
        .run();
    transaction.commit();
}

std::vector<core::ContactAsking> SqlitePremises::askings(std::size_t limit) {
    std::vector<core::ContactAsking> all;
    Connection& connection = m_database.connection();
    Statement found = connection.prepare(
        "SELECT key, name, at, operator, position FROM contact_asking ORDER BY id DESC LIMIT ?1");
    found.bind(1, static_cast<std::int64_t>(limit));
    Rows rows(found);
    while (rows.next())
        all.push_back({.key = std::string(found.text(0)),
                       .name = std::string(found.text(1)),
                       .at = core::Instant::ofMilliseconds(found.integer(2)).value_or(core::Instant()),
                       .operatorName = std::string(found.text(3)),
                       .position = std::string(found.text(4))});
    return all;
}

} // namespace ob::store
