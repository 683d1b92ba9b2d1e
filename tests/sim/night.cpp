// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/night.h"

#include "core/journal/event_codec.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace ob::sim {

Night::Night(std::uint64_t seed, Planted fault, Secrets::Numbers changed)
    : m_world(seed, 3, std::move(changed)), m_chance(~seed) {
    switch (seed % 4) {
    case 1: m_special.feature = Feature::Revocation; break;
    case 3: m_special.feature = Feature::OldVersion; break;
    }
    addDesks(fault);
    heal();
}

void Night::addDesks(Planted fault) {
    auto& values = m_world.values();
    m_world.maxLatency = 1 + static_cast<std::int64_t>(values.below(400));
    m_world.maxDiskDelay = static_cast<std::int64_t>(values.below(120));
    std::size_t const desks = 2 + values.below(4);
    for (std::size_t count = 0; count < desks; ++count)
        m_world.addDesk({static_cast<std::uint16_t>(values.below(3))});
    for (std::size_t number = 0; number < desks; ++number)
        m_world.desk(number).plant(fault);
    // Clocks that are wrong by up to some minutes, once in a while.
    for (DeskNumber number = 0; number < desks; ++number)
        if (values.oneIn(3))
            m_world.setClockOffset(number, static_cast<std::int64_t>(values.below(600'000)) - 300'000);
    for (DeskNumber number = 0; number < desks; ++number)
        if (values.oneIn(4))
            m_world.setClockDrift(number, static_cast<std::int64_t>(values.below(20'000)) - 10'000);
    // Desks whose incidents are not for everybody.
    if (values.oneIn(2))
        for (std::uint16_t agency = 0; agency < 2; ++agency)
            m_world.addScripted({agency});
    if (values.oneIn(4)) {
        m_liar = m_world.addScripted({static_cast<std::uint16_t>(values.below(3))});
        m_world.expectLies(*m_liar);
    }
    m_isChain = values.oneIn(3);
    m_special.desk = m_chance.below(desks);
    if (m_special.feature != Feature::OldVersion) return;
    // What others hear of each other goes through an old version, once in a while.
    if (m_chance.oneIn(2) && m_world.size() > 2) {
        m_isChain = true;
        m_special.desk = std::max<DeskNumber>(1, m_special.desk);
    }
    makeOld();
}

Outcome Night::play() {
    std::size_t const steps = 40 + m_world.values().below(90);
    m_special.at = m_chance.below(steps);
    m_special.again = m_chance.below(2 * steps);
    if (m_liar && m_chance.oneIn(2)) m_settledAt = m_chance.below(steps);
    for (std::size_t count = 0; count < steps; ++count) {
        special(count);
        step();
    }
    Outcome outcome{.failure = peace(), .trace = m_world.trace(), .frames = m_world.framesDelivered()};
    return outcome;
}

void Night::special(std::size_t step) {
    if (m_special.feature == Feature::Revocation && (step == m_special.at || step == m_special.again))
        revoke();
    if (step == m_settledAt) m_world.settleFork(*m_liar, m_chance);
    // Half of the old ones stay so until the end.
    if (m_special.feature == Feature::OldVersion && step == m_special.again) update();
}

/// By somebody at a desk that is on; nobody, when only the desk itself is.
void Night::revoke() {
    for (std::size_t turn = m_chance.below(m_world.size()), left = m_world.size(); left > 0; --left, ++turn) {
        DeskNumber const at = turn % m_world.size();
        if (at == m_special.desk || at == m_liar || !m_world.node(at).isOn()) continue;
        m_world.revoke(at, m_special.desk);
        m_special.isOver = true;
        return;
    }
}

/// Of the version before some of the kinds of event, and perhaps before positions or attachments. Who does
/// not know who may have what, or that words are to go, cannot heed it: those kinds are from the beginning.
void Night::makeOld() {
    constexpr std::array frames{net::FrameType::Statement, net::FrameType::PositionsTaken,
                                net::FrameType::BlobHave};
    std::set<std::uint16_t> unknown;
    for (auto const kind : core::allKinds())
        if (!core::streamCreatedBy(kind) && m_chance.oneIn(3)) unknown.insert(kind);
    for (auto const kind : {core::MemberGranted::kind, core::MemberLeft::kind, core::SectionForgotten::kind})
        unknown.erase(kind);
    m_world.powerOff(m_special.desk);
    m_world.desk(m_special.desk).setVersion(std::move(unknown), frames[m_chance.below(frames.size())]);
    m_world.powerOn(m_special.desk);
}

void Night::update() {
    if (std::exchange(m_special.isOver, true)) return;
    auto& desk = m_world.desk(m_special.desk);
    if (desk.isOn() && m_chance.oneIn(2))
        m_world.shutDown(m_special.desk);
    else if (desk.isOn())
        m_world.powerOff(m_special.desk);
    desk.setVersion({}, net::newestFrameType);
    m_world.powerOn(m_special.desk);
    heal();
}

void Night::step() {
    auto& values = m_world.values();
    DeskNumber const one = anyDesk();
    DeskNumber const other = anyDesk();
    if (!m_world.isVirtual(one)) return write(one);
    switch (values.below(40)) {
    case 0:
    case 1: m_world.cut(one, other); break;
    case 2:
    case 3: connect(one, other); break;
    case 4:
        if (m_world.node(one).isOn()) {
            keepBusy(one);
            m_world.powerOff(one);
        }
        break;
    case 5:
    case 6:
        if (!m_world.node(one).isOn()) m_world.powerOn(one);
        break;
    case 7: split(); break;
    case 8: heal(); break;
    case 9:
        keepBusy(one);
        m_world.breakDisk(one, values.oneIn(2));
        break;
    case 12: m_world.restartReadOnly(one); break;
    case 13: // somebody sets the clock
        m_world.setClockOffset(one, static_cast<std::int64_t>(values.below(14'400'000)) - 7'200'000);
        break;
    case 10: m_world.setClockOffset(one, static_cast<std::int64_t>(values.below(20'000)) - 10'000); break;
    case 11: m_world.stall(one, other); break;
    case 14:
    case 15:
    case 16: m_world.reportAny(one); break;
    default:
        for (auto left = 1 + values.below(6); left > 0; --left)
            if (m_world.node(one).isOn()) m_world.anyCommand(one);
    }
    goOn();
}

/// Until something is on its way to this desk's disk; nearly always.
void Night::keepBusy(DeskNumber number) {
    for (DeskNumber each = 0; each < m_world.size(); ++each)
        if (m_world.isVirtual(each) && m_world.node(each).isOn()) m_world.anyCommand(each);
    for (auto left = m_world.values().below(40); left > 0; --left)
        m_world.run(core::Duration::ofMilliseconds(10));
    for (int left = 60; left > 0 && !m_world.node(number).hasUnsynced(); --left)
        m_world.run(core::Duration::ofMilliseconds(10));
}

void Night::goOn() {
    m_world.run(core::Duration::ofMilliseconds(static_cast<std::int64_t>(m_world.values().below(700))));
}

void Night::write(DeskNumber number) {
    auto& values = m_world.values();
    bool const lies = number == m_liar;
    if (lies && values.oneIn(6)) rewrite(m_world.scripted(number));
    for (auto left = 1 + values.below(3); left > 0; --left)
        if (lies)
            m_world.scripted(number).openIncident({{0}, {1}, {2}}, std::to_string(9000 + m_lies++));
        else
            m_world.anyWriting(number);
    goOn();
}

/// Nobody who is told another history hears of it from the desk itself.
void Night::rewrite(ScriptedDesk& liar) {
    auto const written = liar.journal().eventsOf(liar.log()).size();
    for (DeskNumber number = 0; number < m_world.size(); ++number)
        m_world.cut(*m_liar, number);
    if (written < 2 || m_world.values().oneIn(3))
        liar.forgetAll();
    else
        liar.forgetLast(1 + m_world.values().below(written - 1));
}

/// In a chain: with nobody between them but who was revoked.
bool Night::isNextTo(DeskNumber one, DeskNumber other) const {
    auto const [first, last] = std::minmax(one, other);
    if (!m_isChain || first == last) return first != last;
    for (DeskNumber between = first + 1; between < last; ++between)
        if (!m_world.isRevoked(between)) return false;
    return true;
}

void Night::connect(DeskNumber one, DeskNumber other) {
    if (isNextTo(one, other)) m_world.connect(one, other);
}

void Night::heal() {
    for (DeskNumber one = 0; one < m_world.size(); ++one)
        for (DeskNumber other = one + 1; other < m_world.size(); ++other)
            connect(one, other);
}

/// Two halves that hear nothing of each other.
void Night::split() {
    std::uint64_t const half = m_world.values().next();
    for (DeskNumber one = 0; one < m_world.size(); ++one)
        for (DeskNumber other = one + 1; other < m_world.size(); ++other)
            if ((half >> one & 1) != (half >> other & 1)) m_world.cut(one, other);
}

std::string Night::comeToRest() {
    for (DeskNumber number = 0; number < m_world.size(); ++number)
        if (!m_world.node(number).isOn())
            m_world.powerOn(number);
        else
            m_world.restartReadOnly(number);
    m_world.dropStalled();
    if (auto const what = m_world.checkHoldings(); !what.empty()) return what;
    heal();
    if (!m_world.settle()) return "the desks never come to rest";
    return m_world.checkAcknowledged();
}

/// The first that does not hold.
std::string Night::check() {
    auto what = m_world.checkRoots();
    if (what.empty()) what = m_world.checkStanding();
    if (what.empty()) what = m_world.checkBoards();
    if (what.empty()) what = m_world.checkAudience();
    if (what.empty()) what = m_world.checkBlobs();
    if (what.empty()) what = m_world.checkHoldings();
    if (what.empty()) what = m_world.checkPositions();
    if (what.empty()) what = m_liar ? m_world.checkForked(*m_liar) : m_world.checkQuietNews();
    if (what.empty()) what = m_world.leak();
    if (what.empty()) what = m_world.broken();
    return what;
}

std::string Night::checkBeforeUpdate() {
    if (m_special.feature != Feature::OldVersion || m_special.isOver) return {};
    auto what = m_world.checkRoots();
    if (what.empty()) what = m_world.checkOldVersion(m_special.desk);
    if (what.empty()) what = m_world.checkBoards();
    if (!what.empty()) return what;
    update();
    return comeToRest();
}

/// The agency says how much of the log counts, and from then on it is a log like others.
std::string Night::checkSettlement() {
    if (!m_liar) return {};
    m_world.settleFork(*m_liar, m_chance);
    auto what = comeToRest();
    if (what.empty()) what = m_world.checkStanding();
    if (what.empty()) what = m_world.checkSettled(*m_liar);
    if (what.empty()) what = m_world.checkBoards();
    return what;
}

std::string Night::peace() {
    auto what = comeToRest();
    if (what.empty()) what = checkBeforeUpdate();
    if (what.empty()) what = check();
    if (what.empty()) what = checkSettlement();
    return what;
}

Outcome playNight(std::uint64_t seed, Planted fault) {
    try {
        return Night(seed, fault).play();
    } catch (std::exception const& error) {
        return {.failure = error.what(), .trace = {}, .frames = 0};
    }
}

} // namespace ob::sim
