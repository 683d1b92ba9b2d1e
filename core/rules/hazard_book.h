// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rules/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ob::core {

/// What a hazard means for those who go there.
enum class HazardGrade : std::uint8_t {
    Life,   ///< may kill crews: alone shown in red
    Care,   ///< to be reckoned with
    Access, ///< how to get in, and what is missing there
};

/// A kind of hazard that a place can have.
struct HazardKind {
    std::string code;
    Names name;
    std::vector<std::string> aliases;
    HazardGrade grade = HazardGrade::Care;

    friend bool operator==(HazardKind const&, HazardKind const&) = default;
};

/// The hazards that records of places name. Nothing is decided by them, so the list is no part of the rule
/// book and of its hash. Made by core/interop/hazard_json.h; a default one is empty.
class HazardBook {
  public:
    HazardBook() = default;
    HazardBook(std::string version, bool isReviewed, Catalogue<HazardKind> kinds)
        : m_version(std::move(version)), m_isReviewed(isReviewed), m_kinds(std::move(kinds)) {}

    std::string const& version() const { return m_version; }
    /// False: a template that nobody of the realm has answered for.
    bool isReviewed() const { return m_isReviewed; }
    Catalogue<HazardKind> const& kinds() const { return m_kinds; }
    /// Of a code that a newer list wrote: to be reckoned with.
    HazardGrade gradeOf(std::string_view code) const {
        auto const* const kind = m_kinds.byCode(code);
        return kind == nullptr ? HazardGrade::Care : kind->grade;
    }

  private:
    std::string m_version;
    bool m_isReviewed = false;
    Catalogue<HazardKind> m_kinds;
};

} // namespace ob::core
