// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/identity/realm_file.h"
#include "core/refusal.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace ob::app {

// The JSON shapes of `show`: keys are a stable interface, times ISO 8601 UTC with milliseconds, absent when
// unknown, ids 64 hexadecimal digits.

class BoardJson {
  public:
    BoardJson(core::Board const& board, core::RealmFile const& realm) : m_board(board), m_realm(realm) {}

    QJsonObject incident(core::Incident const& incident) const;
    QJsonObject unit(core::Unit const& unit) const;
    QJsonObject assignment(core::Incident const& incident, core::Assignment const& assignment) const;
    QJsonObject conflict(core::Conflict const& conflict) const;

  private:
    QString agency(core::AgencyIndex index) const;
    core::Board const& m_board;
    core::RealmFile const& m_realm;
};

QString toQt(std::string const& text);
/// One object a line on standard output.
void printJson(QJsonObject const& object);
/// {"refusal": {"code", "subjects"}}
QJsonObject refusalJson(core::Refusal const& refusal);

} // namespace ob::app
