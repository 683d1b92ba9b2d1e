// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/finding.h"

namespace ob::core {

std::string_view nameOf(FindingPart part) {
    switch (part) {
    case FindingPart::Event: return "event";
    case FindingPart::Header: return "header";
    case FindingPart::Section: return "section";
    case FindingPart::Head: return "head";
    case FindingPart::Certificate: return "certificate";
    case FindingPart::Realm: return "realm";
    case FindingPart::Archive: return "archive";
    case FindingPart::Manifest: return "manifest";
    case FindingPart::Page: return "page";
    case FindingPart::Cosignature: return "cosignature";
    case FindingPart::Statement: return "statement";
    }
    return {};
}

std::string_view nameOf(FindingReason reason) {
    switch (reason) {
    case FindingReason::Gap: return "gap";
    case FindingReason::Repeated: return "repeated";
    case FindingReason::Uncovered: return "uncovered";
    case FindingReason::Truncated: return "truncated";
    case FindingReason::OwnEventMissing: return "ownEventMissing";
    case FindingReason::StubNotEmpty: return "stubNotEmpty";
    case FindingReason::NotAligned: return "notAligned";
    case FindingReason::OpeningMissing: return "openingMissing";
    case FindingReason::OpeningDiffers: return "openingDiffers";
    case FindingReason::OpenedTwice: return "openedTwice";
    case FindingReason::WrongLeaf: return "wrongLeaf";
    case FindingReason::Malformed: return "malformed";
    case FindingReason::UnsupportedVersion: return "unsupportedVersion";
    case FindingReason::WrongRealm: return "wrongRealm";
    case FindingReason::WrongLog: return "wrongLog";
    case FindingReason::WrongSequence: return "wrongSequence";
    case FindingReason::WrongStream: return "wrongStream";
    case FindingReason::ClockWentBack: return "clockWentBack";
    case FindingReason::WrongCommitment: return "wrongCommitment";
    case FindingReason::OpenMissing: return "openMissing";
    case FindingReason::RestrictedMissing: return "restrictedMissing";
    case FindingReason::NotSigned: return "notSigned";
    case FindingReason::HeadDiffers: return "headDiffers";
    case FindingReason::WrongRoot: return "wrongRoot";
    case FindingReason::NotAscending: return "notAscending";
    case FindingReason::NotCertified: return "notCertified";
    case FindingReason::WrongDesk: return "wrongDesk";
    case FindingReason::WrongLogId: return "wrongLogId";
    case FindingReason::NotARealm: return "notARealm";
    case FindingReason::NotIncluded: return "notIncluded";
    case FindingReason::NotConsistent: return "notConsistent";
    case FindingReason::NotNamed: return "notNamed";
    case FindingReason::Missing: return "missing";
    case FindingReason::Differs: return "differs";
    case FindingReason::ParentMissing: return "parentMissing";
    case FindingReason::NotInOrder: return "notInOrder";
    case FindingReason::NotValid: return "notValid";
    case FindingReason::TooTangled: return "tooTangled";
    case FindingReason::OtherRealm: return "otherRealm";
    }
    return {};
}

} // namespace ob::core
