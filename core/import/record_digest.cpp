// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/record_digest.h"

#include "core/crypto/sha256.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Hashes values one after the other, each with its length.
class Digest {
  public:
    void add(std::string_view value) {
        m_bytes += std::to_string(value.size());
        m_bytes += ':';
        m_bytes += value;
    }
    void add(Code const& code) { add(code.text()); }
    void add(std::optional<Instant> at) { add(at ? std::to_string(at->milliseconds()) : std::string("-")); }
    void add(std::optional<GeoPoint> const& place) {
        add(place ? std::to_string(place->latitudeE7()) + ',' + std::to_string(place->longitudeE7())
                  : std::string("-"));
    }
    ShortHash value() const {
        Hash const whole = sha256(viewOf(m_bytes));
        ShortHash half;
        std::copy_n(whole.begin(), half.size(), half.begin());
        return half;
    }

  private:
    std::string m_bytes;
};

} // namespace

void setDigests(RowRecord& record) {
    Digest incident;
    if (auto const& each = record.incident) {
        incident.add(each->type);
        incident.add(std::to_string(static_cast<int>(each->priority)));
        incident.add(each->address);
        incident.add(each->place);
        incident.add(each->district);
        incident.add(each->text);
        incident.add(each->callerName.value_or(""));
        incident.add(each->callerPhone.value_or(""));
        incident.add(std::to_string(each->routedTo ? each->routedTo->value : -1));
        incident.add(each->openedAt);
        incident.add(each->receivedAt);
        record.incidentDigest = incident.value();
    }
    Digest all;
    all.add(std::string_view(reinterpret_cast<char const*>(record.incidentDigest.data()),
                             record.incidentDigest.size()));
    if (auto const& unit = record.unit) {
        all.add(unit->callsign.text());
        all.add(unit->kind);
        all.add(unit->group);
        all.add(unit->home);
        all.add(unit->homeAddress);
        all.add(unit->homePlace);
        for (Code const& capability : unit->capabilities)
            all.add(capability);
    }
    if (auto const& run = record.run) {
        for (auto const& at : run->reachedAt)
            all.add(at);
        all.add(run->disposition);
    }
    all.add(record.note);
    all.add(record.notedAt);
    all.add(record.ending.at);
    all.add(record.ending.disposition);
    all.add(record.ending.closed.value_or(false) ? "closed" : "open");
    record.digest = all.value();
}

} // namespace ob::core
