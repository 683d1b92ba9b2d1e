// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/premise_history.h"

#include "core/event_body.h"
#include "core/language/duplicates.h"
#include "core/restricted_parts.h"
#include "core/text.h"
#include "ui/console/console.h"
#include "ui/text/sentence.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

namespace ob::ui {
namespace {

constexpr std::size_t maxHits = 40;
constexpr std::string_view hazmatCategory = "HAZMAT";
constexpr std::array<std::string_view, 3> warnings{"危险", "隐患", "hazard"};
constexpr std::string_view houseNumberMark = "号";

bool isWarning(std::string_view line) {
    std::string const folded = core::foldCase(core::normalise(line));
    return std::ranges::any_of(warnings, [&](std::string_view each) { return folded.starts_with(each); });
}

void note(PremiseEntry& entry, std::string_view text) {
    for (QString const& line : textOf(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        entry.noted = line;
        if (isWarning(line.toStdString())) entry.hazard = line;
    }
}

} // namespace

PremiseHistory::PremiseHistory(Console& console, QObject* parent) : QObject(parent), m_console(console) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] { settle(State::Unreachable); });
}

void PremiseHistory::ask(std::string const& address) {
    if (address == m_address && m_state != State::Unreachable) return;
    m_address = address;
    m_entries.clear();
    std::uint64_t const question = ++m_question;
    m_patience.stop();
    if (address.empty()) return settle(State::NoAddress);
    if (m_console.health().state == DeskHealth::State::Ended) return settle(State::Unreachable);
    settle(State::Asking);
    m_patience.start();
    std::string sought = address;
    if (sought.ends_with(houseNumberMark)) sought.resize(sought.size() - houseNumberMark.size());
    m_console.desk().find(sought, maxHits, [self = QPointer(this), question](auto const& hits) {
        if (self && self->m_question == question) self->takeHits(hits);
    });
}

void PremiseHistory::takeHits(std::vector<core::SearchHit> const& hits) {
    m_patience.stop();
    for (core::SearchHit const& hit : hits) {
        if (m_entries.size() == limit) break;
        if (!core::isSameAddress(hit.address, m_address)) continue;
        m_entries.push_back({.incident = hit.stream,
                             .number = hit.number,
                             .type = {},
                             .openedAt = {},
                             .noted = {},
                             .hazard = {}});
        m_console.desk().readEvents(hit.stream, [self = QPointer(this), question = m_question,
                                                 stream = hit.stream](auto const& events) {
            if (self && self->m_question == question) self->takeEvents(stream, events);
        });
    }
    settle(State::Known);
}

void PremiseHistory::takeEvents(core::IncidentId incident, std::vector<core::Event> const& events) {
    auto const entry = std::ranges::find(m_entries, incident, &PremiseEntry::incident);
    if (entry == m_entries.end()) return;
    for (core::Event const& event : events) {
        if (!event.isUnderstood()) continue;
        if (auto const* const opened = std::get_if<core::IncidentOpened>(&event.body().fact)) {
            entry->type = opened->type;
            entry->openedAt = event.body().circumstance.occurredAt;
        } else if (auto const* const changed = std::get_if<core::TypeSet>(&event.body().fact)) {
            entry->type = changed->type;
        }
        if (auto const& joint = event.restricted().joint; joint && joint->text) note(*entry, *joint->text);
    }
    auto const* const type = m_console.rules().type(entry->type.text());
    entry->isHazmat = type != nullptr && type->category == hazmatCategory;
    std::ranges::stable_partition(m_entries, &PremiseEntry::warns);
    Q_EMIT changed();
}

void PremiseHistory::settle(State state) {
    m_state = state;
    Q_EMIT changed();
}

} // namespace ob::ui
