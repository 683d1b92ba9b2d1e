// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/attachment.h"
#include "core/geo.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ob::core {

// Fields outside the open section. One definition for all kinds: each field has one class for ever and a
// permanent number (core/event_fields.h). An empty audience means every member that the class admits.

/// Place and narrative: agencies with a role on the incident.
struct JointPart {
    std::optional<std::string> address;
    std::optional<GeoPoint> place;
    std::optional<std::string> text; ///< narrative, note, reason in words
    std::vector<Attachment> attachments{};
    std::vector<AgencyIndex> audience;
    static constexpr std::uint64_t attachmentsField = 4; ///< its permanent number
    friend bool operator==(JointPart const&, JointPart const&) = default;
};

/// The author's own agency.
struct OwnPart {
    std::optional<std::string> operatorName;
    std::optional<std::string> text;
    std::vector<Attachment> attachments{};
    std::optional<std::string> crewNames{};              ///< who is on board of a unit, as typed
    std::optional<std::string> vehicle{};                ///< its plate or fleet number
    static constexpr std::uint64_t attachmentsField = 3; ///< its permanent number
    friend bool operator==(OwnPart const&, OwnPart const&) = default;
};

/// About a person; encrypted at rest, not in the text index.
struct PersonalPart {
    std::optional<std::string> callerName;
    std::optional<std::string> callerPhone;
    std::optional<std::string> contactName; ///< who was told by voice
    std::optional<std::string> text;
    friend bool operator==(PersonalPart const&, PersonalPart const&) = default;
};

/// Own agency with clearance for sealed things; encrypted at rest, not in the text index.
struct SealedPart {
    std::optional<std::string> text;
    friend bool operator==(SealedPart const&, SealedPart const&) = default;
};

/// Absent = there is none, or it is withheld from this desk: the header's commitments tell which.
struct RestrictedParts {
    std::optional<JointPart> joint;
    std::optional<OwnPart> own;
    std::optional<PersonalPart> personal;
    std::optional<SealedPart> sealed;
    friend bool operator==(RestrictedParts const&, RestrictedParts const&) = default;

    static constexpr std::size_t maxAddressBytes = 512;
    static constexpr std::size_t maxTextBytes = 16'384;
    static constexpr std::size_t maxNameBytes = 256;
};

} // namespace ob::core
