// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/geo.h"

#include <set>
#include <string>
#include <vector>

namespace ob::sim {

/// Words, places and files that not everybody may have. Each comes in two versions of the same size and is
/// told in the second one when its number is among those to be changed: so the same night is played again
/// with other secrets. Nothing else of a world follows from what they say.
class Secrets {
  public:
    using Number = std::size_t;
    using Numbers = std::set<Number>;
    explicit Secrets(Numbers changed = {}) : m_changed(std::move(changed)) {}

    /// Free text; never the same twice.
    std::string word();
    core::GeoPoint place();
    /// What a file of this size may hold that begins with these words. SHA-256 of both versions begin alike,
    /// so that whatever is sorted by it stays in order.
    core::Bytes file(std::string_view beginning, std::size_t bytes);

    std::size_t count() const { return m_count; }
    bool areChanged() const { return !m_changed.empty(); }
    /// Those that are told in these bytes.
    Numbers in(core::ByteView bytes) const;
    /// The same bytes with the first version of everything in them.
    core::Bytes inFirstVersion(core::ByteView bytes) const;

  private:
    struct Told {
        Number number = 0;
        core::Bytes bytes; ///< as they stand in sections
        core::Bytes first; ///< in the first version
    };
    template<class Visit>
    void visit(core::ByteView bytes, Visit const& found) const;
    void note(core::Bytes told, core::Bytes first, std::vector<Told>& among);

    Numbers m_changed;
    std::size_t m_count = 0;
    std::vector<Told> m_words;  ///< by number
    std::vector<Told> m_others; ///< parts of places, hashes of files
};

} // namespace ob::sim
