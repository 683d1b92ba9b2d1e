// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/policy_text.h"

#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class PolicyText {
    Q_DECLARE_TR_FUNCTIONS(PolicyText)
  public:
    static QString isNotTold() { return tr("%1 is not told where units are"); }
    static QString isTold() { return tr("%1 is told where units are"); }
    static QString rounded() { return tr("to %1 m"); }
    static QString later() { return tr("%1 s later"); }
    static QString granted() { return tr("Dispatch of %2 by %1: %3"); }
    static QString allUnits() { return tr("all units"); }
    static QString nothing() {
        return tr("as every agency without a policy: positions shared, dispatch by itself");
    }
};

} // namespace

QString positionSharingText(core::AgencyIndex to, core::PositionSharing const& how, Wording const& wording) {
    auto const name = agencyName(to, wording);
    if (how.isWithheld) return filled(PolicyText::isNotTold(), {name});
    QStringList limits{filled(PolicyText::isTold(), {name})};
    if (how.gridMetres > 0)
        limits.push_back(filled(PolicyText::rounded(), {QString::number(how.gridMetres)}));
    if (how.delay > core::Duration{})
        limits.push_back(filled(PolicyText::later(), {QString::number(how.delay.milliseconds() / 1000)}));
    return listed(limits);
}

QString policyText(core::AgencyPolicy const& policy, Wording const& wording) {
    QStringList lines{agencyName(policy.agency, wording)};
    for (auto const& grant : policy.dispatch) {
        auto const what = grant.group.isEmpty() ? PolicyText::allUnits() : textOf(grant.group.text());
        lines.push_back(
            filled(PolicyText::granted(), {agencyName(grant.to, wording), what, wordOf(grant.grant)}));
    }
    for (auto const& shared : policy.positions)
        lines.push_back(positionSharingText(shared.to, shared.how, wording));
    if (lines.size() == 1) lines.push_back(PolicyText::nothing());
    return lines.join(QStringLiteral("\n  "));
}

} // namespace ob::ui
