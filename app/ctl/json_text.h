// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/fix.h"
#include "core/identity/realm_file.h"
#include "core/refusal.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ob::app {

// The JSON shapes of `show`: keys are a stable interface, times ISO 8601 UTC with milliseconds, absent when
// unknown, ids 64 hexadecimal digits.

/// The one definition of these shapes: `show --json` and `export` both read it.
class BoardJson {
  public:
    /// What other streams are called. Null and nothing for what is not known here.
    struct Names {
        std::function<std::shared_ptr<core::Unit const>(core::UnitId)> unit;
        std::function<std::optional<core::IncidentNumber>(core::IncidentId)> number;
        std::function<std::optional<core::Fix>(core::UnitId)> fix{};
    };
    BoardJson(Names names, core::RealmFile const& realm) : m_names(std::move(names)), m_realm(realm) {}
    BoardJson(core::Board const& board, core::RealmFile const& realm);
    /// With where units are.
    BoardJson(core::Board const& board, core::RealmFile const& realm,
              std::function<std::optional<core::Fix>(core::UnitId)> fix);

    QJsonObject incident(core::Incident const& incident) const;
    QJsonObject unit(core::Unit const& unit) const;
    QJsonObject fix(core::UnitFix const& fix) const;
    QJsonObject assignment(core::Incident const& incident, core::Assignment const& assignment) const;
    QJsonObject conflict(core::Conflict const& conflict) const;
    QJsonObject policy(core::AgencyPolicy const& policy) const;

  private:
    QString agency(core::AgencyIndex index) const;
    Names m_names;
    core::RealmFile const& m_realm;
};

/// Every key that such an object may have, in the order of a table's columns.
QStringList incidentKeys();
QStringList unitKeys();
QStringList assignmentKeys();

/// One object a line on standard output.
void printJson(QJsonObject const& object);
/// {"refusal": {"code", "subjects"}}
QJsonObject refusalJson(core::Refusal const& refusal);

} // namespace ob::app
