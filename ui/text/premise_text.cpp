// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/premise_text.h"

#include "core/board.h"
#include "core/incident.h"
#include "ui/text/sentence.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

constexpr std::size_t placesTold = 2;
constexpr std::size_t hazardsTold = 4;
constexpr int noteTold = 40;

class PremiseText {
    Q_DECLARE_TR_FUNCTIONS(PremiseText)
  public:
    static QString of(core::HazardGrade grade) {
        switch (grade) {
        case core::HazardGrade::Life: return tr("danger to life");
        case core::HazardGrade::Care: return tr("take care");
        case core::HazardGrade::Access: return tr("access");
        }
        return {};
    }
    static QString of(core::PremiseFound const& found) {
        auto const& premise = *found.premise;
        switch (found.standing) {
        case core::PremiseStanding::Current: return {};
        case core::PremiseStanding::NeverChecked: return tr("never checked");
        case core::PremiseStanding::LongUnchecked:
            return filled(tr("last checked %1"), {textOf(premise.checkedOn->text())});
        case core::PremiseStanding::Expired:
            return filled(tr("expired %1"), {textOf(premise.validUntil->text())});
        }
        return {};
    }
    static QString away(core::PremiseFound const& found) {
        if (!found.metres || *found.metres < 1) return tr("at this place");
        return filled(tr("%1 m away"), {QString::number(std::llround(*found.metres))});
    }
    static QString origin(core::Premise const& premise) {
        QStringList words;
        if (!premise.source.empty()) words << filled(tr("source: %1"), {textOf(premise.source)});
        if (premise.checkedOn) words << filled(tr("checked %1"), {textOf(premise.checkedOn->text())});
        if (premise.validUntil) words << filled(tr("valid until %1"), {textOf(premise.validUntil->text())});
        return words.join(QStringLiteral(" · "));
    }
    //: Before hazards of the place where units are sent.
    static QString caution(QStringList const& places) {
        return filled(tr("Caution: %1"), {places.join(tr("; "))});
    }
    static QString place(QString const& hazards, core::PremiseFound const& found) {
        QString const name = textOf(found.premise->name);
        return found.standing == core::PremiseStanding::Expired
                   ? filled(tr("%1 (%2, record expired)"), {hazards, name})
                   : filled(tr("%1 (%2)"), {hazards, name});
    }
    static QString more(std::size_t count) { return filled(tr("%1 more records"), {QString::number(count)}); }
    static QString of(core::ContactAnswer::State state) {
        using State = core::ContactAnswer::State;
        switch (state) {
        case State::Told: return {};
        case State::NotAllowed:
            return tr(
                "Contacts are for call-takers, dispatchers, duty officers and supervisors who are signed "
                "in.");
        case State::Gone: return tr("There is no contact here any more.");
        case State::NotRecorded:
            return tr("Who asks must be recorded first, and this desk cannot write at the moment.");
        case State::Unreadable: return tr("The contact cannot be read. Import the record again.");
        }
        return {};
    }
};

QString hazardsOf(core::Premise const& premise, core::HazardBook const& hazards) {
    QStringList names;
    for (auto const& hazard : premise.hazards)
        if (names.size() < static_cast<qsizetype>(hazardsTold)) names << hazardName(hazard.code, hazards);
    if (!names.isEmpty())
        return listed(names) + (premise.hazards.size() > hazardsTold ? QStringLiteral(" …") : QString());
    QString const note = textOf(premise.text).section(QLatin1Char('\n'), 0, 0);
    return note.size() > noteTold ? note.left(noteTold) + QStringLiteral("…") : note;
}

} // namespace

QString hazardName(core::Code const& code, core::HazardBook const& hazards) {
    auto const* const kind = hazards.kinds().byCode(code.text());
    return kind == nullptr ? textOf(code.text()) : nameIn(kind->name);
}

QString hazardText(core::PremiseHazard const& hazard, core::HazardBook const& hazards) {
    QString const name = hazardName(hazard.code, hazards);
    return hazard.detail.empty() ? name : name + QLatin1Char(' ') + textOf(hazard.detail);
}

QString gradeText(core::HazardGrade grade) { return PremiseText::of(grade); }
QString standingText(core::PremiseFound const& found) { return PremiseText::of(found); }
QString awayText(core::PremiseFound const& found) { return PremiseText::away(found); }
QString originText(core::Premise const& premise) { return PremiseText::origin(premise); }
QString contactText(core::ContactAnswer::State state) { return PremiseText::of(state); }

QString cautionText(std::vector<core::PremiseFound> const& found, core::HazardBook const& hazards) {
    QStringList places;
    for (auto const& each : found)
        if (places.size() < static_cast<qsizetype>(placesTold))
            places << PremiseText::place(hazardsOf(*each.premise, hazards), each);
    if (places.isEmpty()) return {};
    if (found.size() > placesTold) places << PremiseText::more(found.size() - placesTold);
    return PremiseText::caution(places);
}

std::optional<core::PremiseSpot> spotOf(core::Preview const& preview, core::Board const& board) {
    for (core::PreviewPart const& part : preview.parts) {
        if (auto const* const opens = std::get_if<core::part::OpensIncident>(&part))
            return core::PremiseSpot{.address = opens->address, .place = {}};
        auto const* const goes = std::get_if<core::part::Destination>(&part);
        if (auto const incident = goes == nullptr ? nullptr : board.incident(goes->incident.id))
            return core::PremiseSpot{.address = incident->address.value_or(""), .place = incident->place};
    }
    return std::nullopt;
}

} // namespace ob::ui
