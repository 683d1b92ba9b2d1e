// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/conflict_text.h"

#include "core/incident.h"
#include "core/unit.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class ConflictText {
    Q_DECLARE_TR_FUNCTIONS(ConflictText)
  public:
    /// The seven between facts of one stream.
    static ConflictWords inStream(core::ConflictRule rule) {
        using enum core::ConflictRule;
        if (rule == ConcurrentValues)
            return {tr("Two values"), tr("Two desks changed the same thing without knowing of each other."),
                    tr("Find out which is right and enter it again.")};
        if (rule == OpenWon)
            return {tr("Ended elsewhere"),
                    tr("One desk ended the incident while another still worked on it. It stays open."),
                    tr("Ask whether work goes on; if not, close it again.")};
        if (rule == AssignedWon)
            return {tr("Taken off elsewhere"),
                    tr("One desk took the unit off while it was reported moving on. It stays assigned."),
                    tr("Ask the unit by radio, then clear or release it again, or leave it.")};
        if (rule == SeparateWon)
            return {tr("Merge in doubt"),
                    tr("One desk merged the incident while another changed it. The incidents stay separate."),
                    tr("Compare both; merge again if they are the same.")};
        if (rule == UnavailableWon)
            return {tr("Duty in doubt"),
                    tr("The unit was put on duty at one desk and taken off at another. It counts as not "
                       "available."),
                    tr("Ask its agency, then set its duty again.")};
        if (rule == DistressWon)
            return {tr("Distress in doubt"),
                    tr("Distress was ended at one desk and raised at another. The distress stands."),
                    tr("Get voice contact; its supervisor ends it again if all is well.")};
        return {tr("Two leads"), tr("Two agencies accepted the lead without knowing of each other."),
                tr("Agree by phone who leads, then hand the lead over to that agency.")};
    }
    static ConflictWords acrossStreams(core::ConflictRule rule) {
        using enum core::ConflictRule;
        if (rule == DoubleAssignment)
            return {tr("One unit, two incidents"),
                    tr("The unit was sent to two open incidents. It counts as assigned to both."),
                    tr("Ask the unit where it is and release it from the other incident.")};
        if (rule == DuplicateNumber)
            return {
                tr("One number, two incidents"), tr("Two incidents have the same number. Both are kept."),
                tr("Name place and time beside the number, and tell the administrator to check the number "
                   "blocks.")};
        if (rule == DuplicateCallsign)
            return {tr("One callsign, two units"), tr("Two units of one agency have the same callsign."),
                    tr("Its agency takes one of them off duty and registers it under another callsign.")};
        if (rule == MergeCycle)
            return {tr("Merged into each other"),
                    tr("Each incident was merged into the other. Neither is merged."),
                    tr("Decide which number is kept and split the other merge.")};
        if (rule == DispatchedUnavailable)
            return {tr("Sent while unavailable"),
                    tr("The unit was sent while its own agency took it off duty. The order may not have "
                       "reached it."),
                    tr("Ask its agency whether it goes; if not, release it and send another at once.")};
        return {tr("Rests on a voided entry"),
                tr("An entry follows from one that has been voided, so it may be wrong."),
                tr("Check it with the desk that made it and enter it again if it is right.")};
    }
    static QString field(core::IncidentField field) {
        switch (field) {
        case core::IncidentField::State: return tr("State");
        case core::IncidentField::Priority: return tr("Priority");
        case core::IncidentField::Type: return tr("Type");
        case core::IncidentField::Place: return tr("Place");
        case core::IncidentField::Handler: return tr("Handled by");
        case core::IncidentField::Lead: return tr("Lead");
        case core::IncidentField::Merge: return tr("Merge");
        }
        return {};
    }
    static QString field(core::UnitField field) {
        switch (field) {
        case core::UnitField::Duty: return tr("Duty");
        case core::UnitField::Description: return tr("Description");
        case core::UnitField::Distress: return tr("Distress");
        }
        return {};
    }
};

} // namespace

ConflictWords wordsOf(core::ConflictRule rule) {
    using enum core::ConflictRule;
    switch (rule) {
    case ConcurrentValues:
    case OpenWon:
    case AssignedWon:
    case SeparateWon:
    case UnavailableWon:
    case DistressWon:
    case ConcurrentLeads: return ConflictText::inStream(rule);
    case DoubleAssignment:
    case DuplicateNumber:
    case DuplicateCallsign:
    case MergeCycle:
    case DispatchedUnavailable:
    case BuiltOnVoided: return ConflictText::acrossStreams(rule);
    }
    return {};
}

QString fieldName(FieldOwner owner, std::uint8_t field) {
    return owner == FieldOwner::Incident ? ConflictText::field(static_cast<core::IncidentField>(field))
                                         : ConflictText::field(static_cast<core::UnitField>(field));
}

} // namespace ob::ui
