// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/scenario.h"

#include "tests/sim/world.h"

#include <stdexcept>

namespace ob::sim {
namespace {

/// The faults of one night.
class Night {
  public:
    Night(std::uint64_t seed, Planted fault) : m_world(seed, 3) {
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
        heal();
    }

    Outcome play() {
        std::size_t const steps = 40 + m_world.values().below(90);
        for (std::size_t count = 0; count < steps; ++count)
            step();
        return peace();
    }

  private:
    DeskNumber anyDesk() { return m_world.values().below(m_world.size()); }

    void step() {
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
    void keepBusy(DeskNumber number) {
        for (DeskNumber each = 0; each < m_world.size(); ++each)
            if (m_world.isVirtual(each) && m_world.node(each).isOn()) m_world.anyCommand(each);
        for (auto left = m_world.values().below(40); left > 0; --left)
            m_world.run(core::Duration::ofMilliseconds(10));
        for (int left = 60; left > 0 && !m_world.node(number).hasUnsynced(); --left)
            m_world.run(core::Duration::ofMilliseconds(10));
    }

    void goOn() {
        m_world.run(core::Duration::ofMilliseconds(static_cast<std::int64_t>(m_world.values().below(700))));
    }

    void write(DeskNumber number) {
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
    void rewrite(ScriptedDesk& liar) {
        auto const written = liar.journal().eventsOf(liar.log()).size();
        for (DeskNumber number = 0; number < m_world.size(); ++number)
            m_world.cut(*m_liar, number);
        if (written < 2 || m_world.values().oneIn(3))
            liar.forgetAll();
        else
            liar.forgetLast(1 + m_world.values().below(written - 1));
    }

    void connect(DeskNumber one, DeskNumber other) {
        if (one == other || (m_isChain && one + 1 != other && other + 1 != one)) return;
        m_world.connect(one, other);
    }
    void heal() {
        for (DeskNumber one = 0; one < m_world.size(); ++one)
            for (DeskNumber other = one + 1; other < m_world.size(); ++other)
                connect(one, other);
    }
    /// Two halves that hear nothing of each other.
    void split() {
        std::uint64_t const half = m_world.values().next();
        for (DeskNumber one = 0; one < m_world.size(); ++one)
            for (DeskNumber other = one + 1; other < m_world.size(); ++other)
                if ((half >> one & 1) != (half >> other & 1)) m_world.cut(one, other);
    }

    Outcome peace() {
        for (DeskNumber number = 0; number < m_world.size(); ++number)
            if (!m_world.node(number).isOn())
                m_world.powerOn(number);
            else
                m_world.restartReadOnly(number);
        Outcome outcome;
        m_world.dropStalled();
        heal();
        if (!m_world.settle()) outcome.failure = "the desks never come to rest";
        if (outcome.failure.empty()) outcome.failure = m_world.checkAcknowledged();
        if (outcome.failure.empty()) outcome.failure = m_world.checkRoots();
        if (outcome.failure.empty()) outcome.failure = m_world.checkBoards();
        if (outcome.failure.empty()) outcome.failure = m_world.checkAudience();
        if (outcome.failure.empty()) outcome.failure = m_world.checkBlobs();
        if (outcome.failure.empty()) outcome.failure = m_world.checkPositions();
        if (outcome.failure.empty())
            outcome.failure = m_liar ? m_world.checkForked(*m_liar) : m_world.checkQuietNews();
        if (outcome.failure.empty()) outcome.failure = m_world.leak();
        if (outcome.failure.empty()) outcome.failure = m_world.broken();
        outcome.trace = m_world.trace();
        outcome.frames = m_world.framesDelivered();
        return outcome;
    }

    World m_world;
    bool m_isChain = false;
    std::optional<DeskNumber> m_liar;
    std::uint32_t m_lies = 0;
};

} // namespace

Outcome playNight(std::uint64_t seed, Planted fault) {
    try {
        return Night(seed, fault).play();
    } catch (std::exception const& error) {
        return {.failure = error.what(), .trace = {}, .frames = 0};
    }
}

} // namespace ob::sim
