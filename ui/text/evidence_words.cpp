// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/evidence_words.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui::evidence_words {
namespace {

class EvidenceText {
    Q_DECLARE_TR_FUNCTIONS(EvidenceText)
};

QString numberText(qsizetype count) { return QString::number(count); }

} // namespace

QString title() { return EvidenceText::tr("Record of incidents"); }
QString drill() { return EvidenceText::tr("DRILL: nothing in this record really happened"); }
QString live() { return EvidenceText::tr("Real operation"); }
QString lead() {
    return EvidenceText::tr("What the desks of the agencies entered, as it stands in their signed logs.");
}

QString realm() { return EvidenceText::tr("Realm"); }
QString kind() { return EvidenceText::tr("Kind"); }
QString exportedAt() { return EvidenceText::tr("Made on"); }
QString exportedBy() { return EvidenceText::tr("Made by"); }
QString operatorAtDesk() { return EvidenceText::tr("At the desk, as stated"); }
QString program() { return EvidenceText::tr("Program"); }
QString chosen() { return EvidenceText::tr("Chosen"); }
QString contents() { return EvidenceText::tr("Contents"); }
QString sharing() { return EvidenceText::tr("Class"); }
QString noChoice() { return EvidenceText::tr("these incidents, by number or all that the desk held"); }
QString from(QString const& moment) { return filled(EvidenceText::tr("opened from %1 on"), {moment}); }
QString to(QString const& moment) { return filled(EvidenceText::tr("opened before %1"), {moment}); }
QString counts(qsizetype incidents, qsizetype events) {
    return filled(EvidenceText::tr("incidents: %1; entries: %2"),
                  {numberText(incidents), numberText(events)});
}
QString classWords(core::SectionClass sharing) {
    switch (sharing) {
    case core::SectionClass::Open: return EvidenceText::tr("open: codes, times and states only");
    case core::SectionClass::Joint:
        return EvidenceText::tr("joint: places and narrative for the agencies at work");
    case core::SectionClass::Own:
        return EvidenceText::tr("agency's own: with the names of its operators; not for publication");
    case core::SectionClass::Personal:
        return EvidenceText::tr("personal: with names and numbers of callers; handle as personal data");
    case core::SectionClass::Sealed: return EvidenceText::tr("sealed");
    }
    return {};
}

QString checking() { return EvidenceText::tr("How to check this record"); }
QString checkByProgram() {
    return EvidenceText::tr(
        "Run %1 with the file that this page came in. It checks every signature and every proof, "
        "and that this page says what the signed entries say; it needs no network and no database.");
}
QString checkRealm() {
    return EvidenceText::tr(
        "Compare the realm's fingerprint with one that you have from the agencies themselves, by "
        "telephone or on paper. A file cannot vouch for its own origin; without this comparison it "
        "only agrees with itself.");
}
QString checkLimits() {
    return EvidenceText::tr(
        "What can be proved: that each entry stands unchanged at its place in the log of its desk. "
        "What cannot: that an entry is true, who sat at the desk, and that the desk held no later "
        "entry that was not put in; for that, compare with the logs of the other agencies up to the "
        "heads below.");
}
QString leftOut() { return EvidenceText::tr("Left out"); }
QString leftOutOf(core::SectionClass sectionClass, qsizetype count) {
    switch (sectionClass) {
    case core::SectionClass::Open: return filled(EvidenceText::tr("open parts: %1"), {numberText(count)});
    case core::SectionClass::Joint:
        return filled(EvidenceText::tr("places and narrative (joint): %1"), {numberText(count)});
    case core::SectionClass::Own:
        return filled(EvidenceText::tr("agencies' own notes and operators' names: %1"), {numberText(count)});
    case core::SectionClass::Personal:
        return filled(EvidenceText::tr("names and numbers of callers (personal): %1"), {numberText(count)});
    case core::SectionClass::Sealed: return filled(EvidenceText::tr("sealed parts: %1"), {numberText(count)});
    }
    return {};
}
QString nothingLeftOut() { return EvidenceText::tr("Nothing of these entries was left out."); }
QString whyLeftOut() {
    return EvidenceText::tr(
        "These parts of the entries are not in the file: they were not to be given, never came to this "
        "desk, or were erased. That they were there is proved by their hashes, which are.");
}
QString absent(qsizetype count) {
    return filled(EvidenceText::tr("Earlier entries that this desk did not hold: %1."), {numberText(count)});
}

QString heads() { return EvidenceText::tr("Signed heads of the logs"); }
QString log() { return EvidenceText::tr("Log"); }
QString desk() { return EvidenceText::tr("Desk"); }
QString entries() { return EvidenceText::tr("Entries"); }
QString signedAt() { return EvidenceText::tr("Signed at"); }
QString root() { return EvidenceText::tr("Root"); }
QString cosigned(QString const& agencies) { return filled(EvidenceText::tr("cosigned by %1"), {agencies}); }
QString statements(qsizetype count) {
    return filled(EvidenceText::tr("Revocations, settlements and proofs of forked logs in the file: %1."),
                  {numberText(count)});
}

QString when() { return EvidenceText::tr("Happened"); }
QString recorded() { return EvidenceText::tr("Recorded"); }
QString who() { return EvidenceText::tr("Entered by"); }
QString what() { return EvidenceText::tr("What"); }
QString entry() { return EvidenceText::tr("Log, entry"); }
QString state() { return EvidenceText::tr("State"); }
QString place() { return EvidenceText::tr("Place"); }
QString opened() { return EvidenceText::tr("Opened"); }
QString ended() { return EvidenceText::tr("Ended"); }
QString notShown() { return EvidenceText::tr("not shared with this desk"); }

} // namespace ob::ui::evidence_words
