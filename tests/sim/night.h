// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/world.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ob::sim {

struct Outcome {
    std::string failure; ///< empty: everything held
    core::Hash trace{};  ///< the same seed gives the same one
    std::uint64_t frames = 0;
};

/// A night of several desks with everything that can go wrong, then peace: all of it follows from the seed.
/// At the end nothing that was acknowledged is missing anywhere, and all desks show the same.
class Night {
  public:
    Night(std::uint64_t seed, Planted fault, Secrets::Numbers changed = {});
    Outcome play();
    World& world() { return m_world; }

  private:
    enum class Feature : std::uint8_t {
        None,
        Revocation, ///< a desk is revoked in the middle of it
        OldVersion, ///< the program of a desk is older than the others', and is updated some time
    };
    struct Special {
        Feature feature = Feature::None;
        DeskNumber desk = 0;
        std::size_t at = 0;    ///< step
        std::size_t again = 0; ///< a second revocation
        bool isOver = false;   ///< revoked, updated
    };

    DeskNumber anyDesk() { return m_world.values().below(m_world.size()); }
    void addDesks(Planted fault);
    void chooseSpecial(std::size_t virtualDesks);
    void makeOld();
    void revoke();
    void update();
    void special(std::size_t step);
    void step();
    void keepBusy(DeskNumber number);
    void goOn();
    void write(DeskNumber number);
    void rewrite(ScriptedDesk& liar);
    bool isNextTo(DeskNumber one, DeskNumber other) const;
    void connect(DeskNumber one, DeskNumber other);
    void heal();
    void split();
    std::string comeToRest();
    std::string check();
    std::string checkBeforeUpdate();
    std::string checkSettlement();
    std::string peace();

    World m_world;
    core::ValueSource m_chance; ///< of what is special, so that all else is as without
    Special m_special;
    bool m_isChain = false;
    std::optional<DeskNumber> m_liar;
    std::optional<std::size_t> m_settledAt; ///< in the middle of it: step
    std::uint32_t m_lies = 0;
};

/// With a failure also when it ends in an exception.
Outcome playNight(std::uint64_t seed, Planted fault = Planted::None);

} // namespace ob::sim
