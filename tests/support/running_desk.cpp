// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/running_desk.h"

#include "core/crypto/sha256.h"
#include "tests/support/board_builder.h"
#include "tests/support/identity_builders.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <set>

namespace ob::core {
namespace {

RealmFile const& realm() {
    static RealmFile const made = realmOf(3);
    return made;
}

DeskProfile profile() {
    auto const numbers = certificateOf(realm(), police, 1).numbers;
    return {.drill = true,
            .agency = police,
            .agencyCodes = {code("PD"), code("FD"), code("EM")},
            .numberFirst = numbers.first,
            .numberLast = numbers.last};
}

LogRecord recordOf(AgencyIndex agency, std::uint8_t number, Lane lane) {
    LogRecord record = logRecordOf(realm(), agency, number, lane);
    record.own = number == 1;
    return record;
}

LogOrigin originOf(LogRecord const& record) {
    return {.realm = realm().id, .deskKey = {record.deskKey}, .nonce = record.nonce, .lane = record.lane};
}

std::optional<LogExtent> extentOf(FakeJournal& journal, LogId log) {
    for (auto& extent : journal.logs())
        if (extent.record.id == log) return extent;
    return {};
}

std::map<LogId, AgencyIndex> agenciesOf(FakeJournal& journal) {
    std::map<LogId, AgencyIndex> agencies;
    for (auto const& extent : journal.logs())
        agencies[extent.record.id] = extent.record.agency;
    return agencies;
}

Desk::Surroundings surroundings(FakeJournal& journal, FakeClock& clock, ZonePort& zone, SaltSource salt,
                                std::size_t foldsAtOnce) {
    return {.journal = journal,
            .clock = clock,
            .zone = zone,
            .rules = test::shippedRules(),
            .salt = std::move(salt),
            .lookupKey = [](std::string_view value) { return sha256(viewOf(value)); },
            .foldsAtOnce = foldsAtOnce};
}

} // namespace

std::vector<Event> eventsOf(FakeJournal& journal, StreamId stream) {
    auto const agencies = agenciesOf(journal);
    std::vector<Event> events;
    for (auto const& encoded : journal.stream(stream, {}))
        events.push_back(*decodeEvent(encoded, agencies.at(encoded.log)));
    return events;
}

DeskAuthors::DeskAuthors(FakeJournal& journal, FakeClock& clock, AgencyIndex agency, std::uint8_t number)
    : m_journal(journal), m_agency(agency), m_number(number),
      m_key(keyOf(static_cast<std::uint8_t>(100 + number))),
      m_salt([count = std::uint8_t{0}]() mutable { return Salt{++count}; }) {
    for (Lane const lane : {Lane::Live, Lane::Bulk}) {
        if (auto const extent = extentOf(journal, log(lane))) {
            m_stamps = HlcClock(std::max(m_stamps.highWater(), extent->newestHead->hlc));
            continue;
        }
        LogRecord const record = recordOf(agency, number, lane);
        LogAuthor author(originOf(record), m_key, m_stamps);
        auto const opened = author.open({.certificate = sha256(record.certificate),
                                         .nonce = record.nonce,
                                         .lane = lane,
                                         .predecessor = {}},
                                        clock.now(), m_salt);
        journal.store(
            {.logs = {record}, .events = {opened}, .heads = {author.signHead()}, .arrivedAt = clock.now()});
    }
}

LogId DeskAuthors::log(Lane lane) const { return recordOf(m_agency, m_number, lane).id; }

LogAuthor DeskAuthors::author(Lane lane) const {
    auto const& events = m_journal.eventsOf(log(lane));
    auto range = rangeOf(events.size(), [&](std::uint64_t index) { return events[index].leaf.hash(); });
    return {originOf(recordOf(m_agency, m_number, lane)), m_key, m_stamps, std::move(range)};
}

RunningDesk::RunningDesk(FakeJournal& journal, FakeClock& clock, std::size_t foldsAtOnce)
    : m_journal(journal), m_authors(journal, clock, police, 1),
      m_desk(profile(), surroundings(journal, clock, m_zone, m_authors.salt(), foldsAtOnce),
             m_authors.author(Lane::Live), m_authors.author(Lane::Bulk)) {
    m_desk.listen([this](ChangeSet const& changes) { m_published.push_back(changes); });
}

OperatorSession RunningDesk::supervisor(std::string name) {
    return {.operatorName = std::move(name), .position = code("D1"), .roles = 0xff};
}

RunningDesk::AnswerPtr RunningDesk::submit(Command const& command, OperatorSession const& session,
                                           Lane lane) {
    auto answer = std::make_shared<Answer>();
    auto const reply = [answer](Result<Receipt> const& told) {
        EXPECT_FALSE(answer->told) << "answered twice";
        answer->told = told;
    };
    m_desk.submit(command, session, reply, lane);
    return answer;
}

RunningDesk::AnswerPtr RunningDesk::submit(Intent intent, OperatorSession const& session, Lane lane) {
    return submit(Command{.intent = std::move(intent), .occurredAt = {}}, session, lane);
}

StreamId RunningDesk::done(Intent intent, OperatorSession const& session) {
    auto const answer = submit(std::move(intent), session);
    m_desk.flush();
    m_journal.commitAll();
    if (answer->isReceipt()) return answer->told->value().streams.front();
    ADD_FAILURE() << "not done: refusal "
                  << (answer->told ? static_cast<int>(answer->told->error().code) : -1);
    return {};
}

ForeignDesk::ForeignDesk(FakeJournal& journal, FakeClock& clock, AgencyIndex agency)
    : m_journal(journal), m_clock(clock), m_authors(journal, clock, agency, 2),
      m_author(m_authors.author(Lane::Live)) {}

EventId ForeignDesk::write(StreamId stream, Fact fact, std::vector<EventId> after, Delivery delivery) {
    Circumstance const circumstance{m_clock.now(), Source::Operator, code("F1")};
    auto written = m_author.write(
        {{.stream = stream, .body = {circumstance, std::move(fact)}, .restricted = {}}},
        [&](StreamId) { return after; }, m_clock.now(), m_authors.salt());
    EventId const id = written.front().leaf;
    m_later.push_back(std::move(written.front()));
    if (delivery == Delivery::Now) deliver();
    return id;
}

void ForeignDesk::deliver() {
    m_journal.store(
        {.events = std::exchange(m_later, {}), .heads = {m_author.signHead()}, .arrivedAt = m_clock.now()});
}

OpenIncident fireAt(std::string address) {
    OpenIncident asked;
    asked.type = code("FIRE-STRUCT");
    asked.address = std::move(address);
    return asked;
}

RegisterUnit engine(std::string_view callsign) {
    RegisterUnit asked;
    asked.callsign = *Callsign::of(callsign);
    asked.kind = code("ENGINE");
    return asked;
}

Board freshBoard(FakeJournal& journal) {
    Board board;
    ChangeSet changes;
    std::vector<StreamId> streams;
    journal.visitStreams([&](StreamId id, StreamKind kind, bool onBoard) {
        if (onBoard && kind != StreamKind::Desk) streams.push_back(id);
    });
    for (StreamId const id : streams) {
        auto const fold = StreamFold::of(eventsOf(journal, id));
        board.settle(id, fold.settled(), changes);
        if (auto incident = fold.incident()) board.put(std::move(incident), changes);
        if (auto unit = fold.unit()) board.put(std::move(unit), changes);
        if (auto policy = fold.policy()) board.put(std::move(policy), changes);
    }
    return board;
}

namespace {

template<class Map>
std::set<StreamId> idsOf(Map const& things) {
    std::set<StreamId> ids;
    for (auto const& [id, thing] : things)
        ids.insert(id);
    return ids;
}

std::string differenceAround(Incident const& incident, Board const& one, Board const& other) {
    IncidentId const id = incident.id;
    std::string const shown = "incident " + incident.number.text();
    if (*one.incident(id) != *other.incident(id)) return shown;
    if (one.incidentsNumbered(incident.number) != other.incidentsNumbered(incident.number))
        return "number of " + shown;
    if (one.incidentOfSource(incident.sourceId) != other.incidentOfSource(incident.sourceId))
        return "source of " + shown;
    if (one.survivorOf(id) != other.survivorOf(id)) return "survivor of " + shown;
    if (one.conflictsOf(id) != other.conflictsOf(id)) return "conflicts of " + shown;
    for (auto const& assignment : incident.assignments)
        if (one.activeAssignments(assignment.unit) != other.activeAssignments(assignment.unit))
            return "assignments of a unit on " + shown;
    return {};
}

std::string differenceAround(Unit const& unit, Board const& one, Board const& other) {
    std::string const shown = "unit " + unit.callsign.text();
    if (*one.unit(unit.id) != *other.unit(unit.id)) return shown;
    if (one.unitsCalled(unit.callsign) != other.unitsCalled(unit.callsign)) return "callsign of " + shown;
    if (one.activeAssignments(unit.id) != other.activeAssignments(unit.id)) return "assignments of " + shown;
    if (one.isDispatchable(unit.id) != other.isDispatchable(unit.id)) return "whether one can send " + shown;
    if (one.conflictsOf(unit.id) != other.conflictsOf(unit.id)) return "conflicts of " + shown;
    return {};
}

std::string differenceBetween(Board const& one, Board const& other) {
    if (idsOf(one.incidents()) != idsOf(other.incidents())) return "which incidents";
    if (idsOf(one.units()) != idsOf(other.units())) return "which units";
    for (auto const& [id, incident] : one.incidents())
        if (auto what = differenceAround(*incident, one, other); !what.empty()) return what;
    for (auto const& [id, unit] : one.units())
        if (auto what = differenceAround(*unit, one, other); !what.empty()) return what;
    for (AgencyIndex const agency : {police, fire, medical}) {
        auto const here = one.policy(agency), there = other.policy(agency);
        if (!here != !there || (here && *here != *there)) return "policy of " + std::to_string(agency.value);
    }
    if (one.isFrozen() != other.isFrozen()) return "whether the drill is frozen";
    return one.conflicts() == other.conflicts() ? "" : "conflicts";
}

} // namespace

testing::AssertionResult areEqual(Board const& one, Board const& other) {
    std::string const what = differenceBetween(one, other);
    if (what.empty()) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "the boards differ in: " << what;
}

std::vector<Taken> verdictsOf(FakeJournal& journal, LogId log) {
    std::set<StreamId> streams;
    std::set<EventId> own;
    for (auto const& event : journal.eventsOf(log)) {
        streams.insert(event.stream);
        own.insert(event.leaf);
    }
    std::vector<Taken> verdicts;
    for (StreamId const stream : streams) {
        StreamFold const fold = StreamFold::of(eventsOf(journal, stream));
        for (Taken const& taken : fold.order())
            if (own.contains(taken.id)) verdicts.push_back(taken);
    }
    return verdicts;
}

} // namespace ob::core
