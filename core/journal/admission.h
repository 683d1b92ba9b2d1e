// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/journal/statement.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ob::core {

/// Which events may have an effect (R8): the smallest settlement or revocation of a log wins, and logs that a
/// revocation of their desk does not list are void. Of two for one size and two roots the smaller root wins:
/// all desks must choose the same one. Only the agency of the desk says so, however many others try. What is
/// added may come in any order and repeatedly, before the desk itself is known too. The signatures of what is
/// added were verified before (see core/identity/revocation.h).
class Admissions {
  public:
    explicit Admissions(RealmId const& realm) : m_realm(realm) {}

    /// A log that is known here, the key that it is signed with, and the agency of its desk.
    void addLog(LogId log, PublicKey const& deskKey, AgencyIndex agency);
    /// `by`: the agency that signed. Both give the known logs of which something else counts now: their
    /// streams are to be folded anew.
    std::vector<LogId> add(Revocation const& revocation, AgencyIndex by);
    std::vector<LogId> add(Settlement const& settlement, AgencyIndex by);

    /// What counts of the log; nothing when all of it does. Who holds another history of it than this one
    /// holds what does not count below its size as well: that is replaced (net/settling.h).
    std::optional<LogPosition> keptOf(LogId log) const;
    /// The same of a log that may not be known yet.
    std::optional<LogPosition> keptOf(LogId log, PublicKey const& deskKey, AgencyIndex agency) const;
    /// Events of the log from this index on are void; nothing when all of them count.
    std::optional<std::uint64_t> limitOf(LogId log) const {
        auto const kept = keptOf(log);
        return kept ? std::optional(kept->size) : std::nullopt;
    }
    Admission admissionOf(LogId log, std::uint64_t sequence) const;
    bool isRevoked(PublicKey const& deskKey, AgencyIndex agency) const {
        return m_revoked.contains({deskKey, agency});
    }

  private:
    using Positions = std::map<LogId, LogPosition>;
    using Desk = std::pair<PublicKey, AgencyIndex>;

    RealmId m_realm{};
    std::map<LogId, Desk> m_deskOf;
    std::map<std::pair<LogId, AgencyIndex>, LogPosition> m_settled;
    std::map<Desk, Positions> m_revoked; ///< what all revocations of the desk leave; not listed: nothing
};

} // namespace ob::core
