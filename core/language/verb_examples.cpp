// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb_examples.h"

namespace ob::core {

std::string_view englishExampleOf(Verb verb) {
    switch (verb) {
    case Verb::NewIncident: return "NI fire 221 Riverside Road p1 +FD-E03";
    case Verb::AddCall: return "AC 1057 13800001234 /people on floor 2";
    case Verb::Take: return "TAKE 1057";
    case Verb::SetPriority: return "P . 1";
    case Verb::Note: return "N . chemicals stored here @2140";
    case Verb::Dispatch: return "D FD-E07,A12 042";
    case Verb::Plan: return "PLAN FD-E07 042";
    case Verb::Divert: return "DV A12 1057";
    case Verb::Release: return "REL FD-E07 MISTAKE";
    case Verb::Acknowledge: return "ACK FD-E07";
    case Verb::EnRoute: return "EN FD-E07";
    case Verb::Stage: return "STG FD-E07";
    case Verb::OnScene: return "OS FD-E07 @2140";
    case Verb::Transport: return "TR A12";
    case Verb::AtDestination: return "AD A12";
    case Verb::Clear: return "CL FD-E07 HANDLED";
    case Verb::Refuse: return "REFUSE FD-E07 MECHANICAL";
    case Verb::Register: return "UNIT E07 ENGINE Station 1";
    case Verb::LogOn: return "ON FD-E07 6c 12h";
    case Verb::Available: return "AV FD-E07";
    case Verb::Conditional: return "COND FD-E07 15m";
    case Verb::OutOfService: return "OOS FD-E07 MECHANICAL 2h";
    case Verb::OffDuty: return "OFF FD-E07";
    case Verb::Distress: return "EMG FD-E07";
    case Verb::Safe: return "SAFE FD-E07 leader confirmed by radio";
    case Verb::RollCall: return "PAR 042";
    case Verb::NoDuff: return "NODUFF";
    case Verb::Voice: return "VOICE FD-E07 driver";
    case Verb::OfferLead: return "LD 042 FD RESCUE";
    case Verb::Accept: return "AY 042";
    case Verb::Refer: return "REFER 042 12345";
    case Verb::Link: return "LK 1057 1042";
    case Verb::Merge: return "MERGE 1057 1042 same fire";
    case Verb::Split: return "SPLIT 1057 two fires";
    case Verb::Close: return "CLOSE 042 HANDLED";
    case Verb::Reopen: return "REOPEN 20261121-0042 RECURRED";
    case Verb::Void: return "VOID 042 MISTAKE";
    case Verb::Find: return "FIND Riverside";
    case Verb::Go: return "GO FD-E07";
    case Verb::Help: return "? D";
    case Verb::AcknowledgeAlarm: return "AA 3";
    case Verb::Shelve: return "SHV 3 20 false alarm";
    case Verb::Recommend: return "DR 042";
    case Verb::Ask: return "RA EP water-test . urgent";
    case Verb::Sign: return "RY r17";
    case Verb::Commit: return "RC r17 EP-2 8m";
    case Verb::Decline: return "DEC r17 NO-CAPACITY";
    case Verb::Withdraw: return "WDR r17";
    case Verb::Done: return "DONE r17";
    case Verb::Task: return "TK 042 UM drain cover 22:30";
    case Verb::Verify: return "VERIFY t9 passed";
    case Verb::Notify: return "NT 042 EP";
    case Verb::Object: return "OB r17 NOT-COMPETENT";
    case Verb::HandOver: return "HO command 2";
    }
    return {};
}

} // namespace ob::core
