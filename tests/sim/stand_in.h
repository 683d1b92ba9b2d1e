// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

namespace ob::sim {

class Secrets;

// A few functions of core have a stand-in in this program (linker option --wrap, tests/CMakeLists.txt), which
// asks what holds here and does as the function itself when nothing special does.

/// What the program of a desk makes of what it reads.
struct Reading {
    std::set<std::uint16_t> unknownKinds{}; ///< its version is older than these kinds of event
    /// A planted fault: who may admit others is asked of all that is held, not of the ancestors alone.
    bool trustsConcurrent = false;
};

/// While it lives, this desk's program is what runs. They nest.
class Acting {
  public:
    explicit Acting(Reading const& reading);
    ~Acting();
    Acting(Acting const&) = delete;
    Acting& operator=(Acting const&) = delete;

  private:
    Reading const* m_before;
};

/// While it lives, a section has the commitment that its first version has. A commitment tells nobody
/// anything about the words: with the same ones in both runs, everything else can be compared byte for byte.
class EqualCommitments {
  public:
    explicit EqualCommitments(Secrets const& secrets);
    ~EqualCommitments();
    EqualCommitments(EqualCommitments const&) = delete;
    EqualCommitments& operator=(EqualCommitments const&) = delete;

  private:
    Secrets const* m_before;
};

} // namespace ob::sim
