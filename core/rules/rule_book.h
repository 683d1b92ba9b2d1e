// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "core/rules/catalogue.h"
#include "core/states.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// What kind of incident. Own codes; the common code is for exchange, never instead of them.
struct IncidentType {
    std::string code; ///< such as FIRE-STRUCT
    Names name;
    std::vector<std::string> aliases;
    std::string category;     ///< code in RuleBook::categories
    int defaultPriority{3};   ///< 1 (life) to 4
    std::string commonCode;   ///< common incident type of APCO/ANSI 2.103; empty when none fits
    bool needsVerification{}; ///< Resolved → Closed wants a verifier other than the resolver
    std::string leadAgency;   ///< proposed lead; code in RuleBook::agencies
    /// After this time on scene without news a unit is asked whether it is well; zero: never.
    std::chrono::minutes onSceneCheck{20};

    friend bool operator==(IncidentType const&, IncidentType const&) = default;
};

/// An agency's own word for a milestone (120: 出车, 上车, 到院).
struct MilestoneLabel {
    std::string milestone; ///< code in RuleBook::milestones
    Names name;

    friend bool operator==(MilestoneLabel const&, MilestoneLabel const&) = default;
};

struct AgencyProfile {
    std::string code; ///< two letters: PD, FD …
    Names name;
    std::vector<std::string> aliases;
    std::string prefix; ///< the one Chinese character before its callsigns (消-E07); also names the agency
    std::vector<MilestoneLabel> labels; ///< only where they differ from RuleBook::milestones

    friend bool operator==(AgencyProfile const&, AgencyProfile const&) = default;
};

/// The prefix is a word for the agency as well (`RA 环 …`).
template<>
std::vector<std::string> wordsOf(AgencyProfile const& agency);

/// What a unit is, and what it can do unless its log-on says otherwise.
struct UnitKind {
    std::string code;
    Names name;
    std::vector<std::string> aliases;
    std::string agency;                    ///< code in RuleBook::agencies
    std::vector<std::string> capabilities; ///< codes in RuleBook::capabilities, at least one

    friend bool operator==(UnitKind const&, UnitKind const&) = default;
};

/// The lists of a rule book. Each is looked up by `byCode` (codes in events) or `find` / `near` (words that
/// were typed).
struct RuleBookLists {
    Catalogue<AgencyProfile> agencies; ///< in the order in which screens show them
    Catalogue<IncidentType> types;
    Catalogue<UnitKind> unitKinds;
    CodeList categories;          ///< of incident types: FIRE, MEDICAL, RESCUE, HAZMAT, POLICE …
    CodeList capabilities;        ///< what a unit can do and a request can ask for
    CodeList milestones;          ///< AssignmentState, by `nameOf` in capitals: DISPATCHED … ONSCENE …
    CodeList phases;              ///< of the lead: RESCUE, INVESTIGATION, RECOVERY
    CodeList dispatchReasons;     ///< why just this unit was sent
    CodeList dispositions;        ///< how an incident or assignment ended (CL, CLOSE)
    CodeList releases;            ///< why a unit was taken off (REL, DV)
    CodeList refusals;            ///< why a unit could not go (未能出动)
    CodeList declines;            ///< why an agency declined a request (DEC)
    CodeList unavailables;        ///< why a unit is out of service (OOS)
    CodeList voids;               ///< why an incident is void
    CodeList referralTargets;     ///< to whom an incident is referred (12345 …)
    CodeList referralReasons;     ///< why it was referred
    CodeList reopenReasons;       ///< why an incident is open again
    CodeList verificationResults; ///< what the check found (VERIFY, closing)
    CodeList leadReleases;        ///< why the lead fell vacant
    CodeList callChannels;        ///< Channel, by `nameOf` in capitals
    CodeList deliveryMeans;       ///< DeliveryMeans, by `nameOf` in capitals
};

/// The reference data of a realm: immutable, one definition read by screens, command line, rules and wire.
/// Made by core/interop/rule_book_json.h; a default one is empty.
class RuleBook {
  public:
    RuleBook() = default;
    /// `version`: date of the newest file, ISO, with an optional `.n`. `hash`: SHA-256 over the canonical
    /// text of all files; two desks with one hash read the same rules.
    RuleBook(std::string version, Hash const& hash, RuleBookLists lists);

    std::string const& version() const { return m_version; }
    Hash const& hash() const { return m_hash; }

    Catalogue<AgencyProfile> const& agencies() const { return m_lists.agencies; }
    Catalogue<IncidentType> const& types() const { return m_lists.types; }
    Catalogue<UnitKind> const& unitKinds() const { return m_lists.unitKinds; }
    /// The plain code lists, by the names of RuleBookLists.
    RuleBookLists const& lists() const { return m_lists; }

    IncidentType const* type(std::string_view code) const { return m_lists.types.byCode(code); }
    /// By code, name or alias as typed (full-width, any case); null when no type has exactly this word.
    IncidentType const* findType(std::string_view word) const { return m_lists.types.find(word); }
    /// Candidates for what was typed, best first.
    std::vector<IncidentType const*> nearTypes(std::string_view typed, std::size_t limit = 8) const {
        return m_lists.types.near(typed, limit);
    }

    AgencyProfile const* agency(std::string_view code) const { return m_lists.agencies.byCode(code); }
    /// The agency of a callsign's prefix (消); null when no agency has it.
    AgencyProfile const* agencyOfPrefix(std::string_view prefix) const;
    /// The word of this agency for a state of its assignment, else the common one; null when the book has
    /// neither (an empty book).
    Names const* milestoneName(std::string_view agencyCode, AssignmentState milestone) const;

  private:
    std::string m_version;
    Hash m_hash{};
    RuleBookLists m_lists;
};

} // namespace ob::core
