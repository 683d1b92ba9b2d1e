// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/grant_text.h"

#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class GrantText {
    Q_DECLARE_TR_FUNCTIONS(GrantText)
  public:
    static QString everyUnit() { return tr("All units"); }
    static QString grantsUs() { return tr("Grants us"); }
    static QString nothing() { return tr("nothing"); }
    static QString inherited() { return tr("as all: %1"); }
    static QString allOf() { return tr("our units"); }
    static QString ofGroup() { return tr("our units of group %1"); }

    static QString meaning(core::DispatchGrant grant) {
        switch (grant) {
        case core::DispatchGrant::Own: return tr("%1 cannot send %2; only we do.");
        case core::DispatchGrant::Request: return tr("%1 may ask for %2 by a request; we decide each time.");
        case core::DispatchGrant::Direct:
            return tr("%1 may send %2 by itself, without asking us first; its orders count at once.");
        }
        return {};
    }
    static QString reach() { return tr("Units now: %1, available: %2."); }
    static QString nobody() { return tr("There is no such unit now."); }
    static QString staysSent() { return tr("What it has sent already stays sent."); }
};

} // namespace

QString groupName(core::Code const& group) {
    return group.isEmpty() ? GrantText::everyUnit() : textOf(group.text());
}

QString grantsUs() { return GrantText::grantsUs(); }

QString grantsNothing() { return GrantText::nothing(); }

QString grantInherited(core::DispatchGrant grant) { return filled(GrantText::inherited(), {wordOf(grant)}); }

QString grantMeaning(GrantWords const& grant, Wording const& wording) {
    auto const& change = grant.change;
    QString const what = change.group.isEmpty() ? GrantText::allOf()
                                                : filled(GrantText::ofGroup(), {textOf(change.group.text())});
    QStringList sentences{filled(GrantText::meaning(change.grant), {agencyName(change.to, wording), what})};
    sentences << (grant.units == 0 ? GrantText::nobody()
                                   : filled(GrantText::reach(), {QString::number(grant.units),
                                                                 QString::number(grant.available)}));
    if (grant.before == core::DispatchGrant::Direct && change.grant != core::DispatchGrant::Direct)
        sentences << GrantText::staysSent();
    return joined(sentences);
}

} // namespace ob::ui
