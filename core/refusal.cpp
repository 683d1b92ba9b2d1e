// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/refusal.h"

namespace ob::core {

std::string_view nameOf(RefusalCode code) {
    switch (code) {
    case RefusalCode::EmptyLine: return "emptyLine";
    case RefusalCode::UnknownVerb: return "unknownVerb";
    case RefusalCode::MissingArgument: return "missingArgument";
    case RefusalCode::UnexpectedArgument: return "unexpectedArgument";
    case RefusalCode::BadArgument: return "badArgument";
    case RefusalCode::BadTime: return "badTime";
    case RefusalCode::TooLong: return "tooLong";
    case RefusalCode::NothingSelected: return "nothingSelected";
    case RefusalCode::UnknownIncident: return "unknownIncident";
    case RefusalCode::AmbiguousIncident: return "ambiguousIncident";
    case RefusalCode::UnknownUnit: return "unknownUnit";
    case RefusalCode::AmbiguousUnit: return "ambiguousUnit";
    case RefusalCode::UnknownType: return "unknownType";
    case RefusalCode::UnknownCode: return "unknownCode";
    case RefusalCode::UnknownAgency: return "unknownAgency";
    case RefusalCode::NotOwnAgency: return "notOwnAgency";
    case RefusalCode::NotLead: return "notLead";
    case RefusalCode::NotFirstReceiver: return "notFirstReceiver";
    case RefusalCode::NotSupervisor: return "notSupervisor";
    case RefusalCode::SameOperator: return "sameOperator";
    case RefusalCode::DispatchNotGranted: return "dispatchNotGranted";
    case RefusalCode::ReadOnlyStream: return "readOnlyStream";
    case RefusalCode::NotMember: return "notMember";
    case RefusalCode::IncidentNotOpen: return "incidentNotOpen";
    case RefusalCode::IncidentNotResolved: return "incidentNotResolved";
    case RefusalCode::IncidentStillOpen: return "incidentStillOpen";
    case RefusalCode::ActiveAssignments: return "activeAssignments";
    case RefusalCode::OpenRequests: return "openRequests";
    case RefusalCode::SomebodyWasOnScene: return "somebodyWasOnScene";
    case RefusalCode::DispositionRequired: return "dispositionRequired";
    case RefusalCode::ReasonRequired: return "reasonRequired";
    case RefusalCode::UnitOffDuty: return "unitOffDuty";
    case RefusalCode::UnitUnavailable: return "unitUnavailable";
    case RefusalCode::UnitHasAssignment: return "unitHasAssignment";
    case RefusalCode::UnitNotAssigned: return "unitNotAssigned";
    case RefusalCode::UnitAssignedTwice: return "unitAssignedTwice";
    case RefusalCode::AlreadyAssigned: return "alreadyAssigned";
    case RefusalCode::NotYetOnScene: return "notYetOnScene";
    case RefusalCode::AlreadyInState: return "alreadyInState";
    case RefusalCode::AlreadyReached: return "alreadyReached";
    case RefusalCode::TransitionNotAllowed: return "transitionNotAllowed";
    case RefusalCode::UnitInDistress: return "unitInDistress";
    case RefusalCode::UnitNotInDistress: return "unitNotInDistress";
    case RefusalCode::NotOffered: return "notOffered";
    case RefusalCode::CallsignTaken: return "callsignTaken";
    case RefusalCode::NumberTaken: return "numberTaken";
    case RefusalCode::NumbersExhausted: return "numbersExhausted";
    case RefusalCode::SameIncident: return "sameIncident";
    case RefusalCode::AlreadyLinked: return "alreadyLinked";
    case RefusalCode::NotLinked: return "notLinked";
    case RefusalCode::MergeCycle: return "mergeCycle";
    case RefusalCode::InTheFuture: return "inTheFuture";
    case RefusalCode::BeforeOpening: return "beforeOpening";
    case RefusalCode::NothingToSettle: return "nothingToSettle";
    case RefusalCode::LimitReached: return "limitReached";
    case RefusalCode::DeskRevoked: return "deskRevoked";
    case RefusalCode::StorageReadOnly: return "storageReadOnly";
    case RefusalCode::NotEnrolled: return "notEnrolled";
    case RefusalCode::VerbNotYet: return "verbNotYet";
    case RefusalCode::RoleRequired: return "roleRequired";
    case RefusalCode::DrillFrozen: return "drillFrozen";
    case RefusalCode::NotDrill: return "notDrill";
    case RefusalCode::BeforeDispatch: return "beforeDispatch";
    case RefusalCode::NobodyAssigned: return "nobodyAssigned";
    case RefusalCode::StillResponsible: return "stillResponsible";
    }
    return "?";
}

} // namespace ob::core
