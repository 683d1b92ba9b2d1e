// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/kept_statements.h"

#include "core/identity/revocation.h"

namespace ob::sim {

std::optional<KeptStatements::Checked> KeptStatements::check(core::ByteView bytes) const {
    auto const file = core::decodeStatementFile(bytes);
    if (!file) return std::nullopt;
    core::Bytes const copy(bytes.begin(), bytes.end());
    if (file->kind == core::StatementKind::Revocation) {
        auto const made = core::decodeStatement<core::Revocation>(file->statement);
        auto const by = made ? core::agencyRevoking(*made, file->delegation, m_realm) : std::nullopt;
        if (!by) return std::nullopt;
        return Checked{.file = copy, .by = *by, .says = made->statement};
    }
    auto const made = core::decodeStatement<core::Settlement>(file->statement);
    auto const by = made ? core::agencySettling(*made, m_realm) : std::nullopt;
    if (!by) return std::nullopt;
    return Checked{.file = copy, .by = *by, .says = made->statement};
}

bool KeptStatements::keep(Checked const& statement) {
    if (!m_files.insert(statement.file).second) return false;
    std::visit([&](auto const& says) { (void)m_standing.add(says, statement.by); }, statement.says);
    return true;
}

std::vector<net::Statement> KeptStatements::all() const {
    std::vector<net::Statement> statements;
    for (auto const& file : m_files)
        statements.push_back(net::statementOf(*core::decodeStatementFile(file)));
    return statements;
}

} // namespace ob::sim
